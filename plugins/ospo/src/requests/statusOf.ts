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
  OspoRequest,
  RequestOutcome,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** What a status line says: what happened, what is next, who has it, by when. */
export interface RequestStatus {
  happened:
    | { word: 'draft' | 'waiting' | 'withdrawn' }
    | { word: 'sent' | 'closed'; at: string }
    | { word: 'decided'; at: string; outcome?: RequestOutcome };
  next?: Exclude<OspoRequest['next']['step'], 'none'>;
  who: string[];
  by?: string;
  isLate: boolean;
  /** The clock stands still while the requester is asked. */
  isPaused: boolean;
}

export function statusOf(request: OspoRequest): RequestStatus {
  const { next, state, isOverdue } = request;
  const isOver = state === 'closed' || state === 'withdrawn';
  return {
    happened: happenedTo(request),
    next: isOver || next.step === 'none' ? undefined : next.step,
    who: isOver ? [] : next.who,
    by: isOver ? undefined : next.by,
    isLate: !isOver && isOverdue,
    isPaused: state === 'waiting-for-requester',
  };
}

function happenedTo(request: OspoRequest): RequestStatus['happened'] {
  const { state, submittedAt, decidedAt, closedAt, updatedAt, outcome } =
    request;
  switch (state) {
    case 'draft':
      return { word: 'draft' };
    case 'withdrawn':
      return { word: 'withdrawn' };
    case 'waiting-for-requester':
      return { word: 'waiting' };
    case 'decided':
      return { word: 'decided', at: decidedAt ?? updatedAt, outcome };
    case 'closed':
      return decidedAt
        ? { word: 'decided', at: decidedAt, outcome }
        : { word: 'closed', at: closedAt ?? updatedAt };
    default:
      return { word: 'sent', at: submittedAt ?? updatedAt };
  }
}
