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
import {
  isError,
  NotFoundError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SbomInbox, SbomSource } from '@ospo-suite/backstage-plugin-ospo-node';
import { backOffMs, spreadMs } from './backOff';
import { boundedStream, raceAbort } from './boundedStream';
import { fetchFailure, FetchFailure, shownMessage } from './fetchFailure';
import { RequestBudgets } from './RequestBudgets';
import { runBounded } from './runBounded';
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
  inbox: SbomInbox;
  catalog: CatalogService;
  auth: AuthService;
  /** The source with this id, if it is installed. */
  sourceOf: (id: string) => SbomSource | undefined;
  checkEveryMs: number;
  fetchTimeoutMs: number;
  /** Bytes of one document. */
  maxBytes: number;
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
        const isOpen =
          !signal.aborted &&
          !closed.has(claim.budgetKey) &&
          (await this.#takeRequest(claim));
        if (!isOpen) {
          closed.add(claim.budgetKey);
          report.released += 1;
          await this.#options.store.release(claim);
          return;
        }
        const outcome = await this.#runOne(
          claim,
          entities.get(claim.entityRef),
          signal,
        );
        report[outcome] += 1;
      },
    });
  }

  async #entities(claims: ClaimedSource[]): Promise<Map<string, Entity>> {
    const { auth, catalog, store } = this.#options;
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
      for (const claim of claims) {
        await store.release(claim);
      }
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
    const { budgets, store } = this.#options;
    try {
      const outcome = await this.#fetch(claim, entity, stopSignal);
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

  async #fetch(
    claim: ClaimedSource,
    entity: Entity | undefined,
    stopSignal: AbortSignal,
  ): Promise<SourceOutcome> {
    const { sourceOf, fetchTimeoutMs } = this.#options;
    const source = sourceOf(claim.source);
    if (!source) {
      throw new NotFoundError(
        `The source '${claim.source}' is not installed any more. Install its module again, or remove what it reads from the entity.`,
      );
    }
    if (!entity) {
      throw new NotFoundError('The catalog does not have this entity now.');
    }
    // Ends whatever the source still holds open, also when nobody read its document to the end.
    const over = new AbortController();
    const timeout = AbortSignal.timeout(fetchTimeoutMs);
    const signal = AbortSignal.any([stopSignal, over.signal, timeout]);
    try {
      return await this.#receive({ source, entity, claim, signal, stopSignal });
    } catch (error) {
      if (timeout.aborted && isAbort(error)) {
        throw new ServiceUnavailableError(
          `'${claim.budgetKey}' did not give the file within ${Math.round(
            fetchTimeoutMs / 1000,
          )} seconds. It is tried again later.`,
        );
      }
      throw error;
    } finally {
      over.abort();
    }
  }

  async #receive(options: {
    source: SbomSource;
    entity: Entity;
    claim: ClaimedSource;
    /** Ends the fetch. */
    signal: AbortSignal;
    /** Ends everything. */
    stopSignal: AbortSignal;
  }): Promise<SourceOutcome> {
    const { source, entity, claim, signal, stopSignal } = options;
    const { auth, inbox, maxBytes } = this.#options;
    const { location, target, stream } = claim;
    const result = await raceAbort(
      source.fetch({
        location: { location, target, stream },
        entity,
        etag: claim.etag,
        credentials: await auth.getOwnServiceCredentials(),
        signal,
      }),
      signal,
    );
    if (result.outcome === 'unchanged') {
      return { state: 'unchanged', etag: claim.etag };
    }
    const { outcome } = await inbox.receive({
      entityRef: claim.entityRef,
      target,
      stream,
      source: claim.source,
      document: boundedStream(result.document, { maxBytes, signal }),
      signal: stopSignal,
    });
    return {
      state: outcome === 'unchanged' ? 'unchanged' : 'ok',
      etag: result.etag,
    };
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

function isAbort(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'TimeoutError' || error.name === 'AbortError')
  );
}
