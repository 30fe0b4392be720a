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
import { RowColumns } from '../../../database/rowSource';
import { runOverRows } from '../../../database/runSql';

/**
 * Adds to counters, and makes those that are not there yet. The rows are sorted by their key: two transactions that
 * count the same things then wait for each other instead of deadlocking.
 *
 * @returns the counters after the change
 */
export async function addCounts<Row>(
  tx: Knex,
  options: {
    table: string;
    keys: string[];
    counts: string[];
    rows: readonly (readonly number[])[];
    returning: string[];
  },
): Promise<Row[]> {
  const { table, keys, counts, rows, returning } = options;
  const names = [...keys, ...counts];
  const columns: RowColumns = Object.fromEntries(
    names.map(name => [name, 'integer']),
  );
  const additions = counts.map(
    name => `${name} = ${table}.${name} + excluded.${name}`,
  );
  return await runOverRows<Row>(tx, {
    sql: `insert into ${table} (${names.join(', ')})
          select ${names.join(', ')} from $rows where true
          on conflict (${keys.join(', ')}) do update set ${additions.join(', ')}
          returning ${returning.join(', ')}`,
    columns,
    rows,
  });
}
