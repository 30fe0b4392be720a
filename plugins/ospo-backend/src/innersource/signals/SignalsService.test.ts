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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import express from 'express';
import { Knex } from 'knex';
import request from 'supertest';
import { PushedSignalsResult } from '@ospo-suite/backstage-plugin-ospo-common';
import { RepositorySignals } from '@ospo-suite/backstage-plugin-ospo-node';
import { DefaultOfficeCallers } from '../../access';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { aContext, aProject } from './__testUtils__/aProject';
import { aTarget, START, Targets } from './__testUtils__/aStore';
import { computeProjectSignals } from './compute/computeProjectSignals';
import { createSignalsRouter } from './createSignalsRouter';
import { RepositorySignalsRegistry } from './reading/RepositorySignalsRegistry';
import { SignalsService } from './SignalsService';
import { DatabaseSignalsStore } from './store/DatabaseSignalsStore';

jest.setTimeout(120_000);

/** Signals of 102 real repositories, derived from git alone. */
const shared = path.resolve(
  __dirname,
  '../../../../../../shared/data/innersource',
);
interface Row {
  full_name: string;
  participation: number[];
  bot_commits_52w: number;
  human_authors_52w: number;
  docs: Record<string, string[]>;
  [field: string]: unknown;
}
const file = JSON.parse(
  readFileSync(
    path.join(shared, 'scm-signals/git-derived-signals.json'),
    'utf8',
  ),
) as { as_of: string; repos: Row[] };

const [ROW] = file.repos;
const AS_OF = file.as_of;

const as = {
  ci: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('external:ci'),
    targetPluginId: 'test',
  }),
  stranger: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('external:other'),
    targetPluginId: 'test',
  }),
  core: mockCredentials.user.header('user:default/core'),
  user: mockCredentials.user.header('user:default/asa'),
};

/** What Backstage's own middleware does with an error. */
const mockErrors: express.ErrorRequestHandler = (error, _req, res, _next) => {
  const statuses: Record<string, number> = {
    InputError: 400,
    AuthenticationError: 401,
    NotAllowedError: 403,
    NotFoundError: 404,
  };
  res.statusCode = error.statusCode ?? statuses[error.name] ?? 500;
  res.json({ error: { name: error.name, message: error.message } });
};

async function setUp(options: {
  knex: Knex;
  targets: Targets;
  /** Refs that the catalog shows. */
  visible?: string[];
  denied?: boolean;
  sources?: RepositorySignals[];
}) {
  const { knex, targets } = options;
  const visible = options.visible ?? targets.all.map(({ ref }) => ref);
  const catalog = catalogServiceMock({
    entities: visible.map(ref => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: ref.split('/')[1], namespace: 'default' },
    })),
  });
  const now = () => new Date(START);
  const events: string[] = [];
  const sources = RepositorySignalsRegistry.create();
  options.sources?.forEach(source => sources.addRepositorySignals(source));
  const store = DatabaseSignalsStore.create({ knex });
  const auth = mockServices.auth();
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const { userEntityRef } = (
        credentials as { principal: { userEntityRef: string } }
      ).principal;
      return { userEntityRef, ownershipEntityRefs: [userEntityRef] };
    },
  });
  const app = express();
  app.use(
    createSignalsRouter({
      httpAuth: mockServices.httpAuth({
        defaultCredentials: mockCredentials.none(),
      }),
      callers: DefaultOfficeCallers.create({
        auth,
        catalog,
        permissions: mockServices.permissions({
          result: options.denied ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
        }),
        userInfo,
        coreTeam: ['user:default/core'],
        visibilityTtlMs: 1_000,
        now,
      }),
      service: SignalsService.create({
        store,
        targets,
        sources,
        services: new Set(['external:ci']),
        lookAtBudget: async () => ({ used: 7, limit: 100 }),
        auditor: mockServices.auditor.mock({
          createEvent: async ({ eventId }) => {
            events.push(eventId);
            return {
              success: async () => undefined,
              fail: async () => undefined,
            };
          },
        }),
        now,
      }),
    }),
  );
  app.use(mockErrors);
  const push = (body: unknown, who: keyof typeof as = 'ci') =>
    request(app)
      .post('/innersource/signals')
      .set({ authorization: as[who], 'content-type': 'application/json' })
      .send(typeof body === 'string' ? body : JSON.stringify(body));
  return { app, store, push, events };
}

