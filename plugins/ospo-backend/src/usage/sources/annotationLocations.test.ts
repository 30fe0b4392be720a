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
import { ScmIntegrations } from '@backstage/integration';
import { anEntity } from '../__testUtils__/anEntity';
import { annotationLocations } from './annotationLocations';

const integrations = ScmIntegrations.fromConfig(
  mockServices.rootConfig({
    data: { integrations: { github: [{ host: 'github.com' }] } },
  }),
);

function locate(sbom: string, annotations: Record<string, string> = {}) {
  return annotationLocations({
    entity: anEntity({ annotations: { 'ospo/sbom': sbom, ...annotations } }),
    prefixes: ['ospo/', 'example.org/'],
    resolveUrl: options => integrations.resolveUrl(options),
  });
}

it.each([
  ['https://a.example/bom.json', ['https://a.example/bom.json']],
  ['http://a.example/bom.json#part', ['http://a.example/bom.json']],
  ['bom.json', ['https://forge.example/org/shop/bom.json']],
  ['./sbom/my bom.json', ['https://forge.example/org/shop/sbom/my%20bom.json']],
  ['../bom.json', ['https://forge.example/org/bom.json']],
  [
    ' a.json , b.json ,, a.json',
    [
      'https://forge.example/org/shop/a.json',
      'https://forge.example/org/shop/b.json',
    ],
  ],
])('reads %s', (value, expected) => {
  const { locations, problems } = locate(value);
  expect(locations.map(({ location }) => location)).toEqual(expected);
  expect(problems).toEqual([]);
});

it('takes the source location for a folder, and knows the URLs of forges', () => {
  const at = (source: string) =>
    locate('sbom/bom.json', { 'backstage.io/source-location': source })
      .locations[0].location;
  expect(at('url:https://github.com/org/shop/tree/main/services/shop/')).toBe(
    'https://github.com/org/shop/tree/main/services/shop/sbom/bom.json',
  );
  expect(at('url:https://github.com/org/shop/tree/main/services/shop')).toBe(
    'https://github.com/org/shop/tree/main/services/shop/sbom/bom.json',
  );
});

it('reads an alias prefix where ours is absent', () => {
  const entity = anEntity({
    annotations: { 'example.org/sbom': 'https://a.example/bom.json' },
  });
  expect(
    annotationLocations({
      entity,
      prefixes: ['ospo/', 'example.org/'],
      resolveUrl: options => integrations.resolveUrl(options),
    }).locations,
  ).toEqual([{ location: 'https://a.example/bom.json' }]);
});

describe('what must not be read', () => {
  it.each([
    ['file:///etc/passwd', 'annotation-sbom-scheme'],
    ['file:bom.json', 'annotation-sbom-scheme'],
    ['gopher://a.example/x', 'annotation-sbom-scheme'],
    ['ftp://a.example/x', 'annotation-sbom-scheme'],
    ['java' + 'script:alert(1)', 'annotation-sbom-scheme'],
    ['data:application/json;base64', 'annotation-sbom-scheme'],
    ['jar:https://a.example!/x', 'annotation-sbom-scheme'],
    ['https://user:pw@a.example/x', 'annotation-sbom-credentials'],
    ['https://token@a.example/x', 'annotation-sbom-credentials'],
    ['//a.example/x', 'annotation-sbom-unreadable'],
    ['/\\a.example/x', 'annotation-sbom-unreadable'],
    ['\\\\a.example\\x', 'annotation-sbom-unreadable'],
    ['http://', 'annotation-sbom-unreadable'],
    ['https://[::1', 'annotation-sbom-unreadable'],
    ['C:\\bom.json', 'annotation-sbom-unreadable'],
    ['a\tb', 'annotation-sbom-unreadable'],
    [`https://a.example/${'x'.repeat(2000)}`, 'annotation-sbom-too-long'],
  ])('%s', (value, code) => {
    const { locations, problems } = locate(value);
    expect(locations).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0].code).toBe(code);
    expect(problems[0].message.length).toBeLessThan(300);
  });

  it('a path when the entity has no place that it could be beside', () => {
    const { locations, problems } = locate('bom.json', {
      'backstage.io/managed-by-location': 'bootstrap:bootstrap',
    });
    expect(locations).toEqual([]);
    expect(problems).toMatchObject([{ code: 'annotation-sbom-no-base' }]);
  });

  it.each(['url:http://user:pw@a.example/', 'url:gopher://a/', 'nonsense'])(
    'a path beside the source location %s',
    source => {
      const { locations } = locate('bom.json', {
        'backstage.io/source-location': source,
        'backstage.io/managed-by-location': source,
      });
      expect(locations).toEqual([]);
    },
  );

  it.each(['../x.json', 'a/../../x.json', '/etc/passwd', '.', 'sboms/'])(
    '%s beside a catalog file on disk',
    value => {
      const { locations, problems } = locate(value, {
        'backstage.io/managed-by-location': 'file:/srv/catalog/info.yaml',
      });
      expect(locations).toEqual([]);
      expect(problems).toMatchObject([{ code: 'annotation-sbom-outside' }]);
    },
  );

  it('more than twenty addresses', () => {
    const { locations, problems } = locate(
      Array.from({ length: 30 }, (_, i) => `https://a.example/${i}`).join(),
    );
    expect(locations).toHaveLength(20);
    expect(problems).toMatchObject([{ code: 'annotation-sbom-too-many' }]);
  });

  it.each([
    ['distinct', Array.from({ length: 200_000 }, (_, i) => `x${i}:`).join()],
    ['the same', 'x:,'.repeat(400_000)],
    ['nothing', ','.repeat(1_000_000)],
  ])('unbounded many that cannot be used: %s', (_case, value) => {
    const { locations, problems } = locate(value);
    expect(locations).toEqual([]);
    expect(problems.length).toBeLessThanOrEqual(21);
    expect(problems.at(-1)?.code).toBe('annotation-sbom-too-many');
  });

  it('a path that is short in characters and too long for the database', () => {
    const { locations, problems } = locate(`${'\u6f22'.repeat(950)}.json`, {
      'backstage.io/managed-by-location': 'file:/catalog/catalog-info.yaml',
      'backstage.io/source-location': '',
    });
    expect(locations).toEqual([]);
    expect(problems).toMatchObject([{ code: 'annotation-sbom-too-long' }]);
  });
});

describe('the artefacts', () => {
  const targets = (sbom: string, target?: string) => {
    const { locations, problems } = locate(
      sbom,
      target === undefined ? {} : { 'ospo/sbom-target': target },
    );
    return {
      targets: locations.map(location => location.target),
      codes: problems.map(problem => problem.code),
    };
  };

  it.each([
    ['a.json', undefined, [undefined]],
    ['a.json', 'frontend', ['frontend']],
    ['a.json', 'front, end', ['front, end']],
    ['a.cdx.json,b.spdx.yaml', undefined, ['a', 'b']],
    ['x/bom.json,y/bom.json', undefined, ['x/bom', 'y/bom']],
    [
      'https://a.example/bom.json,https://b.example/bom.json',
      undefined,
      ['bom-1', 'bom-2'],
    ],
    ['a.json,b.json', 'web, api', ['web', 'api']],
  ])('of %s with the names %s', (sbom, target, expected) => {
    expect(targets(sbom, target)).toEqual({ targets: expected, codes: [] });
  });

  it.each(['web', 'web,web', 'web,', 'a,b,c'])(
    'are called after their files when the names %s do not fit',
    target => {
      expect(targets('a.json,b.json', target)).toEqual({
        targets: ['a', 'b'],
        codes: ['annotation-sbom-target-count'],
      });
    },
  );
});
