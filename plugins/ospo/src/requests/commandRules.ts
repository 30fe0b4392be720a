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
  competencyAuthorities,
  confidentialities,
  RequestCommand,
  RequestCommandKind,
  requestOutcomes,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** What a person can be asked for when they give a command. */
export type CommandField =
  | 'reason'
  | 'text'
  | 'provider'
  | 'finding'
  | 'recommendation'
  | 'outcome'
  | 'summary'
  | 'conditions'
  | 'hours'
  | 'validUntil'
  | 'precedentTitle'
  | 'precedentSummary'
  | 'competency'
  | 'authority'
  | 'blocking'
  | 'confidentiality';

export type CommandValues = Partial<Record<CommandField, string>>;

/** What each command asks for, in the order in which it is asked. */
export const commandFields: Record<RequestCommandKind, CommandField[]> = {
  submit: [],
  withdraw: ['reason'],
  reply: ['text'],
  require: ['competency', 'authority', 'blocking', 'reason'],
  decide: ['outcome', 'summary', 'conditions', 'validUntil'],
  publish: ['precedentTitle', 'precedentSummary'],
  unpublish: [],
  close: [],
  reopen: ['reason'],
  'set-confidentiality': ['confidentiality'],
  comment: ['text'],
  assign: ['provider'],
  take: [],
  decline: ['reason'],
  'hand-over': ['provider', 'reason'],
  'ask-back': ['text'],
  finish: ['finding', 'recommendation', 'conditions', 'hours'],
  skip: ['reason'],
  reroute: [],
};

/** Commands that are done at once: nothing is lost when they are pressed by mistake. */
export const immediateCommands: RequestCommandKind[] = ['take', 'reroute'];

const optional: CommandField[] = [
  'conditions',
  'hours',
  'validUntil',
  'blocking',
];

export const MOST_HOURS = 1000;

export type CommandProblem = 'missing' | 'conditionsMissing' | 'hoursWrong';

/** What keeps a command from being sent, by the field that mends it. */
export function problemsOf(
  kind: RequestCommandKind,
  values: CommandValues,
): Partial<Record<CommandField, CommandProblem>> {
  const problems: Partial<Record<CommandField, CommandProblem>> = {};
  for (const field of commandFields[kind]) {
    const isOptional =
      optional.includes(field) || (kind === 'withdraw' && field === 'reason');
    if (!isOptional && !values[field]?.trim()) {
      problems[field] = 'missing';
    }
  }
  const verdict = values.outcome ?? values.recommendation;
  if (
    verdict === 'approved-with-conditions' &&
    toLines(values.conditions).length === 0
  ) {
    problems.conditions = 'conditionsMissing';
  }
  if (values.hours?.trim() && toHours(values.hours) === undefined) {
    problems.hours = 'hoursWrong';
  }
  return problems;
}

/**
 * The command that was filled in.
 *
 * @returns undefined while something is missing
 */
export function toCommand(
  kind: RequestCommandKind,
  values: CommandValues,
  workItemId = '',
): RequestCommand | undefined {
  if (Object.keys(problemsOf(kind, values)).length > 0) {
    return undefined;
  }
  const text = (field: CommandField) => values[field]?.trim() ?? '';
  switch (kind) {
    case 'withdraw':
      return { kind, reason: text('reason') || undefined };
    case 'reply':
    case 'comment':
      return { kind, text: text('text') };
    case 'require':
      return {
        kind,
        competencyRef: text('competency'),
        authority: oneOf(competencyAuthorities, text('authority')),
        blocking: values.blocking !== 'false',
        reason: text('reason'),
      };
    case 'decide':
      return {
        kind,
        outcome: oneOf(requestOutcomes, text('outcome')),
        summary: text('summary'),
        conditions: toLines(values.conditions),
        validUntil: text('validUntil') || undefined,
      };
    case 'publish':
      return {
        kind,
        title: text('precedentTitle'),
        summary: text('precedentSummary'),
      };
    case 'reopen':
      return { kind, reason: text('reason') };
    case 'set-confidentiality':
      return {
        kind,
        confidentiality: oneOf(confidentialities, text('confidentiality')),
      };
    case 'assign':
      return { kind, workItemId, providerRef: text('provider') };
    case 'decline':
    case 'skip':
      return { kind, workItemId, reason: text('reason') };
    case 'hand-over':
      return {
        kind,
        workItemId,
        providerRef: text('provider'),
        reason: text('reason'),
      };
    case 'ask-back':
      return { kind, workItemId, text: text('text') };
    case 'finish':
      return {
        kind,
        workItemId,
        finding: text('finding'),
        recommendation: oneOf(requestOutcomes, text('recommendation')),
        conditions: toLines(values.conditions),
        hours: values.hours ? toHours(values.hours) : undefined,
      };
    case 'take':
    case 'reroute':
      return { kind, workItemId };
    default:
      return { kind };
  }
}

/** Lines that hold something. */
export function toLines(text: string | undefined): string[] {
  return (text ?? '')
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
}

function toHours(text: string): number | undefined {
  const hours = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && hours >= 0 && hours <= MOST_HOURS
    ? hours
    : undefined;
}

function oneOf<T extends string>(vocabulary: readonly T[], word: string): T {
  return vocabulary.find(known => known === word) ?? vocabulary[0];
}
