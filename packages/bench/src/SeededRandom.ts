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

/** The seed that every benchmark starts from, so that two runs see the same data. */
export const BENCH_SEED = 20261123;

/** Numbers that look random and are the same in every run (mulberry32). */
export class SeededRandom {
  #state: number;

  private constructor(seed: number) {
    this.#state = seed % 4_294_967_296;
  }

  static create(seed: number): SeededRandom {
    return new SeededRandom(seed);
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    /* eslint-disable no-bitwise -- mulberry32 is made of them */
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
    /* eslint-enable no-bitwise */
  }

  /** A whole number from 0 up to, not including, `bound`. */
  below(bound: number): number {
    return Math.floor(this.next() * bound);
  }

  /** Normally distributed, mean 0 and deviation 1. */
  normal(): number {
    // log(0) is minus infinity, and next() may be 0.
    const u = 1 - this.next();
    return Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * this.next());
  }
}
