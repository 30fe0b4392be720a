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

import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { backOffMs, spreadMs } from '../../shared/budgets/backOff';
import { RequestBudgets } from '../../shared/budgets/RequestBudgets';
import { runBounded } from '../../shared/budgets/runBounded';
import { shownMessage } from '../../shared/shownMessage';
import { fetchFailure, FetchFailure } from './fetchFailure';
import { SourceFetcher } from './SourceFetcher';
import { ClaimedSource, SourceOutcome, SourceStore } from './SourceStore';

const CLAIMS_AT_ONCE = 40;
const CLAIMS_PER_BUDGET = 8;
const FETCHES_AT_ONCE = 6;
const FETCHES_PER_BUDGET = 2;

/** What may come after the fetch: reading and storing the document, and waiting for others of the same entity. */
const STORING_MS = 10 * 60_000;

/** Failures of a system, in a row, after which it is left alone for a while. */
const FAILURES_BEFORE_PAUSE = 3;

/** @internal */
export interface SourceRunnerOptions {
  store: SourceStore;
  budgets: RequestBudgets;
  fetcher: SourceFetcher;
  catalog: CatalogService;
  auth: AuthService;
  checkEveryMs: number;
  fetchTimeoutMs: number;
  logger: LoggerService;
  now: () => Date;
  random: () => number;
}

/** How a run ended. */
export interface SourceRunReport {
  fetched: number;
  unchanged: number;
  failed: number;
  /** Claims given back without a request: the budget was spent, or the run was stopped. */
  released: number;
}

/**
 * Reads the places that are due, whichever source they belong to: the same budgets, back-off and last good state for
 * all. Any number of replicas may run it at once; each place is claimed by one. All that it knows of the future is in
 * the rows, so a restart goes on where it was.
 */
export class SourceRunner {
  readonly #options: SourceRunnerOptions;

  static create(options: SourceRunnerOptions): SourceRunner {
    return new SourceRunner(options);
  }

  private constructor(options: SourceRunnerOptions) {
    this.#options = options;
  }

  /** Reads until nothing is due that the budgets allow, or the signal says stop. */
  async run(signal: AbortSignal): Promise<SourceRunReport> {
    const { store, fetchTimeoutMs, now } = this.#options;
    const report = { fetched: 0, unchanged: 0, failed: 0, released: 0 };
    while (!signal.aborted) {
      const at = now();
      const claims = await store.claimDue({
        now: at.toISOString(),
        claimedUntil: new Date(
          at.getTime() + fetchTimeoutMs + STORING_MS,
        ).toISOString(),
        limit: CLAIMS_AT_ONCE,
        limitPerBudget: CLAIMS_PER_BUDGET,
      });
      if (claims.length === 0) {
        break;
      }
      await this.#runClaims(claims, report, signal);
    }
    return report;
  }

