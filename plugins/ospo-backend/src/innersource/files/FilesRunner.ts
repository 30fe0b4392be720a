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
import { RepositoryLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import { backOffMs, spreadMs } from '../../shared/budgets/backOff';
import { runBounded } from '../../shared/budgets/runBounded';
import { readingFailure } from '../signals';
import { SignalsReader } from '../SignalsReader';
import { ProjectStore } from '../store/ProjectStore';
import {
  FilesReader,
  FilesReaderOptions,
  Progress,
  SpentError,
} from './FilesReader';
import { FilesReading, placeOf, repositoryAt } from './FilesReading';
import { DuePlace, FilesStore } from './FilesStore';
import { ListedPlace } from './wantedFiles';

const AT_ONCE = 6;
const AT_ONCE_PER_HOST = 2;
const BATCH = 200;

export interface FilesRunnerOptions extends FilesReaderOptions {
  store: FilesStore;
  projects: ProjectStore;
  signals: Pick<SignalsReader, 'readAll'>;
  checkEveryMs: number;
  readTimeoutMs: number;
  logger: LoggerService;
  random: () => number;
}

interface Run {
  signal: AbortSignal;
  /** What comes due later is for the next run, so that this one ends. */
  dueBy: string;
  /** Places of projects; others may become one. */
  listed: ReadonlyMap<string, ListedPlace>;
  /** Hosts whose budget is spent. */
  closed: Set<string>;
}

/**
 * Reads the files in repositories that tell of projects, those that are due, within the budgets of the hosts. What was
 * read last stays when a host fails.
 */
export class FilesRunner {
  readonly #options: FilesRunnerOptions;
  readonly #reader: FilesReader;

  static create(options: FilesRunnerOptions): FilesRunner {
    return new FilesRunner(options);
  }

  private constructor(options: FilesRunnerOptions) {
    this.#options = options;
    this.#reader = FilesReader.create(options);
  }

  /** Goes through what is due as it begins, until that is read, the budgets are spent, or the signal says stop. */
  async run(signal: AbortSignal): Promise<void> {
    const { store, now } = this.#options;
    const run: Run = {
      signal,
      dueBy: now().toISOString(),
      listed: await this.#listedPlaces(),
      closed: new Set(),
    };
    await this.#hastenListed(run);
    while (!signal.aborted) {
      const due = await store.listDue({ now: run.dueBy, limit: BATCH });
      if (due.length === 0) {
        return;
      }
      await runBounded({
        items: due.map(place => ({
          place,
          repository: repositoryAt(place.place),
        })),
        groupOf: ({ repository }) => repository.host,
        atOnce: AT_ONCE,
        atOncePerGroup: AT_ONCE_PER_HOST,
        work: async ({ place, repository }) => {
          if (!signal.aborted && !run.closed.has(repository.host)) {
            await this.#readPlace(place, repository, run);
          }
        },
      });
    }
  }

  async #readPlace(
    due: DuePlace,
    repository: RepositoryLocation,
    run: Run,
  ): Promise<void> {
    const { store, checkEveryMs, readTimeoutMs, now, random } = this.#options;
    const listed = run.listed.get(due.place);
    const progress: Progress = {
      files: { ...due.reading?.files },
      asked: new Set(due.reading?.asked),
    };
    const signal = AbortSignal.any([
      run.signal,
      AbortSignal.timeout(readTimeoutMs),
    ]);
    let failures = 0;
    let delayMs = spreadMs(checkEveryMs, random);
    let problem: string | undefined;
    try {
      await this.#reader.read(repository, { listed, progress, signal });
    } catch (error) {
      if (error instanceof SpentError) {
        await this.#breakOff(due, {
          run,
          host: repository.host,
          progress,
          error,
        });
        return;
      }
      if (run.signal.aborted) {
        return;
      }
      failures = due.failures + 1;
      delayMs = backOffMs(failures, random);
      problem = await this.#recordFailure(repository, error, signal.aborted);
    }
    const at = now().getTime();
    await store.finish(due, {
      reading: readingOf(progress, { listed, problem }),
      failures,
      checkedAt: new Date(at).toISOString(),
      nextCheckAt: new Date(at + delayMs).toISOString(),
    });
  }

  /** Asks the host for nothing more in this run. The place is gone on with where it was. */
  async #breakOff(
    due: DuePlace,
    at: { run: Run; host: string; progress: Progress; error: SpentError },
  ): Promise<void> {
    const { store } = this.#options;
    const { run, host, progress, error } = at;
    const until = new Date(error.atMs).toISOString();
    if (!run.closed.has(host)) {
      run.closed.add(host);
      await store.postponeHost(host, { dueBy: run.dueBy, until });
    }
    await store.finish(due, {
      reading: {
        ...readingOf(progress, {
          listed: run.listed.get(due.place),
          problem: due.reading?.problem,
        }),
        asked: [...progress.asked],
      },
      failures: due.failures,
      nextCheckAt: until,
    });
  }

  async #recordFailure(
    { host }: RepositoryLocation,
    error: unknown,
    isTimeout: boolean,
  ): Promise<string> {
    const { budgets, budgetKey, logger, now, random } = this.#options;
    if (isTimeout) {
      return `'${host}' did not give the files in time. It is tried again later.`;
    }
    const failure = readingFailure(error);
    if (failure.kind === 'later') {
      const until =
        now().getTime() +
        Math.max(failure.retryAfterMs ?? 0, backOffMs(1, random));
      await budgets.pause(budgetKey(host), until);
    } else if (failure.kind === 'internal') {
      logger.warn('Files of a repository could not be read', { host });
    }
    return failure.message;
  }

  /** What nothing listed when it was read, and something does now, has more to tell. */
  async #hastenListed({ listed, dueBy }: Run): Promise<void> {
    const { store } = this.#options;
    const read = await store.readAll();
    await store.hasten(
      [...listed.keys()].filter(place => read.get(place)?.isCandidate),
      dueBy,
    );
  }

  /** Not asking for a CODEOWNERS that signals know is not there saves most of the requests. */
  async #listedPlaces(): Promise<Map<string, ListedPlace>> {
    const { projects, signals } = this.#options;
    const [stored, kept] = await Promise.all([
      projects.readAll(),
      signals.readAll(),
    ]);
    const listed = new Map<string, ListedPlace>();
    for (const { facts } of stored) {
      if (facts.repository) {
        const place = placeOf(facts.repository);
        const files = kept.get(facts.ref)?.parts.files?.value;
        const found = files?.documents.find(
          ({ document, as }) => document === 'codeowners' && as === 'file',
        );
        const isAbsent = !found && files?.complete === true;
        listed.set(place, {
          ...listed.get(place),
          ...(found ? { codeowners: found.where } : {}),
          ...(isAbsent ? { codeowners: null } : {}),
        });
      }
    }
    return listed;
  }
}

function readingOf(
  { files }: Progress,
  of: { listed: ListedPlace | undefined; problem: string | undefined },
): FilesReading {
  return {
    files,
    ...(of.listed ? {} : { isCandidate: true }),
    ...(of.problem === undefined ? {} : { problem: of.problem }),
  };
}
