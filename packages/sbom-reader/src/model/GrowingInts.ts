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

/** A list of 32-bit integers that grows, without an object for each. */
export class GrowingInts {
  #values: Int32Array = new Int32Array(1024);
  #length = 0;

  /** The list with these values. */
  static of(values: Int32Array): GrowingInts {
    const list = new GrowingInts();
    list.#values = values;
    list.#length = values.length;
    return list;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Int32Array(Math.max(1024, this.#length * 2));
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#values[index];
  }

  get length(): number {
    return this.#length;
  }

  /** A view of the values; it is stale after the next `push`. */
  view(): Int32Array {
    return this.#values.subarray(0, this.#length);
  }
}
