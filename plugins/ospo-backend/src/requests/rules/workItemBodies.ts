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
  RejectionCode,
  WorkItemCommand,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { CommandContext } from './CommandContext';
import { Refusal, refuse } from './Refusal';
import { RequestEventBody } from './RequestEventBody';
import { AskedProvider, RequestRecord, WorkItemRecord } from './RequestRecord';

type Bodies = RequestEventBody[] | { refusal: Refusal };

interface ItemChange {
  item: WorkItemRecord;
  command: WorkItemCommand;
  context: CommandContext;
}

/** What a person may not choose even against the advice of the routing, with why. */
const HARD_REJECTIONS: Partial<Record<RejectionCode, string>> = {
  missing: 'the catalog does not have it',
  'authority-too-low': 'its authority is too low',
  'is-requester': 'it is who asked',
  'contract-ended': 'its contract is over',
};

/** What happens by a command of a work item that is allowed by its rule. */
export function workItemBodies(
  record: RequestRecord,
  { item, command, context }: ItemChange,
): Bodies {
  const workItemId = item.id;
  switch (command.kind) {
    case 'assign': {
      const released: RequestEventBody[] =
        item.state === 'assigned' ? [{ kind: 'released', workItemId }] : [];
      return withAssignment(record, released, {
        item,
        providerRef: command.providerRef,
        context,
      });
    }
    case 'hand-over':
      return withAssignment(
        record,
        [{ kind: 'handed-over', workItemId, text: command.reason }],
        { item, providerRef: command.providerRef, context },
      );
    case 'take':
      return [{ kind: 'taken', workItemId }];
    case 'decline':
      return [{ kind: 'declined', workItemId, text: command.reason }];
    case 'ask-back':
      return [{ kind: 'asked-back', workItemId, text: command.text }];
    case 'finish':
      return finish(record, { item, command, context });
    case 'skip':
      return record.question?.workItemId === workItemId
        ? asking()
        : [{ kind: 'skipped', workItemId, text: command.reason }];
    case 'reroute':
      if (record.question?.workItemId === workItemId) {
        return asking();
      }
      return item.state === 'required'
        ? // Nothing is to be undone; the routing that follows tells what it found.
          []
        : [{ kind: 'released', workItemId }];
    default:
      throw new Error(
        `Unknown command '${JSON.stringify(command satisfies never)}'`,
      );
  }
}

function withAssignment(
  record: RequestRecord,
  before: RequestEventBody[],
  options: {
    item: WorkItemRecord;
    providerRef: string;
    context: CommandContext;
  },
): Bodies {
  const { item, providerRef, context } = options;
  if (record.question?.workItemId === item.id) {
    return asking();
  }
  const found = context.findProvider?.(item, providerRef);
  if (!found) {
    return {
      refusal: refuse(
        'input',
        `providerRef: '${providerRef}' does not provide '${item.competencyRef}'`,
        'choose one of its providers; the routing lists them',
      ),
    };
  }
  const refusal =
    hardRejection(providerRef, found.rejections) ??
    (record.confidentiality === 'confidential' &&
    found.rejections.includes('out-of-scope')
      ? refuse(
          'input',
          `providerRef: '${providerRef}' cannot be given this confidential request`,
          'choose a provider whose scope says `confidential: true`',
        )
      : undefined);
  return refusal
    ? { refusal }
    : [
        ...before,
        ...assignment(record, item, { provider: found.provider, context }),
      ];
}

/** Asks a provider; the first one who is asked starts the work. */
function assignment(
  record: RequestRecord,
  item: WorkItemRecord,
  { provider, context }: { provider: AskedProvider; context: CommandContext },
): RequestEventBody[] {
  const ack = record.terms?.ack ?? 'P1D';
  const started: RequestEventBody[] =
    record.state === 'triage' ? [{ kind: 'started' }] : [];
  return [
    ...started,
    {
      kind: 'assigned',
      workItemId: item.id,
      provider,
      ackDue: context.time.add(context.now, ack),
    },
  ];
}

function hardRejection(
  providerRef: string,
  rejections: readonly RejectionCode[],
): Refusal | undefined {
  const code = rejections.find(rejection => HARD_REJECTIONS[rejection]);
  return code
    ? refuse(
        'input',
        `providerRef: '${providerRef}' cannot be asked: ${HARD_REJECTIONS[code]}`,
        'choose another; the routing says of each why it can be or cannot',
      )
    : undefined;
}

function finish(record: RequestRecord, { item, command }: ItemChange): Bodies {
  if (command.kind !== 'finish') {
    throw new Error(`'${command.kind}' finishes nothing`);
  }
  if (record.question?.workItemId === item.id) {
    return asking();
  }
  const { finding, recommendation, conditions, hours } = command;
  return [
    {
      kind: 'finished',
      workItemId: item.id,
      text: finding,
      recommendation,
      conditions,
      hours,
    },
  ];
}

function asking(): { refusal: Refusal } {
  return {
    refusal: refuse(
      'state',
      'The requester was asked about this work item and has not replied',
      'wait for the reply; the clock stands still until then',
    ),
  };
}
