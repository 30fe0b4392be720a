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

import {
  DatabaseService,
  LoggerService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { createSearchIndex } from './createSearchIndex';
import { isPostgres } from './isPostgres';

/** The plugin's database with every migration applied. */
export async function openDatabase(
  database: DatabaseService,
  options: { logger?: LoggerService } = {},
): Promise<Knex> {
  const knex = await database.getClient();
  if (!isPostgres(knex)) {
    // A commit appends to a log instead of writing pages all over the file, and the log is worked in at 32 MB instead
    // of within nearly every commit; with 64 MB of pages in memory this takes SBOMs in twice as fast.
    await knex.raw('pragma journal_mode = wal');
    await knex.raw('pragma wal_autocheckpoint = 8000');
    await knex.raw('pragma cache_size = -65536');
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@ospo-suite/backstage-plugin-ospo-backend',
        'migrations',
      ),
    });
    if (isPostgres(knex)) {
      await createSearchIndex(knex, options);
    }
  }
  return knex;
}
