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

import { JsonObject } from '@backstage/types';
import {
  Confidentiality,
  OspoRequest,
  RequestOutcome,
  RequestState,
  RequestSubject,
  TriageReason,
  WorkItemState,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { RecordedEvent } from '../rules/RequestEventBody';
import { requestNumber } from './StoredRequest';

/** Stands where nothing is due, after everything that is. */
export const NO_DUE = '9999';

/** A row of `requests`; the columns that only queries read are left out. */
export interface RequestRow {
  id: string;
  number: number;
  type_id: string;
  title: string;
  state: RequestState;
  version: number;
  confidentiality: Confidentiality;
  requester_ref: string;
  entity_ref: string | null;
  package_key: string | null;
  package_version: string | null;
  licence_key: string | null;
  answers: string;
  created_at: string;
  updated_at: string;
  submitted_at: string | null;
  decided_at: string | null;
  closed_at: string | null;
  ack_due: string | null;
  done_due: string;
  outcome: RequestOutcome | null;
  next: string;
  triage: string;
}

export interface RequestEventRow {
  id: string;
  request_id: string;
  seq: number;
  at: string;
  actor_ref: string;
  kind: string;
  work_item_id: string | null;
  body: string;
}

export interface WorkItemRow {
  id: string;
  request_id: string;
  position: number;
  competency_ref: string;
  blocking: boolean | number;
  state: WorkItemState;
  provider_ref: string | null;
  assignee_ref: string | null;
}

type SubjectColumns = Pick<
  RequestRow,
  'entity_ref' | 'package_key' | 'package_version' | 'licence_key'
>;

export function toSubject(row: SubjectColumns): RequestSubject {
  return {
    entityRef: row.entity_ref ?? undefined,
    packageKey: row.package_key ?? undefined,
    packageVersion: row.package_version ?? undefined,
    licenceKey: row.licence_key ?? undefined,
  };
}

export function fromSubject(subject: RequestSubject): SubjectColumns {
  return {
    entity_ref: subject.entityRef ?? null,
    package_key: subject.packageKey ?? null,
    package_version: subject.packageVersion ?? null,
    licence_key: subject.licenceKey ?? null,
  };
}

export function toEvent(row: RequestEventRow): RecordedEvent {
  return {
    id: row.id,
    at: row.at,
    actorRef: row.actor_ref,
    // Written by this store alone.
    body: JSON.parse(row.body) as RecordedEvent['body'],
  };
}

export function toAnswers(row: Pick<RequestRow, 'answers'>): JsonObject {
  return JSON.parse(row.answers) as JsonObject;
}

/** A request of a list; titles of competencies and the groups of the core team are put in by whoever knows them. */
export function toListedRequest(
  row: RequestRow,
  items: readonly WorkItemRow[],
  now: string,
): OspoRequest {
  const doneDue = row.done_due === NO_DUE ? undefined : row.done_due;
  const isOverdue = doneDue !== undefined && doneDue < now;
  const triage = row.triage.split(',').filter(Boolean) as TriageReason[];
  return {
    id: row.id,
    number: requestNumber(row.number),
    typeId: row.type_id,
    title: row.title,
    state: row.state,
    version: row.version,
    confidentiality: row.confidentiality,
    requesterRef: row.requester_ref,
    subject: toSubject(row),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    submittedAt: row.submitted_at ?? undefined,
    decidedAt: row.decided_at ?? undefined,
    closedAt: row.closed_at ?? undefined,
    ackDue: row.ack_due ?? undefined,
    doneDue,
    isOverdue,
    outcome: row.outcome ?? undefined,
    next: JSON.parse(row.next) as OspoRequest['next'],
    triage: isOverdue ? [...triage, 'overdue'] : triage,
    workItems: items.map(item => ({
      id: item.id,
      competency: { ref: item.competency_ref, title: item.competency_ref },
      state: item.state,
      blocking: Boolean(item.blocking),
      providerRef: item.provider_ref ?? undefined,
      assigneeRef: item.assignee_ref ?? undefined,
    })),
  };
}
