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

import { BoundedCache } from './BoundedCache';

/** Rows by their key that hardly ever change: what is missing is read in one go, and kept. */
export class LoadingCache<K extends string | number, V> {
  readonly #load: (keys: K[]) => Promise<Map<K, V>>;
  readonly #maxSize: number;
  readonly #ttlMs: number;
  readonly #now: () => number;
  #kept: BoundedCache<V, K>;

  private constructor(options: LoadingCacheOptions<K, V>) {
    this.#load = options.load;
    this.#maxSize = options.maxSize;
    this.#ttlMs = options.ttlMs;
    this.#now = options.now;
    this.#kept = BoundedCache.create(options);
  }

  static create<K extends string | number, V>(
    options: LoadingCacheOptions<K, V>,
  ): LoadingCache<K, V> {
    return new LoadingCache(options);
  }

  /** What there is of these keys; what there is not is asked for again the next time. */
  async get(keys: Iterable<K>): Promise<Map<K, V>> {
    const found = new Map<K, V>();
    const missing = new Set<K>();
    for (const key of keys) {
      if (!found.has(key)) {
        const value = this.#kept.get(key);
        if (value === undefined) {
          missing.add(key);
        } else {
          found.set(key, value);
        }
      }
    }
    if (missing.size > 0) {
      const kept = this.#kept;
      for (const [key, value] of await this.#load([...missing])) {
        found.set(key, value);
        kept.set(key, value, { ttlMs: this.#ttlMs });
      }
    }
    return found;
  }

  clear(): void {
    this.#kept = BoundedCache.create({
      maxSize: this.#maxSize,
      now: this.#now,
    });
  }
}

interface LoadingCacheOptions<K, V> {
  load: (keys: K[]) => Promise<Map<K, V>>;
  maxSize: number;
  ttlMs: number;
  now: () => number;
}
