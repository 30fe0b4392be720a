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
  RepositoryPartName,
  RepositorySignals,
  RetryLaterError,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { backOffMs } from '../../../shared/budgets/backOff';
import { RequestBudgets } from '../../../shared/budgets/RequestBudgets';
import { Organisation } from '../org/Organisation';
import { ClaimedProject, SourceState } from '../store/SignalsStore';
import { applyFailure, applyWaiting, dropState } from './applyReading';
import {
  readingFailure,
  ReadingFailure,
  whereItFailed,
} from './readingFailure';
import {
  readSource,
  ReadSourceOptions,
  RecordChange,
  SourceTurn,
} from './readSource';
import { RepositorySignalsRegistry } from './RepositorySignalsRegistry';

/** Failures of a host, in a row, after which it is left alone for a while. */
const FAILURES_BEFORE_PAUSE = 3;

export interface ProjectReaderOptions extends ReadSourceOptions {
  sources: RepositorySignalsRegistry;
  budgets: RequestBudgets;
  /** Key under which the requests to a system are counted; undefined for the backend's own disk. */
  budgetOf: (
    source: RepositorySignals,
    repository: RepositoryLocation,
  ) => string | undefined;
  logger: LoggerService;
}

/** What came of one project. */
export interface ProjectOutcome {
  /** To be applied to the record as it is by then. */
  changes: RecordChange[];
  asked: boolean;
  /** Sources that could not be read. */
  failed: number;
  /** Budgets that have no room before a time, as it turned out. */
  closed: { budgetKey: string; until: string }[];
}

/** Asks the sources of one project in their order, within budgets and time, whatever they do. */
export class ProjectReader {
  readonly #options: ProjectReaderOptions;

  static create(options: ProjectReaderOptions): ProjectReader {
    return new ProjectReader(options);
  }

  private constructor(options: ProjectReaderOptions) {
    this.#options = options;
  }

  /** @param options - `all`: those sources too whose turn has not come */
  async read(
    claim: ClaimedProject,
    options: { organisation: Organisation; signal: AbortSignal; all?: boolean },
  ): Promise<ProjectOutcome> {
    const outcome: ProjectOutcome = {
      changes: [],
      asked: false,
      failed: 0,
      closed: [],
    };
    const { target } = claim;
    const { repository } = target;
    if (!repository) {
      return outcome;
    }
    const nowIso = this.#options.now().toISOString();
    const told = new Set<RepositoryPartName>();
    for (const source of this.#options.sources.of(repository)) {
      const state = claim.states.find(one => one.source === source.id);
      const isDue = options.all || !state?.nextAt || state.nextAt <= nowIso;
      const parts = wantedParts({ source, state, told, all: options.all });
      if (isDue && parts.length > 0 && !options.signal.aborted) {
        const turn: SourceTurn = {
          target: { ...target, repository },
          source,
          state,
          parts,
          ...options,
        };
        (await this.#ask(turn, outcome)).forEach(part => told.add(part));
      } else if (state && parts.length === 0) {
        // Those before it tell all that it could; it has no turn any more.
        outcome.changes.push(record => dropState(record, source.id));
      }
      for (const [name, part] of Object.entries(claim.parts)) {
        if (part.source === source.id) {
          told.add(name as RepositoryPartName);
        }
      }
    }
    return outcome;
  }

  /** Asks one source; answers with the parts that it told. */
  async #ask(
    turn: SourceTurn,
    outcome: ProjectOutcome,
  ): Promise<RepositoryPartName[]> {
    const { budgets, now } = this.#options;
    const { source, target, signal } = turn;
    const budgetKey = this.#options.budgetOf(source, target.repository);
    let spentUntilMs: number | undefined;
    const spend = async () => {
      if (budgetKey === undefined) {
        return;
      }
      const taken = await budgets.take(budgetKey, now().getTime());
      if (!taken.granted) {
        spentUntilMs = taken.atMs;
        throw new RetryLaterError(
          `The request budget of '${target.repository.host}' is spent; it goes on when there is room.`,
          { retryAfterMs: Math.max(0, taken.atMs - now().getTime()) },
        );
      }
      outcome.asked = true;
    };
    try {
      const reading = await readSource(turn, spend, this.#options);
      if (budgetKey !== undefined && spentUntilMs !== undefined) {
        // The source made do with what it had, and said what is to come later.
        const until = new Date(spentUntilMs).toISOString();
        outcome.closed.push({ budgetKey, until });
      } else if (budgetKey !== undefined && reading.stoppedBy) {
        const failure = readingFailure(reading.stoppedBy);
        await this.#noteFailure(budgetKey, failure, outcome);
      } else if (budgetKey !== undefined) {
        await budgets.recordSuccess(budgetKey);
      }
      outcome.asked = true;
      outcome.changes.push(reading.change);
      return reading.told;
    } catch (error) {
      if (signal.aborted) {
        return [];
      }
      if (spentUntilMs !== undefined) {
        this.#wait(turn, outcome, budgetKey, spentUntilMs);
        return [];
      }
      outcome.failed += 1;
      await this.#fail(turn, outcome, budgetKey, error);
      return [];
    }
  }

  #wait(
    { source }: SourceTurn,
    outcome: ProjectOutcome,
    budgetKey: string | undefined,
    untilMs: number,
  ): void {
    const nextAt = new Date(untilMs).toISOString();
    outcome.changes.push(record =>
      applyWaiting(record, { source: source.id, nextAt }),
    );
    if (budgetKey !== undefined) {
      outcome.closed.push({ budgetKey, until: nextAt });
    }
  }

