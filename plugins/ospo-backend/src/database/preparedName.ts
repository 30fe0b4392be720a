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

import { createHash } from 'node:crypto';
import { Knex } from 'knex';

/** What PostgreSQL says of a prepared statement that it does not know, knows already, or has to plan anew. */
const REFUSED = new Set(['26000', '42P05', '0A000']);

const names = new Map<string, string>();
const withoutNames = new WeakSet<object>();

/**
 * The name under which a connection keeps a statement that it has parsed and planned, which halves the cost of small
 * ones. Undefined where that does not work: behind a connection pooler that hands each transaction another connection.
 * Only for statements of which there are few, whatever the data.
 */
export function preparedName(knex: Knex, sql: string): string | undefined {
  if (withoutNames.has(knex.client.config)) {
    return undefined;
  }
  const known = names.get(sql);
  if (known) {
    return known;
  }
  const hash = createHash('sha256').update(sql).digest('hex').slice(0, 24);
  const name = `ospo-${hash}`;
  names.set(sql, name);
  return name;
}

/**
 * Whether this error comes of prepared statements; from then on they are not used with this database, so doing the
 * same again can succeed.
 */
export function givesUpNames(knex: Knex, error: unknown): boolean {
  const isRefused =
    error instanceof Error &&
    'code' in error &&
    REFUSED.has(String(error.code));
  if (isRefused) {
    withoutNames.add(knex.client.config);
  }
  return isRefused;
}
