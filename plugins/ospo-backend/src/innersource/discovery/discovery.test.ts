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
import { discoveryRules } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { anEntityOf } from '../../competencies/__testUtils__/catalogEntities';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { placeOf } from '../files/FilesReading';
import { readInnerSourceConfig } from '../readInnerSourceConfig';
import { ProjectStore } from '../store/ProjectStore';
import { DiscoveryPass } from './DiscoveryPass';
import { listingOf } from './listingOf';
import { parseRepositoryUrl, readRepository } from './readRepository';

jest.setTimeout(60_000);

const { discovery: defaults } = readInnerSourceConfig(
  mockServices.rootConfig(),
);
const config = { ...defaults, rules: [...discoveryRules] };

const placeAt = (name: string) =>
  placeOf({
    url: `https://github.com/org/${name}`,
    host: 'github.com',
    slug: `org/${name}`,
  });

const forges: Record<string, 'github' | 'gitlab'> = {
  'github.com': 'github',
  'git.example': 'gitlab',
};
const forgeOf = (host: string) => forges[host];

describe('listingOf', () => {
  const rules = { ...config, prefixes: ['ospo/', 'example.org/'] };
  const annotated = (value: string) => ({
    annotations: { 'ospo/inner-source': value },
  });
  const everything = {
    topics: ['InnerSource'],
    innerSourceJson: 'innersource.json',
    imported: 'org/repo',
  };

  it.each([
    [annotated('true'), 'annotation', 'ospo/inner-source: true'],
    [
      { annotations: { 'example.org/inner-source': 'TRUE' } },
      'annotation',
      'example.org/inner-source: true',
    ],
    [{ tags: ['innersource'] }, 'tag', 'innersource'],
    [{ ...annotated('maybe'), tags: ['inner-source'] }, 'tag', 'inner-source'],
  ])('lists %j by %s', (metadata, rule, detail) => {
    const entity = anEntityOf('Component', 'a', metadata);
    expect(listingOf(entity, rules)).toEqual({ rule, detail });
  });

  it('asks the rules in the order of the configuration', () => {
    const entity = anEntityOf('Component', 'a', { tags: ['inner-source'] });
    expect(
      listingOf(entity, { ...rules, rules: ['imported', 'tag'] }, everything),
    ).toEqual({ rule: 'imported', detail: 'org/repo' });
    expect(
      listingOf(entity, { ...rules, rules: ['label'] }, everything),
    ).toBeUndefined();
  });

  it('is beaten by an annotation set to false', () => {
    const entity = anEntityOf('Component', 'a', {
      ...annotated('False'),
      tags: ['inner-source'],
    });
    expect(listingOf(entity, rules, everything)).toBeUndefined();
  });

  it.each([
    ['yes', 'inner-source: yes'],
    ['no', undefined],
    ['False', undefined],
  ])('takes the label %s', (value, detail) => {
    const entity = anEntityOf('Component', 'a');
    entity.metadata.labels = { 'inner-source': value };
    expect(listingOf(entity, rules)?.detail).toBe(detail);
  });

  it('survives metadata of any form', () => {
    const entity = anEntityOf('Component', 'a');
    Object.assign(entity.metadata, {
      tags: 'inner-source',
      labels: { 'inner-source': 7 },
      annotations: { 'ospo/inner-source': true },
    });
    expect(listingOf(entity, rules)).toBeUndefined();
  });
});

describe('readRepository', () => {
  it.each([
    ['https://github.com/a/b', 'github.com', 'a/b', undefined, undefined],
    [
      'https://github.com/a/b/tree/main/x/y/',
      'github.com',
      'a/b',
      'x/y',
      'main',
    ],
    [
      'https://git.example:8443/g/s/r/-/tree/dev/z',
      'git.example:8443',
      'g/s/r',
      'z',
      'dev',
    ],
    [
      'https://github.com/a/b/blob/main/x/catalog-info.yaml',
      'github.com',
      'a/b',
      'x',
      'main',
    ],
  ])('reads %s', (url, host, slug, path, ref) => {
    expect(parseRepositoryUrl(url)).toEqual({
      url: `https://${host}/${slug}`,
      host,
      slug,
      ...(path ? { path } : {}),
      ...(ref ? { ref } : {}),
    });
  });

  it.each([
    'https://user:secret@github.com/a/b',
    'data:text/html,x',
    'https://github.com',
    'git@github.com:a/b',
    'https://',
  ])('does not take %s', url => {
    expect(parseRepositoryUrl(url)).toBeUndefined();
  });

  it('believes the slug where it differs from where the catalog file lay', () => {
    const entity = anEntityOf('Component', 'a', {
      annotations: {
        'backstage.io/source-location':
          'url:https://github.com/org/catalog/tree/main/all/',
        'github.com/project-slug': 'org/real',
      },
    });
    expect(readRepository(entity, forgeOf)).toEqual({
      url: 'https://github.com/org/real',
      host: 'github.com',
      slug: 'org/real',
    });
  });

  const GITHUB = 'github.com/project-slug';
  const GITLAB = 'gitlab.com/project-slug';

  it.each([
    // The host of the catalog file is the one that is meant, when it is of that kind;
    ['git.example', { [GITLAB]: 'team/app' }, 'https://git.example/team/app'],
    // elsewhere, the same name is somebody else's repository.
    ['github.com', { [GITLAB]: 'team/app' }, 'https://gitlab.com/team/app'],
    ['git.example', { [GITHUB]: 'team/app' }, 'https://github.com/team/app'],
    ['pages.example', { [GITHUB]: 'a/app' }, 'https://github.com/a/app'],
    [
      'git.example',
      { [GITHUB]: 'mirror/app', [GITLAB]: 'team/app' },
      'https://git.example/team/app',
    ],
  ])('of a catalog file on %s, %j is %s', (host, annotations, url) => {
    const entity = anEntityOf('Component', 'a', {
      annotations: {
        'backstage.io/source-location': `url:https://${host}/acme/catalog/`,
        ...annotations,
      },
    });
    expect(readRepository(entity, forgeOf)?.url).toBe(url);
  });
});

