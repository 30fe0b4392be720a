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
import { isPostgres } from '../../database/isPostgres';
import { givesUpNames, preparedName } from '../../database/preparedName';

/** A parameter, as both drivers take it. */
export type Parameter = string | number;

/** What a driver gives for a column that is no date, no binary and no JSON. */
export type Cell = string | number | boolean | null;

const numbered = new Map<string, string>();

/**
 * The rows of one of few statements that are asked over and over, as arrays in the order of its columns. On PostgreSQL
 * it goes past knex straight to a connection of its pool, which keeps the statement's plan: for a question that the
 * database answers in a tenth of a millisecond, building the query costs more than asking it.
 */
export async function readRows<Row extends readonly Cell[]>(
  knex: Knex,
  sql: string,
  parameters: readonly Parameter[] = [],
): Promise<Row[]> {
  if (!isPostgres(knex)) {
    const rows: Record<string, Cell>[] = await knex.raw(sql, [...parameters]);
    // The drivers' types know nothing of a statement's columns; their names are distinct.
    return rows.map(row => Object.values(row) as unknown as Row);
  }
  const text = withNumbers(sql);
  knex.client.emit('query', { sql: text, bindings: parameters });
  try {
    return await askConnection(knex, text, parameters);
  } catch (error) {
    if (givesUpNames(knex, error)) {
      return askConnection(knex, text, parameters);
    }
    throw error;
  }
}

async function askConnection<Row>(
  knex: Knex,
  text: string,
  values: readonly Parameter[],
): Promise<Row[]> {
  const connection = await knex.client.acquireConnection();
  try {
    const { rows } = await connection.query({
      name: preparedName(knex, text),
      text,
      values,
      rowMode: 'array',
    });
    return rows;
  } finally {
    knex.client.releaseConnection(connection);
  }
}

/** knex's `?` as the server's own `$1`; statements given to `readRows` have no other use for it. */
function withNumbers(sql: string): string {
  const known = numbered.get(sql);
  if (known) {
    return known;
  }
  let count = 0;
  const text = sql.replace(/\?/g, () => {
    count += 1;
    return `$${count}`;
  });
  numbered.set(sql, text);
  return text;
}

/** Integers as one parameter of `readRows`, for `column ${inIds(knex)}`. */
export function idsParameter(knex: Knex, ids: Iterable<number>): string {
  const list = Array.from(ids, Number).join(',');
  return isPostgres(knex) ? `{${list}}` : `[${list}]`;
}

/** `in (…)` any number of integers, with one parameter. */
export function inIds(knex: Knex): string {
  return isPostgres(knex)
    ? '= any(?::int[])'
    : 'in (select value from json_each(?))';
}
