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

import { isError } from '@backstage/errors';
import { UsageFinding } from '@ospo-suite/backstage-plugin-ospo-common';
import { shownMessage } from '../../shared/shownMessage';

/** Why an SBOM could not be had, in the words that are shown on the entity. */
export interface FetchFailure {
  /**
   * - `absent`, `refused`: this place; the others of the host may be well
   * - `document`: it came, and is no SBOM that can be read
   * - `host`: the host is down, slow or out of reach
   * - `later`: the host asks to be left alone
   * - `internal`: on our side; the log says more
   */
  kind: 'absent' | 'refused' | 'document' | 'host' | 'later' | 'internal';
  message: string;
  findings: UsageFinding[];
  retryAfterMs?: number;
}

const kinds: Record<string, FetchFailure['kind']> = {
  NotFoundError: 'absent',
  NotAllowedError: 'refused',
  AuthenticationError: 'refused',
  InputError: 'document',
  SbomRefusedError: 'document',
  ServiceUnavailableError: 'host',
  RetryLaterError: 'later',
};

/** Sorts what a source or the inbox threw. Only errors that are made for people keep their message. */
export function fetchFailure(error: unknown): FetchFailure {
  const kind = isError(error) ? kinds[error.name] : undefined;
  if (!isError(error) || !kind) {
    return {
      kind: 'internal',
      message:
        'It could not be read for a reason that is not the file itself; the log of the backend says more.',
      findings: [],
    };
  }
  const { retryAfterMs } = error;
  return {
    kind,
    message: shownMessage(error.message),
    findings: readFindings(error.findings),
    ...(kind === 'later' &&
      typeof retryAfterMs === 'number' &&
      Number.isFinite(retryAfterMs) && {
        retryAfterMs: Math.max(0, retryAfterMs),
      }),
  };
}

function readFindings(value: unknown): UsageFinding[] {
  // A refusal carries the reader's findings; the inbox made them, so their form is known.
  return Array.isArray(value) ? (value as UsageFinding[]).slice(0, 100) : [];
}
