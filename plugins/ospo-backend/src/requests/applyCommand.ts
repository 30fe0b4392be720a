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

import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { AnyCommand, CommandContext } from './rules/CommandContext';
import { decideCommand } from './rules/decideCommand';
import { Refusal } from './rules/Refusal';
import { RecordedEvent } from './rules/RequestEventBody';
import { RequestRecord } from './rules/RequestRecord';

/** What a command brings about, or an error that says why nothing does and what would help. */
export function applyCommand(
  record: RequestRecord,
  command: AnyCommand,
  context: CommandContext,
): { events: RecordedEvent[]; record: RequestRecord } {
  const outcome = decideCommand(record, command, context);
  if ('refusal' in outcome) {
    throw toError(outcome.refusal);
  }
  return outcome;
}

function toError({ code, message, mend }: Refusal): Error {
  const text = `${message}; ${mend}`;
  switch (code) {
    case 'who':
      return new NotAllowedError(text);
    case 'input':
      return new InputError(text);
    default:
      return new ConflictError(text);
  }
}
