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
  ListRequestsQuery,
  RequestState,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { LoadQueries } from './LoadQueries';
import { PrecedentQueries } from './PrecedentQueries';
import { RequestQueries } from './RequestQueries';
import { NO_DUE } from './rows';
import { Viewer } from './Viewer';

jest.setTimeout(240_000);

const REQUESTS = 50_000;
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

/** Years of requests: most are over, a few are open, some are confidential. */
async function fill(knex: Knex): Promise<void> {
  const rows = Array.from({ length: REQUESTS }, (_, n) => {
    const isOpen = n >= REQUESTS - 300;
    const state: RequestState = isOpen ? 'in-progress' : 'closed';
    const at = new Date(
      NOW.getTime() - (REQUESTS - n) * 1_000_000,
    ).toISOString();
    return {
      id: `r${String(n).padStart(6, '0')}`,
      number: n + 1,
      type_id: `type-${n % 10}`,
      title: `Request about thing ${n}`,
      state,
      version: 1,
      confidentiality: n % 20 === 0 ? 'confidential' : 'internal',
      requester_ref: `user:default/u${n % 5_000}`,
      entity_ref: `component:default/c${n % 2_000}`,
      package_key: `pkg:npm/p${n % 3_000}`,
      licence_key: `known:L${n % 100}`,
      answers: '{}',
      created_at: at,
      updated_at: at,
      submitted_at: at,
      done_due: isOpen ? at : NO_DUE,
      next: '{"step":"none","who":[]}',
      triage: isOpen && n % 3 === 0 ? ',gap,' : '',
      search_text: `r-${n + 1} request about thing ${n}`,
    };
  });
  const items = rows.map(({ id, state, created_at: at }, n) => ({
    id: `w${id}`,
    request_id: id,
    position: 0,
    competency_ref: `competency:default/k${n % 200}`,
    authority: 'answer',
    blocking: true,
    state: state === 'closed' ? 'done' : 'assigned',
    is_active: state !== 'closed',
    provider_ref: `group:default/g${n % 2_000}`,
    required_at: at,
    asked_at: at,
    done_at: state === 'closed' ? at : null,
  }));
  const participants = rows.flatMap(({ id, requester_ref: ref, state }, n) => [
    { request_id: id, ref, is_waiting: false },
    {
      request_id: id,
      ref: `group:default/g${n % 2_000}`,
      is_waiting: state !== 'closed',
    },
  ]);
  const tries = items.map(({ id, request_id, provider_ref, asked_at }) => ({
    id,
    request_id,
    work_item_id: id,
    provider_ref,
    asked_at,
  }));
  await knex.transaction(async tx => {
    await tx.batchInsert('requests', rows, 400);
    await tx.batchInsert('request_work_items', items, 400);
    await tx.batchInsert('request_participants', participants, 400);
    await tx.batchInsert('request_tries', tries, 400);
  });
  await knex.raw('analyze');
}

describe.each(everyDatabase)('index use, %s', (_name, createDatabase) => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await createDatabase();
    await fill(knex);
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
