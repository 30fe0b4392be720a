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

/** A component called `shop`, owned by `team-a`, read from a forge. */
export function anEntity(
  overrides: {
    name?: string;
    kind?: string;
    title?: string;
    annotations?: Record<string, string>;
    spec?: Record<string, string>;
    owner?: string | null;
  } = {},
): Entity {
  const { name = 'shop', kind = 'Component', owner = 'team-a' } = overrides;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      uid: `uid-${kind.toLowerCase()}-${name}`,
      ...(overrides.title && { title: overrides.title }),
      annotations: {
        'backstage.io/managed-by-location':
          'url:https://forge.example/org/shop/catalog-info.yaml',
        ...overrides.annotations,
      },
    },
    spec: { type: 'service', lifecycle: 'production', ...overrides.spec },
    relations: owner
      ? [{ type: 'ownedBy', targetRef: `group:default/${owner}` }]
      : [],
  };
}

/** The group `team-a`, or another one. */
export function aGroup(name = 'team-a'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', uid: `uid-group-${name}` },
    spec: { type: 'team', children: [] },
  };
}