function targetsOf(rows: readonly Row[]): Targets {
  const targets = new Targets();
  targets.all = rows.map(({ full_name }) => ({
    ref: `component:default/${full_name
      .replace(/[^a-z0-9]+/gi, '-')
      .toLowerCase()}`,
    repository: {
      url: `https://github.com/${full_name}`,
      host: 'github.com',
      slug: full_name,
    },
    helpLabels: [],
  }));
  return targets;
}

describe.each(everyDatabase)(
  'signals that are sent, %s',
  (_name, createDatabase) => {
    let knex: Knex;

    beforeEach(async () => {
      knex = await createDatabase();
    });

    it('takes in 102 real repositories: what nobody knows is not zero, and bots are left out', async () => {
      const targets = targetsOf(file.repos);
      const { push, store, events } = await setUp({ knex, targets });
      const { status, body } = await push(file);
      expect(status).toBe(200);
      const items: PushedSignalsResult[] = body.items;
      expect(items).toHaveLength(102);
      expect(
        items.every(
          ({ outcome, ignored }) =>
            outcome === 'stored' && ignored.length === 0,
        ),
      ).toBe(true);
      expect(events).toEqual(['innersource-signals-push']);

      const records = await store.readAll();
      for (const row of file.repos) {
        const target = targets.all.find(
          ({ repository }) => repository?.slug === row.full_name,
        );
        const record = records.get(target?.ref ?? '');
        const facts = aProject({}, { repository: target?.repository });
        facts.kept = record && { parts: record.parts, states: record.states };
        const { activity, welcoming, reach } = computeProjectSignals(
          facts,
          aContext,
        );

        const all = row.participation.reduce((sum, week) => sum + week, 0);
        expect(activity.humanCommitsPerWeek52.value).toBeCloseTo(
          Math.max(0, all - row.bot_commits_52w) / 52,
          2,
        );
        // The weeks of people are known only where no bot is among them.
        expect(activity.participation.value).toEqual(
          row.bot_commits_52w === 0 ? row.participation : null,
        );
        expect(activity.humanAuthors.value).toBe(
          [1, 2].includes(row.human_authors_52w) ? null : row.human_authors_52w,
        );
        expect(activity.releases.value).not.toBe(
          row.tags === 0 ? null : row.tags || undefined,
        );
        // Nothing of these is in the file.
        for (const unknown of [
          welcoming.wantedHelp,
          welcoming.firstResponseHours,
          reach.outsideShare,
          reach.contributionDistance,
        ]) {
          expect(unknown).toMatchObject({ value: null, state: 'unknown' });
        }
        const found =
          welcoming.documentation.value?.map(({ document }) => document) ?? [];
        expect(found.includes('contributing')).toBe('contributing' in row.docs);
        expect(found.includes('codeowners')).toBe('codeowners' in row.docs);
      }
      const quiet = file.repos.filter(({ participation }) =>
        participation.every(week => week === 0),
      );
      expect(quiet).toHaveLength(33);
    });

    it('keeps out what is older, and takes the same again', async () => {
      const targets = targetsOf([ROW]);
      const { push, store } = await setUp({ knex, targets });
      const row = { ...ROW, host: 'github.com' };
      expect(
        (await push({ ...row, as_of: '2026-11-01T00:00:00Z' })).body.items[0]
          .outcome,
      ).toBe('stored');
      const before = await store.read(targets.all[0].ref);
      const { body } = await push({
        ...row,
        participation: Array(52).fill(0),
        as_of: AS_OF,
      });
      expect(body.items[0]).toMatchObject({
        outcome: 'kept-out',
        reason: expect.stringContaining("commits: what 'push' told is newer"),
      });
      expect(await store.read(targets.all[0].ref)).toEqual(before);
      expect(
        (await push({ ...row, as_of: '2026-11-01T00:00:00Z' })).body.items[0]
          .outcome,
      ).toBe('stored');
    });

    it('does not take the place of what a connected source reads well', async () => {
      const targets = targetsOf([ROW]);
      const [target] = targets.all;
      const { push, store } = await setUp({ knex, targets });
      await store.putTargets(
        [{ target, budgetKey: 'x' }],
        new Date(START).toISOString(),
      );
      const read = {
        value: { bounded: true },
        source: 'github',
        fetchedAt: '2026-01-01T00:00:00.000Z',
      };
      await store.change(target.ref, () => ({ parts: { commits: read } }));
      const { body } = await push({ ...ROW, as_of: AS_OF });
      expect(body.items[0].projects[0].parts).toContainEqual({
        part: 'commits',
        stored: false,
        reason: "'github' tells it",
      });
      await store.change(target.ref, () => ({
        parts: { commits: { ...read, error: 'down' } },
      }));
      await push({ ...ROW, as_of: AS_OF });
      expect((await store.read(target.ref))?.parts.commits?.source).toBe(
        'push',
      );
    });

    it('tells each row why it was not stored, and stores the others', async () => {
      const targets = targetsOf(file.repos.slice(0, 2));
      const { push, store } = await setUp({ knex, targets });
      const [good] = file.repos;
      const bad: [object, RegExp][] = [
        [
          { ...good, full_name: 'no/where' },
          /No inner-source project of 'no\/where'/,
        ],
        [{ ...good, participation: [1, 2, 3] }, /participation: has 52 weeks/],
        [{ ...good, bot_commits_52w: -1 }, /bot_commits_52w/],
        [{ ...good, pushed_at_last_commit: 'yesterday' }, /is no time/],
        [{ ...good, as_of: '2030-01-01' }, /future/],
        [
          { ...good, authors: ['x'] },
          /authors: data about people is not taken/,
        ],
        [
          { ...good, docs: { readme: ['by anna@example.org'] } },
          /docs.readme.0: holds an e-mail address/,
        ],
        [{ ...good, 'bea@example.org': 1 }, /e-mail address/],
        [{ full_name: undefined }, /Name the project/],
        [{ entityRef: 'x y' }, /is no entity ref/],
      ];
      const { status, body } = await push({
        as_of: AS_OF,
        repos: [...bad.map(([row]) => row), 7, null, good],
      });
      expect(status).toBe(200);
      const items: PushedSignalsResult[] = body.items;
      bad.forEach(([, reason], index) => {
        expect(items[index].reason).toMatch(reason);
        expect(items[index].projects).toEqual([]);
      });
      expect(items.at(-1)?.outcome).toBe('stored');
      expect((await store.readAll()).size).toBe(1);
      expect(JSON.stringify(await knex('innersource_signals'))).not.toMatch(
        /anna|bea@/,
      );
    });

    it('answers one row by itself with an error', async () => {
      const { push } = await setUp({ knex, targets: targetsOf([ROW]) });
      expect(
        (await push({ ...ROW, as_of: AS_OF, participation: [1] })).status,
      ).toBe(400);
      expect(
        (await push({ ...ROW, as_of: AS_OF, full_name: 'no/where' })).status,
      ).toBe(404);
      expect((await push({ ...ROW })).status).toBe(400);
      expect((await push({ ...ROW, as_of: AS_OF })).status).toBe(200);
    });

    it('matches a name in whatever case, by host where several have it, and every project of the repository', async () => {
      const targets = new Targets();
      targets.all = [
        aTarget('a', { host: 'one.example.org' }),
        aTarget('a', { host: 'two.example.org' }),
      ].map((target, i) => ({ ...target, ref: `component:default/a${i}` }));
      targets.all.push({ ...targets.all[1], ref: 'component:default/b' });
      const { push, store } = await setUp({ knex, targets });
      const row = { ...ROW, full_name: 'ACME/A', as_of: AS_OF };
      expect((await push(row)).body.error.message).toMatch(/several hosts/);
      const { body } = await push({ ...row, host: 'Two.example.org' });
      expect(
        body.items[0].projects.map(({ ref }: { ref: string }) => ref),
      ).toEqual(['component:default/a1', 'component:default/b']);
      expect(
        (
          await push({
            ...row,
            full_name: undefined,
            entityRef: 'Component:a0',
          })
        ).status,
      ).toBe(200);
      expect(
        (await store.read('component:default/a0'))?.parts.commits,
      ).toBeDefined();
    });

    it('measures the body before it is parsed', async () => {
      const { push } = await setUp({ knex, targets: targetsOf([ROW]) });
      expect((await push(`${'['.repeat(100_000)}`)).body.error.message).toMatch(
        /nested deeper/,
      );
      expect((await push('x'.repeat(4_100_000))).status).toBe(413);
      expect((await push('{"repos": 1}')).status).toBe(400);
      expect((await push('not json')).body.error.message).toMatch(/is no JSON/);
      expect(
        (await push({ repos: Array(1_001).fill({}) })).body.error.message,
      ).toMatch(/at most 1000/);
    });

    it('is for the services that are listed and for the core team', async () => {
      const { push, app } = await setUp({ knex, targets: targetsOf([ROW]) });
      const row = { ...ROW, as_of: AS_OF };
      expect((await push(row, 'core')).status).toBe(200);
      expect((await push(row, 'user')).status).toBe(403);
      const { status, body } = await push(row, 'stranger');
      expect(status).toBe(403);
      expect(body.error.message).toContain('ospo.innerSource.signals.services');
      expect(
        (await request(app).post('/innersource/signals').send({})).status,
      ).toBe(401);
      const denied = await setUp({
        knex,
        targets: targetsOf([ROW]),
        denied: true,
      });
      expect((await denied.push(row, 'core')).status).toBe(403);
    });

    it('tells nobody of a project that the catalog would not show them', async () => {
      const targets = targetsOf(file.repos.slice(0, 2));
      const { push, app } = await setUp({
        knex,
        targets,
        visible: [targets.all[0].ref],
      });
      const hidden = { ...file.repos[1], as_of: AS_OF };
      const { status, body } = await push(hidden, 'core');
      const none = await push({ ...hidden, full_name: 'no/where' }, 'core');
      expect([status, none.status]).toEqual([404, 404]);
      expect(body.error.message.replace(/'.*?'/, '')).toBe(
        none.body.error.message.replace(/'.*?'/, ''),
      );
      await push({ ...ROW, as_of: AS_OF }, 'core');
      const overview = await request(app)
        .get('/innersource/signals')
        .set({ authorization: as.user });
      expect(overview.body.projects.total).toBe(1);
    });

    it('shows how reading does, and the hosts to the core team alone', async () => {
      const targets = targetsOf(file.repos.slice(0, 3));
      const source: RepositorySignals = {
        id: 'github',
        parts: ['commits'],
        reads: () => true,
        budgetKey: ({ host }) => host,
        read: async () => ({ parts: {}, validators: {} }),
      };
      const { push, app, store } = await setUp({
        knex,
        targets,
        sources: [source],
      });
      await push({ ...ROW, as_of: AS_OF });
      await store.putTargets(
        [{ target: targets.all[1], budgetKey: 'x' }],
        new Date(START).toISOString(),
      );
      await store.change(targets.all[1].ref, () => ({
        states: [
          {
            source: 'github',
            state: 'failed',
            failedAt: '2026-11-25T11:00:00.000Z',
            note: 'The forge is down.',
            validators: {},
            failures: 1,
          },
        ],
      }));
      const get = (who: keyof typeof as) =>
        request(app)
          .get('/innersource/signals')
          .set({ authorization: as[who] });
      const { body } = await get('core');
      expect(body).toEqual({
        connected: true,
        projects: { total: 2, read: 1, waiting: 1, failed: 1, unread: 0 },
        discoveredAt: '2026-11-25T12:00:00.000Z',
        hosts: [
          {
            host: 'github.com',
            source: 'github',
            projects: 2,
            budget: { used: 7, limit: 100 },
            lastError: {
              at: '2026-11-25T11:00:00.000Z',
              message: 'The forge is down.',
            },
          },
        ],
      });
      expect((await get('user')).body).toEqual({ ...body, hosts: [] });
    });

    it('tells what waits from what nobody reads, and is connected once CI sends', async () => {
      const targets = targetsOf(file.repos.slice(0, 2));
      const { push, app, store } = await setUp({ knex, targets });
      const overview = async () =>
        (
          await request(app)
            .get('/innersource/signals')
            .set({ authorization: as.user })
        ).body;
      await store.putTargets(
        targets.all.map(target => ({ target, budgetKey: 'x' })),
        new Date(START).toISOString(),
      );
      expect(await overview()).toMatchObject({
        connected: false,
        projects: { total: 2, read: 0, waiting: 0, failed: 0, unread: 2 },
      });
      await push({ ...ROW, as_of: AS_OF });
      expect(await overview()).toMatchObject({
        connected: true,
        projects: { total: 2, read: 1, waiting: 0, failed: 0, unread: 1 },
      });
    });
  },
);
