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
  CompetencySpeed,
  Precedent,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { OfficeCaller } from '../access';
import { CompetencyHistory, ProviderWork } from '../competencies';
import { groupBy } from '../shared/groupBy';
import { median } from './store/median';
import { PrecedentRow, toPrecedent } from './store/precedentRows';

const DAY_MS = 86_400_000;

export interface RequestHistoryOptions {
  knex: Knex;
  hoursPerWorkItem: number;
  now: () => Date;
}

/** What requests tell of competencies and of those who provide them. */
export class RequestHistory implements CompetencyHistory {
  readonly #options: RequestHistoryOptions;

  private constructor(options: RequestHistoryOptions) {
    this.#options = options;
  }

  static create(options: RequestHistoryOptions): RequestHistory {
    return new RequestHistory(options);
  }

  async speedOf(
    competencyRefs: readonly string[],
  ): Promise<ReadonlyMap<string, CompetencySpeed>> {
    const since = this.#daysAgo(365);
    const rows: { ref: string; ack: number | null; done: number | null }[] =
      await this.#options
        .knex('request_work_items as w')
        .join('requests as r', 'r.id', 'w.request_id')
        .whereIn('w.competency_ref', [...competencyRefs])
        .where('w.done_at', '>=', since)
        // Everybody reads this: one that is confidential would show in it, with the hours that it took.
        .where('r.confidentiality', 'internal')
        .select({
          ref: 'w.competency_ref',
          ack: 'w.ack_hours',
          done: 'w.done_hours',
        });
    const byCompetency = groupBy(rows, ({ ref }) => ref);
    return new Map(
      competencyRefs.map(ref => {
        const of = byCompetency.get(ref) ?? [];
        const known = (values: (number | null)[]) =>
          values.filter(value => value !== null);
        return [
          ref,
          {
            n: of.length,
            medianAckHours: median(known(of.map(({ ack }) => ack))),
            medianDoneHours: median(known(of.map(({ done }) => done))),
            since,
          },
        ];
      }),
    );
  }

  async precedentsOf(
    competencyRefs: readonly string[],
    caller: OfficeCaller,
  ): Promise<ReadonlyMap<string, number>> {
    const today = this.#options.now().toISOString().slice(0, 10);
    const counts = new Map<string, number>();
    for (const ref of competencyRefs) {
      const rows: PrecedentRow[] = await this.#options
        .knex('request_precedents')
        .where('competencies', 'like', `%,${ref},%`)
        .where(valid =>
          valid.whereNull('valid_until').orWhere('valid_until', '>=', today),
        )
        .limit(1_000);
      const found = rows.map(row =>
        toPrecedent(row, { today, expiringFrom: today }),
      );
      counts.set(ref, await countVisible(found, caller));
    }
    return counts;
  }

  async openWork(): Promise<ReadonlyMap<string, ProviderWork>> {
    const { knex, hoursPerWorkItem } = this.#options;
    const open: { ref: string; n: number | string }[] = await knex(
      'request_work_items',
    )
      .whereRaw('is_active')
      .whereNotNull('provider_ref')
      .groupBy('provider_ref')
      .select('provider_ref as ref', knex.raw('count(*) as n'));
    const done: {
      ref: string;
      hours: number | string;
      estimated: number | string;
    }[] = await knex('request_work_items')
      .where('done_at', '>=', this.#daysAgo(30))
      .whereNotNull('provider_ref')
      .groupBy('provider_ref')
      .select(
        'provider_ref as ref',
        // As routing counts them: hours that nobody reported are unknown, and not none.
        knex.raw('sum(coalesce(hours, ?)) as hours', [hoursPerWorkItem]),
        knex.raw('sum(case when hours is null then 1 else 0 end) as estimated'),
      );
    const openOf = new Map(open.map(({ ref, n }) => [ref, Number(n)]));
    const doneOf = new Map(done.map(row => [row.ref, row]));
    return new Map(
      [...new Set([...openOf.keys(), ...doneOf.keys()])].map(ref => {
        const openWorkItems = openOf.get(ref) ?? 0;
        const { hours = 0, estimated = 0 } = doneOf.get(ref) ?? {};
        return [
          ref,
          {
            openWorkItems,
            openHours: openWorkItems * hoursPerWorkItem,
            doneHours: Number(hours),
            doneEstimated: Number(estimated),
          },
        ];
      }),
    );
  }

  #daysAgo(days: number): string {
    return new Date(
      this.#options.now().getTime() - days * DAY_MS,
    ).toISOString();
  }
}

/** Those about what the catalog shows them. */
async function countVisible(
  precedents: readonly Precedent[],
  caller: OfficeCaller,
): Promise<number> {
  const refs = precedents.flatMap(({ subject }) =>
    subject.entityRef ? [subject.entityRef] : [],
  );
  const visible =
    refs.length > 0 ? await caller.visibleRefs(refs) : new Set<string>();
  return precedents.filter(
    ({ subject: { entityRef } }) =>
      entityRef === undefined || visible.has(entityRef),
  ).length;
}
