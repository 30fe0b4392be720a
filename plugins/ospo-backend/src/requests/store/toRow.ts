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

import { RequestRecord } from '../rules/RequestRecord';
import { BusinessTime } from '../rules/CommandContext';
import { dueOf, nextStep, triageReasons } from '../rules/nextStep';
import { remindersOf, ReminderRules } from '../rules/remindersOf';
import { hoursBetween } from './hoursBetween';
import { fromSubject, NO_DUE } from './rows';
import { RequestContent, requestNumber } from './StoredRequest';

/** The columns of `requests` that follow from what happened and from what was written. */
export function toRow(options: {
  record: RequestRecord;
  content: RequestContent;
  number: number;
  time: BusinessTime;
  reminders: ReminderRules;
}) {
  const { record, content, number, time, reminders } = options;
  const { ackDue, doneDue } = dueOf(record);
  const [clockAt = null] = remindersOf(record, { time, rules: reminders })
    .map(({ at }) => at)
    .sort();
  const triage = triageReasons(record);
  return {
    type_id: record.typeId,
    title: content.title,
    state: record.state,
    confidentiality: record.confidentiality,
    requester_ref: record.requesterRef,
    ...fromSubject(content.subject),
    answers: JSON.stringify(content.answers),
    submitted_at: record.submittedAt ?? null,
    decided_at: record.decidedAt ?? null,
    closed_at: record.closedAt ?? null,
    ack_hours: hoursBetween(time, record.submittedAt, record.firstTakenAt),
    done_hours: hoursBetween(time, record.submittedAt, record.decidedAt),
    is_measured: true,
    ack_due: ackDue ?? null,
    done_due: doneDue ?? NO_DUE,
    clock_at: clockAt,
    outcome: record.decision?.outcome ?? null,
    next: JSON.stringify(nextStep(record)),
    triage: triage.length > 0 ? `,${triage.join(',')},` : '',
    search_text: searchText(`${requestNumber(number)} ${content.title}`),
  };
}

/** Texts are found by any part of them, whatever their case. */
export function searchText(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('en-US');
}
