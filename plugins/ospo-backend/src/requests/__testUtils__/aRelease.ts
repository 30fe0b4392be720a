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

import {
  RequestDetail,
  SaveRequest,
  WorkItem,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { DirectorySnapshot } from '../../competencies';
import { aCompetency, aGroup, aProvider, aSnapshot } from './aDirectory';

export const DEV = 'user:default/dev';
export const SECOND_DEV = 'user:default/second-dev';
export const CORE = 'user:default/core';
export const LAWYER = 'user:default/lawyer';
export const PRIVACY = 'user:default/privacy';
export const SOUTH = 'user:default/south';
export const STRANGER = 'user:default/stranger';

/** Who is in which group. */
export const peopleOfTheOffice: Record<string, string[]> = {
  [DEV]: ['group:default/shop'],
  [SECOND_DEV]: ['group:default/shop'],
  [CORE]: ['group:default/ospo'],
  [LAWYER]: ['group:default/legal'],
  [PRIVACY]: ['group:default/privacy-north'],
  [SOUTH]: ['group:default/privacy-south'],
};

/** Three competencies, one of them provided by a firm outside, one by two groups. */
export function aDirectory(): DirectorySnapshot {
  const members = (group: string) =>
    Object.entries(peopleOfTheOffice)
      .filter(([, groups]) => groups.includes(group))
      .map(([user]) => user);
  const groups = [...new Set(Object.values(peopleOfTheOffice).flat())];
  return aSnapshot({
    groups: [
      ...groups.map(group => aGroup(group, members(group))),
      aGroup('group:external/export-firm'),
    ],
    competencies: [
      aCompetency('licence-compliance', [aProvider('group:default/legal')], {
        ownerRef: 'group:default/legal-lead',
        ownerState: 'present',
      }),
      aCompetency('privacy', [
        aProvider('group:default/privacy-south', { priority: 1 }),
        aProvider('group:default/privacy-north'),
      ]),
      aCompetency('export-control', [
        aProvider('group:external/export-firm', { authority: 'answer' }),
      ]),
    ],
  });
}

/** A release with telemetry and cryptography. */
export function aRelease(overrides: Partial<SaveRequest> = {}): SaveRequest {
  return {
    typeId: 'release-open-source',
    title: 'Release the meter reader',
    answers: {
      purpose: 'Reads meters; others read meters too.',
      licence: 'Apache-2.0',
      origin: 'own-team',
      telemetry: true,
      telemetryWhat: 'Counts of starts; it can be turned off.',
      cryptography: true,
      cryptographyKind: 'uses-library',
    },
    subject: { entityRef: 'component:default/meter' },
    ...overrides,
  };
}

/** The work item of a competency by its name. */
export function itemOf(detail: RequestDetail, name: string): WorkItem {
  const item = detail.items.find(
    ({ competency }) => competency.ref === `competency:default/${name}`,
  );
  if (!item) {
    throw new Error(`No work item for '${name}'`);
  }
  return item;
}
