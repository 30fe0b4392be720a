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
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { Portal } from '../__testUtils__/Portal';
import { aComponent, aLicence } from '../ingest/__testUtils__/aReading';
import { UsageQueries } from './UsageQueries';

jest.setTimeout(240_000);

const COMPONENTS = 60;
/** Of each component, so that there are more than are held in memory for searching. */
const PACKAGES = 180;
const READS_ALL_USAGES = /Seq Scan on usage_current|SCAN (c|usage_current)\b/;

interface Asked {
  sql: string;
  bindings: Knex.RawBinding[];
}

/** The statements that a question asks. */
async function statementsOf(
  knex: Knex,
  ask: () => Promise<unknown>,
): Promise<Asked[]> {
  const asked: Asked[] = [];
  const listen = (query: { sql: string; bindings?: Knex.RawBinding[] }) => {
    asked.push({ sql: query.sql, bindings: query.bindings ?? [] });
  };
  knex.on('query', listen);
  try {
    await ask();
  } finally {
    knex.removeListener('query', listen);
  }
  return asked;
}

async function planOf(knex: Knex, { sql, bindings }: Asked): Promise<string> {
  const placed = sql.replace(/\$\d+/g, '?');
  const result = await knex.raw(
    `${isPostgres(knex) ? 'explain' : 'explain query plan'} ${placed}`,
    bindings,
  );
  return JSON.stringify(isPostgres(knex) ? result.rows : result);
}

describe.each(everyDatabase)('index use, %s', (_name, createDatabase) => {
  let portal: Portal;

  beforeAll(async () => {
    portal = await Portal.create(createDatabase);
    for (let component = 0; component < COMPONENTS; component++) {
      await portal.add(
        `c${component}`,
        Array.from({ length: PACKAGES }, (_, n) =>
          // Some packages are used by all, most by a few.
          aComponent(`p${n < 5 ? n : component * PACKAGES + n}@1.0.0`, {
            declared: aLicence(n % 2 ? 'MIT' : 'Apache-2.0'),
          }),
        ),
        { owner: `group:default/team-${component % 7}` },
      );
    }
    await portal.knex.raw('analyze');
  });

  /** A model that has kept nothing yet. */
  const queries = () =>
    UsageQueries.create({
      knex: portal.knex,
      now: () => portal.harness.now,
      staleAfterMs: 1,
    });

  it('finds in memory and by the index, page for page, what there is', async () => {
    const model = queries();
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await model.listPackages(
        { q: 'npm/p127', limit: 3, cursor },
        undefined,
      );
      found.push(...page.items.map(item => item.name));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    const whole = await model.listPackages({ q: 'npm/p127' }, undefined);

    // p12700 and so on are beyond the last one.
    expect([...found].sort()).toEqual([
      'p127',
      ...Array.from({ length: 10 }, (_, n) => `p127${n}`),
    ]);
    expect(whole.items.map(item => item.name)).toEqual(found);
    expect(whole.total).toEqual({ value: 11, bounded: false });
    expect(
      (await model.listPackages({ q: 'npm/p', limit: 5 }, undefined)).total,
    ).toEqual({ value: 1_000, bounded: true });
  });

  it.each<[string, (model: UsageQueries) => Promise<unknown>]>([
    ['packages', model => model.listPackages({}, undefined)],
    [
      'packages by name',
      model => model.listPackages({ sort: 'name' }, undefined),
    ],
    ['search', model => model.search('p1', undefined)],
    ['search by an index', model => model.search('p100', undefined)],
    ['licences', model => model.listLicences({}, undefined)],
    ['components', model => model.listComponents({}, undefined)],
    ['coverage', model => model.getCoverage(undefined)],
    ['facets', model => model.getFacets(undefined)],
    ['overview', model => model.getOverview(undefined)],
    ['trend', model => model.getTrend(undefined)],
    [
      'who uses a popular package',
      model => model.listPackageUsages({ purl: 'pkg:npm/p1' }, undefined),
    ],
    [
      'who uses a rare package',
      model => model.listPackageUsages({ purl: 'pkg:npm/p127' }, undefined),
    ],
  ])('%s never reads all usages', async (_question, ask) => {
    const statements = await statementsOf(portal.knex, () => ask(queries()));
    const plans = await Promise.all(
      statements
        .filter(({ sql }) => sql.startsWith('select'))
        .map(statement => planOf(portal.knex, statement)),
    );

    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      expect(plan).not.toMatch(READS_ALL_USAGES);
    }
  });

  it('would notice if all usages were read', async () => {
    const sql = 'select flags from usage_current where flags = 3';
    expect(await planOf(portal.knex, { sql, bindings: [] })).toMatch(
      READS_ALL_USAGES,
    );
  });

  it.each<[string, (model: UsageQueries) => Promise<unknown>, string]>([
    [
      'the first page of packages',
      model => model.listPackages({}, undefined),
      'usage_package_stats_components_package_id_index',
    ],
    [
      'the users of a package',
      model => model.listPackageUsages({ purl: 'pkg:npm/p127' }, undefined),
      isPostgresName(_name) ? 'usage_current_pkey' : 'PRIMARY KEY',
    ],
  ])('%s is an index look-up', async (_question, ask, index) => {
    const statements = await statementsOf(portal.knex, () => ask(queries()));
    const plans = await Promise.all(
      statements.map(statement => planOf(portal.knex, statement)),
    );

    expect(plans.some(plan => plan.includes(index))).toBe(true);
  });
});

function isPostgresName(name: string): boolean {
  return name.startsWith('POSTGRES');
}
