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

import {
  RequestCommand,
  WorkItemCommand,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { CommandContext } from './CommandContext';
import { decisionBodies } from './decisionBodies';
import { Refusal, refuse } from './Refusal';
import { RequestEventBody } from './RequestEventBody';
import { RequestRecord } from './RequestRecord';
import { isSettled } from './transitions';

type Bodies = RequestEventBody[] | { refusal: Refusal };
type RequestOnlyCommand = Exclude<RequestCommand, WorkItemCommand>;

/** What happens by a command of the request that is allowed by its rule. */
export function requestBodies(
  record: RequestRecord,
  command: RequestOnlyCommand,
  context: CommandContext,
): Bodies {
  switch (command.kind) {
    case 'submit':
      return submit(context);
    case 'withdraw':
      return [{ kind: 'withdrawn', text: command.reason }];
    case 'reply':
      return reply(record, command.text, context);
    case 'require':
      return require(record, command, context);
    case 'decide':
    case 'publish':
    case 'unpublish':
      return decisionBodies(record, command, context);
    case 'close':
      return [{ kind: 'closed' }];
    case 'reopen':
      return reopen(record, command.reason, context);
    case 'set-confidentiality':
      return setConfidentiality(record, command.confidentiality);
    case 'comment':
      return [{ kind: 'commented', text: command.text }];
    default:
      throw new Error(
        `Unknown command '${JSON.stringify(command satisfies never)}'`,
      );
  }
}

function submit({ submission, now, newId, time }: CommandContext): Bodies {
  if (!submission) {
    throw new Error('A request is submitted with the terms of its type');
  }
  const { required, ...rest } = submission;
  return [
    {
      kind: 'submitted',
      ...rest,
      ackDue: time.add(now, rest.terms.ack),
      doneDue: time.add(now, rest.terms.done),
    },
    ...required.map(
      (work): RequestEventBody => ({
        kind: 'required',
        workItemId: newId(),
        ...work,
      }),
    ),
  ];
}

function reply(
  record: RequestRecord,
  text: string,
  { now, time }: CommandContext,
): Bodies {
  const { question } = record;
  if (!question) {
    return {
      refusal: refuse('state', 'Nobody asked', 'write a comment instead'),
    };
  }
  // What was late before the clock stopped stays as late as it is.
  const moved = (due: string | undefined) =>
    due && due > question.askedAt
      ? time.addMs(now, time.betweenMs(question.askedAt, due))
      : due;
  return [
    {
      kind: 'replied',
      workItemId: question.workItemId,
      text,
      ackDue: moved(record.ackDue),
      doneDue: moved(record.doneDue),
      itemAckDue: Object.fromEntries(
        record.items.flatMap(({ id, ackDue, askedAt = '' }) => {
          // For what was asked meanwhile the clock has stood still since then.
          const since = askedAt > question.askedAt ? askedAt : question.askedAt;
          return ackDue
            ? [[id, time.addMs(ackDue, time.betweenMs(since, now))]]
            : [];
        }),
      ),
    },
  ];
}

function require(
  record: RequestRecord,
  command: Extract<RequestCommand, { kind: 'require' }>,
  context: CommandContext,
): Bodies {
  const { competencyRef, authority, blocking, reason } = command;
  if (!context.isDeclared?.(competencyRef)) {
    return {
      refusal: refuse(
        'input',
        `competencyRef: no competency '${competencyRef}' is declared`,
        'choose one of the list of competencies, or have it declared in the catalog',
      ),
    };
  }
  const open = record.items.find(
    item => item.competencyRef === competencyRef && !isSettled(item.state),
  );
  if (open) {
    return {
      refusal: refuse(
        'state',
        `'${competencyRef}' is required of this request already`,
        'wait for its work item, or have that one routed again',
      ),
    };
  }
  return [
    {
      kind: 'required',
      workItemId: context.newId(),
      competencyRef,
      authority,
      blocking,
      reason: { en: reason },
    },
  ];
}

function reopen(
  record: RequestRecord,
  text: string,
  { now, time }: CommandContext,
): Bodies {
  const { terms } = record;
  if (!terms) {
    throw new Error('A request that was decided has terms');
  }
  const unpublished: RequestEventBody[] = record.precedentId
    ? [{ kind: 'unpublished' }]
    : [];
  const ackDue = time.add(now, terms.ack);
  const asked = record.items.filter(({ state }) => state === 'assigned');
  const goesOn =
    asked.length > 0 || record.items.some(({ state }) => state === 'accepted');
  const started: RequestEventBody[] = goesOn ? [{ kind: 'started' }] : [];
  return [
    ...unpublished,
    {
      kind: 'reopened',
      text,
      ackDue,
      doneDue: time.add(now, terms.done),
      itemAckDue: Object.fromEntries(asked.map(({ id }) => [id, ackDue])),
    },
    ...started,
  ];
}

function setConfidentiality(
  record: RequestRecord,
  confidentiality: RequestRecord['confidentiality'],
): Bodies {
  if (record.confidentiality === confidentiality) {
    return {
      refusal: refuse(
        'state',
        `The request is '${confidentiality}' already`,
        'nothing needs to be done',
      ),
    };
  }
  // Whoever was asked has read it; what is only proposed is thought over with the new rule.
  const released = record.items.flatMap((item): RequestEventBody[] =>
    item.state === 'proposed'
      ? [{ kind: 'released', workItemId: item.id }]
      : [],
  );
  return [{ kind: 'confidentiality-set', confidentiality }, ...released];
}
