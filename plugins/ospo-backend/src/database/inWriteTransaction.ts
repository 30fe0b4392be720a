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
import { withRetry } from './withRetry';

/**
 * Runs a transaction that writes, again when it loses a race.
 *
 * Its statements go over a few rows by their keys. PostgreSQL knows nothing yet of tables that are just being filled,
 * and would read them from end to end; it is told to go by the keys.
 */
export async function inWriteTransaction<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return await withRetry(
    () =>
      knex.transaction(async tx => {
        if (isPostgres(knex)) {
          await tx.raw(
            'set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off',
          );
        }
        return await work(tx);
      }),
    { knex },
  );
}
