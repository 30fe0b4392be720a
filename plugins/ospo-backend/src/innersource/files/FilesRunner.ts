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

import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { RepositoryLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import { backOffMs, spreadMs } from '../../shared/budgets/backOff';
import { RequestBudgets } from '../../shared/budgets/RequestBudgets';
import { runBounded } from '../../shared/budgets/runBounded';
import { FilesForge, readingFailure } from '../signals';
import { SignalsReader } from '../SignalsReader';
import { ProjectStore } from '../store/ProjectStore';
import { fetchFile } from './fetchFile';
import {
  FileReading,
  FilesReading,
  placeOf,
  ReadFile,
  repositoryAt,
} from './FilesReading';
import { DuePlace, FilesStore } from './FilesStore';
import { readFileFields } from './readFileFields';

const AT_ONCE = 6;
const AT_ONCE_PER_HOST = 2;
const BATCH = 200;

export interface FilesRunnerOptions {
  store: FilesStore;
  projects: ProjectStore;
  signals: Pick<SignalsReader, 'readAll'>;
  budgets: RequestBudgets;
  budgetKey: (host: string) => string;
  urlReader: UrlReaderService;
  forgeOf: (host: string) => FilesForge | undefined;
  /** Key of the configuration that sets the budgets of hosts, for messages. */
  hostsKey: string;
  checkEveryMs: number;
  readTimeoutMs: number;
  logger: LoggerService;
  now: () => Date;
  random: () => number;
}

/** The budget of a host is spent until then. */
class SpentError extends Error {
  readonly atMs: number;

  constructor(atMs: number) {
    super('The budget is spent');
    this.atMs = atMs;
  }
}

interface Wanted {
  file: ReadFile;
  /** The first that is there is read. */
  paths: string[];
}

/**
 * Reads the files in repositories that tell of projects, those that are due, within the budgets of the hosts. What was
 * read last stays when a host fails.
 */
export class FilesRunner {
  readonly #options: FilesRunnerOptions;

  static create(options: FilesRunnerOptions): FilesRunner {
    return new FilesRunner(options);
  }

  private constructor(options: FilesRunnerOptions) {
    this.#options = options;
  }

  /** Goes on until nothing is due that the budgets allow, or the signal says stop. */
  async run(signal: AbortSignal): Promise<void> {
    const { store, now } = this.#options;
    const codeowners = await this.#codeownersPaths();
    while (!signal.aborted) {
      const due = await store.listDue({
        now: now().toISOString(),
        limit: BATCH,
      });
      if (due.length === 0) {
        return;
      }
      const located = due.flatMap(place => {
        const repository = repositoryAt(place.place);
        return repository ? [{ place, repository }] : [];
      });
      await runBounded({
        items: located,
        groupOf: ({ repository }) => repository.host,
        atOnce: AT_ONCE,
        atOncePerGroup: AT_ONCE_PER_HOST,
        work: async ({ place, repository }) => {
          if (!signal.aborted) {
            await this.#readPlace(place, repository, {
              codeowners: codeowners.get(place.place),
              signal,
            });
          }
        },
      });
    }
  }

  async #readPlace(
    due: DuePlace,
    repository: RepositoryLocation,
    options: { codeowners?: string | null; signal: AbortSignal },
  ): Promise<void> {
    const { store, checkEveryMs, readTimeoutMs, now, random } = this.#options;
    const before = due.reading ?? { files: {} };
    const signal = AbortSignal.any([
      options.signal,
      AbortSignal.timeout(readTimeoutMs),
    ]);
    let failures = 0;
    let delayMs = spreadMs(checkEveryMs, random);
    let reading: FilesReading;
    try {
      const files = await this.#readFiles(repository, before, {
        codeowners: options.codeowners,
        signal,
      });
      reading = { files };
    } catch (error) {
      if (error instanceof SpentError) {
        await store.postpone(due.place, new Date(error.atMs).toISOString());
        return;
      }
      if (options.signal.aborted) {
        return;
      }
      failures = due.failures + 1;
      delayMs = backOffMs(failures, random);
      reading = {
        ...before,
        problem: await this.#recordFailure(repository, error, signal.aborted),
      };
    }
    const at = now().getTime();
    await store.finish({
      place: due.place,
      ...(JSON.stringify(reading) === JSON.stringify(due.reading)
        ? {}
        : { reading }),
      failures,
      checkedAt: new Date(at).toISOString(),
      nextCheckAt: new Date(at + delayMs).toISOString(),
    });
  }

  async #readFiles(
    repository: RepositoryLocation,
    before: FilesReading,
    options: { codeowners?: string | null; signal: AbortSignal },
  ): Promise<FilesReading['files']> {
    const files: FilesReading['files'] = {};
    const forge = this.#options.forgeOf(repository.host);
    if (!forge) {
      // No integration tells how files of this host are addressed.
      return files;
    }
    for (const { file, paths } of wantedFiles(repository, options.codeowners)) {
      const read = await this.#readFirst(paths, {
        file,
        forge,
        repository,
        before: before.files[file],
        signal: options.signal,
      });
      if (read) {
        files[file] = read;
      }
    }
    return files;
  }

  async #readFirst(
    paths: readonly string[],
    of: {
      file: ReadFile;
      forge: FilesForge;
      repository: RepositoryLocation;
      before: FileReading | undefined;
      signal: AbortSignal;
    },
  ): Promise<FileReading | undefined> {
    const { file, repository, before } = of;
    for (const path of paths) {
      await this.#spend(repository.host);
      const known = before?.path === path ? before : undefined;
      try {
        const fetched = await fetchFile({
          ...this.#options,
          ...of,
          path,
          etag: known?.etag,
        });
        if (fetched.state === 'unchanged' && known) {
          return known;
        }
        if (fetched.state === 'found') {
          return {
            path,
            ...(fetched.etag ? { etag: fetched.etag } : {}),
            ...readFileFields(file, fetched.bytes, repository.path),
          };
        }
      } catch (error) {
        if (error instanceof Error && error.name === 'InputError') {
          return {
            path,
            fields: {},
            findings: [
              {
                code: 'file-too-large',
                severity: 'error',
                where: path,
                message: error.message,
                mend: 'Keep only what describes the project in it.',
              },
            ],
          };
        }
        throw error;
      }
    }
    return undefined;
  }

  async #spend(host: string): Promise<void> {
    const { budgets, budgetKey, now } = this.#options;
    const grant = await budgets.take(budgetKey(host), now().getTime());
    if (!grant.granted) {
      throw new SpentError(grant.atMs);
    }
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

  /**
   * Where signals found CODEOWNERS, by place; null when they looked and there is none. Not asking for what is not there
   * saves most of the requests.
   */
  async #codeownersPaths(): Promise<Map<string, string | null>> {
    const { projects, signals } = this.#options;
    const [stored, kept] = await Promise.all([
      projects.readAll(),
      signals.readAll(),
    ]);
    const paths = new Map<string, string | null>();
    for (const { facts } of stored) {
      if (facts.repository) {
        const files = kept.get(facts.ref)?.parts.files?.value;
        const found = files?.documents.find(
          ({ document, as }) => document === 'codeowners' && as === 'file',
        );
        if (found) {
          paths.set(placeOf(facts.repository), found.where);
        } else if (files?.complete) {
          paths.set(placeOf(facts.repository), null);
        }
      }
    }
    return paths;
  }
}

/** The folder of the project bounds what describes it; CODEOWNERS is one for the whole repository, and names folders. */
function wantedFiles(
  { path }: RepositoryLocation,
  codeowners: string | null | undefined,
): Wanted[] {
  const inFolder = (name: string) => [path ? `${path}/${name}` : name];
  const owners =
    codeowners === undefined
      ? ['.github/CODEOWNERS', 'CODEOWNERS']
      : [codeowners].filter(found => found !== null);
  return [
    { file: 'innersource.json', paths: inFolder('innersource.json') },
    { file: 'publiccode.yml', paths: inFolder('publiccode.yml') },
    { file: 'codeowners', paths: owners },
  ];
}
