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
import { copyRows } from './copyRows';
import { isPostgres } from './isPostgres';
import { NumberColumns, NumberRow } from './NumberRow';
import { rowChunks } from './rowSource';
import { runOverRows } from './runSql';

/** From so many rows on COPY is worth the round trip that it takes more than a statement. */
const COPY_MIN_ROWS = 1_000;

/** Adds rows of whole numbers, in the order given, each database's fastest way. */
export async function insertRows(
  tx: Knex,
  options: {
    table: string;
    columns: NumberColumns;
    rows: readonly NumberRow[];
  },
): Promise<void> {
  const { table, columns, rows } = options;
  const names = Object.keys(columns).join(', ');
  if (!isPostgres(tx)) {
    await insertOneByOne(tx, options);
  } else if (rows.length >= COPY_MIN_ROWS) {
    await copyRows(tx, options);
  } else {
    await runOverRows(tx, {
      sql: `insert into ${table} (${names}) select ${names} from $rows`,
      columns,
      rows,
    });
  }
}

/** What `better-sqlite3` gives us of a connection. */
interface SqliteConnection {
  prepare(sql: string): { run(values: readonly number[]): void };
}

/** A call of SQLite takes a few microseconds, so one a row is the fastest; the event loop breathes between pieces. */
async function insertOneByOne(
  tx: Knex,
  options: {
    table: string;
    columns: NumberColumns;
    rows: readonly NumberRow[];
  },
): Promise<void> {
  const { table, columns, rows } = options;
  if (rows.length === 0) {
    return;
  }
  const connection: SqliteConnection = await tx.client.acquireConnection();
  try {
    const names = Object.keys(columns);
    const statement = connection.prepare(
      `insert into ${table} (${names.join(', ')}) values (${names
        .map(() => '?')
        .join(', ')})`,
    );
    for (const chunk of rowChunks(tx, rows)) {
      for (const row of chunk) {
        statement.run(row);
      }
      await new Promise(resolve => setImmediate(resolve));
    }
  } finally {
    // Of a transaction it is the transaction's own, and this does nothing.
    await tx.client.releaseConnection(connection);
  }
}
