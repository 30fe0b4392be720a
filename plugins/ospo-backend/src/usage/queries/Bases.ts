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

import {
  UsageBasis,
  UsagePage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { BoundedCache } from '../../shared/BoundedCache';
import { EntitySet } from '../access/EntitySet';
import { readBasis } from './basis';
import { Generation } from './Generation';
import { QueryContext } from './QueryContext';
import { UsageRows } from './UsageRows';

const MAX_KEPT = 500;
const KEPT_MS = 10_000;

/** What numbers rest on, counted once a generation for those who see the same. */
export class Bases {
  readonly #context: QueryContext;
  readonly #generation: Generation;
  readonly #kept: BoundedCache<UsageBasis>;

  private constructor(context: QueryContext, generation: Generation) {
    this.#context = context;
    this.#generation = generation;
    this.#kept = BoundedCache.create({
      maxSize: MAX_KEPT,
      now: () => context.now().getTime(),
    });
  }

  static create(context: QueryContext, generation: Generation): Bases {
    return new Bases(context, generation);
  }

  async of(visible: EntitySet | undefined): Promise<UsageBasis> {
    const generation = await this.#generation.current();
    const key = `${generation} ${visible?.fingerprint ?? 'all'}`;
    const kept = this.#kept.get(key);
    const asOf = this.#context.now().toISOString();
    if (kept) {
      return { ...kept, asOf };
    }
    const basis = await readBasis(this.#context, visible);
    this.#kept.set(key, basis, { ttlMs: KEPT_MS });
    return basis;
  }

  /** Completes a page with what its numbers rest on. */
  async page<T>(
    visible: EntitySet | undefined,
    rows: Promise<UsageRows<T>>,
  ): Promise<UsagePage<T>> {
    const [{ asOf, ...page }, basis] = await Promise.all([
      rows,
      this.of(visible),
    ]);
    return { ...page, basis: { ...basis, asOf: asOf ?? basis.asOf } };
  }
}
