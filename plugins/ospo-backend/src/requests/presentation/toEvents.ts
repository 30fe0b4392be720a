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

import { RequestEvent } from '@ospo-suite/backstage-plugin-ospo-common';
import { applyEvent, beginRequest } from '../rules/applyEvent';
import { RecordedEvent } from '../rules/RequestEventBody';
import { RequestRecord } from '../rules/RequestRecord';
import { StoredRequest } from '../store/StoredRequest';

/** Events with the states before and after each, which follow from playing them again. */
export function toEvents({ record, events }: StoredRequest): RequestEvent[] {
  const [first, ...rest] = events;
  if (first?.body.kind !== 'created') {
    return [];
  }
  let at = beginRequest({
    id: record.id,
    requesterRef: record.requesterRef,
    event: { ...first, body: first.body },
  });
  return [
    toEvent(first, {}),
    ...rest.map(event => {
      const before = at;
      at = applyEvent(before, event);
      return toEvent(event, changeOf(before, at, event));
    }),
  ];
}

function changeOf(
  before: RequestRecord,
  after: RequestRecord,
  { body }: RecordedEvent,
): { from?: string; to?: string } {
  const stateIn = (record: RequestRecord) =>
    before.state === after.state && 'workItemId' in body
      ? record.items.find(({ id }) => id === body.workItemId)?.state
      : record.state;
  const [from, to] = [stateIn(before), stateIn(after)];
  return from === to ? {} : { from, to };
}

function toEvent(
  { id, at, actorRef, body }: RecordedEvent,
  change: { from?: string; to?: string },
): RequestEvent {
  return {
    id,
    at,
    actorRef,
    kind: body.kind,
    workItemId: 'workItemId' in body ? body.workItemId : undefined,
    text: textOf(body),
    ...change,
    providerRef: 'provider' in body ? body.provider.ref : undefined,
  };
}

function textOf(body: RecordedEvent['body']): string | undefined {
  switch (body.kind) {
    case 'decided':
      return body.decision.summary;
    case 'confidentiality-set':
      return body.confidentiality;
    default:
      return 'text' in body ? body.text : undefined;
  }
}
