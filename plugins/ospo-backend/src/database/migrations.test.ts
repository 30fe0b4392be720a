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

import { mockServices } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory, { Knex } from 'knex';
import {
  everyDatabase,
  everyEmptyDatabase,
} from '../shared/__testUtils__/testDatabases';
import { isPostgres } from './isPostgres';
import { openDatabase } from './openDatabase';

// PostgreSQL makes a database for each test.
jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@ospo-suite/backstage-plugin-ospo-backend',
  'migrations',
);

async function tableNames(knex: Knex): Promise<string[]> {
  const names: { name: string }[] = isPostgres(knex)
    ? (
        await knex.raw(
          `select tablename as name from pg_tables where schemaname = 'public'`,
        )
      ).rows
    : await knex.raw(`select name from sqlite_master where type = 'table'`);
  return names
    .map(row => row.name)
    .filter(name => /^(usage|competency|requests?|innersource)_?/.test(name))
    .sort();
}

it('runs on PostgreSQL whenever it has to', () => {
  const names = everyDatabase.map(([name]) => name);
  expect(names).toContain('SQLITE_3');
  expect(names.includes('POSTGRES_18')).toBe(
    Boolean(process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING) ||
      process.env.OSPO_REQUIRE_POSTGRES === '1',
  );
});

describe.each(everyEmptyDatabase)('migrations, %s', (_name, createEmpty) => {
  it('go up, down to nothing, and up again', async () => {
    const knex = await createEmpty();

    await knex.migrate.latest({ directory });
    const up = await tableNames(knex);
    expect(up).toContain('usage_current');

    await knex.migrate.rollback({ directory }, true);
    expect(await tableNames(knex)).toEqual([]);

    await knex.migrate.latest({ directory });
    expect(await tableNames(knex)).toEqual(up);
  });

  it('are left alone when the operator runs them', async () => {
    const knex = await createEmpty();

    await openDatabase({
      ...mockServices.database({ knex }),
      migrations: { skip: true },
    });

    expect(await tableNames(knex)).toEqual([]);
  });

  it('can be opened by several replicas, one after the other and at once', async () => {
    const knex = await createEmpty();
    const logger = mockServices.logger.mock();
    const database = mockServices.database({ knex });

    await openDatabase(database, { logger });
    await Promise.all([
      openDatabase(database, { logger }),
      openDatabase(database, { logger }),
    ]);

    expect(await tableNames(knex)).toContain('usage_current');
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('find a package by a part of its name', async () => {
    const knex = await createEmpty();
    await openDatabase(mockServices.database({ knex }));
    const template = { ecosystem: 'npm', first_seen_at: '', weak: false };
    await knex('usage_packages').insert([
      { ...template, key: 'a', name: 'a', search_text: 'pkg:npm/lodash' },
      { ...template, key: 'b', name: 'b', search_text: 'pkg:npm/react' },
    ]);
    await knex('usage_packages')
      .where({ key: 'a' })
      .update({ search_text: 'pkg:npm/underscore' });

    expect(await findPackages(knex, 'erscor')).toEqual(['a']);
    expect(await findPackages(knex, 'lodash')).toEqual([]);
    await knex('usage_packages').where({ key: 'b' }).delete();
    expect(await findPackages(knex, 'react')).toEqual([]);
  });
});

/** By the index: PostgreSQL is not allowed to scan, and SQLite is asked through its own table. */
async function findPackages(knex: Knex, part: string): Promise<string[]> {
  if (!isPostgres(knex)) {
    return await knex('usage_packages_fts')
      .join('usage_packages as p', 'p.id', 'usage_packages_fts.rowid')
      .whereRaw('usage_packages_fts match ?', [`"${part}"`])
      .pluck('p.key');
  }
  return await knex.transaction(async tx => {
    await tx.raw('set local enable_seqscan = off');
    const query = tx('usage_packages').whereLike('search_text', `%${part}%`);
    const plan = JSON.stringify(await tx.raw(`explain ${query.toString()}`));
    if (!plan.includes('usage_packages_search_trgm')) {
      throw new Error(`The index is not used: ${plan}`);
    }
    return await query.pluck('key');
  });
}

const postgresOnly = everyEmptyDatabase.filter(
  ([name]) => name === 'POSTGRES_18',
);

(postgresOnly.length > 0
  ? describe.each(postgresOnly)
  : describe.skip.each([
      ['PostgreSQL is not there', () => Promise.reject(new Error())],
    ]))(
  'without the right to create the extension, %s',
  (_name, createEmpty) => {
    it('starts all the same, and says what is missing', async () => {
      const logger = mockServices.logger.mock();
      const owner = await createEmpty();
      await owner.raw(`
      do $$ begin create role ospo_limited; exception when duplicate_object then null; end $$;
      grant usage, create on schema public to ospo_limited`);
      const limited = knexFactory({
        ...owner.client.config,
        pool: { min: 1, max: 1 },
      });
      await limited.raw('set role ospo_limited');

      await openDatabase(mockServices.database({ knex: limited }), { logger });

      expect(logger.warn).toHaveBeenCalledTimes(1);
      expect(logger.warn).toHaveBeenCalledWith(
        expect.stringContaining('create extension pg_trgm'),
      );
      expect(await tableNames(limited)).toContain('usage_current');
      await limited.destroy();
    });
  },
);
