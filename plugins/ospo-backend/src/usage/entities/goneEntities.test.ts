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

import { KnownEntity } from './EntityStore';
import { goneEntities } from './goneEntities';

const startedAt = new Date('2026-11-23T12:00:00Z');

function known(count: number, overrides: Partial<KnownEntity> = {}) {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    entityRef: `component:default/c${index}`,
    factsHash: 'hash',
    ownerRef: undefined,
    ownerState: 'none' as const,
    isGone: false,
    seenAt: '2026-11-22T12:00:00.000Z',
    ...overrides,
  }));
}

/** The first entities are missing from the catalog's answer. */
function missing(count: number, of: KnownEntity[], maxShareGone = 0.1) {
  const isMissing = new Set(of.slice(0, count).map(one => one.entityRef));
  return goneEntities({
    known: of,
    isSeen: ref => !isMissing.has(ref),
    seenCount: of.length - count,
    startedAt,
    maxShareGone,
  });
}

it.each([
  { all: 100, gone: 0, expected: { gone: 0, kept: 0 } },
  { all: 100, gone: 10, expected: { gone: 10, kept: 0 } },
  { all: 100, gone: 11, expected: { gone: 0, kept: 11 } },
  { all: 100, gone: 100, expected: { gone: 0, kept: 100 } },
  { all: 5, gone: 1, expected: { gone: 1, kept: 0 } },
  { all: 5, gone: 2, expected: { gone: 0, kept: 2 } },
  { all: 1, gone: 1, expected: { gone: 0, kept: 1 } },
  { all: 0, gone: 0, expected: { gone: 0, kept: 0 } },
])(
  'of $all known entities with $gone missing, $expected.gone leave and $expected.kept are kept',
  ({ all, gone, expected }) => {
    const verdict = missing(gone, known(all));
    expect({ gone: verdict.gone.length, kept: verdict.kept }).toEqual(expected);
  },
);

it('takes the share from the configuration, and an empty answer for broken even then', () => {
  expect(missing(90, known(100), 1).gone).toHaveLength(90);
  expect(missing(100, known(100), 1)).toMatchObject({ gone: [], kept: 100 });
});

it('does not count entities that had left before', () => {
  const verdict = missing(20, [
    ...known(10, { isGone: true }),
    ...known(100).slice(10),
  ]);
  expect(verdict).toMatchObject({ present: 90, kept: 10 });
});

it('leaves alone what may have been registered while the catalog was read', () => {
  const verdict = missing(1, known(50, { seenAt: '2026-11-23T11:58:00.000Z' }));
  expect(verdict).toMatchObject({ gone: [], kept: 0 });
});
