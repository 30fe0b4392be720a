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

import { ERASED_PERSON_REF } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { BusinessTime } from '../rules/CommandContext';
import { participantsOf, waitingFor } from '../rules/nextStep';
import { RecordedEvent } from '../rules/RequestEventBody';
import { RequestRecord, WorkItemRecord } from '../rules/RequestRecord';
import { isOpen } from '../rules/transitions';

/** What lists read, written anew from the record and the events since the last time. */
export async function writeProjections(
  tx: Knex,
  options: {
    record: RequestRecord;
    /** All of them. */
    events: readonly RecordedEvent[];
    /** Those that are new. */
    fresh: readonly RecordedEvent[];
    time: BusinessTime;
  },
): Promise<void> {
  const { record, events, fresh, time } = options;
  await writeWorkItems(tx, { record, events, time });
  await writeParticipants(tx, record);
  for (const event of fresh) {
    await writeTry(tx, record, event);
    await writeGap(tx, record, event);
  }
  if (!isOpen(record.state)) {
    await closeGaps(
      tx,
      { request_id: record.id },
      record.closedAt ?? record.decidedAt,
    );
  }
}

async function writeWorkItems(
  tx: Knex,
  options: {
    record: RequestRecord;
    events: readonly RecordedEvent[];
    time: BusinessTime;
  },
): Promise<void> {
  const { record, events, time } = options;
  const rows = record.items.map((item, position) => ({
    id: item.id,
    request_id: record.id,
    position,
    competency_ref: item.competencyRef,
    authority: item.authority,
    blocking: item.blocking,
    state: item.state,
    is_active:
      isOpen(record.state) &&
      (item.state === 'assigned' || item.state === 'accepted'),
    provider_ref: item.provider?.ref ?? null,
    assignee_ref: item.assigneeRef ?? null,
    required_at: requiredAt(item, events),
    asked_at: item.askedAt ?? null,
    taken_at: item.takenAt ?? null,
    done_at: item.state === 'done' ? item.doneAt ?? null : null,
    hours: item.hours ?? null,
    ...measured(item, events, time),
  }));
  if (rows.length > 0) {
    await tx('request_work_items').insert(rows).onConflict('id').merge();
  }
}

/** Business hours from asking to taking and to done, without the time in which the requester had the word. */
function measured(
  item: WorkItemRecord,
  events: readonly RecordedEvent[],
  time: BusinessTime,
) {
  const { askedAt, takenAt, doneAt } = item;
  const hoursTo = (end: string | undefined) =>
    askedAt && end
      ? (time.betweenMs(askedAt, end) -
          pausedMs(events, { from: askedAt, to: end }, time)) /
        3_600_000
      : null;
  return {
    ack_hours: hoursTo(takenAt),
    done_hours: hoursTo(item.state === 'done' ? doneAt : undefined),
  };
}

function pausedMs(
  events: readonly RecordedEvent[],
  span: { from: string; to: string },
  time: BusinessTime,
): number {
  let total = 0;
  let since: string | undefined;
  for (const { body, at } of events) {
    if (body.kind === 'asked-back') {
      since = at;
    } else if (body.kind === 'replied' && since !== undefined) {
      total += time.betweenMs(
        since > span.from ? since : span.from,
        at < span.to ? at : span.to,
      );
      since = undefined;
    }
  }
  return since === undefined
    ? total
    : total + time.betweenMs(since > span.from ? since : span.from, span.to);
}

function requiredAt(
  item: WorkItemRecord,
  events: readonly RecordedEvent[],
): string {
  const event = events.find(
    ({ body }) => body.kind === 'required' && body.workItemId === item.id,
  );
  return event?.at ?? '';
}

async function writeParticipants(
  tx: Knex,
  record: RequestRecord,
): Promise<void> {
  const waiting = new Set(waitingFor(record));
  const refs = new Set([...participantsOf(record), ...waiting]);
  // Nobody reads under no name.
  refs.delete(ERASED_PERSON_REF);
  await tx('request_participants').where({ request_id: record.id }).delete();
  if (refs.size > 0) {
    await tx('request_participants').insert(
      [...refs].map(ref => ({
        request_id: record.id,
        ref,
        is_waiting: waiting.has(ref),
      })),
    );
  }
}

const ENDS: Record<string, string> = {
  declined: 'declined',
  expired: 'expired',
  'handed-over': 'handed-over',
  released: 'released',
  finished: 'done',
  skipped: 'skipped',
};

async function writeTry(
  tx: Knex,
  record: RequestRecord,
  { id, at, body }: RecordedEvent,
): Promise<void> {
  if (body.kind === 'assigned') {
    await tx('request_tries').insert({
      id,
      request_id: record.id,
      work_item_id: body.workItemId,
      provider_ref: body.provider.ref,
      asked_at: at,
      ended: null,
      ended_at: null,
    });
  } else if ('workItemId' in body && ENDS[body.kind]) {
    await tx('request_tries')
      .where({ work_item_id: body.workItemId, ended: null })
      .update({ ended: ENDS[body.kind], ended_at: at });
  }
}

async function writeGap(
  tx: Knex,
  record: RequestRecord,
  { id, at, body }: RecordedEvent,
): Promise<void> {
  if (body.kind === 'gap-found') {
    const item = record.items.find(found => found.id === body.workItemId);
    await tx('request_gaps').insert({
      id,
      request_id: record.id,
      work_item_id: body.workItemId,
      competency_ref: item?.competencyRef ?? '',
      at,
      closed_at: null,
      candidates: body.candidates,
    });
  } else if (
    body.kind === 'proposed' ||
    body.kind === 'assigned' ||
    body.kind === 'skipped'
  ) {
    await closeGaps(tx, { work_item_id: body.workItemId }, at);
  }
}

async function closeGaps(
  tx: Knex,
  of: { work_item_id: string } | { request_id: string },
  at: string | undefined,
): Promise<void> {
  await tx('request_gaps')
    .where(of)
    .whereNull('closed_at')
    .update({ closed_at: at ?? null });
}