  async #runClaims(
    claims: ClaimedSource[],
    report: SourceRunReport,
    signal: AbortSignal,
  ): Promise<void> {
    const entities = await this.#entities(claims);
    const closed = new Set<string>();
    await runBounded({
      items: claims,
      groupOf: claim => claim.budgetKey,
      atOnce: FETCHES_AT_ONCE,
      atOncePerGroup: FETCHES_PER_BUDGET,
      work: async claim => {
        try {
          const outcome = await this.#workOn(claim, entities, closed, signal);
          report[outcome] += 1;
        } catch (error) {
          await this.#releaseAll([claim]);
          throw error;
        }
      },
    });
  }

  async #workOn(
    claim: ClaimedSource,
    entities: Map<string, Entity>,
    /** Budgets that are spent. */
    closed: Set<string>,
    signal: AbortSignal,
  ): Promise<keyof SourceRunReport> {
    const isOpen =
      !signal.aborted &&
      !closed.has(claim.budgetKey) &&
      (await this.#takeRequest(claim));
    if (!isOpen) {
      closed.add(claim.budgetKey);
      await this.#options.store.release(claim);
      return 'released';
    }
    return this.#runOne(claim, entities.get(claim.entityRef), signal);
  }

  /** As far as the database lets us; what stays claimed is free again when its lease is over. */
  async #releaseAll(claims: readonly ClaimedSource[]): Promise<void> {
    const { store } = this.#options;
    await Promise.allSettled(claims.map(claim => store.release(claim)));
  }

  async #entities(claims: ClaimedSource[]): Promise<Map<string, Entity>> {
    const { auth, catalog } = this.#options;
    const refs = [...new Set(claims.map(claim => claim.entityRef))];
    try {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: refs },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      return new Map(
        refs.flatMap((ref, index) => {
          const entity = items[index];
          return entity ? [[ref, entity] as const] : [];
        }),
      );
    } catch (error) {
      await this.#releaseAll(claims);
      throw error;
    }
  }

  async #takeRequest(claim: ClaimedSource): Promise<boolean> {
    const { budgets, store, now } = this.#options;
    const taken = await budgets.take(claim.budgetKey, now().getTime());
    if (!taken.granted) {
      await store.postpone(claim.budgetKey, new Date(taken.atMs).toISOString());
    }
    return taken.granted;
  }

  async #runOne(
    claim: ClaimedSource,
    entity: Entity | undefined,
    stopSignal: AbortSignal,
  ): Promise<keyof SourceRunReport> {
    const { budgets, fetcher, store } = this.#options;
    try {
      const outcome = await fetcher.fetch({ claim, entity, stopSignal });
      await budgets.recordSuccess(claim.budgetKey);
      await this.#finish(claim, outcome);
      return outcome.state === 'ok' ? 'fetched' : 'unchanged';
    } catch (error) {
      if (stopSignal.aborted) {
        await store.release(claim);
        return 'released';
      }
      await this.#recordFailure(claim, error);
      return 'failed';
    }
  }

  async #recordFailure(claim: ClaimedSource, error: unknown): Promise<void> {
    const { budgets, checkEveryMs, logger, random, now } = this.#options;
    const failure = fetchFailure(error);
    if (failure.kind === 'host' || failure.kind === 'later') {
      await this.#pauseIfNeeded(claim, failure);
    } else if (failure.kind === 'absent' || failure.kind === 'document') {
      await budgets.recordSuccess(claim.budgetKey);
    }
    const delayMs =
      failure.kind === 'document'
        ? spreadMs(checkEveryMs, random)
        : backOffMs(claim.failures + 1, random);
    await this.#finish(
      claim,
      {
        state: 'failed',
        message: failure.message,
        findings: failure.findings,
        keepsEtag: failure.kind !== 'document',
      },
      new Date(now().getTime() + delayMs),
    );
    logger[failure.kind === 'internal' ? 'warn' : 'info'](
      `Could not read an SBOM of '${claim.entityRef}': ${
        failure.kind === 'internal'
          ? shownMessage(stringifyError(error))
          : failure.message
      }`,
      { source: claim.source, cause: failure.kind },
    );
  }

  async #pauseIfNeeded(
    claim: ClaimedSource,
    failure: FetchFailure,
  ): Promise<void> {
    const { budgets, store, now, random } = this.#options;
    const failures = await budgets.recordFailure(claim.budgetKey);
    const isLater = failure.kind === 'later';
    if (!isLater && failures < FAILURES_BEFORE_PAUSE) {
      return;
    }
    const untilMs =
      now().getTime() +
      Math.max(failure.retryAfterMs ?? 0, backOffMs(failures, random));
    await budgets.pause(claim.budgetKey, untilMs);
    await store.postpone(claim.budgetKey, new Date(untilMs).toISOString());
  }

  async #finish(
    claim: ClaimedSource,
    outcome: SourceOutcome,
    nextCheckAt?: Date,
  ): Promise<void> {
    const { store, checkEveryMs, now, random } = this.#options;
    const at = now();
    await store.finish({
      claim,
      outcome,
      now: at.toISOString(),
      nextCheckAt: (
        nextCheckAt ?? new Date(at.getTime() + spreadMs(checkEveryMs, random))
      ).toISOString(),
    });
  }
}
