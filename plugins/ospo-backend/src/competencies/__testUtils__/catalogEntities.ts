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

import { Entity, parseEntityRef } from '@backstage/catalog-model';

type Spec = NonNullable<Entity['spec']>;

/** An entity as the catalog has processed it. */
export function anEntityOf(
  kind: string,
  ref: string,
  options: {
    title?: string;
    description?: string;
    tags?: string[];
    annotations?: Record<string, string>;
    spec?: Spec;
    relations?: [type: string, targetRef: string][];
  } = {},
): Entity {
  const { namespace, name } = parseEntityRef(ref, {
    defaultKind: kind,
    defaultNamespace: 'default',
  });
  const { title, description, tags, annotations, spec, relations } = options;
  return {
    apiVersion:
      kind === 'Competency' ? 'ospo/v1alpha1' : 'backstage.io/v1alpha1',
    kind,
    metadata: { namespace, name, title, description, tags, annotations },
    spec,
    relations: relations?.map(([type, targetRef]) => ({ type, targetRef })),
  };
}

export function aCompetency(
  name: string,
  spec: Spec = {},
  metadata: Parameters<typeof anEntityOf>[2] = {},
): Entity {
  return anEntityOf('Competency', name, {
    ...metadata,
    spec: { type: 'legal', owner: 'group:default/ospo', ...spec },
  });
}

export function aGroupOf(
  name: string,
  options: {
    members?: string[];
    parent?: string;
    title?: string;
    type?: string;
    email?: string;
    annotations?: Record<string, string>;
  } = {},
): Entity {
  const { members = [], parent, title, email, annotations } = options;
  return anEntityOf('Group', name, {
    annotations,
    spec: {
      type: options.type ?? 'team',
      profile: { displayName: title ?? name, ...(email ? { email } : {}) },
    },
    relations: [
      ...members.map((ref): [string, string] => ['hasMember', ref]),
      ...(parent ? [['childOf', parent] as [string, string]] : []),
    ],
  });
}

export function aUserOf(
  name: string,
  options: { title?: string; annotations?: Record<string, string> } = {},
): Entity {
  return anEntityOf('User', name, {
    annotations: options.annotations,
    spec: { profile: { displayName: options.title ?? name } },
  });
}
