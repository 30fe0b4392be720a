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
  TriageReason,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { decidersOf } from './decidersOf';
import { RequestRecord, WorkItemRecord } from './RequestRecord';
import { isOpen, isSettled } from './transitions';

/** Stands for the core team wherever entity refs are listed, until its groups are put in. */
export const CORE_TEAM = 'core-team';

/** What happens next, who has it, and by when. */
export function nextStep(record: RequestRecord): OspoRequest['next'] {
  const { state, items, requesterRef, question } = record;
  if (state === 'draft') {
    return { step: 'submit', who: [requesterRef] };
  }
  if (state === 'decided') {
    return { step: 'close', who: [requesterRef] };
  }
  if (!isOpen(state)) {
    return { step: 'none', who: [] };
  }
  if (question) {
    return { step: 'reply', who: [requesterRef] };
  }
  const open = items.filter(item => !isSettled(item.state));
  const waiting = open.some(item => item.blocking)
    ? open.filter(item => item.blocking)
    : [];
  const [first] = waiting;
  if (!first) {
    const deciders = decidersOf(record);
    return {
      step: 'decide',
      who: deciders === 'core-team' ? [CORE_TEAM] : deciders,
      by: record.doneDue,
    };
  }
  const of = (...states: string[]) =>
    waiting.filter(item => states.includes(item.state));
  const [required, proposed, assigned, accepted] = [
    of('required'),
    of('proposed'),
    of('assigned'),
    of('accepted'),
  ];
  if (required.length > 0) {
    return { step: 'triage', who: [CORE_TEAM], by: record.ackDue };
  }
  if (proposed.length > 0) {
    return { step: 'confirm', who: [CORE_TEAM], by: record.ackDue };
  }
  if (assigned.length > 0) {
    return {
      step: 'accept',
      who: distinct(assigned.map(item => item.provider?.ref)),
      by: earliest(assigned.map(item => item.ackDue)),
    };
  }
  return {
    step: 'work',
    who: distinct(accepted.map(item => item.assigneeRef)),
    by: record.doneDue,
  };
}

/** Why the core team should look, the passing of time aside. */
export function triageReasons(
  record: RequestRecord,
): Exclude<TriageReason, 'overdue'>[] {
  if (!isOpen(record.state)) {
    return [];
  }
  const reasons: Exclude<TriageReason, 'overdue'>[] = [];
  const { items } = record;
  if (items.some(item => item.state === 'required')) {
    reasons.push('gap');
  }
  if (items.some(item => item.state === 'proposed')) {
    reasons.push('proposal');
  }
  if (isReadyToDecide(record) && decidersOf(record) === 'core-team') {
    reasons.push('ready-to-decide');
  }
  return reasons;
}

/** Entity refs, and `CORE_TEAM`, that something of the request waits for: the lists of "waiting for me". */
export function waitingFor(record: RequestRecord): string[] {
  if (!isOpen(record.state)) {
    return [];
  }
  if (record.question) {
    return distinct([
      record.requesterRef,
      ...record.items
        .filter(item => item.state === 'assigned')
        .flatMap(item => askedOf(item)),
    ]);
  }
  const next = nextStep(record);
  return distinct([
    ...record.items.flatMap(item => {
      switch (item.state) {
        case 'assigned':
          return askedOf(item);
        case 'accepted':
          return [item.assigneeRef];
        default:
          return [];
      }
    }),
    ...(next.step === 'decide' ? next.who : []),
  ]);
}

/** Who was asked, and for an organisation outside also who acts for it here. */
export function askedOf({ provider }: WorkItemRecord): string[] {
  if (provider?.kind === 'external') {
    return [provider.ref, provider.stewardRef ?? CORE_TEAM];
  }
  return provider ? [provider.ref] : [];
}

/** Whether all that a decision waits for is done, and nobody has a question. */
export function isReadyToDecide({ state, items }: RequestRecord): boolean {
  return (
    isOpen(state) &&
    state !== 'waiting-for-requester' &&
    items.every(item => !item.blocking || isSettled(item.state))
  );
}

/** Everybody who may read it however confidential it is, the core team aside. */
export function participantsOf(record: RequestRecord): string[] {
  return distinct([
    record.requesterRef,
    record.decision?.decidedBy,
    ...record.items.flatMap(item =>
      item.state === 'proposed'
        ? []
        : [item.provider?.ref, item.provider?.stewardRef, item.assigneeRef],
    ),
  ]);
}

/** When the service level is due; absent while the clock stands still or has nothing to measure. */
export function dueOf(record: RequestRecord): {
  ackDue?: string;
  doneDue?: string;
} {
  const runs = isOpen(record.state) && record.state !== 'waiting-for-requester';
  return runs ? { ackDue: record.ackDue, doneDue: record.doneDue } : {};
}

function distinct(refs: readonly (string | undefined)[]): string[] {
  return [...new Set(refs.filter(ref => ref !== undefined))];
}

function earliest(times: readonly (string | undefined)[]): string | undefined {
  return times.filter(time => time !== undefined).sort()[0];
}
