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

import { LoggerService } from '@backstage/backend-plugin-api';
import {
  RepositoryLocation,
  RepositorySignals,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { runBounded } from '../../../shared/budgets/runBounded';
import { SignalsTarget, SignalsTargets } from '../../SignalsReader';
import { Organisation } from '../org/Organisation';
import {
  ClaimedProject,
  SignalsStore,
  SourceState,
} from '../store/SignalsStore';
import { ProjectOutcome, ProjectReader } from './ProjectReader';
import { RepositorySignalsRegistry } from './RepositorySignalsRegistry';

const CLAIMS_AT_ONCE = 40;
const CLAIMS_PER_BUDGET = 8;
const READS_AT_ONCE = 6;
const READS_PER_BUDGET = 2;
const TARGETS_A_PAGE = 500;
/** Slack on a lease, for what comes after the reading. */
const STORING_MS = 60_000;
/** A project that nothing reads is looked at again after so long, in case that a source was added. */
const NOTHING_READS_MS = 3_600_000;
/** Nobody can have one project read again more often than this. */
const REFRESH_AT_MOST_EVERY_MS = 60_000;

export interface SignalsRunnerOptions {
  store: SignalsStore;
  targets: SignalsTargets;
  sources: RepositorySignalsRegistry;
  reader: ProjectReader;
  organisation: () => Promise<Organisation>;
  budgetOf: (
    source: RepositorySignals,
    repository: RepositoryLocation,
  ) => string | undefined;
  readTimeoutMs: number;
  logger: LoggerService;
  now: () => Date;
}

/** How a run ended, in projects. */
export interface SignalsRunReport {
  read: number;
  failed: number;
  /** Given back without a request: the budget was spent, or the run was stopped. */
  released: number;
}

/**
 * Reads the projects that are due. Any number of replicas may run it at once; each project is claimed by one. All that
 * it knows of the future is in the rows, so a run that was cut off goes on where it was.
 */
export class SignalsRunner {
  readonly #options: SignalsRunnerOptions;

  static create(options: SignalsRunnerOptions): SignalsRunner {
    return new SignalsRunner(options);
  }

  private constructor(options: SignalsRunnerOptions) {
    this.#options = options;
  }

  /** Takes up what discovery found, and reads until nothing is due that the budgets allow, or the signal says stop. */
  async run(signal: AbortSignal): Promise<SignalsRunReport> {
    await this.#takeUpTargets(signal);
    const { store, now } = this.#options;
    const report = { read: 0, failed: 0, released: 0 };
    while (!signal.aborted) {
      const claims = await store.claimDue({
        now: now().toISOString(),
        claimedUntil: this.#leaseEnd(),
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

  /** Reads one project now, unless somebody is at it or has just been. */
  async refresh(target: SignalsTarget): Promise<void> {
    const { store, now } = this.#options;
    await store.putTargets([this.#withBudget(target)], now().toISOString());
    const record = await store.read(target.ref);
    const sinceMs = now().getTime() - Date.parse(record?.checkedAt ?? '');
    if (sinceMs >= 0 && sinceMs < REFRESH_AT_MOST_EVERY_MS) {
      return;
    }
    const claim = await store.claim({
      ref: target.ref,
      now: now().toISOString(),
      claimedUntil: this.#leaseEnd(),
    });
    if (claim) {
      await this.#readClaim(claim, {
        organisation: await this.#organisationFor([claim]),
        signal: new AbortController().signal,
        all: true,
      });
    }
  }

  async #takeUpTargets(signal: AbortSignal): Promise<void> {
    const { store, targets, now } = this.#options;
    // Before the first whole pass over the catalog nobody knows what is gone.
    const isKnown = (await targets.discoveredAt()) !== undefined;
    const refs = new Set<string>();
    let after: string | undefined;
    for (;;) {
      if (signal.aborted) {
        return;
      }
      const page = await targets.listTargets({ after, limit: TARGETS_A_PAGE });
      page.forEach(({ ref }) => refs.add(ref));
      await store.putTargets(
        page.map(target => this.#withBudget(target)),
        now().toISOString(),
      );
      after = page.at(-1)?.ref;
      if (page.length < TARGETS_A_PAGE) {
        break;
      }
    }
    if (isKnown) {
      await store.keepOnly(refs);
    }
  }

  #withBudget(target: SignalsTarget): {
    target: SignalsTarget;
    budgetKey: string;
  } {
    const { repository } = target;
    const { sources, budgetOf } = this.#options;
    const [first] = repository ? sources.of(repository) : [];
    return {
      target,
      budgetKey: (repository && first && budgetOf(first, repository)) ?? '',
    };
  }

  async #runClaims(
    claims: ClaimedProject[],
    report: SignalsRunReport,
    signal: AbortSignal,
  ): Promise<void> {
    const organisation = await this.#organisationFor(claims);
    const closed = new Set<string>();
    await runBounded({
      items: claims,
      groupOf: claim => claim.budgetKey,
      atOnce: READS_AT_ONCE,
      atOncePerGroup: READS_PER_BUDGET,
      work: async claim => {
        if (signal.aborted || closed.has(claim.budgetKey)) {
          await this.#options.store.release(claim);
          report.released += 1;
          return;
        }
        const outcome = await this.#readClaim(claim, { organisation, signal });
        outcome?.closed.forEach(({ budgetKey }) => closed.add(budgetKey));
        report[reportKey(outcome)] += 1;
      },
    });
  }

  async #organisationFor(claims: ClaimedProject[]): Promise<Organisation> {
    try {
      return await this.#options.organisation();
    } catch (error) {
      for (const claim of claims) {
        await this.#options.store.release(claim);
      }
      throw error;
    }
  }

  /** Undefined when it was stopped before the end; the project is due as before. */
  async #readClaim(
    claim: ClaimedProject,
    options: { organisation: Organisation; signal: AbortSignal; all?: boolean },
  ): Promise<ProjectOutcome | undefined> {
    const { store, reader, now } = this.#options;
    let outcome: ProjectOutcome;
    try {
      outcome = await reader.read(claim, options);
    } catch (error) {
      await store.release(claim);
      throw error;
    }
    if (options.signal.aborted && outcome.changes.length === 0) {
      await store.release(claim);
      return undefined;
    }
    const at = now().toISOString();
    await store.finish(claim, record => {
      const changed = outcome.changes.reduce((kept, change) => change(kept), {
        parts: record.parts,
        states: this.#installed(record.target, record.states),
      });
      return {
        ...changed,
        ...(outcome.asked && { checkedAt: at }),
        nextAt: this.#nextAt(changed.states),
        budgetKey: this.#withBudget(record.target).budgetKey,
      };
    });
    for (const { budgetKey, until } of outcome.closed) {
      await store.postpone(budgetKey, until);
    }
    return outcome;
  }

  /** States of sources that are not installed any more would wait for ever. */
  #installed(target: SignalsTarget, states: SourceState[]): SourceState[] {
    const ids = new Set(
      target.repository
        ? this.#options.sources.of(target.repository).map(({ id }) => id)
        : [],
    );
    return states.filter(({ source }) => ids.has(source));
  }

  #nextAt(states: SourceState[]): string {
    const next = states.flatMap(({ nextAt }) => nextAt ?? []).sort();
    return (
      next[0] ??
      new Date(this.#options.now().getTime() + NOTHING_READS_MS).toISOString()
    );
  }

  #leaseEnd(): string {
    const { now, readTimeoutMs } = this.#options;
    // One source after the other, each with its own time.
    return new Date(
      now().getTime() + 4 * readTimeoutMs + STORING_MS,
    ).toISOString();
  }
}

function reportKey(
  outcome: ProjectOutcome | undefined,
): keyof SignalsRunReport {
  if (!outcome?.asked) {
    return outcome && outcome.failed > 0 ? 'failed' : 'released';
  }
  return outcome.failed > 0 ? 'failed' : 'read';
}
