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

import fc from 'fast-check';
import { groupDistance, groupsAbove, isWithin } from './groupTree';

/** acme > (shop > (pay, cart), bank); island stands alone. */
const PARENTS = new Map([
  ['acme', undefined],
  ['shop', 'acme'],
  ['bank', 'acme'],
  ['pay', 'shop'],
  ['cart', 'shop'],
  ['island', undefined],
]);

it.each<[string[], string[], number | undefined]>([
  [['pay'], ['pay'], 0],
  [['pay'], ['cart'], 1],
  [['pay'], ['shop'], 1],
  [['pay'], ['bank'], 2],
  [['bank'], ['pay'], 2],
  [['bank', 'cart'], ['pay'], 1],
  [['island'], ['pay'], undefined],
  [[], ['pay'], undefined],
  [['gone'], ['pay'], undefined],
])('from %j to %j it is %s', (from, to, distance) => {
  expect(groupDistance(from, to, PARENTS)).toBe(distance);
});

it('survives groups above themselves', () => {
  const circle = new Map([
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['self', 'self'],
  ]);
  expect(groupsAbove('a', circle)).toEqual(['a', 'b', 'c']);
  expect(groupsAbove('self', circle)).toEqual(['self']);
  expect(groupDistance(['a'], ['c'], circle)).toBeDefined();
  expect(isWithin('self', 'a', circle)).toBe(false);
});

it('ends for any parents, and is the same both ways', () => {
  const group = fc.integer({ min: 0, max: 9 }).map(String);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(group, fc.option(group, { nil: undefined })), {
        maxLength: 20,
      }),
      group,
      group,
      (pairs, one, other) => {
        const parents = new Map(pairs);
        const there = groupDistance([one], [other], parents);
        expect(groupDistance([one], [one], parents)).toBe(0);
        expect(there === undefined).toBe(
          groupDistance([other], [one], parents) === undefined,
        );
        expect(there ?? 0).toBeLessThanOrEqual(10);
      },
    ),
  );
});
