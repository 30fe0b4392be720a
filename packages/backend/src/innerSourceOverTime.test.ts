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
  coreServices,
  createServiceFactory,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import ospoPlugin from '@ospo-suite/backstage-plugin-ospo-backend';
import ospoModuleGit from '@ospo-suite/backstage-plugin-ospo-backend-module-git';
import ospoModuleGithub from '@ospo-suite/backstage-plugin-ospo-backend-module-github';
import ospoModuleGitlab from '@ospo-suite/backstage-plugin-ospo-backend-module-gitlab';
import { InnerSourceProjectDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  aFictionalRepository,
  ForgeServer,
} from '@ospo-suite/backstage-plugin-ospo-node/testUtils';
import request from 'supertest';

jest.setTimeout(180_000);

// The portal's own database service leaves those in memory open.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const PER_MINUTE = 10;
const PER_HOUR = 60;
const begun = new Date('2026-11-25T12:00:00Z');

type ScheduledTask = Parameters<SchedulerService['scheduleTask']>[0];

/** Time passes only when the test says so; whatever waits for the network or the database does it in real time. */
function stopTheClock() {
  jest.useFakeTimers({
    now: begun,
    doNotFake: [
      'hrtime',
      'nextTick',
      'performance',
      'queueMicrotask',
      'setImmediate',
      'clearImmediate',
      'setInterval',
      'clearInterval',
      'setTimeout',
      'clearTimeout',
    ],
  });
}

function letPass(ms: number) {
  jest.setSystemTime(Date.now() + ms);
}

function aProject(name: string, annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: { 'ospo/inner-source': 'true', ...annotations },
    },
    spec: { type: 'library', lifecycle: 'production', owner: 'harbour' },
  };
}

const SLUGS = ['tides', 'moons', 'piers', 'lamps'].map(
  name => `harbour/${name}`,
);

/** By slug, by address, and one by the folder of its repository. */
const entities = [
  aProject('tides', { 'github.com/project-slug': 'harbour/tides' }),
  ...['moons', 'piers', 'lamps'].map(name =>
    aProject(name, {
      'backstage.io/source-location': `url:https://github.com/harbour/${name}/`,
    }),
  ),
  aProject('tides-sdk', {
    'backstage.io/source-location':
      'url:https://github.com/harbour/tides/tree/main/sdk/',
  }),
  aProject('buoys', {
    'backstage.io/source-location':
      'url:https://gitlab.example/harbour/sea/buoys/',
  }),
  aProject('anchors', {
    'backstage.io/source-location':
      'url:https://elsewhere.example/harbour/anchors/',
  }),
];

let github: ForgeServer;
let gitlab: ForgeServer;
let portal: Awaited<ReturnType<typeof startPortal>>;

beforeEach(async () => {
  stopTheClock();
  const forge = { now: () => new Date(), token: 'token-of-the-harbour' };
  const repositoryOf = (slug: string) =>
    aFictionalRepository({ now: begun, overrides: { slug } });
  github = await ForgeServer.start({
    ...forge,
    speaks: 'github',
    repositories: SLUGS.map(repositoryOf),
  });
  gitlab = await ForgeServer.start({
    ...forge,
    speaks: 'gitlab',
    repositories: [repositoryOf('harbour/sea/buoys')],
  });
  portal = await startPortal();
});

afterEach(async () => {
  await github.close();
  await gitlab.close();
  jest.useRealTimers();
});

async function startPortal() {
  const tasks = new Map<string, ScheduledTask>();
  const urlReader = mockServices.urlReader.mock();
  const { server } = await startTestBackend({
    features: [
      ospoPlugin,
      ospoModuleGit,
      ospoModuleGithub,
      ospoModuleGitlab,
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            github: [
              {
                host: 'github.com',
                apiBaseUrl: github.apiBaseUrl,
                token: 'token-of-the-harbour',
              },
            ],
            gitlab: [
              {
                host: 'gitlab.example',
                apiBaseUrl: gitlab.apiBaseUrl,
                token: 'token-of-the-harbour',
              },
            ],
          },
          ospo: {
            innerSource: {
              signals: {
                hosts: [
                  {
                    host: 'github.com',
                    requestsPerMinute: PER_MINUTE,
                    requestsPerHour: PER_HOUR,
                  },
                ],
              },
            },
          },
        },
      }),
      mockServices.database.factory({ knex: await databases.init('SQLITE_3') }),
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: coreServices.urlReader,
        deps: {},
        factory: () => urlReader,
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () =>
          mockServices.scheduler.mock({
            scheduleTask: async task => {
              tasks.set(task.id, task);
            },
          }),
      }),
    ],
  });
  const run = async (id: string) => {
    await tasks.get(id)?.fn(new AbortController().signal);
  };
  await run('innersource-discover');
  return {
    readSignals: () => run('innersource-read-signals'),
    async project(name: string): Promise<InnerSourceProjectDetail> {
      const { body } = await request(server)
        .get('/api/ospo/innersource/projects/by-ref')
        .query({ ref: `component:default/${name}` })
        .set('authorization', mockCredentials.user.header())
        .expect(200);
      return body;
    },
  };
}

