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
  RequestState,
  WorkItemState,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { RequestEventKind } from './RequestEventBody';

type Steps<State extends string> = Partial<
  Record<RequestEventKind, Partial<Record<State, State>>>
>;

/** Where an event takes a request from where it is; an event that is not here leaves it where it is. */
export const requestSteps: Steps<RequestState> = {
  submitted: { draft: 'submitted' },
  triaged: { submitted: 'triage' },
  started: { triage: 'in-progress' },
  'asked-back': { 'in-progress': 'waiting-for-requester' },
  replied: { 'waiting-for-requester': 'in-progress' },
  decided: { triage: 'decided', 'in-progress': 'decided' },
  closed: { decided: 'closed' },
  reopened: { decided: 'triage', closed: 'triage' },
  withdrawn: {
    submitted: 'withdrawn',
    triage: 'withdrawn',
    'in-progress': 'withdrawn',
    'waiting-for-requester': 'withdrawn',
  },
};

/** Where an event takes a work item. `declined` and `expired` end a try; the work item is to be routed again. */
export const workItemSteps: Steps<WorkItemState> = {
  proposed: { required: 'proposed' },
  'gap-found': { required: 'required' },
  assigned: { required: 'assigned', proposed: 'assigned' },
  taken: { assigned: 'accepted' },
  declined: { assigned: 'required', accepted: 'required' },
  expired: { assigned: 'required' },
  'handed-over': { assigned: 'required', accepted: 'required' },
  released: {
    proposed: 'required',
    assigned: 'required',
    accepted: 'required',
  },
  'asked-back': { accepted: 'accepted' },
  finished: { accepted: 'done' },
  skipped: {
    required: 'skipped',
    proposed: 'skipped',
    assigned: 'skipped',
    accepted: 'skipped',
  },
};

/** States in which a request is worked on. */
export const openStates: readonly RequestState[] = [
  'submitted',
  'triage',
  'in-progress',
  'waiting-for-requester',
];

export function isOpen(state: RequestState): boolean {
  return openStates.includes(state);
}

/** A work item that nothing more is expected of. */
export function isSettled(state: WorkItemState): boolean {
  return state === 'done' || state === 'skipped';
}
