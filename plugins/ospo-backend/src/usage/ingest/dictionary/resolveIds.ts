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

import { Knex } from 'knex';
import { isPostgres } from '../../../database/isPostgres';
import {
  RowColumns,
  RowValue,
  rowChunks,
  rowSource,
} from '../../../database/rowSource';
import { runPrepared } from '../../../database/runSql';

export interface ResolveIdsOptions {
  table: string;
  columns: RowColumns;
  /** Columns of the unique constraint; the rows are distinct and sorted by them. */
  keys: string[];
  rows: readonly (readonly RowValue[])[];
}

/** How a row's key is written in the answer of `resolveIds`. */
export function rowKey(values: readonly RowValue[]): string {
  return values.join('\0');
}

/**
 * The ids of dictionary rows by their keys, and which of them are new, for no other transaction sees these. Whoever adds does so in the order
 * of the keys, so that two at once wait for each other instead of deadlocking.
 */
export async function resolveIds(
  tx: Knex,
  options: ResolveIdsOptions,
): Promise<{ ids: Map<string, number>; added: Set<number> }> {
  const ids = new Map<string, number>();
  const added = new Set<number>();
  const { keys } = options;
  const keyIndexes = keys.map(key => Object.keys(options.columns).indexOf(key));
  const missing = (rows: readonly (readonly RowValue[])[]) =>
    rows.filter(row => !ids.has(rowKey(keyIndexes.map(index => row[index]))));
  const keep = (found: Record<string, RowValue>[]) => {
    for (const row of found) {
      ids.set(rowKey(keys.map(key => row[key])), Number(row.id));
      if (row.added) {
        added.add(Number(row.id));
      }
    }
  };

  for (const chunk of rowChunks(tx, options.rows)) {
    if (isPostgres(tx)) {
      keep(await findOrInsert(tx, { ...options, rows: chunk }));
    } else {
      keep(await find(tx, { ...options, rows: chunk }));
      keep(await insert(tx, { ...options, rows: missing(chunk) }));
    }
    // Somebody else added these between our look and our insert; now they are visible.
    keep(await find(tx, { ...options, rows: missing(chunk) }));
  }
  return { ids, added };
}

type FoundRow = Record<string, RowValue>;

async function find(tx: Knex, options: ResolveIdsOptions): Promise<FoundRow[]> {
  const { table, keys } = options;
  if (options.rows.length === 0) {
    return [];
  }
  const source = rowSource(tx, options.columns, options.rows);
  return await runPrepared(
    tx,
    `select t.id, ${keys.map(key => `t.${key}`).join(', ')}
     from ${source.sql} join ${table} t on ${matches(keys)}`,
    source.bindings,
  );
}

async function insert(
  tx: Knex,
  options: ResolveIdsOptions,
): Promise<FoundRow[]> {
  const { table, keys } = options;
  if (options.rows.length === 0) {
    return [];
  }
  const names = Object.keys(options.columns).join(', ');
  const source = rowSource(tx, options.columns, options.rows);
  return await runPrepared(
    tx,
    `insert into ${table} (${names}) select ${names} from ${
      source.sql
    } where true
     on conflict (${keys.join(', ')}) do nothing returning id, ${keys.join(
      ', ',
    )}, true as added`,
    source.bindings,
  );
}

/** Both in one round trip. */
async function findOrInsert(
  tx: Knex,
  options: ResolveIdsOptions,
): Promise<FoundRow[]> {
  const { table, keys } = options;
  const names = Object.keys(options.columns).join(', ');
  const keyNames = keys.join(', ');
  const source = rowSource(tx, options.columns, options.rows);
  return await runPrepared(
    tx,
    `with i as materialized (select * from ${source.sql}),
     added as (
       insert into ${table} (${names}) select ${names} from i
       where not exists (select 1 from ${table} t where ${matches(keys)})
       on conflict (${keyNames}) do nothing returning id, ${keyNames}
     )
     select t.id, ${keys.map(key => `t.${key}`).join(', ')}, false as added
     from i join ${table} t on ${matches(keys)}
     union all select *, true from added`,
    source.bindings,
  );
}

function matches(keys: string[]): string {
  return keys.map(key => `t.${key} = i.${key}`).join(' and ');
}
