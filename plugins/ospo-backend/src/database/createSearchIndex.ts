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

/**
 * Gives PostgreSQL its index for search by any part of a name. It needs the extension `pg_trgm`, which a plugin's
 * role may lack the right to create; search then scans the packages, which is slower and finds the same.
 */
export async function createSearchIndex(
  knex: Knex,
  options: { logger?: LoggerService },
): Promise<void> {
  try {
    await knex.transaction(async tx => {
      // Replicas that start together would otherwise both try to create it, and one of them fail.
      await tx.raw('select pg_advisory_xact_lock(?)', [LOCK_KEY]);
      if (await indexExists(tx)) {
        return;
      }
      await tx.raw('create extension if not exists pg_trgm');
      // It may live in a schema that is not on our search path.
      const { rows } = await tx.raw(
        `select n.nspname as schema from pg_extension e
         join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm'`,
      );
      await tx.raw(
        `create index usage_packages_search_trgm
         on usage_packages using gin (search_text ??.gin_trgm_ops)`,
        [rows[0].schema],
      );
    });
  } catch (error) {
    options.logger?.warn(
      `Search by part of a package's name works without an index, because the PostgreSQL extension 'pg_trgm' ` +
        `cannot be used. Let an administrator run "create extension pg_trgm" in the plugin's database, and start ` +
        `again. Cause: ${stringifyError(error)}`,
    );
  }
}

async function indexExists(tx: Knex): Promise<boolean> {
  const { rows } = await tx.raw(
    `select to_regclass('usage_packages_search_trgm') is not null as found`,
  );
  return rows[0].found;
}
