/*
 * Copyright 2026 The OSPO for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import Database from 'better-sqlite3';
import {
  CopyColumn,
  copyBinary,
  Figure,
  interleave,
  median,
  number,
  ratios,
  Rounds,
  summarise,
  timed,
} from 'bench';
import { writeUsageRows } from '../src/usage/ingest/aggregates/writeUsageRows';
import { UsageCurrentRow } from '../src/usage/tables';
import { BenchDatabases } from './BenchDatabases';
import { BenchStore } from './BenchStore';

const COLUMNS: CopyColumn[] = [
  { name: 'package_id', bytes: 4 },
  { name: 'target_id', bytes: 4 },
  { name: 'version_id', bytes: 4 },
  { name: 'flags', bytes: 2 },
  { name: 'since_day', bytes: 2 },
];
/** Rows of one transaction on PostgreSQL, as the ingest makes them. */
const BATCH = 40_000;

/**
 * P5 and P6: the rows of `usage_current` through the store, against the fastest way into a table with the same
 * indexes: binary COPY, and SQLite's own prepared statement. Both get the rows in the same order and transactions.
 */
export async function measureUsageRows(options: {
  filled: BenchStore;
  databases: BenchDatabases;
  rows: number;
  rounds: Rounds;
  scratch: string;
}): Promise<Figure> {
  const { filled, databases } = options;
  const rows: UsageCurrentRow[] = await filled
    .knex('usage_current')
    .select('package_id', 'target_id', 'version_id', 'flags', 'since_day')
    .orderBy('target_id')
    .limit(options.rows);
  return filled.place.kind === 'PostgreSQL'
    ? measurePostgres()
    : measureSqlite();

  async function measurePostgres(): Promise<Figure> {
    const store = await openEmpty(databases.postgres('rows'));
    const floor = await databases.connect(store.place);
    await floor.query(
      'create table bench_floor (like usage_current including all)',
    );
    const parts = inBatches(rows);
    const rates = await interleave(
      {
        floor: async () => {
          await floor.query('truncate bench_floor');
          const ms = await timed(async () => {
            for (const part of parts) {
              await floor.query('begin');
              await copyBinary(floor, {
                table: 'bench_floor',
                columns: COLUMNS,
                rows: part.map(toValues),
              });
              await floor.query('commit');
            }
          });
          return rows.length / (ms / 1000);
        },
        ours: async () => {
          await store.knex.raw('truncate usage_current');
          const ms = await timed(async () => {
            for (const part of parts) {
              await store.knex.transaction(tx =>
                writeUsageRows(tx, insertion(part)),
              );
            }
          });
          return rows.length / (ms / 1000);
        },
      },
      options.rounds,
    );
    await floor.end();
    await store.close();
    await databases.remove(store.place);
    return figure('P5', rates);
  }

  async function measureSqlite(): Promise<Figure> {
    const store = await openEmpty(databases.sqlite('rows'));
    const place = databases.sqlite('rows-floor');
    const other = await openEmpty(place);
    await other.close();
    const floor = new Database(place.name);
    const insert = floor.prepare(
      `insert into usage_current (${COLUMNS.map(column => column.name).join(
        ', ',
      )}) values (?, ?, ?, ?, ?)`,
    );
    const sorted = [...rows].sort(byPrimaryKey);
    const rates = await interleave(
      {
        floor: async () => {
          floor.exec('delete from usage_current');
          const ms = await timed(() => {
            floor.exec('begin');
            for (const row of sorted) {
              insert.run(toValues(row));
            }
            floor.exec('commit');
          });
          return rows.length / (ms / 1000);
        },
        ours: async () => {
          await store.knex('usage_current').delete();
          const ms = await timed(() =>
            store.knex.transaction(tx => writeUsageRows(tx, insertion(sorted))),
          );
          return rows.length / (ms / 1000);
        },
      },
      options.rounds,
    );
    floor.close();
    await store.close();
    await Promise.all([databases.remove(store.place), databases.remove(place)]);
    return figure('P6', rates);
  }

  async function openEmpty(place: BenchStore['place']): Promise<BenchStore> {
    await databases.remove(place);
    return BenchStore.open({
      place,
      landscape: filled.landscape,
      scratch: options.scratch,
    });
  }

  function figure(
    id: 'P5' | 'P6',
    rates: { floor: number[]; ours: number[] },
  ): Figure {
    return {
      id,
      on: `${rows.length.toLocaleString('en-GB')} rows`,
      judged: true,
      measured: summarise(ratios(rates.ours, rates.floor)),
      note: `${number(median(rates.ours))} against ${number(
        median(rates.floor),
      )} rows/s`,
    };
  }
}

function insertion(rows: UsageCurrentRow[]) {
  return { inserted: [...rows], deleted: [], reflagged: [] };
}

function inBatches(rows: UsageCurrentRow[]): UsageCurrentRow[][] {
  const parts: UsageCurrentRow[][] = [];
  for (let start = 0; start < rows.length; start += BATCH) {
    parts.push(rows.slice(start, start + BATCH).sort(byPrimaryKey));
  }
  return parts;
}

function byPrimaryKey(a: UsageCurrentRow, b: UsageCurrentRow): number {
  return (
    a.package_id - b.package_id ||
    a.target_id - b.target_id ||
    a.version_id - b.version_id
  );
}

function toValues(row: UsageCurrentRow): number[] {
  return [
    row.package_id,
    row.target_id,
    row.version_id,
    row.flags,
    row.since_day,
  ];
}
