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

import { RecordedEvent } from '../rules/RequestEventBody';
import { Reminder } from '../rules/remindersOf';
import { RequestRecord } from '../rules/RequestRecord';
import { Announcement, announcementsOf } from './announcementsOf';

/** A published decision that ends soon; somebody should look at it again. */
export interface ExpiringPrecedent {
  id: string;
  title: string;
  to: readonly string[];
}

/** Something that people are to be told. */
export interface OutboxMessage {
  /** The same for the same reason. */
  id: string;
  /** Absent of precedents. */
  requestId?: string;
  at: string;
  /** How often nobody could be told. */
  failures: number;
  telling: { announcement: Announcement } | { precedent: ExpiringPrecedent };
}

/** What is to be told of what has just happened. */
export function messagesOf(
  record: RequestRecord,
  fresh: readonly RecordedEvent[],
): OutboxMessage[] {
  return announcementsOf(record, fresh)
    .filter(({ to }) => to.length > 0)
    .map((announcement, place) => ({
      id: `${fresh[0].id} ${place}`,
      requestId: record.id,
      at: fresh[0].at,
      failures: 0,
      telling: { announcement },
    }));
}

export function reminderMessage(
  requestId: string,
  { reason, kind, to, workItemId }: Reminder,
  at: string,
): OutboxMessage {
  const topic = kind === 'overdue' ? 'request-overdue' : 'request-reminder';
  return {
    id: reason,
    requestId,
    at,
    failures: 0,
    telling: { announcement: { topic, to, workItemId } },
  };
}
