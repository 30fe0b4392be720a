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
import { aCompetency, aGroupOf, anEntityOf, aUserOf } from './catalogEntities';

/** In every name that belongs to what not everybody may read. */
export const MARK = 'krypta';

/** Who is in which groups. */
export const membership: Record<string, string[]> = {
  'user:default/core': ['group:default/core'],
  'user:default/owner': ['group:default/law'],
  'user:default/asa': ['group:default/team'],
  'user:default/stranger': ['group:default/sales'],
};

/** Refs that a stranger is not shown. */
export const hidden: Record<string, string[]> = {
  'user:default/stranger': [
    `competency:default/${MARK}`,
    `group:default/${MARK}-team`,
    `component:default/${MARK}-app`,
  ],
};

/**
 * Departments `law` and `sales` of one organisation, a core team, a team, a firm outside, and two competencies: `legal`,
 * steered by `law`, and one that not everybody sees.
 */
export function smallOrganisation(): Entity[] {
  return [
    aGroupOf('org', { type: 'organization', title: 'Organisation' }),
    aGroupOf('core', {
      parent: 'group:default/org',
      members: ['user:default/core'],
    }),
    aGroupOf('law', {
      type: 'department',
      title: 'Law',
      parent: 'group:default/org',
      members: ['user:default/owner'],
      email: 'law@org.example',
    }),
    aGroupOf('sales', {
      type: 'department',
      title: 'Sales',
      parent: 'group:default/org',
      members: ['user:default/stranger'],
    }),
    aGroupOf('team', {
      parent: 'group:default/sales',
      title: 'Team',
      members: ['user:default/asa'],
    }),
    aGroupOf(`${MARK}-team`, { title: `${MARK} team` }),
    aGroupOf('external/firm', {
      title: 'Firm',
      email: 'office@firm.example',
      annotations: { 'ospo/contract-ends': '2027-01-31' },
    }),
    aUserOf('core', { title: 'Cora' }),
    aUserOf('owner', { title: 'Olle' }),
    aUserOf('asa', { title: 'Åsa' }),
    aUserOf('stranger', { title: 'Stina' }),
    aCompetency(
      'legal',
      {
        owner: 'group:default/law',
        providers: [
          {
            ref: 'group:default/law',
            authority: 'decide',
            scope: { countries: ['SE'] },
            hoursPerMonth: 10,
          },
          { ref: 'group:external/firm', authority: 'answer', onDemand: true },
          {
            ref: `group:default/${MARK}-team`,
            authority: 'answer',
            scope: { businessUnits: ['group:default/sales'] },
          },
          { ref: 'group:default/typo', authority: 'answer' },
        ],
        requestTypes: ['licence-question'],
        externalIds: { iso5230: ['3.1.2'] },
      },
      {
        title: 'Licence compliance',
        description: 'What licences ask of us',
        tags: ['copyleft', 'licence-data'],
      },
    ),
    aCompetency(
      MARK,
      {
        type: 'security',
        owner: `group:default/${MARK}-team`,
        partOf: 'legal',
        providers: [{ ref: `group:default/${MARK}-team`, authority: 'sign' }],
      },
      { title: `${MARK} analysis`, tags: [MARK] },
    ),
    anEntityOf('System', 'shop', {
      relations: [['ownedBy', 'group:default/team']],
    }),
    ...['shop', `${MARK}-app`].map(name =>
      anEntityOf('Component', name, {
        annotations: {
          'ospo/distribution': 'distributed',
          'ospo/trusted-committers': 'user:default/asa, user:default/nobody',
        },
        relations: [['ownedBy', 'group:default/team']],
      }),
    ),
  ];
}
