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
import { RetryLaterError } from '@ospo-suite/backstage-plugin-ospo-node';

/** Git does not tell how long a host wants to be left alone. */
const BUSY_MS = 15 * 60_000;

const BROKEN_OFF =
  /no commits selected|shallow info|expected 'packfile'|hung up unexpectedly|unexpected disconnect|early EOF/i;
const NOT_ALLOWED =
  /returned error: 40[13]|Authentication failed|could not read (Username|Password)|Access denied|dubious ownership/i;
const NOT_FOUND =
  /returned error: (404|410)|repository .* not found|does not appear to be a git repository|couldn't find remote ref/i;
const NO_GIT =
  /not valid: is this a git repository|redirect|protocol error|bad line length|returned error: 3\d\d|invalid|malformed/i;

/** The other side broke off, which many do where there is no commit in the time that was asked for. */
export class BrokenOffError extends ServiceUnavailableError {
  constructor(host: string) {
    super(
      `'${host}' broke off while git was reading. It is tried again later.`,
    );
  }
}

/**
 * Turns what git says into an error with a message for people. Its own words hold addresses, and texts of the other
 * side, and are not used.
 */
export function gitFailure(stderr: string, host: string): Error {
  if (/returned error: 429/.test(stderr)) {
    return new RetryLaterError(
      `'${host}' says that it was asked too often. It is left alone for a while; a lower budget for it in 'ospo.innerSource.signals.hosts' avoids that.`,
      { retryAfterMs: BUSY_MS },
    );
  }
  if (NOT_ALLOWED.test(stderr)) {
    return new NotAllowedError(
      `'${host}' refuses git's access. Check the token of its entry in 'ospo.innerSource.git.origins', or who owns the local folder.`,
    );
  }
  if (NOT_FOUND.test(stderr)) {
    return new NotFoundError(
      `'${host}' has no such repository or branch for git. Check the address in the catalog, and whether a token is needed.`,
    );
  }
  if (/returned error: 5\d\d/.test(stderr)) {
    return new ServiceUnavailableError(
      `'${host}' answered git with an error of its own. It is tried again later.`,
    );
  }
  if (BROKEN_OFF.test(stderr)) {
    return new BrokenOffError(host);
  }
  if (NO_GIT.test(stderr)) {
    return new InputError(
      `'${host}' does not answer git in git's way at this address, or sends it elsewhere. Check the address in the catalog.`,
    );
  }
  return new ServiceUnavailableError(
    `git could not read from '${host}'. It is tried again later.`,
  );
}
