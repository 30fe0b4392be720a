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

import { createHash } from 'node:crypto';

/** A set of `usage_entities.id`, kept as sorted integers: four bytes an entity. */
export class EntitySet {
  readonly ids: Int32Array;
  /** Equal for equal sets, and tells nothing about their members. */
  readonly fingerprint: string;

  private constructor(ids: Int32Array) {
    this.ids = ids;
    this.fingerprint = createHash('sha256')
      .update(new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength))
      .digest('base64url')
      .slice(0, 22);
  }

  static of(ids: Iterable<number>): EntitySet {
    return new EntitySet(Int32Array.from(new Set(ids)).sort());
  }

  get size(): number {
    return this.ids.length;
  }

  has(id: number): boolean {
    let low = 0;
    let high = this.ids.length - 1;
    while (low <= high) {
      const middle = Math.floor((low + high) / 2);
      const found = this.ids[middle];
      if (found === id) {
        return true;
      }
      if (found < id) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return false;
  }

  /** Those of `ids` that are in this set. */
  intersect(ids: Iterable<number>): EntitySet {
    return EntitySet.of([...ids].filter(id => this.has(id)));
  }
}
