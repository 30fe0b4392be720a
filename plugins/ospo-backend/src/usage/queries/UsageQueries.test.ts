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

import { UsagePage } from '@ospo-suite/backstage-plugin-ospo-common';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { Portal, refOf } from '../__testUtils__/Portal';
import { EntitySet } from '../access/EntitySet';
import { aComponent, aLicence } from '../ingest/__testUtils__/aReading';
import { UsageQueries } from './UsageQueries';

jest.setTimeout(60_000);

const DAY_MS = 86_400_000;

async function everyPage<T>(
  read: (cursor: string | undefined) => Promise<UsagePage<T>>,
): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return items;
}

describe.each(everyDatabase)('UsageQueries, %s', (_name, createDatabase) => {
  let portal: Portal;
  let queries: UsageQueries;
  const ids: Record<string, number> = {};

  const see = (...names: string[]) =>
    EntitySet.of(names.map(name => ids[name]));

  beforeAll(async () => {
    portal = await Portal.create(createDatabase);
    queries = UsageQueries.create({
      knex: portal.knex,
      now: () => portal.harness.now,
      staleAfterMs: 90 * DAY_MS,
    });
    ids.old = await portal.add('old', ['lodash@3.0.0'], {
      owner: 'group:default/team-b',
    });
    portal.harness.later({ days: 200 });
    ids.shop = await portal.add(
      'shop',
      [
        aComponent('lodash@4.0.0'),
        aComponent('react@18.0.0', { relation: 'transitive', scope: 'dev' }),
        aComponent('log4j-core@2.0.0', {
          packageKey: 'pkg:maven/org.apache/log4j-core',
          ecosystem: 'maven',
          namespace: 'org.apache',
          declared: aLicence('Apache-2.0'),
          relation: 'unknown',
        }),
      ],
      {
        title: 'Butiken Åre',
        owner: 'group:default/team-a',
        system: 'system:default/sales',
        lifecycle: 'production',
        type: 'service',
      },
    );
    ids.desk = await portal.add(
      'desk',
      [
        aComponent('lodash@4.0.0', { relation: 'transitive' }),
        aComponent('lodash@3.0.0', {
          declared: { status: 'text', raw: 'see file' },
        }),
      ],
      {
        owner: 'group:default/team-a',
        lifecycle: 'experimental',
        type: 'website',
      },
    );
    await portal.send('desk', ['react@18.0.0'], { target: 'app' });
    ids.secret = await portal.add(
      'secret',
      ['lodash@4.0.0', 'hidden-gem@1.0.0'],
      { owner: 'group:default/gone', ownerState: 'missing' },
    );
    ids.empty = await portal.addComponent('empty');
    ids.broken = await portal.addComponent('broken');
    await portal.knex('usage_sources').insert({
      entity_id: ids.broken,
      source: 'annotation',
      location: 'https://forge.example/sbom.json',
      target: 'broken',
      stream: 'main',
      state: 'failed',
      message: 'Not there',
      failures: 3,
      next_check_at: portal.harness.now.toISOString(),
    });
    ids.gone = await portal.add('gone', ['lodash@4.0.0', 'only-in-gone@1.0.0']);
    await portal.harness.detach(refOf('gone'));
    queries.generation.changed();
  });

  describe('packages', () => {
    const shown = (page: { items: { name: string; components: number }[] }) =>
      page.items.map(item => `${item.name} ${item.components}`);

    it('lists the most used first, and nothing that only gone components use', async () => {
      const page = await queries.listPackages({}, undefined);

      expect(shown(page).slice(0, 2)).toEqual(['lodash 4', 'react 2']);
      expect(shown(page).slice(2).sort()).toEqual([
        'hidden-gem 1',
        'log4j-core 1',
      ]);
      expect(page.total).toEqual({ value: 4, bounded: false });
      expect(page.basis).toMatchObject({
        visibility: 'all',
        components: 6,
        componentsWithSbom: 4,
        asOf: portal.harness.now.toISOString(),
      });
    });

    it.each([
      ['4j-CO', ['log4j-core 1']],
      ['apache/log', ['log4j-core 1']],
      ['npm/l', ['lodash 4']],
      // How a hyphen is held.
      ['4jqco', []],
      ['4jQco', []],
      ['%', []],
      ['_', []],
    ])('finds those with %s in them', async (q, expected) => {
      for (const visible of [undefined, see('old', 'shop', 'desk', 'secret')]) {
        const page = await queries.listPackages({ q }, visible);
        expect(shown(page)).toEqual(expected);
        expect(page.total).toEqual({ value: expected.length, bounded: false });
      }
    });

    it('counts components once, however often they use a package', async () => {
      const { items } = await queries.listPackages({ q: 'lodash' }, undefined);

      expect(items).toEqual([
        expect.objectContaining({
          key: 'pkg:npm/lodash',
          weak: false,
          ecosystem: 'npm',
          name: 'lodash',
          components: 4,
          direct: 4,
          versions: 2,
          licences: [
            { key: 'known:MIT', status: 'known', expression: 'MIT' },
            { key: 'text:see file', status: 'text', raw: 'see file' },
          ],
        }),
      ]);
    });

    it('gives the same from the summaries and from a count within the set of everything', async () => {
      const everything = see(
        'old',
        'shop',
        'desk',
        'secret',
        'empty',
        'broken',
      );
      for (const query of [
        {},
        { sort: 'name' as const },
        { q: 'LO' },
        { q: 'log4j' },
        { q: '4J-co' },
        { q: 'g.a' },
        { q: 'm/' },
        { q: 'logq' },
        { ecosystem: ['maven'] },
        { licence: ['known:MIT'] },
        { licence: ['known:MIT'], ecosystem: ['npm'], q: 'react' },
      ]) {
        const all = await queries.listPackages(query, undefined);
        const within = await queries.listPackages(query, everything);
        expect(within.items).toEqual(all.items);
        expect(within.total).toEqual(all.total);
      }
      const [licences, licencesWithin] = await Promise.all([
        queries.listLicences({}, undefined),
        queries.listLicences({}, everything),
      ]);
      expect(licencesWithin.items).toEqual(licences.items);
      const [overview, overviewWithin] = await Promise.all([
        queries.getOverview(undefined),
        queries.getOverview(everything),
      ]);
      expect(overviewWithin.totals).toEqual(overview.totals);
      expect(overviewWithin.topPackages).toEqual(overview.topPackages);
      expect(overviewWithin.licences).toEqual(overview.licences);
      expect(overviewWithin.ecosystems).toEqual(overview.ecosystems);
      expect(overviewWithin.attention).toEqual(overview.attention);
      expect(await queries.getFacets(everything)).toEqual(
        await queries.getFacets(undefined),
      );
    });

    it('counts within what the caller sees', async () => {
      const page = await queries.listPackages({}, see('shop', 'empty'));

      expect(shown(page).sort()).toEqual([
        'lodash 1',
        'log4j-core 1',
        'react 1',
      ]);
      expect(page.basis).toMatchObject({
        visibility: 'visible',
        components: 2,
        componentsWithSbom: 1,
      });
      expect(
        shown(await queries.listPackages({ q: 'hidden' }, see('shop'))),
      ).toEqual([]);
    });

    it.each([
      [
        { owner: ['group:default/team-a'] },
        ['lodash 2', 'log4j-core 1', 'react 2'],
      ],
      [{ owner: ['none'] }, []],
      [
        { system: ['system:default/sales'] },
        ['lodash 1', 'log4j-core 1', 'react 1'],
      ],
      [{ lifecycle: ['experimental'] }, ['lodash 1', 'react 1']],
      [
        { type: ['website', 'service'] },
        ['lodash 2', 'log4j-core 1', 'react 2'],
      ],
      [{ relation: ['transitive' as const] }, ['lodash 1', 'react 1']],
      [{ relation: ['unknown' as const] }, ['log4j-core 1']],
      [{ scope: ['dev' as const] }, ['react 1']],
    ])('filters by %j', async (filter, expected) => {
      const page = await queries.listPackages(filter, undefined);

      expect(shown(page).sort()).toEqual(expected);
    });

    it.each(['-components', 'name'] as const)(
      'neither skips nor repeats over pages sorted by %s',
      async sort => {
        const compare = async (visible: EntitySet | undefined) => {
          const whole = await queries.listPackages({ sort }, visible);
          const pages = await everyPage(cursor =>
            queries.listPackages({ sort, limit: 1, cursor }, visible),
          );
          expect(pages).toEqual(whole.items);
        };
        await compare(undefined);
        await compare(see('shop', 'desk', 'secret'));
      },
    );

    it('refuses the cursor of another list', async () => {
      const { nextCursor } = await queries.listPackages(
        { limit: 1 },
        undefined,
      );

      await expect(
        queries.listPackages(
          { limit: 1, sort: 'name', cursor: nextCursor },
          undefined,
        ),
      ).rejects.toThrow('cursor');
    });
  });

  describe('one package', () => {
    it('shows its versions', async () => {
      expect(
        await queries.getPackage('pkg:npm/lodash@4.0.0', undefined),
      ).toMatchObject({
        key: 'pkg:npm/lodash',
        components: 4,
        direct: 4,
        versions: 2,
        versionList: [
          { version: '4.0.0', components: 3 },
          { version: '3.0.0', components: 2 },
        ],
        moreVersions: false,
        firstSeenAt: '2026-03-01T12:00:00.000Z',
      });
    });

    it.each(['lodash', 'react', 'hidden-gem'])(
      'tells of %s the same from the summaries as within everything',
      async name => {
        const everything = see('old', 'shop', 'desk', 'secret', 'empty');
        const purl = `pkg:npm/${name}`;
        const within = await queries.getPackage(purl, everything);

        expect(await queries.getPackage(purl, undefined)).toEqual({
          ...within,
          firstSeenAt: expect.any(String),
          basis: expect.anything(),
        });
      },
    );

    it('is not there for those who see nothing that uses it', async () => {
      const visible = see('shop');

      expect(await queries.getPackage('pkg:npm/hidden-gem', visible)).toBe(
        undefined,
      );
      expect(
        await queries.listPackageUsages(
          { purl: 'pkg:npm/hidden-gem' },
          visible,
        ),
      ).toBe(undefined);
      expect(await queries.getPackage('pkg:npm/only-in-gone', undefined)).toBe(
        undefined,
      );
    });

    it('says who uses it, with relation, scope, owner and day', async () => {
      const page = await queries.listPackageUsages(
        { purl: 'pkg:npm/react' },
        undefined,
      );

      expect(page?.items).toEqual([
        {
          component: {
            entityRef: 'component:default/shop',
            title: 'Butiken Åre',
            type: 'service',
            lifecycle: 'production',
            ownerRef: 'group:default/team-a',
            ownerState: 'present',
            systemRef: 'system:default/sales',
          },
          target: 'shop',
          stream: 'main',
          version: '18.0.0',
          purl: 'pkg:npm/react@18.0.0',
          relation: 'transitive',
          scope: 'dev',
          licence: { key: 'known:MIT', status: 'known', expression: 'MIT' },
          since: '2026-09-17',
        },
        expect.objectContaining({
          component: expect.objectContaining({
            entityRef: 'component:default/desk',
          }),
          target: 'app',
        }),
      ]);
      expect(page?.total).toEqual({ value: 2, bounded: false });
    });

    it.each([
      [{}, 5],
      [{ version: '4.0.0' }, 3],
      [{ licence: ['text:see file'] }, 1],
      [{ owner: ['group:default/team-a'] }, 3],
      [{ relation: ['transitive' as const] }, 1],
      [{ owner: ['group:default/team-a'], version: '3.0.0' }, 1],
    ])('filters users by %j', async (filter, expected) => {
      const query = { purl: 'pkg:npm/lodash', ...filter };
      const page = await queries.listPackageUsages(query, undefined);
      expect(page?.items).toHaveLength(expected);
      expect(page?.total).toEqual({ value: expected, bounded: false });

      const pages = await everyPage(async cursor => {
        const one = await queries.listPackageUsages(
          { ...query, limit: 1, cursor },
          undefined,
        );
        expect(one?.total).toEqual({ value: expected, bounded: false });
        return one ?? { items: [], basis: await queries.basis(undefined) };
      });
      expect(pages).toEqual(page?.items);
    });
  });

  describe('licences', () => {
    it('counts components, packages and usages', async () => {
      const { items } = await queries.listLicences({}, undefined);

      expect(items).toEqual([
        {
          key: 'known:MIT',
          status: 'known',
          expression: 'MIT',
          components: 4,
          packages: 3,
          usages: 7,
        },
        expect.objectContaining({ key: 'known:Apache-2.0', components: 1 }),
        expect.objectContaining({ key: 'text:see file', raw: 'see file' }),
      ]);
    });

    it('gives one by its key, within what the caller sees', async () => {
      expect(
        await queries.getLicence('text:see file', undefined),
      ).toMatchObject({ components: 1 });
      expect(await queries.getLicence('text:see file', see('shop'))).toBe(
        undefined,
      );
      expect(await queries.getLicence('known:MIT', see('shop'))).toMatchObject({
        components: 1,
        packages: 2,
        usages: 2,
      });
      expect(await queries.getLicence('nonsense', undefined)).toBe(undefined);
    });

    it.each(['-components', '-packages', 'name'] as const)(
      'pages by %s',
      async sort => {
        const whole = await queries.listLicences({ sort }, undefined);
        const pages = await everyPage(cursor =>
          queries.listLicences({ sort, limit: 1, cursor }, undefined),
        );
        expect(pages).toEqual(whole.items);
      },
    );

    it('filters by ecosystem and text', async () => {
      const byEcosystem = await queries.listLicences(
        { ecosystem: ['maven'] },
        undefined,
      );
      expect(byEcosystem.items.map(item => item.key)).toEqual([
        'known:Apache-2.0',
      ]);
      const byText = await queries.listLicences({ q: 'apache' }, undefined);
      expect(byText.items.map(item => item.key)).toEqual(['known:Apache-2.0']);
    });
  });

  describe('components', () => {
    const names = (page: { items: { entityRef: string }[] }) =>
      page.items.map(item => item.entityRef.replace('component:default/', ''));

    it('lists all that the catalog has, by the name that it shows', async () => {
      const page = await queries.listComponents({}, undefined);

      expect(names(page)).toEqual([
        'broken',
        'shop', // "Butiken Åre"
        'desk',
        'empty',
        'old',
        'secret',
      ]);
      expect(page.items.map(item => item.sbomState)).toEqual([
        'failed',
        'current',
        'current',
        'none',
        'stale',
        'current',
      ]);
      expect(page.items[3].counts).toBe(undefined);
      expect(page.items[1].counts).toEqual({
        packages: 3,
        direct: 1,
        transitive: 1,
        relationUnknown: 1,
        licenceKnown: 3,
        licenceUnknown: 0,
      });
    });

    it.each([
      [
        { sbomState: ['failed' as const, 'none' as const] },
        ['broken', 'empty'],
      ],
      [{ sbomState: ['stale' as const] }, ['old']],
      [{ ownerState: ['missing' as const] }, ['secret']],
      [{ owner: ['none'] }, ['broken', 'empty']],
      [{ licenceUnknown: true }, ['desk']],
      [{ q: 'åRE' }, ['shop']],
      [{ q: 'component:default/s' }, ['shop', 'secret']],
    ])('filters by %j', async (query, expected) => {
      expect(names(await queries.listComponents(query, undefined))).toEqual(
        expected,
      );
    });

    it.each(['name', '-packages', 'lastSbomAt'] as const)(
      'pages by %s',
      async sort => {
        const compare = async (visible: EntitySet | undefined) => {
          const whole = await queries.listComponents({ sort }, visible);
          const pages = await everyPage(cursor =>
            queries.listComponents({ sort, limit: 1, cursor }, visible),
          );
          expect(pages).toEqual(whole.items);
        };
        await compare(undefined);
        await compare(see('shop', 'empty', 'old'));
      },
    );

    it('puts components that never had an SBOM before the oldest', async () => {
      const page = await queries.listComponents(
        { sort: 'lastSbomAt' },
        undefined,
      );
      expect(names(page).slice(0, 3)).toEqual(['empty', 'broken', 'old']);
      const most = await queries.listComponents(
        { sort: '-packages' },
        undefined,
      );
      expect(names(most).slice(-2)).toEqual(['broken', 'empty']);
    });

    it('knows which it may show', async () => {
      expect(await queries.findComponent(refOf('shop'), see('desk'))).toBe(
        undefined,
      );
      expect(await queries.findComponent(refOf('gone'), undefined)).toBe(
        undefined,
      );
    });
  });

  describe('one component', () => {
    async function found(name: string) {
      const component = await queries.findComponent(refOf(name), undefined);
      if (!component) {
        throw new Error(`No component '${name}'`);
      }
      return component;
    }

    it('shows snapshots, sources, findings and licences', async () => {
      const detail = await queries.getComponent(await found('desk'), undefined);

      expect(detail).toMatchObject({
        entityRef: 'component:default/desk',
        sbomState: 'current',
        snapshots: [
          { target: 'app', isCurrent: true },
          { target: 'desk', isCurrent: true },
        ],
        sources: [],
        licences: [
          { key: 'known:MIT', packages: 2, usages: 2, components: 1 },
          { key: 'text:see file', packages: 1, usages: 1, components: 1 },
        ],
      });
      const broken = await queries.getComponent(
        await found('broken'),
        undefined,
      );
      expect(broken.sources).toEqual([
        expect.objectContaining({
          sourceId: 'annotation',
          state: 'failed',
          message: 'Not there',
          failures: 3,
        }),
      ]);
    });

    it('lists its packages page by page', async () => {
      const shop = await found('shop');
      const whole = await queries.listComponentPackages(shop, {}, undefined);
      expect(whole.items.map(item => item.name)).toEqual([
        'lodash',
        'log4j-core',
        'react',
      ]);
      expect(whole.items[1]).toMatchObject({
        key: 'pkg:maven/org.apache/log4j-core',
        namespace: 'org.apache',
        purl: 'pkg:maven/org.apache/log4j-core@2.0.0',
        relation: 'unknown',
        licence: { key: 'known:Apache-2.0' },
        declared: { key: 'known:Apache-2.0' },
        concluded: { key: 'absent:' },
      });
      const pages = await everyPage(cursor =>
        queries.listComponentPackages(shop, { limit: 1, cursor }, undefined),
      );
      expect(pages).toEqual(whole.items);
    });

    it.each([
      [{ q: 'log' }, 1],
      [{ ecosystem: ['npm'] }, 2],
      [{ licence: ['known:Apache-2.0'] }, 1],
      [{ relation: ['direct' as const] }, 1],
      [{ scope: ['dev' as const] }, 1],
      [{ target: 'shop', stream: 'main' }, 3],
      [{ target: 'other' }, 0],
    ])('filters its packages by %j', async (query, expected) => {
      const page = await queries.listComponentPackages(
        await found('shop'),
        query,
        undefined,
      );
      expect(page.items).toHaveLength(expected);
    });

    it('adds up what changed between snapshots, and tells it the other way round', async () => {
      const first = await portal.send('empty', ['a@1.0.0', 'b@1.0.0'], {
        timestamp: '2026-01-01T00:00:00Z',
      });
      await portal.send('empty', ['a@1.0.0', 'c@1.0.0'], {
        timestamp: '2026-01-02T00:00:00Z',
      });
      const late = await portal.send('empty', ['x@1.0.0'], {
        timestamp: '2025-01-02T00:00:00Z',
      });
      const last = await portal.send('empty', ['b@1.0.0', 'd@1.0.0'], {
        timestamp: '2026-01-03T00:00:00Z',
      });
      const component = await found('empty');
      const between = async (from: number, to: number) =>
        (await queries.getChanges(component, { from, to })).changes.map(
          change => `${change.change} ${change.name}@${change.version}`,
        );

      expect(await between(first.snapshot.id, last.snapshot.id)).toEqual([
        'removed a@1.0.0',
        'added d@1.0.0',
      ]);
      expect(await between(last.snapshot.id, first.snapshot.id)).toEqual([
        'added a@1.0.0',
        'removed d@1.0.0',
      ]);
      await expect(
        between(first.snapshot.id, late.snapshot.id),
      ).rejects.toThrow('never was the current one');
      await expect(between(first.snapshot.id, 1)).rejects.toThrow(
        'has no snapshot 1',
      );
      const snapshots = await queries.listSnapshots(component, {}, undefined);
      expect(snapshots.items.map(item => item.isCurrent)).toEqual([
        true,
        false,
        false,
        false,
      ]);
    });
  });
});
