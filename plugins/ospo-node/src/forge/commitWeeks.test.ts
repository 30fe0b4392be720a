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

import { countCommits, CountedCommit, startOfYear52 } from './commitWeeks';

const now = new Date('2026-11-25T12:00:00Z');
const start = startOfYear52(now);

function aCommit(overrides: Partial<CountedCommit> = {}): CountedCommit {
  return {
    committedAt: '2026-11-25T08:00:00Z',
    handle: 'mira',
    email: 'Mira@harbour.example',
    isBot: false,
    ...overrides,
  };
}

function count(commits: CountedCommit[], incomplete?: boolean) {
  return countCommits({ commits, start, bounded: false, incomplete });
}

it('looks back over 52 weeks that end with today', () => {
  expect(start.toISOString()).toBe('2025-11-27T00:00:00.000Z');
});

it('counts by week, the oldest first', () => {
  const { humanWeeks } = count([
    aCommit(),
    aCommit({ committedAt: '2026-11-19T00:00:00Z' }),
    aCommit({ committedAt: '2026-11-18T23:59:59Z' }),
    aCommit({ committedAt: '2025-11-27T00:00:00Z' }),
    aCommit({ committedAt: '2025-11-26T23:59:59Z' }),
    aCommit({ committedAt: 'not long ago' }),
    aCommit({ committedAt: '2026-12-31T00:00:00Z' }),
  ]);
  expect(humanWeeks).toHaveLength(52);
  expect(humanWeeks?.[0]).toBe(1);
  expect(humanWeeks?.slice(-2)).toEqual([1, 3]);
});

it('knows a person by the handle, also where the address alone is told', () => {
  const { authors } = count([
    aCommit({ handle: undefined, email: 'mira@harbour.example' }),
    aCommit({ handle: 'Mira' }),
    aCommit(),
    aCommit({ handle: undefined, email: undefined }),
  ]);
  expect(authors).toHaveLength(1);
  expect(authors?.[0].commits).toBe(3);
});

it('keeps bots apart', () => {
  const counted = count([
    aCommit({ committedAt: '2026-11-10T08:00:00Z' }),
    aCommit({ isBot: true }),
  ]);
  expect(counted).toMatchObject({
    botCommits: 1,
    lastHumanCommitAt: '2026-11-10T08:00:00.000Z',
  });
  expect(counted.authors).toHaveLength(1);
});

it('leaves off the weeks that were not read in whole', () => {
  const { humanWeeks } = count(
    [aCommit(), aCommit({ committedAt: '2026-11-12T00:00:01Z' })],
    true,
  );
  expect(humanWeeks).toEqual([1]);
});

it('counts 100,000 commits without being held up', () => {
  const commits = Array.from({ length: 100_000 }, (_, i) =>
    aCommit({ handle: `h${i}`, email: `${i}@harbour.example` }),
  );
  const begun = Date.now();
  expect(count(commits).authors).toHaveLength(100_000);
  // A tenth of a second, and hours where each author looks through all the others.
  expect(Date.now() - begun).toBeLessThan(10_000);
});
