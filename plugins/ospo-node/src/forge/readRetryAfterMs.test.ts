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

import { readRetryAfterMs } from './readRetryAfterMs';

const now = new Date('2026-11-25T12:00:00Z');
const reset = String(Math.floor(now.getTime() / 1000) + 60);

it.each<[string, Record<string, string>, number | undefined]>([
  ['nothing', {}, undefined],
  ['seconds', { 'retry-after': '5' }, 5000],
  ['no seconds', { 'retry-after': '0' }, 1000],
  ['a date', { 'retry-after': 'Wed, 25 Nov 2026 12:01:00 GMT' }, 60_000],
  ['a date gone by', { 'retry-after': 'Wed, 25 Nov 2026 11:00:00 GMT' }, 1000],
  ['too long a time', { 'retry-after': '99999999' }, 86_400_000],
  ['nonsense', { 'retry-after': 'soon' }, undefined],
  [
    'a reset',
    { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
    60_000,
  ],
  [
    'a reset in the form of GitLab',
    { 'ratelimit-remaining': '0', 'ratelimit-reset': reset },
    60_000,
  ],
  [
    'a reset that is not needed yet',
    { 'x-ratelimit-remaining': '3', 'x-ratelimit-reset': reset },
    undefined,
  ],
])('understands %s', (_title, headers, expected) => {
  expect(readRetryAfterMs(new Headers(headers), now)).toBe(expected);
});
