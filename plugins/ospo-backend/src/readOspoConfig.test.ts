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
import { readOspoConfig } from './readOspoConfig';

const read = (data: object) =>
  readOspoConfig(mockServices.rootConfig({ data: { ...data } }));
const readOspo = (ospo: object) => read({ ospo });

it('has defaults that work', () => {
  expect(read({})).toMatchObject({
    permissionsEnabled: false,
    access: { coreTeam: [], ingestServices: [] },
    sboms: {
      limits: { maxBytes: 64 * 1024 * 1024, maxComponents: 200_000 },
      staleAfterMs: 90 * 86_400_000,
      checkEveryMs: 6 * 3_600_000,
      defaultBudget: { requestsPerHour: 300, requestsPerMinute: 20 },
    },
    catalog: {
      kinds: ['component', 'resource', 'api'],
      maxShareGone: 0.1,
      fileRoots: [],
    },
    annotationPrefixes: ['ospo/'],
    visibility: { cacheTtlMs: 30_000 },
  });
});

it('reads what is given', () => {
  const config = readOspo({
    access: {
      coreTeam: ['ospo', 'user:jane'],
      ingestServices: ['external:ci'],
    },
    sboms: {
      limits: { maxBytes: 5 },
      staleAfter: 'P30D',
      checkEvery: { minutes: 5 },
      schedule: { frequency: { seconds: 30 }, timeout: { minutes: 1 } },
      defaultBudget: { requestsPerHour: 10 },
      hosts: [{ host: 'GitHub.com', requestsPerMinute: 5 }],
    },
    catalog: { kinds: ['Component'], maxShareGone: 0.5 },
    annotationPrefixes: ['example.org/', 'ospo/'],
    visibility: { cacheTtl: { seconds: 5 } },
  });
  expect(config).toMatchObject({
    access: {
      coreTeam: ['group:default/ospo', 'user:default/jane'],
      ingestServices: ['external:ci'],
    },
    sboms: {
      limits: { maxBytes: 5, maxComponents: 200_000 },
      staleAfterMs: 30 * 86_400_000,
      checkEveryMs: 300_000,
      schedule: { frequency: { seconds: 30 }, timeout: { minutes: 1 } },
      defaultBudget: { requestsPerHour: 10, requestsPerMinute: 20 },
    },
    catalog: { kinds: ['component'], maxShareGone: 0.5 },
    annotationPrefixes: ['ospo/', 'example.org/'],
    visibility: { cacheTtlMs: 5000 },
  });
  expect(config.sboms.budgets.get('github.com')).toEqual({
    requestsPerHour: 10,
    requestsPerMinute: 5,
  });
});

it('finds the folders of the catalog files that the operator names', () => {
  const { catalog } = read({
    catalog: {
      locations: [
        { type: 'file', target: '/srv/catalog/all.yaml' },
        { type: 'file', target: '/srv/more/*/catalog-info.yaml' },
        { type: 'url', target: 'https://forge.example/catalog-info.yaml' },
      ],
    },
  });
  expect(catalog.fileRoots).toEqual(['/srv/catalog', '/srv/more']);
});

it.each([
  [{ access: { coreTeam: ['a b:::'] } }, 'ospo.access.coreTeam'],
  [{ access: { coreTeam: ['component:default/x'] } }, 'ospo.access.coreTeam'],
  [{ catalog: { kinds: [] } }, 'ospo.catalog.kinds'],
  [{ catalog: { maxShareGone: 0 } }, 'ospo.catalog.maxShareGone'],
  [{ catalog: { maxShareGone: 1.5 } }, 'ospo.catalog.maxShareGone'],
  [{ annotationPrefixes: ['no slash'] }, 'ospo.annotationPrefixes'],
  [{ sboms: { limits: { maxBytes: -1 } } }, 'ospo.sboms.limits.maxBytes'],
  [
    { sboms: { hosts: [{ host: 'a', requestsPerHour: 0 }] } },
    'ospo.sboms.hosts.requestsPerHour',
  ],
])('names the key of a value that cannot be used: %j', (ospo, key) => {
  expect(() => readOspo(ospo)).toThrow(key);
});
