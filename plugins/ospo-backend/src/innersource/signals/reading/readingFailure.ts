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
import { shownMessage } from '../../../shared/shownMessage';
import { withoutAddresses } from '../../../shared/withoutAddresses';

/** Why a repository could not be read, in words for a person. */
export interface ReadingFailure {
  /**
   * - `absent`, `refused`, `unreadable`: this repository; the others of the host may be well
   * - `host`: the host is down, slow or out of reach
   * - `later`: the host asks to be left alone
   * - `internal`: on our side; the log says more
   */
  kind: 'absent' | 'refused' | 'unreadable' | 'host' | 'later' | 'internal';
  message: string;
  retryAfterMs?: number;
}

const kinds: Record<string, ReadingFailure['kind']> = {
  NotFoundError: 'absent',
  NotAllowedError: 'refused',
  AuthenticationError: 'refused',
  InputError: 'unreadable',
  ServiceUnavailableError: 'host',
  RetryLaterError: 'later',
};

/** Sorts what a source threw. Only errors that are made for people keep their message. */
export function readingFailure(error: unknown): ReadingFailure {
  const kind = isError(error) ? kinds[error.name] : undefined;
  if (!isError(error) || !kind) {
    return {
      kind: 'internal',
      message:
        'It could not be read for a reason that is not the repository itself; the log of the backend says more.',
    };
  }
  const { retryAfterMs } = error;
  return {
    kind,
    message: withoutAddresses(shownMessage(error.message)),
    ...(typeof retryAfterMs === 'number' &&
      Number.isFinite(retryAfterMs) && {
        retryAfterMs: Math.max(0, retryAfterMs),
      }),
  };
}

/**
 * The kind of an error and where it was thrown. Not its message: an error of somebody else's code may quote what it
 * choked on, and that may be a person.
 */
export function whereItFailed(error: unknown): string {
  const frames =
    error instanceof Error
      ? (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
      : [];
  return [isError(error) ? error.name : typeof error, ...frames.slice(0, 4)]
    .join(' ')
    .replace(/\s+/g, ' ');
}
