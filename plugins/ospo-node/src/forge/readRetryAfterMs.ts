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

const LEAST_MS = 1_000;
const MOST_MS = 24 * 60 * 60_000;

/**
 * How long a host asks to be left alone: `Retry-After` in seconds or as a date, else the time at which its count of
 * requests begins anew, when nothing of it remains.
 */
export function readRetryAfterMs(
  headers: Headers,
  now: Date,
): number | undefined {
  const wait = readWaitMs(headers, now);
  return wait === undefined || Number.isNaN(wait)
    ? undefined
    : Math.min(Math.max(wait, LEAST_MS), MOST_MS);
}

function readWaitMs(headers: Headers, now: Date): number | undefined {
  const retryAfter = headers.get('retry-after');
  if (retryAfter !== null) {
    return /^\d+$/.test(retryAfter)
      ? Number(retryAfter) * 1000
      : Date.parse(retryAfter) - now.getTime();
  }
  const remaining =
    headers.get('x-ratelimit-remaining') ?? headers.get('ratelimit-remaining');
  const reset =
    headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset');
  return remaining === '0' && reset !== null && /^\d+$/.test(reset)
    ? Number(reset) * 1000 - now.getTime()
    : undefined;
}
