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

import { BoundedCache } from '../../shared/BoundedCache';
import { Generation } from './Generation';

const MAX_KEPT = 200;
const KEPT_MS = 10_000;

/**
 * Answers that are the same for everybody who sees everything, kept until something changes. `asOf` in them says when
 * they were computed; what depends on the day is at most seconds late.
 */
export class GenerationCache {
  readonly #generation: Generation;
  readonly #kept: BoundedCache<Promise<unknown>>;

  private constructor(options: { generation: Generation; now: () => number }) {
    this.#generation = options.generation;
    this.#kept = BoundedCache.create({ maxSize: MAX_KEPT, now: options.now });
  }

  static create(options: {
    generation: Generation;
    now: () => number;
  }): GenerationCache {
    return new GenerationCache(options);
  }

  /** `name` stands for one question, whose answer always has the same type. */
  async get<T>(name: string, compute: () => Promise<T>): Promise<T> {
    const key = `${await this.#generation.current()} ${name}`;
    const kept = this.#kept.get(key);
    if (kept) {
      // What is kept under a name was computed by the same question.
      return kept as Promise<T>;
    }
    const computed = compute();
    this.#kept.set(key, computed, { ttlMs: KEPT_MS });
    computed.catch(() => this.#kept.delete(key));
    return computed;
  }
}
