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

import { checkRequestRule, checkWorkItemRule } from './commandRules';
import { AnyCommand, CommandContext } from './CommandContext';
import { Refusal, refuse } from './Refusal';
import { RecordedEvent, RequestEventBody } from './RequestEventBody';
import { RequestRecord } from './RequestRecord';
import { applyEvent } from './applyEvent';
import { requestBodies } from './requestBodies';
import { systemBodies } from './systemBodies';
import { workItemBodies } from './workItemBodies';

/** What a command brings about: what happens, and the request as it is then; or why nothing does. */
export type Outcome =
  | { events: RecordedEvent[]; record: RequestRecord }
  | { refusal: Refusal };

/**
 * The one place that decides what may become of a request: pure, and total over every command in every state. The store
 * keeps the events it answers with and nothing else.
 */
export function decideCommand(
  record: RequestRecord,
  command: AnyCommand,
  context: CommandContext,
): Outcome {
  const bodies = bodiesOf(record, command, context);
  if ('refusal' in bodies) {
    return bodies;
  }
  const events = bodies.map(body => ({
    id: context.newId(),
    at: context.now,
    actorRef: context.actor.ref,
    body,
  }));
  return { events, record: events.reduce(applyEvent, record) };
}

function bodiesOf(
  record: RequestRecord,
  command: AnyCommand,
  context: CommandContext,
): RequestEventBody[] | { refusal: Refusal } {
  if (
    command.kind === 'triage' ||
    command.kind === 'route' ||
    command.kind === 'take-back' ||
    command.kind === 'expire'
  ) {
    return systemBodies(record, command);
  }
  if ('workItemId' in command) {
    const item = record.items.find(({ id }) => id === command.workItemId);
    if (!item) {
      return {
        refusal: refuse(
          'input',
          `workItemId: the request has no work item '${command.workItemId}'`,
          'read the request again; its work items list their ids',
        ),
      };
    }
    const { kind } = command;
    const refusal = checkWorkItemRule(record, item, {
      kind,
      actor: context.actor,
    });
    return refusal
      ? { refusal }
      : workItemBodies(record, { item, command, context });
  }
  const refusal = checkRequestRule(record, command.kind, context.actor);
  return refusal ? { refusal } : requestBodies(record, command, context);
}
