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

export interface Rounds {
  /** Rounds in all, those that are dropped among them. */
  rounds: number;
  /** First rounds, in which caches and compilers warm up. */
  dropped: number;
}

export const FULL_ROUNDS: Rounds = { rounds: 9, dropped: 2 };
export const REDUCED_ROUNDS: Rounds = { rounds: 5, dropped: 1 };

/**
 * Measures several contenders in turns, A-B-C-A-B-C, so that whatever else the machine does hits all of them alike.
 * Gives for each the values that it returned, a round each, without the first ones.
 */
export async function interleave<Name extends string>(
  contenders: Record<Name, () => number | Promise<number>>,
  options: Rounds,
): Promise<Record<Name, number[]>> {
  if (options.rounds <= options.dropped) {
    throw new Error(
      `Of ${options.rounds} rounds, ${options.dropped} cannot be dropped`,
    );
  }
  // Object.keys forgets the type of the keys.
  const names = Object.keys(contenders) as Name[];
  const samples = new Map(names.map(name => [name, [] as number[]]));
  for (let round = 0; round < options.rounds; round++) {
    for (const name of names) {
      const value = await contenders[name]();
      if (!Number.isFinite(value)) {
        throw new Error(`'${name}' returned ${value} for a measurement`);
      }
      if (round >= options.dropped) {
        samples.get(name)?.push(value);
      }
    }
  }
  // Every name was put into the map above.
  return Object.fromEntries(samples) as Record<Name, number[]>;
}

/** Milliseconds that a piece of work took. */
export async function timed(
  work: () => unknown | Promise<unknown>,
): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

/** Milliseconds of each of several calls, one after the other. */
export async function timedEach(
  calls: number,
  work: (index: number) => unknown | Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < calls; index++) {
    const since = performance.now();
    await work(index);
    times.push(performance.now() - since);
  }
  return times;
}
