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

import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  RetryLaterError,
  SbomRefusedError,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { shownMessage } from '../../shared/shownMessage';
import { fetchFailure } from './fetchFailure';

it.each([
  [new NotFoundError('none'), 'absent', 'none'],
  [new ServiceUnavailableError('down'), 'host', 'down'],
  [new Error('ECONNREFUSED 10.0.0.1'), 'internal', 'It could not be read for'],
  ['a string', 'internal', 'It could not be read for'],
  [undefined, 'internal', 'It could not be read for'],
  [
    {
      name: 'NotFoundError',
      get message() {
        return 'an object';
      },
    },
    'absent',
    'an object',
  ],
])('sorts %p', (error, kind, message) => {
  expect(fetchFailure(error)).toMatchObject({
    kind,
    message: expect.stringContaining(message),
    findings: [],
  });
});

it('takes the time that a system asks for, if it is one', () => {
  const after = (retryAfterMs: number) =>
    fetchFailure(new RetryLaterError('later', { retryAfterMs })).retryAfterMs;
  expect(after(5000)).toBe(5000);
  expect(after(-5)).toBe(0);
  expect(after(NaN)).toBeUndefined();
  expect(after(Infinity)).toBeUndefined();
});

it('keeps the findings of a refused document', () => {
  const finding = {
    origin: 'document' as const,
    code: 'not-an-sbom',
    severity: 'error' as const,
    where: '/',
    message: 'no',
    mend: 'yes',
    count: 1,
  };
  expect(
    fetchFailure(
      new SbomRefusedError({ statusCode: 415, findings: [finding] }),
    ),
  ).toMatchObject({ kind: 'document', findings: [finding] });
});

it('shows no credentials, control characters or endless texts', () => {
  expect(
    shownMessage(
      "reading https://bob:pw@a.example/x?token=abc#frag 'http://b.example/y?z=1' failed\r\nINFO forged \u202E",
    ),
  ).toBe(
    "reading https://a.example/x 'http://b.example/y' failed\uFFFD\uFFFDINFO forged \uFFFD",
  );
  expect(shownMessage('x'.repeat(10_000))).toHaveLength(500);
});
