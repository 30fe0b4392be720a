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

import { readFile } from 'node:fs/promises';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  resolvePackagePath,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  innerSourceProjectDetailSchema,
  signalsOverviewSchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoRepositorySignalsExtensionPoint,
  ospoSbomSourcesExtensionPoint,
  RepositorySignals,
  SbomSource,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { Knex } from 'knex';
import request from 'supertest';
import ospoPlugin from '.';
import { everyDatabase } from './shared/__testUtils__/testDatabases';
import { aGroup, anEntity } from './usage/__testUtils__/anEntity';
import { Forge } from './usage/sources/__testUtils__/Forge';

jest.setTimeout(180_000);

const SHARED = '../../../shared/data/sbom-corpus';
const REAL_SBOM =
  'CycloneDX__bom-examples/SBOM/cern-lhc-vdm-editor-e564943/bom.json';

function readCorpus(file: string): Promise<Buffer> {
  return readFile(
    resolvePackagePath(
      '@ospo-suite/backstage-plugin-ospo-backend',
      SHARED,
      file,
    ),
  );
}

const service = mockCredentials.service.header();
const user = mockCredentials.user.header();

type ScheduledTask = Parameters<SchedulerService['scheduleTask']>[0];

async function startPortal(options: {
  knex: Knex;
  entities?: Entity[];
  config?: object;
  forge?: Forge;
  modules?: Parameters<typeof startTestBackend>[0]['features'];
}) {
  const tasks = new Map<string, ScheduledTask>();
  const reader = options.forge?.urlReader();
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const { server } = await startTestBackend({
    features: [
      ospoPlugin,
      ...(options.modules ?? []),
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: {
          ospo: { access: { ingestServices: ['external:test-service'] } },
          ...options.config,
        },
      }),
      catalogServiceMock.factory({ entities: options.entities ?? [] }),
      createServiceFactory({
        service: coreServices.logger,
        deps: {},
        factory: () => logger,
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
      ...(reader
        ? [
            createServiceFactory({
              service: coreServices.urlReader,
              deps: {},
              factory: () => reader,
            }),
          ]
        : []),
    ],
  });
  return {
    server,
    tasks,
    logger,
    runTask: async (id: string) => {
      await tasks.get(id)?.fn(new AbortController().signal);
    },
  };
}

