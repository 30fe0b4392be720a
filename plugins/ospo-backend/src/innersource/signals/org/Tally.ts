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

/** Numbers about fewer people than that would point at them. */
export const MIN_PEOPLE = 3;

/** A number, and the people that it is about. They go no further than here. */
export class Tally {
  readonly #people = new Set<string>();
  #total = 0;

  add(person: string, amount = 1): void {
    this.#people.add(person);
    this.#total += amount;
  }

  get total(): number {
    return this.#total;
  }

  /** Whether it is about one or two people. */
  get isFew(): boolean {
    return this.#people.size > 0 && this.#people.size < MIN_PEOPLE;
  }

  /** The number as it may be stored: `few` where it is about one or two people. */
  told(): number | 'few' {
    return this.isFew ? 'few' : this.#total;
  }
}
