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

import { RecordedEvent, RequestEventBody } from './RequestEventBody';
import { RequestRecord, WorkItemRecord } from './RequestRecord';
import { requestSteps, workItemSteps } from './transitions';

type Body<Kind extends RequestEventBody['kind']> = Extract<
  RequestEventBody,
  { kind: Kind }
>;

/** A request that was just begun. */
export function beginRequest(options: {
  id: string;
  requesterRef: string;
  event: RecordedEvent & { body: Body<'created'> };
}): RequestRecord {
  const { id, requesterRef, event } = options;
  return {
    id,
    requesterRef,
    typeId: event.body.typeId,
    confidentiality: event.body.confidentiality,
    state: 'draft',
    items: [],
    createdAt: event.at,
  };
}

/** The request after an event. Throws when the event cannot follow: that is a mistake in the program, or in the store. */
export function applyEvent(
  record: RequestRecord,
  event: RecordedEvent,
): RequestRecord {
  const { body } = event;
  const stepped = stepItem(stepRequest(record, body), event);
  switch (body.kind) {
    case 'submitted':
      return {
        ...stepped,
        terms: body.terms,
        typeId: body.typeId,
        confidentiality: body.confidentiality,
        submittedAt: event.at,
        ackDue: body.ackDue,
        doneDue: body.doneDue,
      };
    case 'required':
      return { ...stepped, items: [...stepped.items, newItem(body)] };
    case 'taken':
      return {
        ...stepped,
        firstTakenAt: stepped.firstTakenAt ?? event.at,
        ackDue: undefined,
      };
    case 'asked-back':
      return {
        ...stepped,
        question: {
          workItemId: body.workItemId,
          text: body.text,
          askedAt: event.at,
          by: event.actorRef,
        },
      };
    case 'replied':
      return {
        ...stepped,
        items: moveAckDue(stepped.items, body.itemAckDue),
        question: undefined,
        ackDue: body.ackDue,
        doneDue: body.doneDue,
      };
    case 'decided':
      return { ...stepped, decision: body.decision, decidedAt: event.at };
    case 'published':
      return { ...stepped, precedentId: body.precedentId };
    case 'unpublished':
      return { ...stepped, precedentId: undefined };
    case 'closed':
    case 'withdrawn':
      return { ...stepped, closedAt: event.at, question: undefined };
    case 'reopened':
      return {
        ...stepped,
        decision: undefined,
        precedentId: undefined,
        decidedAt: undefined,
        closedAt: undefined,
        reopenedAt: event.at,
        ackDue: body.ackDue,
        doneDue: body.doneDue,
        // Gaps were closed with the request; routing looks for itself what they are now.
        items: moveAckDue(stepped.items, body.itemAckDue ?? {}).map(item =>
          item.isGap ? { ...item, isGap: false } : item,
        ),
      };
    case 'confidentiality-set':
      return { ...stepped, confidentiality: body.confidentiality };
    default:
      return stepped;
  }
}

function stepRequest(
  record: RequestRecord,
  body: RequestEventBody,
): RequestRecord {
  const steps = requestSteps[body.kind];
  if (!steps) {
    return record;
  }
  const state = steps[record.state];
  if (!state) {
    throw new Error(
      `A request that is '${record.state}' cannot be '${body.kind}'`,
    );
  }
  return { ...record, state };
}

function stepItem(record: RequestRecord, event: RecordedEvent): RequestRecord {
  const { body } = event;
  const steps = workItemSteps[body.kind];
  if (!steps || !('workItemId' in body)) {
    return record;
  }
  const found = record.items.find(item => item.id === body.workItemId);
  const state = found && steps[found.state];
  if (!found || !state) {
    throw new Error(
      `A work item that is '${found?.state ?? 'absent'}' cannot be '${
        body.kind
      }'`,
    );
  }
  const changed = { ...changeItem(found, event), state };
  return {
    ...record,
    items: record.items.map(item => (item === found ? changed : item)),
  };
}

function changeItem(
  item: WorkItemRecord,
  { at, actorRef, body }: RecordedEvent,
): WorkItemRecord {
  switch (body.kind) {
    case 'proposed':
      return { ...item, provider: body.provider, isGap: false };
    case 'gap-found':
      return { ...item, isGap: true };
    case 'assigned':
      return {
        ...item,
        provider: body.provider,
        askedAt: at,
        ackDue: body.ackDue,
        isGap: false,
      };
    case 'taken':
      return { ...item, assigneeRef: actorRef, takenAt: at, ackDue: undefined };
    case 'declined':
      return afterTry(item, { ended: 'declined', reason: body.text, at });
    case 'expired':
      return afterTry(item, { ended: 'expired', at });
    case 'handed-over':
      return afterTry(item, { ended: 'handed-over', reason: body.text, at });
    case 'released':
      return unasked(item);
    case 'finished':
      return {
        ...item,
        doneAt: at,
        finding: body.text,
        recommendation: body.recommendation,
        conditions: body.conditions,
        hours: body.hours,
      };
    case 'skipped':
      return {
        ...item,
        finding: body.text,
        // Who was only proposed never knew of it, and is not to learn of it now.
        provider: item.askedAt === undefined ? undefined : item.provider,
        doneAt: at,
        ackDue: undefined,
        isGap: false,
      };
    default:
      return item;
  }
}

function afterTry(
  item: WorkItemRecord,
  end: Omit<WorkItemRecord['tries'][number], 'providerRef'>,
): WorkItemRecord {
  const providerRef = item.provider?.ref ?? '';
  return { ...unasked(item), tries: [...item.tries, { providerRef, ...end }] };
}

function unasked(item: WorkItemRecord): WorkItemRecord {
  return {
    ...item,
    provider: undefined,
    assigneeRef: undefined,
    askedAt: undefined,
    takenAt: undefined,
    ackDue: undefined,
    isGap: false,
  };
}

function moveAckDue(
  items: readonly WorkItemRecord[],
  moved: Readonly<Record<string, string>>,
): readonly WorkItemRecord[] {
  return items.map(item => {
    const ackDue = moved[item.id];
    return ackDue ? { ...item, ackDue } : item;
  });
}

function newItem(body: Body<'required'>): WorkItemRecord {
  const { kind: _kind, workItemId, ...work } = body;
  return {
    ...work,
    id: workItemId,
    state: 'required',
    conditions: [],
    tries: [],
    isGap: false,
  };
}
