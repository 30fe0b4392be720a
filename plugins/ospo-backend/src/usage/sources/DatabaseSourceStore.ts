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
import { raiseGeneration } from '../raiseGeneration';
import { UsageSourceRow } from '../tables';
import { ClaimedSource, SourceOutcome, SourceStore } from './SourceStore';

type ClaimedRow = UsageSourceRow & { entity_ref: string };

export class DatabaseSourceStore implements SourceStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DatabaseSourceStore {
    return new DatabaseSourceStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async claimDue(options: {
    now: string;
    claimedUntil: string;
    limit: number;
    limitPerBudget: number;
  }): Promise<ClaimedSource[]> {
    const { now, claimedUntil, limit, limitPerBudget } = options;
    const ranked = this.#knex('usage_sources')
      .join('usage_entities', 'usage_entities.id', 'usage_sources.entity_id')
      .whereNull('usage_entities.gone_at')
      .where('usage_sources.next_check_at', '<=', now)
      .where(free => isFree(free, now))
      .select('usage_sources.id', 'usage_sources.next_check_at')
      .select(
        this.#knex.raw(
          'row_number() over (partition by usage_sources.budget_key order by usage_sources.next_check_at, usage_sources.id) as place',
        ),
      );
    const due: { id: number }[] = await this.#knex
      .select('id')
      .from(ranked.as('ranked'))
      .where('place', '<=', limitPerBudget)
      .orderBy(['next_check_at', 'id'])
      .limit(limit);
    if (due.length === 0) {
      return [];
    }
    const ids = due.map(row => row.id).sort((a, b) => a - b);
    // Somebody else may have claimed some since, or even read them: both guards are in the statement.
    const won: { id: number }[] = await this.#knex('usage_sources')
      .whereIn('id', ids)
      .where('next_check_at', '<=', now)
      .where(free => isFree(free, now))
      .update({ claimed_until: claimedUntil })
      .returning('id');
    const rows: ClaimedRow[] = await this.#knex('usage_sources')
      .join('usage_entities', 'usage_entities.id', 'usage_sources.entity_id')
      .whereIn(
        'usage_sources.id',
        won.map(row => row.id),
      )
      .orderBy(['usage_sources.next_check_at', 'usage_sources.id'])
      .select('usage_sources.*', 'usage_entities.entity_ref');
    return rows.map(row => fromRow(row, claimedUntil));
  }

  async release(claim: ClaimedSource): Promise<void> {
    await claimed(this.#knex, claim).update({ claimed_until: null });
  }

  async finish(options: {
    claim: ClaimedSource;
    outcome: SourceOutcome;
    now: string;
    nextCheckAt: string;
  }): Promise<boolean> {
    const { claim, outcome, now, nextCheckAt } = options;
    return await this.#knex.transaction(async tx => {
      const written = await claimed(tx, claim).update({
        ...outcomeColumns(outcome, claim, now),
        state: outcome.state,
        checked_at: now,
        next_check_at: nextCheckAt,
        claimed_until: null,
      });
      const isNews =
        (claim.state === 'failed') !== (outcome.state === 'failed');
      if (written === 1 && isNews) {
        // Whether a component's SBOM failed is part of lists and totals.
        await raiseGeneration(tx);
      }
      return written === 1;
    });
  }

  async postpone(budgetKey: string, until: string): Promise<void> {
    await this.#knex('usage_sources')
      .where({ budget_key: budgetKey })
      .where('next_check_at', '<', until)
      .update({ next_check_at: until });
  }
}

function claimed(knex: Knex, claim: ClaimedSource): Knex.QueryBuilder {
  return knex('usage_sources').where({
    id: claim.id,
    claimed_until: claim.claimedUntil,
    // A place that stands for another artefact by now is read anew, whatever came of this reading.
    target: claim.target,
    stream: claim.stream,
  });
}

function isFree(query: Knex.QueryBuilder, now: string): void {
  query
    .whereNull('usage_sources.claimed_until')
    .orWhere('usage_sources.claimed_until', '<=', now);
}

function outcomeColumns(
  outcome: SourceOutcome,
  claim: ClaimedSource,
  now: string,
): Partial<UsageSourceRow> {
  if (outcome.state === 'failed') {
    // The last good state stays, with its age.
    return {
      ...(outcome.keepsEtag ? {} : { etag: null }),
      message: outcome.message,
      findings: JSON.stringify(outcome.findings),
      failures: claim.failures + 1,
    };
  }
  return {
    etag: outcome.etag ?? null,
    message: null,
    findings: '[]',
    failures: 0,
    last_good_at: now,
  };
}

function fromRow(row: ClaimedRow, claimedUntil: string): ClaimedSource {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    source: row.source,
    location: row.location,
    target: row.target,
    stream: row.stream,
    budgetKey: row.budget_key,
    etag: row.etag ?? undefined,
    state: row.state,
    failures: row.failures,
    claimedUntil,
  };
}
