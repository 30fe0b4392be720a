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
import { preparedName } from './preparedName';
import { RowColumns, RowValue, rowChunks, rowSource } from './rowSource';

/** The rows that a statement answers with, on both databases. */
export async function runSql<Row>(
  knex: Knex,
  sql: string,
  bindings: readonly Knex.RawBinding[] = [],
): Promise<Row[]> {
  return rowsOf(knex, await knex.raw(sql, bindings));
}

/** The same for one of few statements that are run over and over: the connection keeps its plan. */
export async function runPrepared<Row>(
  knex: Knex,
  sql: string,
  bindings: readonly Knex.RawBinding[] = [],
): Promise<Row[]> {
  const query = knex.raw(sql, bindings);
  const name = isPostgres(knex) ? preparedName(knex, sql) : undefined;
  return rowsOf(knex, await (name ? query.options({ name }) : query));
}

/** Runs a statement over many rows, piece by piece; `$rows` in it stands for the table expression `i`. */
export async function runOverRows<Row>(
  knex: Knex,
  options: {
    sql: string;
    /** Values of the parameters, all of which stand before `$rows`. */
    bindings?: readonly RowValue[];
    columns: RowColumns;
    rows: readonly (readonly RowValue[])[];
  },
): Promise<Row[]> {
  const answers: Row[] = [];
  for (const chunk of rowChunks(knex, options.rows)) {
    const source = rowSource(knex, options.columns, chunk);
    const sql = options.sql.replace('$rows', () => source.sql);
    const rows = await runPrepared<Row>(knex, sql, [
      ...(options.bindings ?? []),
      ...source.bindings,
    ]);
    for (const row of rows) {
      answers.push(row);
    }
  }
  return answers;
}

/** knex types what raw statements answer as `any`, because it cannot know. */
function rowsOf(knex: Knex, result: Awaited<Knex.Raw>) {
  if (isPostgres(knex)) {
    return result.rows;
  }
  // SQLite tells of the number of changes when a statement answers with no rows.
  return Array.isArray(result) ? result : [];
}
