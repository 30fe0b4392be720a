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
import { BENCH_SEED, SeededRandom } from 'bench';

export const searchedWords = [
  ...['payment', 'forecast', 'permit', 'archive', 'glossary', 'notification'],
  ...['identity', 'invoice', 'catalogue', 'search', 'report', 'schedule'],
  ...['translation', 'gateway', 'pipeline', 'dashboard', 'form', 'mailbox'],
];
export const searchedSkills = [
  ...['accessibility', 'maps', 'caching', 'typography'],
  ...['modelling', 'telemetry'],
];
export const searchedLanguages = ['typescript', 'rust', 'go', 'python', 'java'];
export const searchedLevels = [
  ...['issues-welcome', 'contributions-welcome', 'shared-write'],
];

/**
 * Entities as a catalog takes them in: groups, systems and components, of which the first `projects` are open for
 * others. What a project is searched by stands where the catalog can filter by it too: skills and language among the
 * tags, the level of governance in an annotation.
 */
export function searchedEntities(options: {
  entities: number;
  projects: number;
  groups: number;
  systems: number;
}): Entity[] {
  const { groups, systems } = options;
  const random = SeededRandom.create(BENCH_SEED);
  const pick = (from: readonly string[]) => from[random.below(from.length)];
  const components = options.entities - groups - systems;
  return [
    ...range(groups).map(n =>
      entity('Group', `team-${n}`, { spec: { type: 'team', children: [] } }),
    ),
    ...range(systems).map(n =>
      entity('System', `system-${n}`, {
        spec: { owner: `team-${n % groups}` },
      }),
    ),
    ...range(components).map(n => {
      const skills = [...new Set([pick(searchedSkills), pick(searchedSkills)])];
      const isProject = n < options.projects;
      return entity('Component', `component-${n}`, {
        title: `The ${pick(searchedWords)} ${pick(searchedWords)} ${n}`,
        description: `Does the ${pick(searchedWords)} of the ${pick(
          searchedWords,
        )}.`,
        tags: [
          pick(searchedLanguages),
          ...skills,
          ...(isProject ? ['inner-source'] : []),
        ],
        annotations: {
          'backstage.io/source-location': `url:https://forge.example/org/repo-${n}/tree/main/`,
          ...(isProject
            ? {
                'ospo/governance-level': pick(searchedLevels),
                'ospo/skills': skills.join(', '),
                'ospo/motivation': `Because of the ${pick(searchedWords)}.`,
              }
            : {}),
        },
        spec: {
          type: 'service',
          lifecycle: 'production',
          owner: `team-${n % groups}`,
          system: `system-${n % systems}`,
          // The catalog keeps them in order.
          dependsOn: range(n % 5)
            .map(other => `component:component-${(n + other + 1) % components}`)
            .sort(),
        },
      });
    }),
  ];
}

function entity(
  kind: string,
  name: string,
  rest: {
    title?: string;
    description?: string;
    tags?: string[];
    annotations?: Record<string, string>;
    spec: Entity['spec'];
  },
): Entity {
  const { annotations, spec, ...metadata } = rest;
  const place = `https://forge.example/org/catalog/${name}.yaml`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'default',
      ...metadata,
      annotations: {
        'backstage.io/managed-by-location': `url:${place}`,
        'backstage.io/managed-by-origin-location': `url:${place}`,
        // A processor would add it.
        'backstage.io/view-url': place,
        ...annotations,
      },
    },
    spec,
  };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, n) => n);
}
