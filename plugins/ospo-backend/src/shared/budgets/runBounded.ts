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

/**
 * Runs `work` on every item, so many at once, and of each group so many at once. Items of a group that is full wait
 * while others go ahead. Rejects after all have ended, with the first error.
 */
export async function runBounded<T>(options: {
  items: readonly T[];
  groupOf: (item: T) => string;
  atOnce: number;
  atOncePerGroup: number;
  work: (item: T) => Promise<void>;
}): Promise<void> {
  const { items, groupOf, atOnce, atOncePerGroup, work } = options;
  const waiting = [...items];
  const running = new Map<string, number>();
  const inFlight = new Set<Promise<void>>();
  const errors: unknown[] = [];

  const start = (item: T) => {
    const group = groupOf(item);
    running.set(group, (running.get(group) ?? 0) + 1);
    const done = work(item)
      .catch(error => {
        errors.push(error);
      })
      .finally(() => {
        running.set(group, (running.get(group) ?? 1) - 1);
        inFlight.delete(done);
      });
    inFlight.add(done);
  };

  while (waiting.length > 0 || inFlight.size > 0) {
    const next =
      inFlight.size < atOnce
        ? waiting.findIndex(
            item => (running.get(groupOf(item)) ?? 0) < atOncePerGroup,
          )
        : -1;
    if (next >= 0) {
      waiting.splice(next, 1).forEach(start);
    } else {
      await Promise.race(inFlight);
    }
  }
  if (errors.length > 0) {
    throw errors[0];
  }
}
