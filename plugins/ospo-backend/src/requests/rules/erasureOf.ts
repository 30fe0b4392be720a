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

import { CommandContext } from './CommandContext';
import { decideCommand } from './decideCommand';
import { RecordedEvent } from './RequestEventBody';
import { SYSTEM_ACTOR } from './RequestActor';
import { RequestRecord } from './RequestRecord';
import { isOpen } from './transitions';

/**
 * What erasing a person does to a request, told while it still names them. What they asked for and is open is withdrawn:
 * nobody is left to answer for it, and nobody could say any more who must not decide it. What they were asked for or
 * hold in the requests of others is taken back, to be routed to somebody else.
 */
export function erasureOf(
  record: RequestRecord,
  userRef: string,
  context: Omit<CommandContext, 'actor'>,
): { record: RequestRecord; events: RecordedEvent[] } {
  if (!isOpen(record.state)) {
    return { record, events: [] };
  }
  if (record.requesterRef === userRef) {
    const outcome = decideCommand(
      record,
      { kind: 'withdraw' },
      { ...context, actor: { ...SYSTEM_ACTOR, ref: userRef } },
    );
    return 'refusal' in outcome ? { record, events: [] } : outcome;
  }
  const actor = { ...SYSTEM_ACTOR, isCoreTeam: true };
  return record.items
    .filter(
      item => item.provider?.ref === userRef || item.assigneeRef === userRef,
    )
    .reduce<{ record: RequestRecord; events: RecordedEvent[] }>(
      (before, { id }) => {
        const outcome = decideCommand(
          before.record,
          { kind: 'reroute', workItemId: id },
          { ...context, actor },
        );
        // It is over, or the requester was asked and has not replied; then the core team routes it again.
        return 'refusal' in outcome
          ? before
          : {
              record: outcome.record,
              events: [...before.events, ...outcome.events],
            };
      },
      { record, events: [] },
    );
}
