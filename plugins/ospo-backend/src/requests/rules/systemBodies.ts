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

import { SystemCommand } from './CommandContext';
import { Refusal, refuse } from './Refusal';
import { RequestEventBody } from './RequestEventBody';
import { RequestRecord } from './RequestRecord';
import { isOpen } from './transitions';

type Bodies = RequestEventBody[] | { refusal: Refusal };

/** What the routing and the clock bring about. */
export function systemBodies(
  record: RequestRecord,
  command: SystemCommand,
): Bodies {
  if (command.kind === 'triage') {
    return record.state === 'submitted'
      ? [{ kind: 'triaged' }]
      : late('Only what was just submitted goes to triage');
  }
  const item = record.items.find(({ id }) => id === command.workItemId);
  if (!item || !isOpen(record.state)) {
    return late('The work item is not open');
  }
  const { workItemId } = command;
  if (command.kind === 'expire') {
    return item.state === 'assigned' && record.state !== 'waiting-for-requester'
      ? [{ kind: 'expired', workItemId }]
      : late('Nobody is asked, or the clock stands still');
  }
  if (command.kind === 'take-back') {
    return item.state === 'proposed'
      ? [{ kind: 'released', workItemId, rejections: command.rejections }]
      : late('Nobody is proposed');
  }
  if (record.state === 'submitted') {
    return late('It goes to triage first');
  }
  if (item.state !== 'required') {
    return late('Somebody is proposed or asked already');
  }
  const { provider, candidates, ackDue } = command;
  if (!provider) {
    return item.isGap ? [] : [{ kind: 'gap-found', workItemId, candidates }];
  }
  if (!ackDue) {
    return [{ kind: 'proposed', workItemId, provider }];
  }
  const started: RequestEventBody[] =
    record.state === 'triage' ? [{ kind: 'started' }] : [];
  return [...started, { kind: 'assigned', workItemId, provider, ackDue }];
}

function late(message: string): { refusal: Refusal } {
  return { refusal: refuse('state', message, 'read the request again') };
}
