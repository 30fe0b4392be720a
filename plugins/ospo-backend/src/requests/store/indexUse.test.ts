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

import { ListRequestsQuery } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { BusinessCalendar } from '../../shared/time/BusinessCalendar';
import { fillRequests } from '../__testUtils__/fillRequests';
import { FigureQueries } from './FigureQueries';
import { LoadQueries } from './LoadQueries';
import { PrecedentQueries } from './PrecedentQueries';
import { RequestQueries } from './RequestQueries';
import { Viewer } from './Viewer';

jest.setTimeout(240_000);

const NOW = new Date('2026-11-23T09:00:00.000Z');
const READS_ALL =
  /Seq Scan on (requests|request_work_items|request_participants|request_tries)\b|SCAN (requests|request_work_items|request_participants|request_tries)( |"|$)(?!USING)/;

interface Asked {
  sql: string;
  bindings: Knex.RawBinding[];
}

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
  let knex: Knex;

  beforeAll(async () => {
    knex = await createDatabase();
    await fillRequests(knex, { now: NOW });
  });

  const person: Viewer = {
    userRef: 'user:default/u7',
    claims: ['user:default/u7', 'group:default/g7', 'group:default/g8'],
    isCoreTeam: false,
  };
  const core: Viewer = { ...person, isCoreTeam: true };
  const list = (query: ListRequestsQuery, viewer = person) =>
    RequestQueries.create({ knex, now: () => NOW }).list(
      query,
      viewer,
      async requests => requests,
    );

  const figures = () =>
    FigureQueries.create({
      knex,
      now: () => NOW,
      // What there is is measured already.
      time: BusinessCalendar.create({
        timeZone: 'UTC',
        workDays: [1, 2, 3, 4, 5],
        hours: { start: '09:00', end: '17:00' },
        holidays: [],
      }),
    });

  it.each<[string, () => Promise<unknown>]>([
    ['all', () => list({ view: 'all' })],
    ['all, by when they are due', () => list({ view: 'all', sort: 'doneDue' })],
    [
      'all, by when they were made',
      () => list({ view: 'all', sort: '-createdAt' }),
    ],
    ['all, of the core team', () => list({ view: 'all' }, core)],
    ['mine', () => list({ view: 'mine' })],
    ['waiting for me', () => list({ view: 'waiting' })],
    ['triage', () => list({ view: 'triage' }, core)],
    [
      'of an entity',
      () => list({ view: 'all', entityRef: 'component:default/c7' }),
    ],
    ['of a package', () => list({ view: 'all', packageKey: 'pkg:npm/p7' })],
    ['of a licence', () => list({ view: 'all', licenceKey: 'known:L7' })],
    ['found by a word', () => list({ view: 'all', q: '49917' })],
    [
      'figures of a week by type',
      () => figures().byType({ from: '2026-11-01', to: '2026-11-07' }),
    ],
    [
      'figures of a week by competency',
      () => figures().byCompetency({ from: '2026-11-01', to: '2026-11-07' }),
    ],
    [
      'loads of providers',
      () =>
        LoadQueries.create({ knex, hoursPerWorkItem: 2 }).of(
          ['group:default/g7', 'group:default/g8'],
          NOW.toISOString(),
        ),
    ],
    [
      'precedents',
      () =>
        PrecedentQueries.create({
          knex,
          now: () => NOW,
          expiringDays: 60,
        }).list({}, async precedents => precedents),
    ],
  ])('%s never reads all requests', async (_question, ask) => {
    const statements = await statementsOf(knex, ask);
    const plans = await Promise.all(
      statements
        .filter(({ sql }) => sql.startsWith('select'))
        .map(statement => planOf(knex, statement)),
    );
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      expect(plan).not.toMatch(READS_ALL);
    }
  });

  it('would notice if all requests were read', async () => {
    const sql = `select id from requests where outcome = 'approved'`;
    expect(await planOf(knex, { sql, bindings: [] })).toMatch(READS_ALL);
  });

  it('reads on where a page ended, without a gap and without one twice', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({
        view: 'all',
        entityRef: 'component:default/c7',
        limit: 7,
        cursor,
      });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(25);
    expect(new Set(seen).size).toBe(25);
    expect([...seen].sort().reverse()).toEqual(seen);
  });
});
