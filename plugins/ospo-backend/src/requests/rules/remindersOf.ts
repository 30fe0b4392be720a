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

import { BusinessTime } from './CommandContext';
import { decidersOf } from './decidersOf';
import { askedOf, CORE_TEAM, nextStep } from './nextStep';
import { RequestRecord, WorkItemRecord } from './RequestRecord';
import { isOpen } from './transitions';

/** When people are reminded, as business time after what was due. */
export interface ReminderRules {
  /** Of a part that nobody took, after it was due: the due moment itself is always one. */
  acknowledge: readonly string[];
  /** A part that nobody took so long after it was due is routed anew, and the core team is told. */
  expireAfter: string;
  /** Of a question to the requester, after it was asked. */
  reply: readonly string[];
  /** Of a request that is late. */
  done: readonly string[];
}

export type ReminderKind = 'acknowledge' | 'expire' | 'reply' | 'overdue';

/** Something that the clock does once when its time has come. */
export interface Reminder {
  /** The same for the same reason, on every replica and however often it is looked at. */
  reason: string;
  kind: ReminderKind;
  at: string;
  workItemId?: string;
  /** Entity refs, and `CORE_TEAM`. */
  to: readonly string[];
}

/** All that the clock is to do for a request as it stands, past moments included. */
export function remindersOf(
  record: RequestRecord,
  { time, rules }: { time: BusinessTime; rules: ReminderRules },
): Reminder[] {
  if (!isOpen(record.state)) {
    return [];
  }
  const { question, doneDue } = record;
  if (question) {
    return rules.reply.map(after => ({
      reason: `${record.id} reply ${question.askedAt} ${after}`,
      kind: 'reply',
      at: time.add(question.askedAt, after),
      workItemId: question.workItemId,
      to: [record.requesterRef],
    }));
  }
  return [
    ...record.items.flatMap(item => ofItem(record, item, { time, rules })),
    ...(doneDue ? ofDone(record, doneDue, { time, rules }) : []),
  ];
}

function ofItem(
  record: RequestRecord,
  item: WorkItemRecord,
  { time, rules }: { time: BusinessTime; rules: ReminderRules },
): Reminder[] {
  const { ackDue, askedAt = '' } = item;
  if (item.state !== 'assigned' || !ackDue) {
    return [];
  }
  // Who is asked again later is a reason of its own, and so is who is still asked when it is opened again.
  const { reopenedAt = '' } = record;
  const since = reopenedAt > askedAt ? reopenedAt : askedAt;
  const about = `${record.id} ${item.id} ${since}`;
  const reminder = (after: string, at: string): Reminder => ({
    reason: `${about} acknowledge ${after}`,
    kind: 'acknowledge',
    at,
    workItemId: item.id,
    to: askedOf(item),
  });
  return [
    reminder('due', ackDue),
    ...rules.acknowledge.map(after => reminder(after, time.add(ackDue, after))),
    {
      reason: `${about} expire`,
      kind: 'expire',
      at: time.add(ackDue, rules.expireAfter),
      workItemId: item.id,
      // Whoever is concerned is told by its event.
      to: [],
    },
  ];
}

function ofDone(
  record: RequestRecord,
  doneDue: string,
  { time, rules }: { time: BusinessTime; rules: ReminderRules },
): Reminder[] {
  const holders = record.items.flatMap(item =>
    item.state === 'accepted' && item.assigneeRef ? [item.assigneeRef] : [],
  );
  const deciders = decidersOf(record);
  const decides = nextStep(record).step === 'decide';
  const to = [
    ...new Set([
      ...holders,
      ...(decides && deciders !== 'core-team' ? deciders : []),
      CORE_TEAM,
    ]),
  ];
  const reminder = (after: string, at: string): Reminder => ({
    reason: `${record.id} overdue ${doneDue} ${after}`,
    kind: 'overdue',
    at,
    to,
  });
  return [
    reminder('due', doneDue),
    ...rules.done.map(after => reminder(after, time.add(doneDue, after))),
  ];
}
