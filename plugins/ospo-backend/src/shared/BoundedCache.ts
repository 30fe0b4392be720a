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
 * A small cache that drops what was used least recently once it holds more than its share, and whatever is too old.
 */
export class BoundedCache<V> {
  readonly #entries = new Map<
    string,
    { value: V; size: number; until: number }
  >();
  readonly #maxSize: number;
  readonly #now: () => number;
  #size = 0;

  private constructor(options: { maxSize: number; now: () => number }) {
    this.#maxSize = options.maxSize;
    this.#now = options.now;
  }

  /** `maxSize` is in whatever unit the sizes given to `set` have; each entry counts 1 by default. */
  static create<V>(options: {
    maxSize: number;
    now: () => number;
  }): BoundedCache<V> {
    return new BoundedCache(options);
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (!entry) {
      return undefined;
    }
    this.#entries.delete(key);
    if (entry.until <= this.#now()) {
      this.#size -= entry.size;
      return undefined;
    }
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: V, options: { ttlMs: number; size?: number }): void {
    this.delete(key);
    const size = options.size ?? 1;
    this.#entries.set(key, { value, size, until: this.#now() + options.ttlMs });
    this.#size += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#maxSize) {
        break;
      }
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry) {
      this.#entries.delete(key);
      this.#size -= entry.size;
    }
  }
}
