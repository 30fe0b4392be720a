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
import { isPostgres } from './isPostgres';

export type RowValue = string | number | boolean | null;
export type RowColumns = Record<
  string,
  'integer' | 'smallint' | 'text' | 'boolean'
>;

/**
 * Many rows as one table expression named `i`, with few parameters whatever their number: `unnest` or
 * `json_to_recordset` on PostgreSQL, `json_each` on SQLite. Rows come out in the order in which they are given.
 */
export function rowSource(
  knex: Knex,
  columns: RowColumns,
  rows: readonly (readonly RowValue[])[],
): { sql: string; bindings: string[] } {
  const names = Object.keys(columns);
  if (!isPostgres(knex)) {
    const selected = names.map(
      (name, index) => `value ->> ${index} as ${name}`,
    );
    return {
      sql: `(select ${selected.join(', ')} from json_each(?)) as i`,
      bindings: [JSON.stringify(rows)],
    };
  }
  const types = Object.values(columns);
  if (types.every(type => type === 'integer' || type === 'smallint')) {
    const arrays = types.map(type => `?::${type}[]`);
    return {
      sql: `unnest(${arrays.join(', ')}) as i(${names.join(', ')})`,
      // Numbers need no escaping, and the driver's own way of writing arrays is three times as slow.
      bindings: names.map(
        (_, index) => `{${rows.map(row => Number(row[index])).join(',')}}`,
      ),
    };
  }
  const definition = names.map((name, index) => `${name} ${types[index]}`);
  return {
    sql: `json_to_recordset(?::json) as i(${definition.join(', ')})`,
    bindings: [
      JSON.stringify(
        rows.map(row =>
          Object.fromEntries(names.map((name, index) => [name, row[index]])),
        ),
      ),
    ],
  };
}

/** Pieces that one statement takes: SQLite runs it on the event loop, so its pieces are smaller. */
export function* rowChunks<T>(knex: Knex, rows: readonly T[]): Iterable<T[]> {
  const size = isPostgres(knex) ? 10_000 : 2_000;
  for (let start = 0; start < rows.length; start += size) {
    yield rows.slice(start, start + size);
  }
}
