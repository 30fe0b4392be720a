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
  GovernanceLevel,
  governanceLevels,
  ProjectMark,
  ProjectStanding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Project } from '../directory/Project';

/** What was last told of a project. */
export interface Announced {
  standing: ProjectStanding;
  /** The last that was known. */
  governanceLevel?: GovernanceLevel;
  /** Day on which somebody was last asked to look after it. */
  remindedOn?: string;
}

export type ProjectChangeKind =
  | 'project-appeared'
  | 'project-went-stale'
  | 'project-opened-up';

/** What happened to a project since it was last told of. */
export function changesOf(
  project: Pick<Project, 'standing' | 'fields'>,
  before: Announced | undefined,
): ProjectChangeKind[] {
  if (!before) {
    return ['project-appeared'];
  }
  const { standing, fields } = project;
  return [
    ...(before.standing === 'open' && standing === 'needs-care'
      ? ['project-went-stale' as const]
      : []),
    ...(isMoreOpen(fields.governanceLevel, before.governanceLevel)
      ? ['project-opened-up' as const]
      : []),
  ];
}

/** Of two that are known: a level that was not read before may be as old as the project. */
function isMoreOpen(
  level: GovernanceLevel | undefined,
  before: GovernanceLevel | undefined,
): boolean {
  return (
    level !== undefined &&
    before !== undefined &&
    governanceLevels.indexOf(level) > governanceLevels.indexOf(before)
  );
}

const MENDABLE: ProjectMark[] = ['owner-missing', 'owner-none', 'review-stale'];

/** Whether somebody is to be asked to look after it, who was not asked lately. */
export function isReminderDue(
  project: Pick<Project, 'standing' | 'marks'>,
  before: Announced | undefined,
  options: { today: string; remindBefore: string },
): boolean {
  return (
    project.standing === 'needs-care' &&
    project.marks.some(mark => MENDABLE.includes(mark)) &&
    (before?.remindedOn === undefined ||
      before.remindedOn <= options.remindBefore)
  );
}
