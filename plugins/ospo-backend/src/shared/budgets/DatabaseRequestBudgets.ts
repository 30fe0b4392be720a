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
import { RequestBudgets, RequestGrant } from './RequestBudgets';
import {
  countLastHour,
  RequestBudgetLimits,
  RequestSlices,
  takeRequest,
} from './requestWindow';

interface HostRow {
  budget_key: string;
  requests: string;
  failures: number;
  paused_until: string | null;
  revision: number;
}

/** Several workers of one replica take from one host, and a few replicas do; each loses a round to each at most. */
const MAX_TRIES = 50;

export class DatabaseRequestBudgets implements RequestBudgets {
  readonly #knex: Knex;
  readonly #limitsOf: (budgetKey: string) => RequestBudgetLimits;

  static create(options: {
    knex: Knex;
    limitsOf: (budgetKey: string) => RequestBudgetLimits;
  }): DatabaseRequestBudgets {
    return new DatabaseRequestBudgets(options);
  }

  private constructor(options: {
    knex: Knex;
    limitsOf: (budgetKey: string) => RequestBudgetLimits;
  }) {
    this.#knex = options.knex;
    this.#limitsOf = options.limitsOf;
  }

  async take(budgetKey: string, nowMs: number): Promise<RequestGrant> {
    return await this.#change<RequestGrant>(budgetKey, row => {
      const pausedMs = row.paused_until ? Date.parse(row.paused_until) : 0;
      if (pausedMs > nowMs) {
        return { result: { granted: false, atMs: pausedMs } };
      }
      const taken = takeRequest({
        slices: readSlices(row.requests),
        limits: this.#limitsOf(budgetKey),
        nowMs,
      });
      return taken.granted
        ? {
            result: { granted: true },
            update: { requests: JSON.stringify(taken.slices) },
          }
        : { result: taken };
    });
  }

  async recordSuccess(budgetKey: string): Promise<void> {
    await this.#change(budgetKey, row => ({
      result: undefined,
      update: row.failures > 0 ? { failures: 0 } : undefined,
    }));
  }

  async recordFailure(budgetKey: string): Promise<number> {
    return await this.#change(budgetKey, row => ({
      result: row.failures + 1,
      update: { failures: row.failures + 1 },
    }));
  }

  async pause(budgetKey: string, untilMs: number): Promise<void> {
    const until = new Date(untilMs).toISOString();
    await this.#change(budgetKey, row => ({
      result: undefined,
      update:
        row.paused_until === null || row.paused_until < until
          ? { paused_until: until }
          : undefined,
    }));
  }

  /** What was asked of a system lately, without asking it for anything. */
  async look(
    budgetKey: string,
    nowMs: number,
  ): Promise<{
    used: number;
    limit: number;
    resetsAt?: string;
    pausedUntil?: string;
  }> {
    const row: HostRow | undefined = await this.#knex('usage_source_hosts')
      .where({ budget_key: budgetKey })
      .first();
    const limit = this.#limitsOf(budgetKey).requestsPerHour;
    const { used, endsMs } = countLastHour(
      readSlices(row?.requests ?? '[]'),
      nowMs,
    );
    const pausedUntil = row?.paused_until ?? undefined;
    return {
      used,
      limit,
      ...(endsMs !== undefined && { resetsAt: new Date(endsMs).toISOString() }),
      ...(pausedUntil &&
        Date.parse(pausedUntil) > nowMs && {
          pausedUntil,
        }),
    };
  }

  /** Reads a row, decides, and writes only if nobody else has written meanwhile; else begins again. */
  async #change<T>(
    budgetKey: string,
    decide: (row: HostRow) => { result: T; update?: Partial<HostRow> },
  ): Promise<T> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const row = await this.#readOrCreate(budgetKey);
      const { result, update } = decide(row);
      if (!update) {
        return result;
      }
      const written = await this.#knex('usage_source_hosts')
        .where({ budget_key: budgetKey, revision: row.revision })
        .update({ ...update, revision: (row.revision + 1) % 2_000_000_000 });
      if (written === 1) {
        return result;
      }
    }
    throw new ConflictError(
      `The request budget of '${budgetKey}' is changed by too many at once`,
    );
  }

  async #readOrCreate(budgetKey: string): Promise<HostRow> {
    const find = (): Promise<HostRow | undefined> =>
      this.#knex('usage_source_hosts').where({ budget_key: budgetKey }).first();
    const row = await find();
    if (row) {
      return row;
    }
    await this.#knex('usage_source_hosts')
      .insert({ budget_key: budgetKey })
      .onConflict('budget_key')
      .ignore();
    const created = await find();
    if (!created) {
      throw new ConflictError(`The request budget of '${budgetKey}' was lost`);
    }
    return created;
  }
}

function readSlices(json: string): RequestSlices {
  // Written by this class alone.
  return JSON.parse(json) as RequestSlices;
}