describe.each(everyDatabase)('DiscoveryPass, %s', (_name, createDatabase) => {
  let knex: Knex;
  let entities: Entity[];
  let clock: Date;

  const project = (name: string, annotations = {}) =>
    anEntityOf('Component', name, {
      annotations: { 'ospo/inner-source': 'true', ...annotations },
    });
  const names = async () =>
    (await ProjectStore.create({ knex }).readAll()).map(
      ({ facts }) => facts.name,
    );
  function aPass(
    overrides: Partial<Parameters<typeof DiscoveryPass.create>[0]> = {},
  ) {
    return DiscoveryPass.create({
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      config,
      helpLabels: ['help wanted'],
      annotationPrefixes: ['ospo/'],
      pageSize: 2,
      store: ProjectStore.create({ knex }),
      forgeOf,
      logger: mockServices.logger.mock(),
      now: () => clock,
      ...overrides,
    });
  }

  beforeEach(async () => {
    knex = await createDatabase();
    clock = new Date('2026-11-25T08:00:00Z');
    entities = ['a', 'b', 'c', 'd', 'e'].map(name => project(name));
  });

  it('writes only what differs', async () => {
    const store = ProjectStore.create({ knex });
    expect(await aPass().run()).toMatchObject({ projects: 5, changed: 5 });
    const stamp = await store.stamp();
    expect(await aPass().run()).toMatchObject({ projects: 5, changed: 0 });
    expect(await store.stamp()).toBe(stamp);
    expect(await store.discoveredAt()).toBe('2026-11-25T08:00:00.000Z');
    entities[1] = project('b', { 'ospo/motivation': 'New' });
    expect(await aPass().run()).toMatchObject({ changed: 1 });
    expect(await store.stamp()).not.toBe(stamp);
  });

  it('takes out at once what no rule lists any more', async () => {
    await aPass().run();
    entities = entities.map(({ metadata: { name } }) =>
      name < 'd' ? anEntityOf('Component', name) : project(name),
    );
    expect(await aPass().run()).toMatchObject({ gone: 3 });
    expect(await names()).toEqual(['d', 'e']);
  });

  it('takes out what the catalog lost, unless that is too much at once', async () => {
    await aPass().run();
    clock = new Date('2026-11-25T09:00:00Z');
    entities = entities.slice(2);
    const logger = mockServices.logger.mock();
    expect(await aPass({ logger }).run()).toMatchObject({ gone: 0, kept: 2 });
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('maxShareGone'),
    );
    expect(
      await aPass({ config: { ...config, maxShareGone: 1 } }).run(),
    ).toMatchObject({ gone: 2, kept: 0 });
    expect(await names()).toEqual(['c', 'd', 'e']);
  });

  it('forgets no file of what it keeps though the catalog lacks it', async () => {
    const at = (name: string) => ({
      'backstage.io/source-location': `url:https://github.com/org/${name}/`,
    });
    entities = ['a', 'b', 'c'].map(name => project(name, at(name)));
    const kept: string[][] = [];
    const keepPlaces = async (places: ReadonlySet<string>) => {
      kept.push([...places]);
    };
    await aPass({ keepPlaces }).run();
    expect(kept).toEqual([
      [expect.any(String), expect.any(String), expect.any(String)],
    ]);
    clock = new Date('2026-11-25T09:00:00Z');
    entities = entities.slice(2);
    expect(await aPass({ keepPlaces }).run()).toMatchObject({ kept: 2 });
    expect(kept).toHaveLength(1);
  });

  it('lists by a file that was understood, and by no other', async () => {
    entities = ['own', 'page'].map(name =>
      anEntityOf('Component', name, {
        annotations: {
          'backstage.io/source-location': `url:https://github.com/org/${name}/`,
        },
      }),
    );
    const file = { path: 'innersource.json', fields: {}, findings: [] };
    const evidence = {
      readFiles: async () =>
        new Map([
          [placeAt('own'), { files: { 'innersource.json': file } }],
          [
            placeAt('page'),
            {
              files: {
                'innersource.json': { ...file, isForeign: true as const },
              },
            },
          ],
        ]),
      readSignals: async () => new Map(),
      readImported: async () => [],
    };
    await aPass({ evidence }).run();
    expect(await names()).toEqual(['own']);
  });

  it('leaves everything as it is when the catalog breaks off', async () => {
    await aPass().run();
    const catalog = catalogServiceMock.mock({
      async *streamEntities() {
        yield [project('new')];
        throw new Error('broke off');
      },
    });
    await expect(aPass({ catalog }).run()).rejects.toThrow('broke off');
    expect(await names()).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('reads one again, and takes it out when it is gone', async () => {
    await aPass().run();
    entities[0] = project('a', { 'ospo/motivation': 'Now' });
    const pass = aPass();
    expect((await pass.readOne('component:default/a'))?.facts).toMatchObject({
      annotation: { motivation: 'Now' },
    });
    entities = entities.slice(1);
    expect(await aPass().readOne('component:default/a')).toBeUndefined();
    expect(await names()).toEqual(['b', 'c', 'd', 'e']);
  });
});
