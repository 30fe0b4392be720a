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
  Competency,
  CompetencyProvider,
} from '@ospo-suite/backstage-plugin-ospo-common';

function provider(
  ref: string,
  authority: CompetencyProvider['authority'],
  overrides: Partial<CompetencyProvider> = {},
): CompetencyProvider {
  return {
    ref,
    kind: ref.startsWith('group:external/') ? 'external' : 'group',
    state: 'present',
    authority,
    scope: {},
    priority: 5,
    onDemand: false,
    source: 'competency',
    ...overrides,
  };
}

/** Competencies of the demo: well covered, by one alone, by somebody outside alone, and by nobody. */
export const seedCompetencies: Competency[] = [
  {
    ref: 'competency:default/licenser',
    title: 'Licenser',
    description: 'Vad licenser kräver och hur de passar ihop.',
    type: 'legal',
    tags: ['gpl', 'upphovsrätt'],
    ownerRef: 'group:default/juridik',
    ownerState: 'present',
    minProviders: 2,
    requestTypes: ['publicera', 'licensfraga'],
    externalIds: { iso5230: ['3.1.2', '3.2.2'] },
    coverage: 'enough',
    providers: [
      provider('group:default/juridik', 'decide', {
        priority: 1,
        hoursPerMonth: 20,
        mailbox: 'juridik@example.org',
        scope: { countries: ['SE'], confidential: true },
      }),
      provider('group:default/grunddata', 'answer', { source: 'annotation' }),
      provider('group:external/lagbyran', 'sign', {
        onDemand: true,
        contractEnds: '2027-12-31',
        mailbox: 'oppen-kod@lagbyran.example',
      }),
    ],
    findings: [],
  },
  {
    ref: 'competency:default/dataskydd',
    title: 'Dataskydd',
    description: 'Personuppgifter i kod, loggar och telemetri.',
    type: 'legal',
    tags: ['gdpr', 'telemetri'],
    ownerRef: 'group:default/juridik',
    ownerState: 'present',
    partOf: 'competency:default/licenser',
    minProviders: 2,
    requestTypes: ['publicera'],
    externalIds: {},
    coverage: 'one',
    providers: [
      provider('group:default/juridik', 'decide', { hoursPerMonth: 8 }),
      provider('user:default/frans', 'answer', {
        kind: 'person',
        state: 'unconfirmed',
        claimed: { authority: 'decide', confidential: false },
        title: 'Frans',
        source: 'profile',
      }),
      provider('group:default/gamla-gruppen', 'answer', { state: 'missing' }),
    ],
    findings: [
      {
        code: 'provider-missing',
        severity: 'warning',
        where: "spec.providers[1].ref: 'group:default/gamla-gruppen'",
        message: "The catalog has no 'group:default/gamla-gruppen'",
        mend: 'Name a group that the catalog has, or take the line away',
      },
    ],
  },
  {
    ref: 'competency:default/exportkontroll',
    title: 'Exportkontroll och kryptering',
    description: 'Regler för att sända kryptering över gränser.',
    type: 'legal',
    tags: ['kryptering'],
    ownerState: 'none',
    minProviders: 1,
    requestTypes: ['publicera'],
    externalIds: {},
    coverage: 'external-only',
    providers: [
      provider('group:external/lagbyran', 'answer', {
        onDemand: true,
        contractEnds: '2027-12-31',
      }),
    ],
    findings: [],
  },
  {
    ref: 'competency:default/sarbarheter',
    title: '<b>Sårbarheter</b> & "samordning"',
    description: 'Ta emot och samordna rapporter om sårbarheter.',
    type: 'security',
    tags: [],
    ownerRef: 'group:default/plattform',
    ownerState: 'present',
    minProviders: 2,
    requestTypes: [],
    externalIds: { iso18974: ['4.1.2'] },
    coverage: 'nobody',
    providers: [],
    findings: [],
  },
];

function group(namespace: string, name: string, title: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace, title, uid: `group-${namespace}-${name}` },
    spec: { type: 'team', children: [], profile: { displayName: title } },
    relations: [],
  };
}

/** Who provides them, for the catalog of the dev app. */
export const seedOfficeEntities: Entity[] = [
  group('default', 'juridik', 'Juridik'),
  group('default', 'kontoret', 'Kontoret för öppen källkod'),
  group('external', 'lagbyran', 'Lagbyrån'),
];
