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

import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { openDatabase } from '../../database/openDatabase';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

if (
  process.env.OSPO_REQUIRE_POSTGRES === '1' &&
  !databases.supports('POSTGRES_18')
) {
  throw new Error(
    "These tests have to run on PostgreSQL 18 too: use 'npm test', or 'node scripts/testPostgres.mjs -- <command>'",
  );
}

/** An empty database, without migrations, for the tests of migrations. */
export const everyEmptyDatabase: [string, () => Promise<Knex>][] = (
  ['SQLITE_3', 'POSTGRES_18'] as const
)
  .filter(id => databases.supports(id))
  .map(id => [id, () => databases.init(id)]);

/** For tests of stores: `describe.each(everyDatabase)('…, %s', (_name, createDatabase) => …)`. */
export const everyDatabase: [string, () => Promise<Knex>][] =
  everyEmptyDatabase.map(([id, createEmpty]) => [
    id,
    async () =>
      openDatabase(mockServices.database({ knex: await createEmpty() })),
  ]);
