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

import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { Portal, refOf } from '../__testUtils__/Portal';
import { EntitySet } from '../access/EntitySet';
import { UsageQueries } from './UsageQueries';

jest.setTimeout(60_000);

const SEEN = {
  a: ['p1@1', 'p2@1', 'p3@1', 'popular@1', 'own@1'],
  c: ['p1@1', 'p2@1', 'p3@1', 'popular@1'],
  d: ['p2@1'],
};

/** How many use a package before it says nothing of what a component is for. */
const MANY = 50;

describe.each(everyDatabase)('similar components, %s', (_n, createDatabase) => {
  /** What is similar to `a`, for a caller that sees these and nothing of what is hidden. */
  async function similarTo(
    names: (keyof typeof SEEN)[],
    hidden: string[][],
    visible: 'all' | 'some' = 'some',
  ) {
    const portal = await Portal.create(createDatabase);
    const ids: number[] = [];
    // They come first, so that their packages do as well.
    for (const [index, packages] of hidden.entries()) {
      await portal.add(`hidden-${index}`, packages);
    }
    for (const name of names) {
      ids.push(await portal.add(name, SEEN[name], { title: name }));
    }
    const queries = UsageQueries.create({
      knex: portal.knex,
      now: () => portal.harness.now,
      staleAfterMs: 1,
    });
    const set = visible === 'all' ? undefined : EntitySet.of(ids);
    const found = await queries.findComponent(refOf('a'), set);
    if (!found) {
      throw new Error("'a' is not there");
    }
    return JSON.stringify(await queries.similarComponents(found, set));
  }

  it('names the rarest shared packages first, and how many were compared', async () => {
    expect(JSON.parse(await similarTo(['a', 'c', 'd'], []))).toEqual([
      {
        entityRef: 'component:default/c',
        title: 'c',
        shared: 4,
        compared: 4,
        packages: ['p1', 'p3', 'popular', 'p2'],
      },
      {
        entityRef: 'component:default/d',
        title: 'd',
        shared: 1,
        compared: 4,
        packages: ['p2'],
      },
    ]);
  });

  it.each<[string, string[][]]>([
    ['shares a package', [['p2@1']]],
    ['uses what is used once otherwise', [['own@1']]],
    ['had one of the packages first', [['p3@1', 'p1@1']]],
    [
      'are many',
      Array.from({ length: MANY }, () => ['popular@1', 'p3@1', 'other@1']),
    ],
  ])(
    'gives byte for byte the same where a hidden component %s',
    async (_case, hidden) => {
      expect(await similarTo(['a', 'c'], hidden)).toBe(
        await similarTo(['a', 'c'], []),
      );
    },
  );

  it('gives the same to those who see everything, from the summaries, and from a count within everything', async () => {
    expect(await similarTo(['a', 'c', 'd'], [], 'all')).toBe(
      await similarTo(['a', 'c', 'd'], []),
    );
  });
});
