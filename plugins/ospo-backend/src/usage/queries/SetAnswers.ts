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
import { EntitySet } from '../access/EntitySet';
import { Generation } from './Generation';

const MAX_KEPT_MS = 30_000;
/** Computing that took this long is worth keeping past the next change of the store… */
const DEAR_MS = 200;
/** …for so many times the time it took, so that computing takes at most a small share of a core. */
const KEPT_FACTOR = 10;

/** What was computed, and when it was begun. */
export interface SetAnswer<T> {
  value: T;
  asOf: string;
}

/**
 * Answers within sets of components, computed when asked for and kept while nothing changed; who asks meanwhile waits
 * for the same computation. What took long is kept a little longer, at most 30 s; `asOf` of an answer says how old it
 * is.
 */
export class SetAnswers<T> {
  readonly #generation: Generation;
  readonly #now: () => Date;
  readonly #kept: BoundedCache<Kept<T>>;
  readonly #underWay = new Map<string, Promise<Kept<T>>>();

  private constructor(options: SetAnswersOptions) {
    this.#generation = options.generation;
    this.#now = options.now;
    this.#kept = BoundedCache.create({
      maxSize: options.maxSize,
      now: () => options.now().getTime(),
    });
  }

  /** `maxSize` is in the unit that `sizeOf` measures answers in. */
  static create<T>(options: SetAnswersOptions): SetAnswers<T> {
    return new SetAnswers(options);
  }

  /** `question` tells apart what else the answer depends on. */
  async get(options: {
    set: EntitySet;
    question?: string;
    compute: () => Promise<T>;
    sizeOf: (value: T) => number;
  }): Promise<SetAnswer<T>> {
    const key = `${options.set.fingerprint} ${options.question ?? ''}`;
    const generation = await this.#generation.current();
    const kept = this.#kept.get(key);
    if (kept && (kept.generation === generation || this.#isDear(kept))) {
      return kept;
    }
    const flight = `${generation} ${key}`;
    const computed =
      this.#underWay.get(flight) ??
      this.#compute(key, generation, options).finally(() =>
        this.#underWay.delete(flight),
      );
    this.#underWay.set(flight, computed);
    return computed;
  }

  #isDear(kept: Kept<T>): boolean {
    const age = this.#now().getTime() - Date.parse(kept.asOf);
    return (
      kept.tookMs >= DEAR_MS &&
      age < Math.min(MAX_KEPT_MS, kept.tookMs * KEPT_FACTOR)
    );
  }

  async #compute(
    key: string,
    generation: number,
    options: { compute: () => Promise<T>; sizeOf: (value: T) => number },
  ): Promise<Kept<T>> {
    const start = this.#now();
    const value = await options.compute();
    const kept: Kept<T> = {
      value,
      generation,
      asOf: start.toISOString(),
      tookMs: this.#now().getTime() - start.getTime(),
    };
    this.#kept.set(key, kept, {
      ttlMs: MAX_KEPT_MS,
      size: options.sizeOf(value),
    });
    return kept;
  }
}

interface Kept<T> extends SetAnswer<T> {
  generation: number;
  tookMs: number;
}

interface SetAnswersOptions {
  generation: Generation;
  now: () => Date;
  maxSize: number;
}
