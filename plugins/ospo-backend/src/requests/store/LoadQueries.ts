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
import { ProviderLoad } from '../routing/RoutingContext';

/** Refs in one statement; SQLite takes 32,766 parameters, and PostgreSQL plans long lists slowly. */
const CHUNK = 5_000;

/** How busy providers are, from the work items. */
export class LoadQueries {
  readonly #knex: Knex;
  readonly #hoursPerWorkItem: number;

  private constructor(options: { knex: Knex; hoursPerWorkItem: number }) {
    this.#knex = options.knex;
    this.#hoursPerWorkItem = options.hoursPerWorkItem;
  }

  static create(options: {
    knex: Knex;
    hoursPerWorkItem: number;
  }): LoadQueries {
    return new LoadQueries(options);
  }

  /** Of these providers; those without any work are left out. */
  async of(
    refs: readonly string[],
    now: string,
  ): Promise<ReadonlyMap<string, ProviderLoad>> {
    const loads = new Map<string, ProviderLoad>();
    for (let start = 0; start < refs.length; start += CHUNK) {
      const some = refs.slice(start, start + CHUNK);
      const [open, hours, asked] = await Promise.all([
        this.#open(some),
        this.#hours(some, `${now.slice(0, 7)}-01T00:00:00.000Z`),
        this.#asked(some),
      ]);
      for (const ref of new Set([
        ...open.keys(),
        ...hours.keys(),
        ...asked.keys(),
      ])) {
        loads.set(ref, {
          open: open.get(ref) ?? 0,
          hoursThisMonth: hours.get(ref) ?? 0,
          lastAskedAt: asked.get(ref),
        });
      }
    }
    return loads;
  }

  async #open(refs: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.#knex('request_work_items')
      .whereRaw('is_active')
      .whereIn('provider_ref', [...refs])
      .groupBy('provider_ref')
      .select<{ ref: string; value: number | string }[]>(
        'provider_ref as ref',
        this.#knex.raw('count(*) as value'),
      );
    return new Map(rows.map(row => [row.ref, Number(row.value)]));
  }

  async #hours(
    refs: readonly string[],
    since: string,
  ): Promise<Map<string, number>> {
    const rows = await this.#knex('request_work_items')
      .whereIn('provider_ref', [...refs])
      .where('done_at', '>=', since)
      .groupBy('provider_ref')
      .select<{ ref: string; value: number }[]>(
        'provider_ref as ref',
        this.#knex.raw('sum(coalesce(hours, ?)) as value', [
          this.#hoursPerWorkItem,
        ]),
      );
    return new Map(rows.map(row => [row.ref, Number(row.value)]));
  }

  async #asked(refs: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.#knex('request_tries')
      .whereIn('provider_ref', [...refs])
      .groupBy('provider_ref')
      .select<{ ref: string; value: string }[]>(
        'provider_ref as ref',
        this.#knex.raw('max(asked_at) as value'),
      );
    return new Map(rows.map(row => [row.ref, row.value]));
  }
}
