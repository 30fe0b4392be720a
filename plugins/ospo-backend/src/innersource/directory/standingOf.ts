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
  ProjectMark,
  ProjectStanding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { addDays } from '../../shared/days';

const RETIRED: ProjectMark[] = ['archived', 'deprecated'];

/** What is to be said of a project before anybody takes part, and the heading that it belongs under. */
export function standingOf(project: {
  ownerState: 'present' | 'missing' | 'none';
  lifecycle?: string;
  isArchived: boolean;
  /** Day on which the owner last looked it over; absent when they never said. */
  reviewedOn?: string;
  today: string;
  reviewStaleDays: number;
}): { standing: ProjectStanding; marks: ProjectMark[] } {
  const { ownerState, lifecycle, isArchived, reviewedOn, today } = project;
  const marks: ProjectMark[] = [];
  if (ownerState !== 'present') {
    marks.push(ownerState === 'missing' ? 'owner-missing' : 'owner-none');
  }
  if (
    reviewedOn !== undefined &&
    addDays(reviewedOn, project.reviewStaleDays) < today
  ) {
    marks.push('review-stale');
  }
  if (isArchived) {
    marks.push('archived');
  }
  if (/^(deprecated|retired|end-of-life)$/i.test(lifecycle ?? '')) {
    marks.push('deprecated');
  }
  if (marks.some(mark => RETIRED.includes(mark))) {
    return { standing: 'retired', marks };
  }
  return { standing: marks.length > 0 ? 'needs-care' : 'open', marks };
}
