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

import { createDeferred } from '@backstage/types';
import { runBounded } from './runBounded';

it('keeps to both bounds, and lets others go ahead of a full group', async () => {
  const gates = new Map<string, ReturnType<typeof createDeferred>>();
  const started: string[] = [];
  const done = runBounded({
    items: ['a1', 'a2', 'a3', 'b1', 'c1'],
    groupOf: item => item[0],
    atOnce: 3,
    atOncePerGroup: 2,
    work: async item => {
      started.push(item);
      const gate = createDeferred();
      gates.set(item, gate);
      await gate;
    },
  });

  expect(started).toEqual(['a1', 'a2', 'b1']);
  gates.get('b1')?.resolve(undefined);
  await new Promise(setImmediate);
  expect(started).toEqual(['a1', 'a2', 'b1', 'c1']);
  gates.get('a1')?.resolve(undefined);
  await new Promise(setImmediate);
  expect(started).toEqual(['a1', 'a2', 'b1', 'c1', 'a3']);
  for (const gate of gates.values()) {
    gate.resolve(undefined);
  }
  await done;
});

it('goes on after an error, and tells the first at the end', async () => {
  const ended: number[] = [];
  await expect(
    runBounded({
      items: [1, 2, 3],
      groupOf: () => '',
      atOnce: 1,
      atOncePerGroup: 1,
      work: async item => {
        ended.push(item);
        throw new Error(`item ${item}`);
      },
    }),
  ).rejects.toThrow('item 1');
  expect(ended).toEqual([1, 2, 3]);
});

it('ends at once when there is nothing to do', async () => {
  await runBounded({
    items: [],
    groupOf: () => '',
    atOnce: 1,
    atOncePerGroup: 1,
    work: () => Promise.reject(new Error('never')),
  });
  expect.assertions(0);
});
