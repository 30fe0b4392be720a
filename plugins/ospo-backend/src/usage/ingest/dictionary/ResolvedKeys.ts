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

import { RecentMap } from '../RecentMap';

/** Ids of things of one kind: what the cache knew, and what was resolved in this transaction. */
export class ResolvedKeys<Thing, Id> {
  readonly #keyOf: (thing: Thing) => string;
  readonly #cache: RecentMap<string, Id>;
  readonly #found = new Map<string, Id>();
  readonly #missing = new Map<string, Thing>();

  constructor(options: {
    keyOf: (thing: Thing) => string;
    cache: RecentMap<string, Id>;
    things: Iterable<Thing>;
  }) {
    this.#keyOf = options.keyOf;
    this.#cache = options.cache;
    for (const thing of options.things) {
      const key = this.#keyOf(thing);
      if (this.#found.has(key) || this.#missing.has(key)) {
        continue;
      }
      const id = this.#cache.get(key);
      if (id === undefined) {
        this.#missing.set(key, thing);
      } else {
        this.#found.set(key, id);
      }
    }
  }

  /** Things that the cache did not know, each once. */
  get missing(): Thing[] {
    return [...this.#missing.values()];
  }

  add(thing: Thing, id: Id): void {
    this.#found.set(this.#keyOf(thing), id);
  }

  get(thing: Thing): Id {
    const id = this.#found.get(this.#keyOf(thing));
    if (id === undefined) {
      throw new Error(`No id was resolved for '${this.#keyOf(thing)}'`);
    }
    return id;
  }

  /** Puts what was resolved into the cache; to be called after the commit. */
  remember(): void {
    for (const key of this.#missing.keys()) {
      const id = this.#found.get(key);
      if (id !== undefined) {
        this.#cache.set(key, id);
      }
    }
  }
}

/** By code unit, so that every replica sorts alike, and takes locks in the same order. */
export function byKey<T>(keyOf: (item: T) => string): (a: T, b: T) => number {
  return (a, b) => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === right) {
      return 0;
    }
    return left < right ? -1 : 1;
  };
}
