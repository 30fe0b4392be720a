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
import githubModule from '@ospo-suite/backstage-plugin-ospo-backend-module-github';
import gitlabModule from '@ospo-suite/backstage-plugin-ospo-backend-module-gitlab';
import {
  aFictionalRepository,
  ForgeServer,
} from '@ospo-suite/backstage-plugin-ospo-node/testUtils';
import request from 'supertest';

jest.setTimeout(120_000);

// The portal's own database service leaves those in memory open.
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const NAMES = ['tide-tables', 'pilot-book', 'light-list', 'buoy-map'];
/** Login, where the forge tells it, and address, where it tells only that. */
const PEOPLE = {
  'mira-quill': 'mira.quill@harbour.example',
  'otto-brandt': 'otto.brandt@harbour.example',
  'sanna-holm': 'sanna.holm@lighthouse.example',
};
const user = mockCredentials.user.header();

function anEntity(
  kind: string,
  name: string,
  more: {
    annotations?: Record<string, string>;
    email?: string;
    relations?: [type: string, targetRef: string][];
  },
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', annotations: more.annotations },
    spec: { profile: { ...(more.email && { email: more.email }) } },
    relations: (more.relations ?? []).map(([type, targetRef]) => ({
      type,
      targetRef,
    })),
  };
}

/** Harbour owns the projects; everybody who commits to them is of the lighthouse. */
function organisation(logins: string): Entity[] {
  return [
    anEntity('Group', 'coast', {}),
    ...['harbour', 'lighthouse'].map(name =>
      anEntity('Group', name, {
        relations: [['childOf', 'group:default/coast']],
      }),
    ),
    ...Object.entries(PEOPLE).map(([name, email]) =>
      anEntity('User', name, {
        annotations: { [logins]: name },
        email,
        relations: [['memberOf', 'group:default/lighthouse']],
      }),
    ),
  ];
}

function project(name: string): Entity {
  return anEntity('Component', name, {
    annotations: {
      'ospo/inner-source': 'true',
      'backstage.io/source-location': `url:https://forge.example/harbour/${name}`,
    },
    relations: [['ownedBy', 'group:default/harbour']],
  });
}

async function startPortal(options: {
  speaks: 'github' | 'gitlab';
  requestsPerMinute?: number;
}) {
  const { speaks, requestsPerMinute = 1_000 } = options;
  const now = new Date();
  const forge = await ForgeServer.start({
    speaks,
    repositories: NAMES.map(name =>
      aFictionalRepository({ now, overrides: { slug: `harbour/${name}` } }),
    ),
    now,
  });
  const tasks = new Map<
    string,
    Parameters<SchedulerService['scheduleTask']>[0]
  >();
  const { server } = await startTestBackend({
    features: [
      ospoPlugin,
      githubModule,
      gitlabModule,
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            [speaks]: [{ host: 'forge.example', apiBaseUrl: forge.apiBaseUrl }],
          },
          ospo: {
            innerSource: {
              signals: {
                hosts: [
                  {
                    host: 'forge.example',
                    requestsPerHour: 1_000,
                    requestsPerMinute,
                  },
                ],
              },
            },
          },
        },
      }),
      mockServices.database.factory({ knex: await databases.init('SQLITE_3') }),
      catalogServiceMock.factory({
        entities: [
          ...organisation(`${speaks}.com/user-login`),
          ...NAMES.map(project),
        ],
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
  const get = async (path: string) =>
    (await request(server).get(`/api/ospo${path}`).set('authorization', user))
      .body;
  return { forge, run, get };
}

describe.each(['github', 'gitlab'] as const)('signals from %s', speaks => {
  let portal: Awaited<ReturnType<typeof startPortal>>;

  afterEach(() => portal.forge.close());

  it('go from the annotation of a component to its page, without the people', async () => {
    portal = await startPortal({ speaks });
    const { run, get } = portal;
    await run('innersource-discover');
    await run('innersource-read-signals');
    const page = await get(
      '/innersource/projects/by-ref?ref=component:default/tide-tables',
    );
    const { activity, welcoming, reach } = page.signals;
    expect(activity.humanCommitsPerWeek52).toMatchObject({
      state: 'known',
      source: speaks,
      inputs: { humanCommits: 120 },
    });
    expect(activity.humanAuthors.value).toBe(3);
    expect(welcoming.documentation.value.length).toBeGreaterThan(0);
    expect(reach.outsideShare).toMatchObject({
      value: 1,
      inputs: { inside: 0, outside: 120, unmapped: 0 },
    });
    expect(reach.contributionDistance.value).toBe(1);
    expect(page.wantedHelpItems.length).toBeGreaterThan(0);
    for (const name of [...Object.keys(PEOPLE), '@lighthouse', '@harbour']) {
      expect(JSON.stringify(page.signals)).not.toContain(name);
    }
    const { items } = await get('/innersource/projects');
    expect(items[0].labels.activity).toMatchObject({ n: 4, level: 'middle' });
  });

  it('are asked for within the budget of the host, and the rest is waited for', async () => {
    portal = await startPortal({ speaks, requestsPerMinute: 7 });
    const { forge, run, get } = portal;
    await run('innersource-discover');
    await run('innersource-read-signals');
    await run('innersource-read-signals');
    expect(forge.asked.length).toBeGreaterThan(0);
    expect(forge.asked.length).toBeLessThanOrEqual(7);
    const { projects } = await get('/innersource/signals');
    expect(projects).toMatchObject({ total: 4, failed: 0 });
    expect(projects.waiting).toBeGreaterThan(0);
  });
});
