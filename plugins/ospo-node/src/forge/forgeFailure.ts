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
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { RetryLaterError } from '../sbomSource';
import { readRetryAfterMs } from './readRetryAfterMs';

/** GitHub asks for at least one minute after a secondary limit that says no time. */
const UNTOLD_PAUSE_MS = 5 * 60_000;

/**
 * Turns an answer that is no success into an error with a message for people. `text` is looked at and never shown: it
 * was written by another system.
 *
 * @public
 */
export function forgeFailure(options: {
  host: string;
  status: number;
  headers: Headers;
  text: string;
  now: Date;
}): Error {
  const { host, status, headers, text, now } = options;
  const retryAfterMs = readRetryAfterMs(headers, now);

  if (
    status === 429 ||
    (status === 403 && (retryAfterMs !== undefined || /rate limit/i.test(text)))
  ) {
    return new RetryLaterError(
      `'${host}' says that it was asked too often. It is left alone for a while; a lower budget for it in 'ospo.innerSource.signals.hosts', or an integration with a token, avoids that.`,
      { retryAfterMs: retryAfterMs ?? UNTOLD_PAUSE_MS },
    );
  }
  if (status === 503 && retryAfterMs !== undefined) {
    return new RetryLaterError(
      `'${host}' is not available for a while, and is left alone until then.`,
      { retryAfterMs },
    );
  }
  if (status === 401) {
    return new NotAllowedError(
      `'${host}' does not accept the token (401). Check that the integration's token is there and has not expired.`,
    );
  }
  if (status === 403 || status === 451) {
    return new NotAllowedError(
      `'${host}' refuses access (${status}). Check that the integration's token may read this repository.`,
    );
  }
  if (status === 404 || status === 410) {
    return new NotFoundError(
      `'${host}' shows no such repository. Check its address in the catalog; for a private repository, check that the integration's token may read it.`,
    );
  }
  if (status === 408 || status >= 500) {
    return new ServiceUnavailableError(
      `'${host}' answered with an error of its own (${status}). It is tried again later.`,
    );
  }
  return new InputError(
    `'${host}' does not understand what it was asked (${status}). Check 'apiBaseUrl' of its integration.`,
  );
}