/** Runs the schedule of each minute until the forge is asked no more. */
async function readForHours(hours: number) {
  for (let minute = 0; minute < hours * 60; minute++) {
    await portal.readSignals();
    letPass(MINUTE_MS);
  }
}

/** The most requests in any time of that length. */
function mostWithin(forge: ForgeServer, ms: number): number {
  const times = forge.asked.map(({ at }) => at.getTime());
  return Math.max(
    ...times.map(
      from => times.filter(at => at >= from && at < from + ms).length,
    ),
  );
}

/** What was read is shown a moment after it was asked for, because nobody waits for what is only newer. */
async function eventually(check: () => Promise<void>) {
  for (let tries = 0; ; tries++) {
    try {
      await check();
      return;
    } catch (error) {
      if (tries === 50) {
        throw error;
      }
      letPass(10_000);
      await new Promise(resolve => {
        setTimeout(resolve, 20);
      });
    }
  }
}

const whole = {
  lastHumanPush: '2026-11-24T12:00:00.000Z',
  perWeek52: expect.closeTo(120 / 52, 1),
  authors: 3,
  releases: 2,
  commits: 120,
  wantedHelp: 2,
  unmapped: 120,
};

function valuesOf(project: InnerSourceProjectDetail) {
  const { activity, reach, welcoming } = project.signals;
  return {
    lastHumanPush: activity.lastHumanPush.value,
    perWeek52: activity.humanCommitsPerWeek52.value,
    authors: activity.humanAuthors.value,
    releases: activity.releases.value,
    commits: activity.participation.value?.reduce((a, b) => a + b, 0),
    wantedHelp: welcoming.wantedHelp.value,
    unmapped: reach.outsideShare.inputs.unmapped,
  };
}

function readingOf({ readings }: InnerSourceProjectDetail) {
  const reading = readings.find(({ source }) => source === 'github');
  return reading ?? { source: 'none', state: 'none', note: '' };
}

async function expectWhole(name: string) {
  await eventually(async () => {
    const project = await portal.project(name);
    expect([name, valuesOf(project)]).toEqual([name, whole]);
  });
}

/** All is known as before, and it is said that the forge could not be read. */
async function expectTrouble(mood: string) {
  await eventually(async () => {
    const project = await portal.project('tides');
    const { state, note } = readingOf(project);
    expect([mood, valuesOf(project)]).toEqual([mood, whole]);
    expect([mood, state]).not.toEqual([mood, 'ok']);
    expect(note).not.toMatch(/secret-path|token-of|Sign in/);
  });
}

it('leads from annotations to what a project’s page tells, within the budget of the forge', async () => {
  expect((await portal.project('tides')).signals.activity).toMatchObject({
    participation: { value: null, state: 'unknown' },
  });

  await readForHours(3);

  for (const name of ['tides', 'moons', 'piers', 'lamps', 'buoys']) {
    await expectWhole(name);
  }
  expect(valuesOf(await portal.project('tides-sdk'))).toMatchObject({
    commits: 24,
    unmapped: 24,
  });
  const anchors = await portal.project('anchors');
  expect(anchors.signals.activity.participation).toMatchObject({
    value: null,
    state: 'unknown',
    note: expect.any(String),
  });
  expect(mostWithin(github, MINUTE_MS)).toBeLessThanOrEqual(PER_MINUTE);
  expect(mostWithin(github, HOUR_MS)).toBeLessThanOrEqual(PER_HOUR);
  expect(mostWithin(github, MINUTE_MS)).toBeGreaterThan(PER_MINUTE / 2);
  for (const { path } of [...github.asked, ...gitlab.asked]) {
    expect(path).not.toContain('anchors');
  }
});

it('keeps what it knows when the forge fails, asks for quiet, or talks nonsense', async () => {
  await readForHours(3);
  await expectWhole('tides');

  github.answer('busy');
  letPass(8 * HOUR_MS);
  let asked = github.asked.length;
  await portal.readSignals();
  // As many as are read at once; after that it is left alone until the time that it told.
  expect(github.asked.length - asked).toBeLessThanOrEqual(2);
  asked = github.asked.length;
  for (let minute = 0; minute < 9; minute++) {
    letPass(MINUTE_MS);
    await portal.readSignals();
  }
  expect(github.asked.length).toBe(asked);

  for (const mood of ['failing', 'sign-in', 'broken', 'computing'] as const) {
    github.answer(mood);
    letPass(30 * HOUR_MS);
    await readForHours(0.2);
    expect(github.asked.length).toBeGreaterThan(asked);
    asked = github.asked.length;
    await expectTrouble(mood);
  }
  expect(mostWithin(github, MINUTE_MS)).toBeLessThanOrEqual(PER_MINUTE);
  expect(mostWithin(github, HOUR_MS)).toBeLessThanOrEqual(PER_HOUR);

  github.answer('well');
  letPass(30 * HOUR_MS);
  await readForHours(3);
  await eventually(async () => {
    const project = await portal.project('tides');
    expect(readingOf(project).state).toBe('ok');
    const { participation } = project.signals.activity;
    expect(Date.parse(participation.fetchedAt ?? '')).toBeGreaterThan(
      Date.now() - 4 * HOUR_MS,
    );
  });
});
