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

import { isNewer, toIsoTime } from './isNewer';

const march = '2026-03-01T00:00:00Z';
const april = '2026-04-01T00:00:00Z';
const may = '2026-05-01T00:00:00Z';

describe('isNewer', () => {
  it.each([
    // [made, received] of the candidate and of the current one
    ['a later document', [april, may], [march, april], true],
    ['an earlier one that comes later', [march, may], [april, april], false],
    ['one made at the same time', [march, may], [march, april], true],
    ['one that came earlier', [march, march], [march, april], false],
    ['one without a time', [undefined, may], [april, april], true],
    ['one against one without a time', [march, may], [undefined, april], true],
    [
      'one against one from the future',
      [may, may],
      ['2099-01-01', april],
      true,
    ],
    ['one with an unreadable time', ['yesterday', may], [april, april], true],
  ] as const)('%s', (_what, candidate, current, expected) => {
    const times = ([documentAt, receivedAt]: readonly [
      string | undefined,
      string,
    ]) => ({ documentAt, receivedAt });
    expect(isNewer(times(candidate), times(current))).toBe(expected);
  });
});

describe('toIsoTime', () => {
  it('writes every readable time alike', () => {
    expect(toIsoTime('2026-03-01T02:00:00+02:00')).toBe(
      '2026-03-01T00:00:00.000Z',
    );
    expect(toIsoTime('soon')).toBeUndefined();
    expect(toIsoTime(undefined)).toBeUndefined();
  });
});
