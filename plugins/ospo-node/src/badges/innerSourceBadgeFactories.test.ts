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

import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { innerSourceBadgeFactories } from './innerSourceBadgeFactories';

const { createBadge } = innerSourceBadgeFactories['ospo-inner-source'];
const config = new ConfigReader({
  ospo: { annotationPrefixes: ['agency.example/'] },
});

function anEntity(
  annotations: Record<string, string>,
  lifecycle = 'production',
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'secret-name',
      title: 'Secret title',
      description: 'Secret words',
      tags: ['inner-source'],
      annotations,
    },
    spec: { type: 'library', lifecycle, owner: 'secret-team' },
  };
}

const wanted = { 'ospo/badges': 'true' };

it.each([
  [
    'the level',
    { ...wanted, 'ospo/governance-level': 'Shared write' },
    'shared write',
  ],
  ['no more than open without a level', wanted, 'open'],
  [
    'no level that is none',
    { ...wanted, 'ospo/governance-level': '<b>' },
    'open',
  ],
  [
    'what an alias says',
    {
      'agency.example/badges': 'TRUE',
      'agency.example/governance-level': 'open-source',
    },
    'open source',
  ],
])('tells %s', (_what, annotations, message) => {
  const badge = createBadge({ config, entity: anEntity(annotations) });
  expect(badge).toMatchObject({
    label: 'inner source',
    message,
    color: '#1a6e3c',
  });
  expect(JSON.stringify(badge)).not.toMatch(/secret/i);
});

it('says that a project is retired', () => {
  const entity = anEntity(
    { ...wanted, 'ospo/governance-level': 'shared-write' },
    'deprecated',
  );
  expect(createBadge({ config, entity })).toMatchObject({
    message: 'retired',
    color: '#595959',
  });
});

it('is the same for all whose owner does not ask for one, and for none', () => {
  const silent = createBadge({ config });
  const others: Record<string, string>[] = [
    {},
    { 'ospo/badges': 'false', 'ospo/governance-level': 'shared-write' },
    { 'ospo/inner-source': 'true', 'ospo/governance-level': 'open-source' },
    { ...wanted, 'ospo/inner-source': 'false' },
  ];
  for (const annotations of others) {
    expect(createBadge({ config, entity: anEntity(annotations) })).toEqual(
      silent,
    );
    expect(
      createBadge({ config, entity: anEntity(annotations, 'deprecated') }),
    ).toEqual(silent);
  }
  expect(silent.message).toBe('not told');
});

it('is drawn in the style that is asked for', () => {
  expect(createBadge({ config, style: 'flat' })).toMatchObject({
    style: 'flat',
  });
});
