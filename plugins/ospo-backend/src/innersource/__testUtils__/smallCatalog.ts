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
import {
  aGroupOf,
  anEntityOf,
  aUserOf,
} from '../../competencies/__testUtils__/catalogEntities';
import { KeptSignals } from '../SignalsReader';

/** In the names of everything that the stranger may not see. */
export const MARK = 'zzmark';

const owned = (group: string): [string, string] => [
  'ownedBy',
  `group:default/${group}`,
];

/** Two departments with a team each, and projects of every kind. */
export function smallCatalog(): Entity[] {
  const repository = 'url:https://forge.example/org/mono';
  return [
    aGroupOf('agency', { type: 'organization' }),
    aGroupOf('sales', {
      type: 'department',
      title: 'Sales',
      parent: 'group:default/agency',
    }),
    aGroupOf('engineering', {
      type: 'department',
      title: 'Engineering',
      parent: 'group:default/agency',
    }),
    aGroupOf('team', {
      title: 'The team',
      parent: 'group:default/engineering',
      members: ['user:default/owner', 'user:default/asa'],
    }),
    aGroupOf('shop-team', {
      parent: 'group:default/sales',
      members: ['user:default/stranger'],
    }),
    aGroupOf('core', { members: ['user:default/core'] }),
    aGroupOf(`${MARK}-unit`, {
      type: 'department',
      title: `${MARK} unit`,
      parent: 'group:default/agency',
    }),
    aGroupOf(`${MARK}-team`, { parent: `group:default/${MARK}-unit` }),
    ...['owner', 'stranger', 'core', `${MARK}-person`].map(name =>
      aUserOf(name),
    ),
    aUserOf('asa', { annotations: { 'github.com/user-login': 'asa-n' } }),
    anEntityOf('System', 'checkout', { title: 'The checkout' }),
    anEntityOf('System', `${MARK}-system`, { title: `${MARK} system` }),
    anEntityOf('Component', 'pay', {
      title: 'Payments library',
      description: 'Takes payments in the shop.',
      tags: ['typescript'],
      annotations: {
        'ospo/inner-source': 'true',
        'ospo/governance-level': 'Shared write',
        'ospo/motivation': 'Every shop needs it',
        'ospo/contributions-wanted': 'Tests, Docs, tests',
        'ospo/skills': 'TypeScript, Payments',
        'ospo/trusted-committers': `group:default/shop-team, asa, user:default/left, user:default/${MARK}-person`,
        'ospo/review-slo': 'P2D',
        'ospo/reviewed-on': '2026-10-01',
        'ospo/licence': 'MIT',
        'ospo/badges': 'true',
        'backstage.io/source-location': `${repository}/tree/main/packages/pay/`,
        'backstage.io/edit-url': 'https://forge.example/org/mono/edit/pay',
      },
      spec: { type: 'library', lifecycle: 'production' },
      relations: [
        owned('team'),
        ['partOf', 'system:default/checkout'],
        ['dependencyOf', 'component:default/shop'],
        ['dependencyOf', `component:default/${MARK}`],
        ['providesApi', 'api:default/pay-api'],
      ],
    }),
    anEntityOf('API', 'pay-api', {
      relations: [
        owned('team'),
        ['apiConsumedBy', 'component:default/app'],
        ['apiConsumedBy', `component:default/${MARK}-app`],
      ],
    }),
    anEntityOf('Component', MARK, {
      title: `${MARK} title`,
      tags: ['innersource'],
      annotations: {
        'ospo/badges': 'true',
        'ospo/skills': `${MARK}-skill, TypeScript`,
        'ospo/contributions-wanted': `${MARK}-help`,
        'backstage.io/source-location': `${repository}/tree/main/packages/${MARK}/`,
      },
      spec: { type: 'library', lifecycle: 'production' },
      relations: [
        owned(`${MARK}-team`),
        ['partOf', `system:default/${MARK}-system`],
      ],
    }),
    anEntityOf('Component', 'dangling', {
      title: 'Dangling',
      description: 'Payments of old.',
      tags: ['inner-source', 'python'],
      relations: [['ownedBy', 'group:default/team-TEAM-NAME']],
    }),
    anEntityOf('Component', 'old', {
      title: 'Old one',
      annotations: {
        'ospo/inner-source': 'yes please',
        'ospo/governance-level': 'wide open',
      },
      tags: ['inner-source'],
      spec: { type: 'service', lifecycle: 'deprecated' },
      relations: [owned('shop-team')],
    }),
    anEntityOf('Component', 'unloved', {
      annotations: {
        'ospo/inner-source': 'true',
        'ospo/reviewed-on': '2025-01-01',
      },
      spec: { type: 'service', lifecycle: 'production' },
      relations: [owned('shop-team')],
    }),
    anEntityOf('Component', 'opted-out', {
      tags: ['inner-source'],
      annotations: { 'ospo/inner-source': 'False' },
      relations: [owned('team')],
    }),
    anEntityOf('Component', 'shop', { relations: [owned('shop-team')] }),
    anEntityOf('Component', 'app', { relations: [owned('shop-team')] }),
    anEntityOf('Component', `${MARK}-app`, { relations: [owned('team')] }),
  ];
}

/** What the stranger does not see in `conditional`. */
export const hidden = {
  'user:default/stranger': [
    `component:default/${MARK}`,
    `component:default/${MARK}-app`,
    `system:default/${MARK}-system`,
    `group:default/${MARK}-unit`,
    `group:default/${MARK}-team`,
    `user:default/${MARK}-person`,
  ],
};

export const membership = {
  'user:default/owner': ['group:default/team'],
  'user:default/core': ['group:default/core'],
  'user:default/stranger': ['group:default/shop-team'],
};

/** As a forge last told of two of the projects. */
export function smallSignals(): Map<string, KeptSignals> {
  const at = {
    source: 'forge',
    fetchedAt: '2026-11-24T00:00:00.000Z',
  };
  const of = (commits: number, issues: number): KeptSignals => ({
    parts: {
      facts: {
        ...at,
        value: {
          createdAt: '2020-01-01T00:00:00.000Z',
          updatedAt: '2026-11-20T00:00:00.000Z',
          topics: ['billing'],
          languages: ['TypeScript'],
          defaultBranch: 'main',
          stars: 3,
        },
      },
      commits: {
        ...at,
        value: {
          bounded: true,
          humanWeeks: Array.from({ length: 52 }, () => commits),
          lastHumanCommitAt: '2026-11-20T00:00:00.000Z',
          humanAuthors: 5,
        },
      },
      help: {
        ...at,
        value: {
          total: issues,
          items: [
            {
              title: 'Mend the receipt',
              url: 'https://forge.example/org/mono/issues/1',
              labels: ['help wanted', 'effort: S'],
              openedAt: '2026-11-01T00:00:00Z',
              comments: 2,
            },
            {
              title: 'Not a link',
              // eslint-disable-next-line no-script-url -- what must never become a link
              url: 'javascript:alert(1)',
              labels: [],
              openedAt: '2026-11-01T00:00:00Z',
            },
          ],
        },
      },
    },
    states: [
      { source: 'forge', state: 'ok', fetchedAt: '2026-11-24T00:00:00.000Z' },
    ],
  });
  return new Map([
    ['component:default/pay', of(4, 2)],
    [`component:default/${MARK}`, of(9, 1)],
  ]);
}