  async #fail(
    { source, target, state }: SourceTurn,
    outcome: ProjectOutcome,
    budgetKey: string | undefined,
    error: unknown,
  ): Promise<void> {
    const { logger, random, now } = this.#options;
    const failure = readingFailure(error);
    const pausedMs =
      budgetKey === undefined
        ? 0
        : await this.#noteFailure(budgetKey, failure, outcome);
    const delayMs = Math.max(
      backOffMs((state?.failures ?? 0) + 1, random),
      pausedMs,
    );
    const nextAt = new Date(now().getTime() + delayMs).toISOString();
    const failedAt = now().toISOString();
    const { message } = failure;
    outcome.changes.push(record =>
      applyFailure(record, { source: source.id, message, failedAt, nextAt }),
    );
    logger[failure.kind === 'internal' ? 'warn' : 'info'](
      `Could not read signals of '${target.ref}': ${
        failure.kind === 'internal' ? whereItFailed(error) : message
      }`,
      { source: source.id, cause: failure.kind },
    );
  }

  /** Notes down what a failure says of the host; answers for how long the host is left alone from now on. */
  async #noteFailure(
    budgetKey: string,
    failure: ReadingFailure,
    outcome: ProjectOutcome,
  ): Promise<number> {
    const { budgets, now } = this.#options;
    if (failure.kind === 'host' || failure.kind === 'later') {
      const pausedMs = await this.#pauseIfNeeded(budgetKey, failure);
      if (pausedMs !== undefined) {
        const until = new Date(now().getTime() + pausedMs).toISOString();
        outcome.closed.push({ budgetKey, until });
      }
      return pausedMs ?? 0;
    }
    if (failure.kind !== 'internal') {
      // It answered, and that is what the host's own failures are about.
      await budgets.recordSuccess(budgetKey);
    }
    return 0;
  }

  /** How long the host is left alone from now, when it is. */
  async #pauseIfNeeded(
    budgetKey: string,
    failure: ReadingFailure,
  ): Promise<number | undefined> {
    const { budgets, now, random } = this.#options;
    const failures = await budgets.recordFailure(budgetKey);
    if (failure.kind !== 'later' && failures < FAILURES_BEFORE_PAUSE) {
      return undefined;
    }
    // What the host asks for is enough; without a word from it, the longer the more often it failed.
    const pauseMs = failure.retryAfterMs ?? backOffMs(failures, random);
    await budgets.pause(budgetKey, now().getTime() + pauseMs);
    return pauseMs;
  }
}

/** What a source is asked for: its parts that none before it tells; of those under way only the rest. */
function wantedParts(options: {
  source: RepositorySignals;
  state: SourceState | undefined;
  told: ReadonlySet<RepositoryPartName>;
  all?: boolean;
}): RepositoryPartName[] {
  const { source, state, told, all } = options;
  const open = source.parts.filter(part => !told.has(part));
  const pending = all ? undefined : state?.pending;
  return pending ? open.filter(part => pending.includes(part)) : open;
}
