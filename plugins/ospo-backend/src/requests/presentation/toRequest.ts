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
  WorkItem,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { dueOf, nextStep, triageReasons } from '../rules/nextStep';
import { RequestRecord, WorkItemRecord } from '../rules/RequestRecord';
import { requestNumber, StoredRequest } from '../store/StoredRequest';

/** A request as a list tells it, before anything is left out. */
export function toRequest(stored: StoredRequest, now: string): OspoRequest {
  const { record, content, number, version, updatedAt } = stored;
  const { ackDue, doneDue } = dueOf(record);
  const isOverdue = doneDue !== undefined && doneDue < now;
  return {
    id: record.id,
    number: requestNumber(number),
    typeId: record.typeId,
    title: content.title,
    state: record.state,
    version,
    confidentiality: record.confidentiality,
    requesterRef: record.requesterRef,
    subject: content.subject,
    createdAt: record.createdAt,
    updatedAt,
    submittedAt: record.submittedAt,
    decidedAt: record.decidedAt,
    closedAt: record.closedAt,
    ackDue,
    doneDue,
    isOverdue,
    outcome: record.decision?.outcome,
    next: nextStep(record),
    triage: isOverdue
      ? [...triageReasons(record), 'overdue']
      : triageReasons(record),
    workItems: record.items.map(item => ({
      id: item.id,
      competency: { ref: item.competencyRef, title: item.competencyRef },
      state: item.state,
      blocking: item.blocking,
      providerRef: item.provider?.ref,
      assigneeRef: item.assigneeRef,
    })),
  };
}

/** A work item with all that its request tells of it. */
export function toWorkItem(
  record: RequestRecord,
  item: WorkItemRecord,
  more: { title: string; may: WorkItem['may'] },
): WorkItem {
  const isRunning = item.state === 'assigned' || item.state === 'accepted';
  const due = dueOf(record);
  return {
    id: item.id,
    competency: { ref: item.competencyRef, title: more.title },
    state: item.state,
    blocking: item.blocking,
    providerRef: item.provider?.ref,
    assigneeRef: item.assigneeRef,
    authority: item.authority,
    reason: item.reason,
    ackDue: record.question ? undefined : item.ackDue,
    doneDue: isRunning ? due.doneDue : undefined,
    finding: item.finding,
    recommendation: item.recommendation,
    conditions: [...item.conditions],
    hours: item.hours,
    tries: [...item.tries],
    may: more.may,
  };
}
