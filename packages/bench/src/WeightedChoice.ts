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

/** Draws an index with a given weight, in the time of a binary search. */
export class WeightedChoice {
  readonly #cumulative: Float64Array;
  readonly #total: number;

  private constructor(cumulative: Float64Array, total: number) {
    this.#cumulative = cumulative;
    this.#total = total;
  }

  static create(
    size: number,
    weight: (index: number) => number,
  ): WeightedChoice {
    const cumulative = new Float64Array(size);
    let total = 0;
    for (let index = 0; index < size; index++) {
      total += weight(index);
      cumulative[index] = total;
    }
    return new WeightedChoice(cumulative, total);
  }

  /** The index that a number from 0 up to 1 falls on. */
  at(share: number): number {
    const wanted = share * this.#total;
    let low = 0;
    let high = this.#cumulative.length - 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#cumulative[middle] > wanted) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** Its share of all draws. */
  share(index: number): number {
    const before = index === 0 ? 0 : this.#cumulative[index - 1];
    return (this.#cumulative[index] - before) / this.#total;
  }
}
