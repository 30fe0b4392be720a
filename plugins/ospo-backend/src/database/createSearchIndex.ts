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

import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { Knex } from 'knex';

/** Any number will do, as long as every replica takes the same. */
const LOCK_KEY = 0x05b0_1dec;

/** Tables whose column `search_text` is searched for parts of it. */
const SEARCHED_TABLES = ['usage_packages', 'requests', 'request_precedents'];

/**
 * Gives PostgreSQL its indexes for search by any part of a text. It needs the extension `pg_trgm`, which a plugin's
 * role may lack the right to create; search then scans the table, which is slower and finds the same.
 */
export async function createSearchIndex(
  knex: Knex,
  options: { logger?: LoggerService },
): Promise<void> {
  try {
    await knex.transaction(async tx => {
      // Replicas that start together would otherwise both try to create it, and one of them fail.
      await tx.raw('select pg_advisory_xact_lock(?)', [LOCK_KEY]);
      const missing = await missingIndexes(tx);
      if (missing.length === 0) {
        return;
      }
      await tx.raw('create extension if not exists pg_trgm');
      // It may live in a schema that is not on our search path.
      const { rows } = await tx.raw(
        `select n.nspname as schema from pg_extension e
         join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'`,
      );
      for (const table of missing) {
        await tx.raw(
          `create index ${table}_search_trgm
           on ${table} using gin (search_text ??.gin_trgm_ops)`,
          [rows[0].schema],
        );
      }
    });
  } catch (error) {
    options.logger?.warn(
      `Search by part of a name or title works without an index, because the PostgreSQL extension 'pg_trgm' ` +
        `cannot be used. Let an administrator run "create extension pg_trgm" in the plugin's database, and start ` +
        `again. Cause: ${stringifyError(error)}`,
    );
  }
}

async function missingIndexes(tx: Knex): Promise<string[]> {
  const missing: string[] = [];
  for (const table of SEARCHED_TABLES) {
    const { rows } = await tx.raw('select to_regclass(?) is null as missing', [
      `${table}_search_trgm`,
    ]);
    if (rows[0].missing) {
      missing.push(table);
    }
  }
  return missing;
}
