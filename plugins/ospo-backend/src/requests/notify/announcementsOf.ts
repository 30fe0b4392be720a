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

import { decidersOf } from '../rules/decidersOf';
import { askedOf, CORE_TEAM, isReadyToDecide } from '../rules/nextStep';
import { RecordedEvent, RequestEventBody } from '../rules/RequestEventBody';
import { RequestRecord } from '../rules/RequestRecord';
import { isOpen } from '../rules/transitions';
import { RequestTopic } from './messages';

/** Something that somebody should be told. */
export interface Announcement {
  topic: RequestTopic;
  /** Entity refs, and `CORE_TEAM`. */
  to: readonly string[];
  workItemId?: string;
  /** Whoever did it knows. */
  except?: string;
}

/** Who should be told of what has just happened. */
export function announcementsOf(
  record: RequestRecord,
  fresh: readonly RecordedEvent[],
): Announcement[] {
  const ofEvents = fresh.flatMap(event => ofEvent(record, event));
  const last = fresh.find(({ body }) => mayBeLast(record, body));
  if (!last || !isReadyToDecide(record)) {
    return ofEvents;
  }
  const deciders = decidersOf(record);
  return [
    ...ofEvents,
    deciders === 'core-team'
      ? { topic: 'request-ready', to: [CORE_TEAM] }
      : { topic: 'request-ready', to: deciders, except: last.actorRef },
  ];
}

/** Whether a decision may have waited for this alone. */
function mayBeLast(record: RequestRecord, body: RequestEventBody): boolean {
  switch (body.kind) {
    case 'submitted':
    case 'reopened':
    case 'replied':
      return true;
    case 'finished':
    case 'skipped':
      return record.items.some(
        ({ id, blocking }) => id === body.workItemId && blocking,
      );
    default:
      return false;
  }
}

/** Whether it still is so, for what could not be told at once. */
export function stillHolds(
  record: RequestRecord,
  { topic, workItemId }: Announcement,
): boolean {
  const open = isOpen(record.state);
  const item = record.items.find(({ id }) => id === workItemId);
  switch (topic) {
    case 'request-proposed':
      return open && item?.state === 'proposed';
    case 'request-asked':
      return open && item?.state === 'assigned';
    case 'request-gap':
      return open && item?.isGap === true;
    case 'request-question':
      return record.question !== undefined;
    case 'request-ready':
    case 'request-reminder':
    case 'request-overdue':
      return open;
    default:
      return true;
  }
}

function ofEvent(
  record: RequestRecord,
  { actorRef, body }: RecordedEvent,
): Announcement[] {
  const item =
    'workItemId' in body
      ? record.items.find(({ id }) => id === body.workItemId)
      : undefined;
  const workItemId = item?.id;
  const holders = record.items.flatMap(({ state, assigneeRef }) =>
    (state === 'accepted' || state === 'done') && assigneeRef
      ? [assigneeRef]
      : [],
  );
  switch (body.kind) {
    case 'proposed':
      return [{ topic: 'request-proposed', to: [CORE_TEAM], workItemId }];
    case 'gap-found':
      return [{ topic: 'request-gap', to: [CORE_TEAM], workItemId }];
    case 'assigned':
      return [
        {
          topic: 'request-asked',
          to: item ? askedOf(item) : [],
          workItemId,
          except: actorRef,
        },
      ];
    case 'expired':
      return [{ topic: 'request-reminder', to: [CORE_TEAM], workItemId }];
    case 'asked-back':
      return [
        { topic: 'request-question', to: [record.requesterRef], workItemId },
      ];
    case 'replied':
      return item?.assigneeRef
        ? [{ topic: 'request-reply', to: [item.assigneeRef], workItemId }]
        : [];
    case 'decided':
      return [
        {
          topic: 'request-decided',
          to: [record.requesterRef],
          except: actorRef,
        },
      ];
    case 'commented':
      return [
        {
          topic: 'request-comment',
          to: [record.requesterRef, ...holders],
          except: actorRef,
        },
      ];
    case 'withdrawn':
      return [{ topic: 'request-closed', to: holders, except: actorRef }];
    default:
      return [];
  }
}