describe.each(everyDatabase)('ospo plugin, %s', (_name, createDatabase) => {
  it('tells who uses a package, and who owns it, from an SBOM that a build sent', async () => {
    const { server } = await startPortal({
      knex: await createDatabase(),
      entities: [
        aGroup(),
        anEntity({ name: 'shop', title: 'Web shop' }),
        anEntity({ name: 'desk' }),
      ],
    });

    const sent = await request(server)
      .put('/api/ospo/components/component/default/shop/sboms')
      .set('authorization', service)
      .set('content-type', 'application/octet-stream')
      .send(await readCorpus(REAL_SBOM));
    expect(sent.body).toMatchObject({
      outcome: 'stored',
      snapshot: {
        format: 'CycloneDX',
        specVersion: '1.2',
        source: 'push',
        counts: { packages: 43 },
      },
    });
    expect(sent.status).toBe(201);

    const found = await request(server)
      .get('/api/ospo/packages?q=uppetee')
      .set('authorization', user);
    expect(found.body.items).toMatchObject([
      { key: 'pkg:npm/puppeteer', components: 1 },
    ]);

    const users = await request(server)
      .get('/api/ospo/packages/by-purl/usages')
      .query({ purl: found.body.items[0].key })
      .set('authorization', user);
    expect(users.body.items).toMatchObject([
      {
        component: {
          entityRef: 'component:default/shop',
          title: 'Web shop',
          ownerRef: 'group:default/team-a',
          ownerState: 'present',
        },
      },
    ]);

    const again = await request(server)
      .put('/api/ospo/components/component/default/shop/sboms')
      .set('authorization', service)
      .set('content-type', 'application/octet-stream')
      .send(await readCorpus(REAL_SBOM));
    expect(again.body).toMatchObject({ outcome: 'unchanged' });

    const snapshot = sent.body.snapshot.id;
    const download = await request(server)
      .get(`/api/ospo/components/component/default/shop/sboms/${snapshot}`)
      .set('authorization', user)
      .buffer(true)
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', chunk => chunks.push(chunk));
        res.on('end', () => done(null, Buffer.concat(chunks)));
      });
    expect(download.body.equals(await readCorpus(REAL_SBOM))).toBe(true);
  });

  it('tells who can help with a component, from what its SBOM and the catalog say', async () => {
    const { server } = await startPortal({
      knex: await createDatabase(),
      entities: [
        aGroup(),
        anEntity({
          name: 'shop',
          annotations: { 'ospo/distribution': 'distributed' },
        }),
        {
          apiVersion: 'ospo/v1alpha1',
          kind: 'Competency',
          metadata: {
            name: 'licence-compliance',
            namespace: 'default',
            uid: 'uid-licence-compliance',
            title: 'Licence compliance',
          },
          spec: {
            type: 'legal',
            owner: 'team-a',
            providers: [{ ref: 'group:default/team-a', authority: 'decide' }],
            requestTypes: ['licence-question'],
          },
        },
      ],
    });
    const get = (path: string) =>
      request(server).get(`/api/ospo${path}`).set('authorization', user);
    await request(server)
      .put('/api/ospo/components/component/default/shop/sboms')
      .set('authorization', service)
      .set('content-type', 'application/json')
      .send({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        version: 1,
        components: [
          {
            type: 'library',
            name: 'readline',
            version: '8.2',
            purl: 'pkg:generic/readline@8.2',
            licenses: [{ license: { id: 'GPL-3.0-or-later' } }],
          },
        ],
      })
      .expect(201);

    const help = await get(
      '/competencies/help?entityRef=component:default/shop',
    );
    expect(help.body).toMatchObject({
      owner: { ref: 'group:default/team-a', state: 'present' },
      suggestions: [
        {
          competency: { title: 'Licence compliance', coverage: 'one' },
          reasons: [
            { code: 'distribution', fact: 'distributed' },
            { code: 'licence', fact: 'GPL-3.0-or-later × 1' },
          ],
          requestType: 'licence-question',
        },
      ],
    });
    const match = await get('/competencies/match?q=fråga+om+licence');
    expect(match.body.items).toHaveLength(1);
    expect((await get('/me/profile')).body.entries).toEqual([]);
  });

  it('refuses an SBOM for what the catalog does not have, or that is none', async () => {
    const { server } = await startPortal({
      knex: await createDatabase(),
      entities: [anEntity({ name: 'shop' })],
    });
    const put = (name: string, body: string) =>
      request(server)
        .put(`/api/ospo/components/component/default/${name}/sboms`)
        .set('authorization', service)
        .set('content-type', 'application/octet-stream')
        .send(Buffer.from(body));

    expect((await put('nothing', '{}')).status).toBe(404);
    const refused = await put('shop', '<html>Sign in</html>');
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(refused.status).toBeLessThan(500);
    expect(refused.body.error.name).toBe('SbomRefusedError');
  });

  it('reads SBOMs that annotations name, and shows when that fails', async () => {
    const knex = await createDatabase();
    const forge = await Forge.start();
    forge.file('/org/shop/bom.json', await readCorpus(REAL_SBOM));
    const { server, runTask } = await startPortal({
      knex,
      forge,
      entities: [
        anEntity({
          name: 'shop',
          annotations: {
            'backstage.io/managed-by-location': `url:${forge.url}/org/shop/catalog-info.yaml`,
            'ospo/sbom': './bom.json',
            'ospo/licence': 'not a licence at all',
          },
        }),
      ],
    });
    const shop = async () => {
      const { body } = await request(server)
        .get('/api/ospo/components/component/default/shop')
        .set('authorization', user);
      return body;
    };

    await runTask('usage-read-catalog');
    expect(await shop()).toMatchObject({
      sbomState: 'none',
      sources: [
        { state: 'waiting', location: `${forge.url}/org/shop/bom.json` },
      ],
      findings: [{ code: 'annotation-licence-invalid' }],
    });

    await runTask('usage-read-sboms');
    expect(await shop()).toMatchObject({
      sbomState: 'current',
      counts: { packages: 43 },
      snapshots: [{ source: 'annotation', target: 'shop' }],
      sources: [{ state: 'ok', failures: 0 }],
    });

    forge.status('/org/shop/bom.json', 500);
    await knex('usage_sources').update({
      next_check_at: '2026-01-01T00:00:00.000Z',
    });
    await runTask('usage-read-sboms');
    expect(await shop()).toMatchObject({
      sbomState: 'current',
      counts: { packages: 43 },
      sources: [
        {
          state: 'failed',
          failures: 1,
          message: expect.stringContaining('an error of its own (500)'),
        },
      ],
    });
    expect(forge.requests).toHaveLength(2);
    await forge.close();
  });

  it('takes an entity out of all totals when it has left, and back in when it returns', async () => {
    const knex = await createDatabase();
    const everyone = Array.from({ length: 12 }, (_, i) =>
      anEntity({ name: `c${i}` }),
    );
    const first = await startPortal({ knex, entities: everyone });
    await first.runTask('usage-read-catalog');
    await request(first.server)
      .put('/api/ospo/components/component/default/c0/sboms')
      .set('authorization', service)
      .set('content-type', 'application/octet-stream')
      .send(await readCorpus(REAL_SBOM));
    await knex('usage_entities').update({
      seen_at: '2026-01-01T00:00:00.000Z',
    });

    const packagesIn = async (server: typeof first.server) =>
      (
        await request(server)
          .get('/api/ospo/overview')
          .set('authorization', user)
      ).body.totals.packages;
    expect(await packagesIn(first.server)).toBeGreaterThan(0);

    const without = await startPortal({ knex, entities: everyone.slice(1) });
    await without.runTask('usage-read-catalog');
    expect(await packagesIn(without.server)).toBe(0);

    const back = await startPortal({ knex, entities: everyone });
    await back.runTask('usage-read-catalog');
    expect(await packagesIn(back.server)).toBeGreaterThan(0);
    await back.runTask('usage-recount');
    expect(back.logger.error).not.toHaveBeenCalled();
  });

  it('compares its totals with a recount, and reports what differs', async () => {
    const knex = await createDatabase();
    const { logger, runTask, tasks } = await startPortal({ knex });
    expect([...tasks.values()].map(task => [task.id, task.scope])).toEqual([
      ['usage-read-catalog', 'global'],
      ['usage-read-sboms', 'global'],
      ['usage-recount', 'global'],
      ['competencies-read-catalog', 'local'],
      ['competencies-purge', 'global'],
      ['requests-clock', 'global'],
      ['innersource-discover', 'global'],
      ['innersource-read-files', 'global'],
      ['innersource-read-signals', 'global'],
      ['innersource-import-repositories', 'global'],
    ]);

    await runTask('usage-recount');
    expect(logger.error).not.toHaveBeenCalled();
    await knex('usage_totals').update({ packages: 7 });
    await runTask('usage-recount');
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('do not agree with a recount'),
      expect.objectContaining({ check: 'usage_totals' }),
    );
  });

  it('tells of an inner-source project what a module read of its repository, and what a build sent', async () => {
    const source: RepositorySignals = {
      id: 'test-forge',
      parts: ['commits'],
      reads: ({ host }) => host === 'git.example.org',
      budgetKey: ({ host }) => host,
      read: async ({ spend }) => {
        await spend();
        const humanWeeks = Array.from({ length: 52 }, () => 2);
        return {
          parts: {
            commits: { state: 'read', value: { bounded: true, humanWeeks } },
          },
          validators: {},
        };
      },
    };
    const { server, runTask } = await startPortal({
      knex: await createDatabase(),
      config: {
        ospo: {
          innerSource: { signals: { services: ['external:test-service'] } },
        },
      },
      entities: [
        aGroup(),
        anEntity({
          name: 'shop',
          annotations: {
            'ospo/inner-source': 'true',
            'backstage.io/source-location':
              'url:https://git.example.org/acme/shop/',
          },
        }),
      ],
      modules: [
        createBackendModule({
          pluginId: 'ospo',
          moduleId: 'test-forge',
          register(env) {
            env.registerInit({
              deps: { sources: ospoRepositorySignalsExtensionPoint },
              async init({ sources }) {
                sources.addRepositorySignals(source);
              },
            });
          },
        }),
      ],
    });
    await runTask('innersource-discover');
    await runTask('innersource-read-signals');
    const sent = await request(server)
      .post('/api/ospo/innersource/signals')
      .set('authorization', service)
      .send({
        entityRef: 'component:default/shop',
        as_of: '2026-11-01T00:00:00Z',
        tags: 0,
        participation: Array.from({ length: 52 }, () => 9),
      });
    expect(sent.body.items).toMatchObject([
      {
        outcome: 'stored',
        projects: [
          {
            parts: expect.arrayContaining([
              { part: 'releases', stored: true },
              {
                part: 'commits',
                stored: false,
                reason: "'test-forge' tells it",
              },
            ]),
          },
        ],
      },
    ]);
    const { body } = await request(server)
      .get('/api/ospo/innersource/projects/by-ref?ref=component:default/shop')
      .set('authorization', user);
    innerSourceProjectDetailSchema.parse(body);
    expect(body.readings).toMatchObject([
      { source: 'catalog' },
      { source: 'test-forge', state: 'ok' },
    ]);
    expect(body.signals.activity).toMatchObject({
      humanCommitsPerWeek13: {
        value: 2,
        state: 'known',
        source: 'test-forge',
      },
      releases: { value: 0, source: 'push' },
      humanAuthors: { value: null, state: 'unknown' },
    });
    const overview = await request(server)
      .get('/api/ospo/innersource/signals')
      .set('authorization', user);
    signalsOverviewSchema.parse(overview.body);
    expect(overview.body).toMatchObject({
      connected: true,
      projects: { total: 1, read: 1, waiting: 0, failed: 0, unread: 0 },
      hosts: [],
    });
  });

  it('says at start what is closed, and that permissions are off', async () => {
    const off = await startPortal({ knex: await createDatabase() });
    expect(off.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Permissions are off'),
    );
    expect(off.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('Nobody is in the core team'),
    );

    const on = await startPortal({
      knex: await createDatabase(),
      config: {
        permission: { enabled: true },
        ospo: {
          access: { coreTeam: ['ospo'], ingestServices: ['external:ci'] },
        },
      },
    });
    expect(on.logger.warn).not.toHaveBeenCalled();
  });

  it('lets modules add sources, each id once', async () => {
    const twice = (...ids: string[]) =>
      createBackendModule({
        pluginId: 'ospo',
        moduleId: 'more-sources',
        register(env) {
          env.registerInit({
            deps: { sources: ospoSbomSourcesExtensionPoint },
            async init({ sources }) {
              for (const id of ids) {
                const source: SbomSource = {
                  id,
                  locate: () => ({ locations: [], problems: [] }),
                  budgetKey: () => id,
                  fetch: async () => ({ outcome: 'unchanged' }),
                };
                sources.addSbomSource(source);
              }
            },
          });
        },
      });
    const knex = await createDatabase();
    await startPortal({ knex, modules: [twice('one', 'two')] });
    await expect(
      startPortal({ knex, modules: [twice('one', 'one')] }),
    ).rejects.toThrow("the id 'one' already");
    await expect(
      startPortal({ knex, modules: [twice('annotation')] }),
    ).rejects.toThrow("the id 'annotation' already");
    await expect(
      startPortal({ knex, modules: [twice('upload')] }),
    ).rejects.toThrow("'upload' cannot be the id");
  });
});
