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

import { readPushedRow } from './readPushedRow';

const now = new Date('2026-11-26T06:00:00Z');
const row = { entityRef: 'component:default/tides', as_of: now.toISOString() };

it.each(['a', '@', '.', 'a@', 'a.'])(
  'looks through a long run of %s without being held up',
  sign => {
    const run = sign.repeat(400_000 / sign.length);
    const begun = Date.now();
    const { ignored } = readPushedRow(
      { ...row, notes: run, [`${run} `]: 1 },
      { asOf: undefined, now },
    );
    expect(ignored).toHaveLength(2);
    // Milliseconds, and minutes where each character looks through all the others.
    expect(Date.now() - begun).toBeLessThan(10_000);
  },
);

it.each([
  [{ notes: 'ask mira.quill@harbour.example' }, 'notes'],
  [{ docs: { readme: ['a@b', 'a@b.c'] } }, 'docs.readme.1'],
  [{ 'x@y.z': 1 }, 'row'],
  [{ notes: `${'a'.repeat(1_000)}@${'b'.repeat(1_000)}.c` }, 'notes'],
])('refuses an address wherever it is', (fields, place) => {
  expect(() =>
    readPushedRow({ ...row, ...fields }, { asOf: undefined, now }),
  ).toThrow(`${place}: holds an e-mail address`);
});
