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
import { isPostgres } from '../isPostgres';

/** Every column of every table, as `table.column`, that a text is found in. Reads all of them: for tests only. */
export async function findInEveryColumn(
  knex: Knex,
  text: string,
): Promise<string[]> {
  const found: string[] = [];
  for (const [table, column] of await listColumns(knex)) {
    const hit = await knex(table)
      .whereRaw('lower(cast(?? as text)) like ?', [column, `%${text}%`])
      .first(column);
    if (hit !== undefined) {
      found.push(`${table}.${column}`);
    }
  }
  return found.sort();
}

/** Every text column of the tables that begin with one of these prefixes, as `table.column`. */
export async function listTextColumns(
  knex: Knex,
  prefixes: readonly string[],
): Promise<string[]> {
  const columns: string[] = [];
  for (const [table, column, type] of await listColumns(knex)) {
    if (prefixes.some(prefix => table.startsWith(prefix)) && type === 'text') {
      columns.push(`${table}.${column}`);
    }
  }
  return columns.sort();
}

async function listColumns(
  knex: Knex,
): Promise<[table: string, column: string, type: string][]> {
  const { rows } = isPostgres(knex)
    ? await knex.raw(
        `select table_name as t, column_name as c, data_type as d
         from information_schema.columns where table_schema = 'public'`,
      )
    : {
        rows: await knex.raw(
          `select m.name as t, p.name as c, p.type as d
           from sqlite_master m join pragma_table_info(m.name) p
           where m.type = 'table' and m.name not like '%fts%' and m.name not like 'sqlite_%'`,
        ),
      };
  return rows.map((row: { t: string; c: string; d: string }) => [
    row.t,
    row.c,
    row.d.toLowerCase(),
  ]);
}
