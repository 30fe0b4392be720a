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
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { normaliseLicence } from '@ospo-suite/sbom-reader';
import { Knex } from 'knex';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { aGroup, anEntity } from '../__testUtils__/anEntity';
import { UsageEntityRow } from '../tables';
import { annotationFindings } from './annotationFindings';
import { DatabaseEntityStore } from './DatabaseEntityStore';
import { entityFacts } from './entityFacts';
import { EntityMirror } from './EntityMirror';

jest.setTimeout(60_000);

function createCatalog(entities: Entity[]) {
  const catalog = catalogServiceMock({ entities });
  return {
    catalog,
    streamEntities: jest.spyOn(catalog, 'streamEntities'),
    getEntitiesByRefs: jest.spyOn(catalog, 'getEntitiesByRefs'),
    getEntityByRef: jest.spyOn(catalog, 'getEntityByRef'),
  };
}

describe.each(everyDatabase)('EntityMirror, %s', (_name, createDatabase) => {
  let knex: Knex;
  let now = new Date('2026-11-23T12:00:00Z');
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    knex = await createDatabase();
    now = new Date('2026-11-23T12:00:00Z');
    jest.clearAllMocks();
  });

  function createMirror(
    catalog: ReturnType<typeof catalogServiceMock>,
    options: { pageSize?: number; maxShareGone?: number } = {},
  ) {
    const presence = {
      detachEntity: jest.fn(async (id: number) => {
        await knex('usage_entities')
          .where({ id })
          .update({ gone_at: now.toISOString() });
      }),
      attachEntity: jest.fn(async (id: number) => {
        await knex('usage_entities').where({ id }).update({ gone_at: null });
      }),
    };
    const mirror = EntityMirror.create({
      catalog,
      auth: mockServices.auth(),
      store: DatabaseEntityStore.create({ knex }),
      presence,
      readFacts: entity => {
        if (entity.metadata.annotations?.odd) {
          throw new RangeError('Invalid string length');
        }
        return entityFacts(entity, {
          findings: annotationFindings({
            entity,
            prefixes: ['ospo/'],
            readLicence: normaliseLicence,
          }),
          locations: (entity.metadata.annotations?.['ospo/sbom'] ?? '')
            .split(',')
            .filter(Boolean)
            .map(location => ({
              source: 'annotation',
              location,
              target: entity.metadata.annotations?.['ospo/sbom-target'] ?? '',
              stream: 'main',
              budgetKey: 'forge.example',
            })),
        });
      },
      kinds: ['component', 'resource', 'api'],
      maxShareGone: options.maxShareGone ?? 0.1,
      pageSize: options.pageSize ?? 1000,
      logger,
      now: () => now,
    });
    return { mirror, presence };
  }

  const rows = (): Promise<UsageEntityRow[]> =>
    knex('usage_entities').orderBy('entity_ref');
  const generation = async (): Promise<number> =>
    (await knex('usage_totals').first('generation')).generation;
  const places = () =>
    knex('usage_sources')
      .select('location', 'target', 'etag', 'next_check_at', 'state')
      .orderBy('location');

  it('takes the facts of every entity that can have an SBOM', async () => {
    const { catalog } = createCatalog([
      aGroup(),
      anEntity({ name: 'shop', title: 'Web shop', spec: { system: 'sales' } }),
      anEntity({ name: 'orphan', owner: null }),
      anEntity({ name: 'left-behind', owner: 'dissolved' }),
      anEntity({
        name: 'orders',
        kind: 'API',
        owner: null,
        spec: { owner: 'team-a' },
      }),
      anEntity({ name: 'sales', kind: 'System' }),
    ]);
    const { mirror } = createMirror(catalog);

    const report = await mirror.reconcile();

    expect(report).toMatchObject({ seen: 4, written: 4, gone: 0, kept: 0 });
    expect(await rows()).toMatchObject([
      {
        entity_ref: 'api:default/orders',
        kind: 'api',
        owner_ref: 'group:default/team-a',
        owner_state: 'present',
      },
      {
        entity_ref: 'component:default/left-behind',
        owner_ref: 'group:default/dissolved',
        owner_state: 'missing',
      },
      {
        entity_ref: 'component:default/orphan',
        owner_ref: null,
        owner_state: 'none',
        title: null,
      },
      {
        entity_ref: 'component:default/shop',
        title: 'Web shop',
        type: 'service',
        lifecycle: 'production',
        owner_ref: 'group:default/team-a',
        owner_state: 'present',
        system_ref: 'system:default/sales',
        packages: null,
        gone_at: null,
      },
    ]);
  });

  it('asks in pages, and for all owners together', async () => {
    const { catalog, streamEntities, getEntitiesByRefs, getEntityByRef } =
      createCatalog([
        aGroup(),
        ...Array.from({ length: 25 }, (_, i) => anEntity({ name: `c${i}` })),
      ]);
    const { mirror } = createMirror(catalog, { pageSize: 10 });

    await mirror.reconcile();

    expect(await rows()).toHaveLength(25);
    // Components and resources whole, APIs without their definitions.
    expect(streamEntities.mock.calls.map(([query]) => query)).toMatchObject([
      { filter: { kind: ['component', 'resource'] }, pageSize: 10 },
      {
        filter: { kind: ['api'] },
        fields: expect.not.arrayContaining(['spec']),
      },
    ]);
    expect(getEntitiesByRefs).toHaveBeenCalledTimes(1);
    expect(getEntitiesByRefs.mock.calls[0][0].entityRefs).toEqual([
      'group:default/team-a',
    ]);
    expect(getEntityByRef).not.toHaveBeenCalled();
  });

  it('writes only what differs', async () => {
    const shop = anEntity({ name: 'shop' });
    await createMirror(
      createCatalog([aGroup(), shop, anEntity({ name: 'desk' })]).catalog,
    ).mirror.reconcile();
    now = new Date('2026-11-23T13:00:00Z');

    const same = await createMirror(
      createCatalog([aGroup(), shop, anEntity({ name: 'desk' })]).catalog,
    ).mirror.reconcile();
    expect(same).toMatchObject({ written: 0, ownerStates: 0 });
    expect(await generation()).toBe(1);

    const changed = await createMirror(
      createCatalog([
        aGroup(),
        shop,
        anEntity({ name: 'desk', spec: { lifecycle: 'deprecated' } }),
      ]).catalog,
    ).mirror.reconcile();
    expect(changed).toMatchObject({ written: 1 });
    expect(await generation()).toBe(2);
    expect(await rows()).toMatchObject([
      { name: 'desk', lifecycle: 'deprecated', seen_at: now.toISOString() },
      { name: 'shop', seen_at: '2026-11-23T12:00:00.000Z' },
    ]);
  });

  it('works out the facts anew only when the etag of an entity changed', async () => {
    const withEtag = (etag: string | undefined, lifecycle: string) => {
      const entity = anEntity({ spec: { lifecycle } });
      return { ...entity, metadata: { ...entity.metadata, etag } };
    };
    const { catalog, streamEntities } = createCatalog([]);
    const { mirror } = createMirror(catalog);
    const read = async (entity: Entity) => {
      streamEntities.mockImplementation(async function* pages(query) {
        const kinds: unknown =
          query?.filter && 'kind' in query.filter && query.filter.kind;
        yield Array.isArray(kinds) && kinds.includes('component')
          ? [entity]
          : [];
      });
      await mirror.reconcile();
      return (await rows())[0].lifecycle;
    };

    expect(await read(withEtag('1', 'experimental'))).toBe('experimental');
    expect(await read(withEtag('2', 'production'))).toBe('production');
    // The catalog never does this; it shows that nothing is worked out.
    expect(await read(withEtag('2', 'deprecated'))).toBe('production');
    expect(await read(withEtag(undefined, 'deprecated'))).toBe('deprecated');

    await knex('usage_entities').update({ facts_hash: 'of another version' });
    expect(await read(withEtag('2', 'production'))).toBe('production');
  });

  it('takes an entity once that the catalog gives twice', async () => {
    const { catalog, streamEntities } = createCatalog([]);
    streamEntities.mockImplementation(async function* pages() {
      yield [anEntity(), anEntity()];
    });
    const { mirror } = createMirror(catalog);

    expect(await mirror.reconcile()).toMatchObject({ seen: 1, written: 1 });
    expect(await rows()).toHaveLength(1);
  });

  it('notices that an owner has left, though the component did not change', async () => {
    await createMirror(
      createCatalog([aGroup(), anEntity()]).catalog,
    ).mirror.reconcile();

    const report = await createMirror(
      createCatalog([anEntity()]).catalog,
    ).mirror.reconcile();

    expect(report).toMatchObject({ written: 0, ownerStates: 1 });
    expect(await rows()).toMatchObject([{ owner_state: 'missing' }]);
    expect(await generation()).toBe(2);
  });

  it('detaches what has left the catalog, and attaches what returns', async () => {
    const all = Array.from({ length: 20 }, (_, i) =>
      anEntity({ name: `c${i}` }),
    );
    await createMirror(createCatalog(all).catalog).mirror.reconcile();
    now = new Date('2026-11-23T13:00:00Z');

    const left = createMirror(createCatalog(all.slice(2)).catalog);
    expect(await left.mirror.reconcile()).toMatchObject({ gone: 2, kept: 0 });
    expect(left.presence.detachEntity).toHaveBeenCalledTimes(2);
    expect(await left.mirror.reconcile()).toMatchObject({ gone: 0 });

    const back = createMirror(createCatalog(all.slice(1)).catalog);
    expect(await back.mirror.reconcile()).toMatchObject({
      returned: 1,
      gone: 0,
    });
    expect(back.presence.attachEntity).toHaveBeenCalledTimes(1);
    expect(
      (await rows()).filter(row => row.gone_at !== null).map(row => row.name),
    ).toEqual(['c0']);
  });

  it('keeps everything, and says so, when too much is missing or the catalog has nothing', async () => {
    const all = Array.from({ length: 20 }, (_, i) =>
      anEntity({ name: `c${i}` }),
    );
    await createMirror(createCatalog(all).catalog).mirror.reconcile();
    now = new Date('2026-11-23T13:00:00Z');

    for (const answer of [all.slice(3), []]) {
      const { mirror, presence } = createMirror(createCatalog(answer).catalog);
      expect(await mirror.reconcile()).toMatchObject({
        gone: 0,
        kept: 20 - answer.length,
      });
      expect(presence.detachEntity).not.toHaveBeenCalled();
    }
    expect(logger.warn).toHaveBeenCalledTimes(2);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining("raise 'ospo.catalog.maxShareGone'"),
      { kept: 3, known: 20, seen: 17 },
    );
  });

  it('keeps everything when the catalog breaks off midway', async () => {
    const all = Array.from({ length: 20 }, (_, i) =>
      anEntity({ name: `c${i}` }),
    );
    await createMirror(createCatalog(all).catalog).mirror.reconcile();
    now = new Date('2026-11-23T13:00:00Z');

    const { catalog, streamEntities } = createCatalog(all);
    streamEntities.mockImplementation(async function* pages() {
      yield all.slice(0, 19);
      throw new Error('the connection was reset');
    });
    const { mirror, presence } = createMirror(catalog);

    await expect(mirror.reconcile()).rejects.toThrow('reset');
    expect(presence.detachEntity).not.toHaveBeenCalled();
    expect((await rows()).every(row => row.gone_at === null)).toBe(true);
  });

  it('stops when it is told to, before anything is detached', async () => {
    const all = Array.from({ length: 20 }, (_, i) =>
      anEntity({ name: `c${i}` }),
    );
    await createMirror(createCatalog(all).catalog).mirror.reconcile();
    now = new Date('2026-11-23T13:00:00Z');
    const { mirror, presence } = createMirror(
      createCatalog(all.slice(1)).catalog,
    );

    await expect(mirror.reconcile(AbortSignal.abort())).rejects.toThrow();
    expect(presence.detachEntity).not.toHaveBeenCalled();
  });

  it('keeps the places of SBOMs in step, and the state of those that stay', async () => {
    const read = async (annotations: Record<string, string>) =>
      createMirror(
        createCatalog([anEntity({ annotations })]).catalog,
      ).mirror.reconcile();

    await read({ 'ospo/sbom': 'https://a,https://b' });
    expect(await places()).toEqual([
      expect.objectContaining({
        location: 'https://a',
        state: 'waiting',
        next_check_at: now.toISOString(),
      }),
      expect.objectContaining({ location: 'https://b', state: 'waiting' }),
    ]);

    await knex('usage_sources').update({
      etag: '"1"',
      state: 'ok',
      next_check_at: '2026-11-24T00:00:00.000Z',
    });
    await read({ 'ospo/sbom': 'https://b,https://c' });
    expect(await places()).toMatchObject([
      { location: 'https://b', state: 'ok', etag: '"1"' },
      { location: 'https://c', state: 'waiting', etag: null },
    ]);

    await read({ 'ospo/sbom': 'https://b', 'ospo/sbom-target': 'frontend' });
    expect(await places()).toMatchObject([
      {
        location: 'https://b',
        target: 'frontend',
        etag: null,
        next_check_at: now.toISOString(),
      },
    ]);

    await read({});
    expect(await places()).toEqual([]);
  });

  it('keeps findings about annotations, quoted and with the mend', async () => {
    const { mirror } = createMirror(
      createCatalog([
        anEntity({
          annotations: {
            'ospo/licence': 'our own\n\u202Elicence',
            'ospo/distribution': 'everywhere',
          },
        }),
      ]).catalog,
    );
    await mirror.reconcile();

    const [row] = await rows();
    expect(JSON.parse(row.findings)).toEqual([
      {
        origin: 'annotation',
        code: 'annotation-licence-invalid',
        severity: 'warning',
        where: "metadata.annotations['ospo/licence']",
        message:
          "'our own\uFFFD\uFFFDlicence' is not an SPDX licence expression",
        mend: expect.stringContaining('SPDX licence list'),
        count: 1,
      },
      expect.objectContaining({
        code: 'annotation-distribution-unknown',
        mend: 'Write one of internal, network-service, distributed, embedded.',
      }),
    ]);
  });

  it.each([
    ['MIT OR Apache-2.0', []],
    ['Apache 2.0', ['annotation-licence-mapped']],
    ['MIT AND (', ['annotation-licence-invalid']],
  ])('checks the licence %s', async (licence, codes) => {
    const { mirror } = createMirror(
      createCatalog([anEntity({ annotations: { 'ospo/licence': licence } })])
        .catalog,
    );
    await mirror.reconcile();

    const [row] = await rows();
    const findings: { code: string }[] = JSON.parse(row.findings);
    expect(findings.map(finding => finding.code)).toEqual(codes);
  });

  it('survives what authors can write into a catalog file', async () => {
    const { mirror } = createMirror(
      createCatalog([
        anEntity({
          name: 'odd',
          title: `a\u0000b\ud800${'x'.repeat(10_000)}`,
          owner: null,
          spec: { owner: '::://', system: 'a/b/c/d', type: '' },
        }),
      ]).catalog,
    );
    await mirror.reconcile();

    const [row] = await rows();
    expect(row).toMatchObject({
      type: null,
      owner_ref: null,
      owner_state: 'none',
    });
    expect(row.title).toMatch(/^a\uFFFDb\uFFFDx+$/);
    expect(row.title).toHaveLength(500);
  });

  describe('an entity that cannot be taken over', () => {
    // The database takes no place of an entity twice.
    const twice = { 'ospo/sbom': 'https://a.example/x,https://a.example/x' };

    it.each([
      ['stored', twice],
      ['read', { odd: 'yes' }],
    ])(
      'because it cannot be %s keeps nobody else out, and is told of once',
      async (_case, annotations) => {
        const good = ['before', 'middle', 'z'].map(name => anEntity({ name }));
        const { mirror } = createMirror(
          createCatalog([
            ...good,
            anEntity({ name: 'bad', annotations }),
            anEntity({ name: 'orphan', owner: null }),
          ]).catalog,
        );

        expect(await mirror.reconcile()).toMatchObject({
          seen: 5,
          written: 4,
          refused: 1,
          gone: 0,
        });
        expect((await rows()).map(row => row.name)).toEqual([
          'before',
          'middle',
          'orphan',
          'z',
        ]);
        expect(await mirror.reconcile()).toMatchObject({
          written: 0,
          refused: 1,
        });
        expect(logger.warn).toHaveBeenCalledTimes(1);
        expect(logger.warn).toHaveBeenCalledWith(
          expect.stringContaining("'component:default/bad'"),
        );
      },
    );

    it('keeps what was known of it', async () => {
      const good = createMirror(createCatalog([anEntity()]).catalog);
      await good.mirror.reconcile();
      const before = await rows();

      for (const annotations of [twice, { odd: 'yes' }]) {
        const { mirror, presence } = createMirror(
          createCatalog([anEntity({ annotations, title: 'New' })]).catalog,
        );
        await mirror.reconcile();
        expect(await rows()).toEqual(before);
        expect(presence.detachEntity).not.toHaveBeenCalled();
      }
    });

    it('lets the readings after it go on, also when nothing else changed', async () => {
      const bad = ['a', 'b', 'c'].map(name =>
        anEntity({ name, annotations: twice }),
      );
      const { catalog } = createCatalog([anEntity(), ...bad]);
      const { mirror } = createMirror(catalog);
      await mirror.reconcile();
      await knex('usage_entities').update({ owner_state: 'none' });

      expect(await mirror.reconcile()).toMatchObject({
        written: 0,
        refused: 3,
        ownerStates: 1,
      });
    });

    it('names some of very many in the log', async () => {
      const { catalog } = createCatalog(
        Array.from({ length: 30 }, (_, i) =>
          anEntity({ name: `bad-${i}`, annotations: { odd: 'yes' } }),
        ),
      );
      await createMirror(catalog).mirror.reconcile();

      expect(logger.warn).toHaveBeenCalledTimes(21);
      expect(logger.warn).toHaveBeenLastCalledWith(
        expect.stringContaining('10 other entities'),
      );
    });

    it('is told from a database that takes nothing', async () => {
      await knex.schema.renameTable('usage_sources', 'elsewhere');
      const { mirror } = createMirror(createCatalog([anEntity()]).catalog);

      await expect(mirror.reconcile()).rejects.toThrow('usage_sources');
    });
  });

  describe('ensureEntity', () => {
    it('reads an entity that came since, once', async () => {
      const { catalog, getEntityByRef } = createCatalog([aGroup(), anEntity()]);
      const { mirror } = createMirror(catalog);

      const first = await mirror.ensureEntity('component:default/shop');
      const second = await mirror.ensureEntity('component:default/shop');

      expect(first).toEqual({ id: expect.any(Number) });
      expect(second).toEqual(first);
      expect(getEntityByRef).toHaveBeenCalledTimes(1);
      expect(await rows()).toMatchObject([{ owner_state: 'present' }]);
    });

    it('is undefined for what the catalog does not have, or that has no SBOMs', async () => {
      const { mirror } = createMirror(createCatalog([aGroup()]).catalog);

      expect(await mirror.ensureEntity('component:default/x')).toBeUndefined();
      expect(await mirror.ensureEntity('group:default/team-a')).toBeUndefined();
      expect(await rows()).toEqual([]);
    });

    it('attaches an entity that had left and is back', async () => {
      const { mirror, presence } = createMirror(
        createCatalog([anEntity()]).catalog,
      );
      const ensured = await mirror.ensureEntity('component:default/shop');
      await presence.detachEntity(ensured?.id ?? 0);

      expect(await mirror.ensureEntity('component:default/shop')).toEqual(
        ensured,
      );
      expect(presence.attachEntity).toHaveBeenCalledWith(ensured?.id);
    });

    it('is not undone by a reading of the catalog that had begun before', async () => {
      const all = Array.from({ length: 20 }, (_, i) =>
        anEntity({ name: `c${i}` }),
      );
      const { catalog, streamEntities } = createCatalog([...all, anEntity()]);
      const { mirror, presence } = createMirror(catalog);
      streamEntities.mockImplementation(async function* pages() {
        yield all;
        await mirror.ensureEntity('component:default/shop');
      });
      await mirror.reconcile();
      await mirror.reconcile();

      expect(presence.detachEntity).not.toHaveBeenCalled();
    });
  });

  it('takes a few thousand entities at once', async () => {
    const all = Array.from({ length: 3000 }, (_, i) =>
      anEntity({
        name: `c${i}`,
        annotations: { 'ospo/sbom': `https://forge.example/${i}` },
      }),
    );
    const { mirror } = createMirror(createCatalog(all).catalog);

    await mirror.reconcile();
    expect(await rows()).toHaveLength(3000);
    expect(await places()).toHaveLength(3000);
    expect(await mirror.reconcile()).toMatchObject({ written: 0 });
  });
});
