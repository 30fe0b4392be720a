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

import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { SignalsTarget } from '../../SignalsReader';
import { putTarget } from './putTarget';
import { SignalsGeneration } from './SignalsGeneration';
import { fromRow, nextRevision, SignalsRow, toUpdate } from './signalsRows';
import {
  ClaimedProject,
  SignalsChange,
  SignalsRecord,
  SignalsStore,
} from './SignalsStore';

/** Rows looked up in one statement. */
const BATCH = 500;
const MAX_TRIES = 20;

export class DatabaseSignalsStore implements SignalsStore {
  readonly #knex: Knex;
  readonly #generation: SignalsGeneration;
  /** What this instance has read already; only what has changed since is read again. */
  #cache:
    | {
        generation: number;
        removals: number;
        records: Map<string, SignalsRecord>;
      }
    | undefined;

  static create(options: { knex: Knex }): DatabaseSignalsStore {
    return new DatabaseSignalsStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.#generation = SignalsGeneration.create({ knex });
  }

  async stamp(): Promise<string> {
    const { generation, removals } = await this.#generation.read();
    return `${generation}.${removals}`;
  }

  async readAll(): Promise<Map<string, SignalsRecord>> {
    const now = await this.#generation.read();
    const known =
      this.#cache?.removals === now.removals ? this.#cache : undefined;
    const rows: SignalsRow[] = await this.#knex('innersource_signals')
      .where('generation', '>', known?.generation ?? -1)
      .select('*');
    const records = new Map(known?.records);
    for (const row of rows) {
      records.set(row.entity_ref, fromRow(row));
    }
    this.#cache = { ...now, records };
    return new Map(records);
  }

  async read(ref: string): Promise<SignalsRecord | undefined> {
    const row = await this.#row(ref);
    return row && fromRow(row);
  }

  async putTargets(
    targets: readonly { target: SignalsTarget; budgetKey: string }[],
    now: string,
  ): Promise<void> {
    const known = new Map<string, Pick<SignalsRow, 'target' | 'budget_key'>>();
    for (let start = 0; start < targets.length; start += BATCH) {
      const rows: Pick<SignalsRow, 'entity_ref' | 'target' | 'budget_key'>[] =
        await this.#knex('innersource_signals')
          .whereIn(
            'entity_ref',
            targets.slice(start, start + BATCH).map(({ target }) => target.ref),
          )
          .select('entity_ref', 'target', 'budget_key');
      rows.forEach(row => known.set(row.entity_ref, row));
    }
    const changed = targets.filter(
      ({ target }) => known.get(target.ref)?.target !== JSON.stringify(target),
    );
    if (changed.length === 0) {
      return;
    }
    await this.#generation.raise(async (tx, generation) => {
      for (const { target, budgetKey } of changed) {
        await putTarget(tx, { target, budgetKey, generation, now });
      }
    });
  }

  async keepOnly(refs: ReadonlySet<string>): Promise<void> {
    const stored: string[] = await this.#knex('innersource_signals').pluck(
      'entity_ref',
    );
    const gone = stored.filter(ref => !refs.has(ref));
    if (gone.length === 0) {
      return;
    }
    await this.#generation.raise(
      async tx => {
        for (let start = 0; start < gone.length; start += BATCH) {
          await tx('innersource_signals')
            .whereIn('entity_ref', gone.slice(start, start + BATCH))
            .delete();
        }
      },
      { removals: true },
    );
  }

  async claimDue(options: {
    now: string;
    claimedUntil: string;
    limit: number;
    limitPerBudget: number;
  }): Promise<ClaimedProject[]> {
    const { now, claimedUntil, limit, limitPerBudget } = options;
    const order = "coalesce(checked_at, ''), entity_ref";
    const ranked = this.#knex('innersource_signals')
      .where('next_at', '<=', now)
      .where(free => isFree(free, now))
      .select('entity_ref', 'checked_at')
      .select(
        this.#knex.raw(
          `row_number() over (partition by budget_key order by ${order}) as place`,
        ),
      );
    const due: { entity_ref: string }[] = await this.#knex
      .select('entity_ref')
      .from(ranked.as('ranked'))
      .where('place', '<=', limitPerBudget)
      .orderByRaw(order)
      .limit(limit);
    const refs = due.map(row => row.entity_ref);
    // Somebody else may have read some since: what is not due any more is not read again.
    const won = await this.#claimFree(refs, now, claimedUntil, still =>
      still.where('next_at', '<=', now),
    );
    return refs.flatMap(ref => won.get(ref) ?? []);
  }

  async claim(options: {
    ref: string;
    now: string;
    claimedUntil: string;
  }): Promise<ClaimedProject | undefined> {
    const { ref, now, claimedUntil } = options;
    return (await this.#claimFree([ref], now, claimedUntil)).get(ref);
  }

  async release(claim: ClaimedProject): Promise<void> {
    await this.#knex('innersource_signals')
      .where({
        entity_ref: claim.target.ref,
        claimed_until: claim.claimedUntil,
      })
      .update({ claimed_until: null });
  }

  async finish(
    claim: ClaimedProject,
    change: (record: SignalsRecord) => SignalsChange,
  ): Promise<boolean> {
    return await this.#change(claim.target.ref, change, claim);
  }

  async change(
    ref: string,
    change: (record: SignalsRecord) => SignalsChange,
  ): Promise<boolean> {
    return await this.#change(ref, change);
  }

  async postpone(budgetKey: string, until: string): Promise<void> {
    await this.#knex('innersource_signals')
      .where({ budget_key: budgetKey })
      .where('next_at', '<', until)
      .update({ next_at: until });
  }

  /** Somebody else may have claimed some meanwhile: the guard is in the statement. */
  async #claimFree(
    refs: string[],
    now: string,
    claimedUntil: string,
    condition: Knex.QueryCallback = () => {},
  ): Promise<Map<string, ClaimedProject>> {
    if (refs.length === 0) {
      return new Map();
    }
    const rows: SignalsRow[] = await this.#knex('innersource_signals')
      .whereIn('entity_ref', refs)
      .where(free => isFree(free, now))
      .where(condition)
      .update({ claimed_until: claimedUntil })
      .returning('*');
    return new Map(
      rows.map(row => [
        row.entity_ref,
        { ...fromRow(row), budgetKey: row.budget_key, claimedUntil },
      ]),
    );
  }

  /** Reads, decides, and writes only if nobody else has written meanwhile; else begins again. */
  async #change(
    ref: string,
    change: (record: SignalsRecord) => SignalsChange,
    claim?: ClaimedProject,
  ): Promise<boolean> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const row = await this.#row(ref);
      if (!row || (claim && row.claimed_until !== claim.claimedUntil)) {
        return false;
      }
      const update = toUpdate(change(fromRow(row)));
      const written = await this.#generation.raise(async (tx, generation) =>
        tx('innersource_signals')
          .where({
            entity_ref: ref,
            revision: row.revision,
            ...(claim && { claimed_until: claim.claimedUntil }),
          })
          .update({
            ...update,
            generation,
            revision: nextRevision(row.revision),
            ...(claim && { claimed_until: null }),
          }),
      );
      if (written === 1) {
        return true;
      }
    }
    throw new ConflictError(
      `The signals of '${ref}' are changed by too many at once`,
    );
  }

  async #row(ref: string): Promise<SignalsRow | undefined> {
    return await this.#knex('innersource_signals')
      .where({ entity_ref: ref })
      .first();
  }
}

function isFree(query: Knex.QueryBuilder, now: string): void {
  query.whereNull('claimed_until').orWhere('claimed_until', '<=', now);
}
