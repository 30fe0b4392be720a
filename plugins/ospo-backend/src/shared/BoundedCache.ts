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
 * A small cache that drops what was not used lately once it holds more than its share, and whatever is too old. Reading
 * only leaves a mark, because moving an entry to the end each time costs more than what is kept is often worth.
 */
export class BoundedCache<V, K extends string | number = string> {
  readonly #entries = new Map<
    K,
    { value: V; size: number; until: number; isUsed: boolean }
  >();
  readonly #maxSize: number;
  readonly #now: () => number;
  #size = 0;

  private constructor(options: { maxSize: number; now: () => number }) {
    this.#maxSize = options.maxSize;
    this.#now = options.now;
  }

  /** `maxSize` is in whatever unit the sizes given to `set` have; each entry counts 1 by default. */
  static create<V, K extends string | number = string>(options: {
    maxSize: number;
    now: () => number;
  }): BoundedCache<V, K> {
    return new BoundedCache(options);
  }

  get(key: K): V | undefined {
    const entry = this.#entries.get(key);
    if (!entry) {
      return undefined;
    }
    if (entry.until <= this.#now()) {
      this.delete(key);
      return undefined;
    }
    entry.isUsed = true;
    return entry.value;
  }

  set(key: K, value: V, options: { ttlMs: number; size?: number }): void {
    this.delete(key);
    const size = options.size ?? 1;
    this.#makeRoom(size);
    if (size > this.#maxSize) {
      return;
    }
    this.#entries.set(key, {
      ...{ value, size, until: this.#now() + options.ttlMs },
      isUsed: false,
    });
    this.#size += size;
  }

  delete(key: K): void {
    const entry = this.#entries.get(key);
    if (entry) {
      this.#entries.delete(key);
      this.#size -= entry.size;
    }
  }

  #makeRoom(size: number): void {
    // What is moved to the end comes by once more, without its mark.
    for (const [oldest, entry] of this.#entries) {
      if (this.#size + size <= this.#maxSize) {
        return;
      }
      if (entry.isUsed) {
        entry.isUsed = false;
        this.#entries.delete(oldest);
        this.#entries.set(oldest, entry);
      } else {
        this.delete(oldest);
      }
    }
  }
}
