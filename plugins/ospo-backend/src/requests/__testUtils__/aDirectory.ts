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
  Competency,
  CompetencyProvider,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { DirectoryGroup, DirectorySnapshot } from '../../competencies';

/** A provider, with only what the test is about. */
export function aProvider(
  ref: string,
  overrides: Partial<CompetencyProvider> = {},
): CompetencyProvider {
  const kind = ref.startsWith('user:') ? 'person' : 'group';
  return {
    ref,
    kind: ref.startsWith('group:external/') ? 'external' : kind,
    state: 'present',
    authority: 'decide',
    scope: {},
    priority: 5,
    onDemand: false,
    source: 'competency',
    ...overrides,
  };
}

export function aCompetency(
  name: string,
  providers: CompetencyProvider[],
  overrides: Partial<Competency> = {},
): Competency {
  return {
    ref: `competency:default/${name}`,
    title: name,
    type: 'legal',
    tags: [],
    ownerState: 'none',
    minProviders: 1,
    requestTypes: [],
    externalIds: {},
    coverage: 'enough',
    findings: [],
    providers,
    ...overrides,
  };
}

export function aGroup(
  ref: string,
  members: string[] = [],
  overrides: Partial<DirectoryGroup> = {},
): DirectoryGroup {
  return {
    ref,
    memberRefs: members,
    isExternal: ref.startsWith('group:external/'),
    ...overrides,
  };
}

type Snapshot = Omit<DirectorySnapshot, 'competencies' | 'groups'>;

/** A directory as of one moment. */
export function aSnapshot(
  of: Partial<Snapshot> & {
    competencies?: Competency[];
    groups?: DirectoryGroup[];
  } = {},
): DirectorySnapshot {
  const { competencies = [], groups = [], ...rest } = of;
  return {
    generation: 1,
    users: new Set(groups.flatMap(({ memberRefs }) => memberRefs)),
    handles: new Map(),
    optedIn: new Set(),
    absences: [],
    agreements: [],
    rota: [],
    ...rest,
    competencies: new Map(competencies.map(item => [item.ref, item])),
    groups: new Map(groups.map(group => [group.ref, group])),
  };
}
