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
  isError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { RetryLaterError } from '@ospo-suite/backstage-plugin-ospo-node';

/**
 * UrlReader hands on the status and not the headers, so a host's `Retry-After` is not known to us. An hour is the
 * window in which the large forges count.
 */
const RATE_LIMIT_PAUSE_MS = 60 * 60_000;

/**
 * Turns what UrlReader threw into an error with a message for people. The original message holds the whole URL, which
 * may carry a token in its query, and is not used.
 *
 * @param hostsKey - key of the configuration that sets the budgets of hosts
 */
export function urlReaderFailure(
  error: unknown,
  url: URL,
  hostsKey: string,
): Error {
  const { host } = url;
  const message = isError(error) ? error.message : '';
  const name = isError(error) ? error.name : '';
  const status = readStatus(message);

  if (status === 429 || message.includes('(rate limit exceeded)')) {
    return new RetryLaterError(
      `'${host}' says that it was asked too often. It is left alone for a while; a lower budget for it in '${hostsKey}', or an integration with a token, avoids that.`,
      { retryAfterMs: RATE_LIMIT_PAUSE_MS },
    );
  }
  if (
    name === 'NotAllowedError' ||
    message.startsWith('URL not allowed by backend.reading.allow')
  ) {
    return new NotAllowedError(
      `Backstage may not read from the host that this address, or a redirect from it, leads to. Add '${host}' to 'backend.reading.allow', or an integration for it, if it is to be trusted.`,
    );
  }
  if (name === 'NotFoundError' || status === 404 || status === 410) {
    return new NotFoundError(
      `'${host}' has no such file. Check the path and the branch; for a private repository, check that the integration's token may read it.`,
    );
  }
  if (status === 401 || status === 403) {
    return new NotAllowedError(
      `'${host}' refuses access (${status}). Check that the integration's token is valid and may read this file.`,
    );
  }
  if (status !== undefined && status < 500) {
    return new NotFoundError(
      `'${host}' does not give the file (${status}). Check the address.`,
    );
  }
  if (status !== undefined) {
    return new ServiceUnavailableError(
      `'${host}' answered with an error of its own (${status}). It is tried again later.`,
    );
  }
  return new ServiceUnavailableError(
    `'${host}' could not be reached, or broke off. It is tried again later.`,
  );
}

/** The status in UrlReader's messages, which end like `…, 403 Forbidden`. */
function readStatus(message: string): number | undefined {
  const status = /, ([1-5]\d\d)(?: [^,]*)?$/.exec(message)?.[1];
  return status === undefined ? undefined : Number(status);
}
