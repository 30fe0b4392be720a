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

import { RequestCommand } from '@ospo-suite/backstage-plugin-ospo-common';
import { Duration, DateTime } from 'luxon';
import { CommandContext } from './CommandContext';
import { Refusal, refuse } from './Refusal';
import { RequestEventBody } from './RequestEventBody';
import { RequestRecord } from './RequestRecord';
import { isSettled } from './transitions';

type DecideCommand = Extract<RequestCommand, { kind: 'decide' }>;
type DecisionCommand = Extract<
  RequestCommand,
  { kind: 'decide' | 'publish' | 'unpublish' }
>;
type Bodies = RequestEventBody[] | { refusal: Refusal };

/** Deciding, and telling others of the decision. */
export function decisionBodies(
  record: RequestRecord,
  command: DecisionCommand,
  context: CommandContext,
): Bodies {
  switch (command.kind) {
    case 'decide':
      return decide(record, command, context);
    case 'publish':
      return publish(record, command, context);
    default:
      return record.precedentId
        ? [{ kind: 'unpublished' }]
        : {
            refusal: refuse(
              'state',
              'The decision is not published',
              'nothing needs to be done',
            ),
          };
  }
}

function decide(
  record: RequestRecord,
  command: DecideCommand,
  context: CommandContext,
): Bodies {
  const { outcome, summary, conditions } = command;
  const { terms } = record;
  if (!terms) {
    throw new Error('A request that was submitted has terms');
  }
  const refusal = checkDecision(record, command, context.now);
  if (refusal) {
    return { refusal };
  }
  const started: RequestEventBody[] =
    record.state === 'triage' &&
    record.items.some(item => item.state === 'done')
      ? [{ kind: 'started' }]
      : [];
  return [
    ...started,
    {
      kind: 'decided',
      decision: {
        outcome,
        summary,
        conditions,
        decidedBy: context.actor.ref,
        decidedAt: context.now,
        validUntil: command.validUntil ?? defaultValidity(terms, context.now),
        facts: context.facts ?? [],
      },
    },
  ];
}

function checkDecision(
  record: RequestRecord,
  { outcome, conditions, validUntil }: DecideCommand,
  now: string,
): Refusal | undefined {
  const open = record.items.filter(
    item => item.blocking && !isSettled(item.state),
  );
  if (open.length > 0) {
    return refuse(
      'state',
      `${open.length} work items that the decision waits for are open`,
      'wait until they are done, or skip them with a reason',
    );
  }
  const outcomes = record.terms?.outcomes ?? [];
  if (!outcomes.includes(outcome)) {
    return refuse(
      'input',
      `outcome: '${outcome}' is no outcome of this type of request`,
      `choose ${outcomes.join(' or ')}`,
    );
  }
  if ((outcome === 'approved-with-conditions') !== conditions.length > 0) {
    return outcome === 'approved-with-conditions'
      ? refuse(
          'input',
          'conditions: there are none',
          "write one, or choose 'approved'",
        )
      : refuse(
          'input',
          `conditions: '${outcome}' has none`,
          "leave them out, or choose 'approved-with-conditions'",
        );
  }
  if (validUntil !== undefined && validUntil < now.slice(0, 10)) {
    return refuse(
      'input',
      `validUntil: '${validUntil}' is over`,
      'choose a day from today on, or leave it out',
    );
  }
  return undefined;
}

/** A decision holds as long as its type says; a refusal or an answer that nothing is said of holds without end. */
function defaultValidity(
  { validFor }: { validFor?: string },
  now: string,
): string | undefined {
  if (!validFor) {
    return undefined;
  }
  return (
    DateTime.fromISO(now, { zone: 'utc' })
      .plus(Duration.fromISO(validFor))
      .toISODate() ?? undefined
  );
}

function publish(
  record: RequestRecord,
  { title, summary }: Extract<RequestCommand, { kind: 'publish' }>,
  context: CommandContext,
): Bodies {
  if (record.precedentId) {
    return {
      refusal: refuse(
        'state',
        'The decision is published already',
        'take it back first, then publish it anew',
      ),
    };
  }
  const conditions = record.decision?.conditions ?? [];
  for (const [field, text] of [
    ['title', title],
    ['summary', summary],
    ...conditions.map(condition => ['conditions', condition] as const),
  ] as const) {
    const person = context.findPerson?.(text);
    if (person) {
      return {
        refusal: refuse(
          'input',
          `${field}: names somebody: '${person}'`,
          'a precedent names nobody; write of roles, or leave it out',
        ),
      };
    }
  }
  return [
    { kind: 'published', precedentId: context.newId(), title, text: summary },
  ];
}
