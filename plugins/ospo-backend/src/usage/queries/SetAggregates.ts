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

import { Knex } from 'knex';
import { BoundedCache } from '../../shared/BoundedCache';
import { EntitySet } from '../access/EntitySet';
import { AggregateFilter, computeSetAggregate } from './computeSetAggregate';
import { Generation } from './Generation';
import { SetAggregate } from './SetAggregate';

/** Integers held over all sets: 64 MB. */
const MAX_SIZE = 16_000_000;
const MAX_KEPT_MS = 30_000;
/** Computing that took this long is worth keeping past the next change of the store… */
const DEAR_MS = 200;
/** …for so many times the time it took, so that computing takes at most a small share of a core. */
const KEPT_FACTOR = 10;

/**
 * Aggregates within sets of components, computed when asked for and kept while nothing changed. What took long is kept
 * a little longer, at most 30 s; `asOf` of an answer says how old it is.
 */
export class SetAggregates {
  readonly #knex: Knex;
  readonly #generation: Generation;
  readonly #now: () => Date;
  readonly #kept: BoundedCache<Kept>;
  readonly #underWay = new Map<string, Promise<Kept>>();

  private constructor(options: SetAggregatesOptions) {
    this.#knex = options.knex;
    this.#generation = options.generation;
    this.#now = options.now;
    this.#kept = BoundedCache.create({
      maxSize: MAX_SIZE,
      now: () => options.now().getTime(),
    });
  }

  static create(options: SetAggregatesOptions): SetAggregates {
    return new SetAggregates(options);
  }

  async within(
    set: EntitySet,
    filter: AggregateFilter = {},
  ): Promise<{ aggregate: SetAggregate; asOf: string }> {
    const key = JSON.stringify([
      set.fingerprint,
      [...new Set(filter.relation)].sort(),
      filter.relation !== undefined,
      [...new Set(filter.scope)].sort(),
      filter.scope !== undefined,
      [...new Set(filter.ecosystem)].sort(),
      filter.ecosystem !== undefined,
    ]);
    const generation = await this.#generation.current();
    const kept = this.#kept.get(key);
    if (kept && (kept.generation === generation || this.#isDear(kept))) {
      return kept;
    }
    const flight = `${generation} ${key}`;
    const computed =
      this.#underWay.get(flight) ??
      this.#compute(key, generation, set, filter).finally(() =>
        this.#underWay.delete(flight),
      );
    this.#underWay.set(flight, computed);
    return computed;
  }

  #isDear(kept: Kept): boolean {
    const age = this.#now().getTime() - Date.parse(kept.asOf);
    return (
      kept.tookMs >= DEAR_MS &&
      age < Math.min(MAX_KEPT_MS, kept.tookMs * KEPT_FACTOR)
    );
  }

  async #compute(
    key: string,
    generation: number,
    set: EntitySet,
    filter: AggregateFilter,
  ): Promise<Kept> {
    const start = this.#now();
    const aggregate = await computeSetAggregate(this.#knex, set, filter);
    const kept: Kept = {
      aggregate,
      generation,
      asOf: start.toISOString(),
      tookMs: this.#now().getTime() - start.getTime(),
    };
    this.#kept.set(key, kept, {
      ttlMs: MAX_KEPT_MS,
      size: aggregate.size + 1_000,
    });
    return kept;
  }
}

interface Kept {
  aggregate: SetAggregate;
  generation: number;
  asOf: string;
  tookMs: number;
}

interface SetAggregatesOptions {
  knex: Knex;
  generation: Generation;
  now: () => Date;
}
