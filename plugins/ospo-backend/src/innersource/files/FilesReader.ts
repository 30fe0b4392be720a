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

import { UrlReaderService } from '@backstage/backend-plugin-api';
import { RepositoryLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import { RequestBudgets } from '../../shared/budgets/RequestBudgets';
import { FilesForge } from '../signals';
import { fetchFile } from './fetchFile';
import { FileReading, FilesReading, ReadFile } from './FilesReading';
import { ReadFields, readFileFields } from './readFileFields';
import { ListedPlace, wantedFiles } from './wantedFiles';

export interface FilesReaderOptions {
  budgets: RequestBudgets;
  budgetKey: (host: string) => string;
  urlReader: UrlReaderService;
  forgeOf: (host: string) => FilesForge | undefined;
  /** Key of the configuration that sets the budgets of hosts, for messages. */
  hostsKey: string;
  now: () => Date;
}

/** The budget of a host is spent until then. */
export class SpentError extends Error {
  readonly atMs: number;

  constructor(atMs: number) {
    super('The budget is spent');
    this.atMs = atMs;
  }
}

/** What is known of a place while it is read; what was read stays when the rest cannot be. */
export interface Progress {
  files: FilesReading['files'];
  /** Paths that need not be asked for again. */
  asked: Set<string>;
}

/** Reads the files of one place, within the budget of its host. */
export class FilesReader {
  readonly #options: FilesReaderOptions;

  static create(options: FilesReaderOptions): FilesReader {
    return new FilesReader(options);
  }

  private constructor(options: FilesReaderOptions) {
    this.#options = options;
  }

  /** Rejects with SpentError when the budget ends; what was read until then is in the progress. */
  async read(
    repository: RepositoryLocation,
    of: {
      listed: ListedPlace | undefined;
      progress: Progress;
      signal: AbortSignal;
    },
  ): Promise<void> {
    const { files } = of.progress;
    const forge = this.#options.forgeOf(repository.host);
    for (const { file, paths } of wantedFiles(repository, of.listed)) {
      // Without an integration nobody tells how files of the host are addressed.
      const read =
        forge &&
        (await this.#readFirst(paths, { ...of, file, forge, repository }));
      if (read) {
        files[file] = read;
      } else {
        delete files[file];
      }
    }
  }

  async #readFirst(
    paths: readonly string[],
    of: {
      file: ReadFile;
      forge: FilesForge;
      repository: RepositoryLocation;
      progress: Progress;
      signal: AbortSignal;
    },
  ): Promise<FileReading | undefined> {
    const { file, repository, progress } = of;
    const before = progress.files[file];
    for (const path of paths) {
      const known = before?.path === path ? before : undefined;
      if (!progress.asked.has(path)) {
        await this.#spend(repository.host);
        const fetched = await fetchFile({
          ...this.#options,
          ...of,
          path,
          etag: known?.etag,
        });
        progress.asked.add(path);
        switch (fetched.state) {
          case 'found':
            return lastUnderstood(
              {
                path,
                ...(fetched.etag ? { etag: fetched.etag } : {}),
                ...readFileFields(file, fetched.bytes, repository.path),
              },
              before,
            );
          case 'too-long':
            return lastUnderstood(
              { path, ...tooLong(path, fetched.message) },
              before,
            );
          case 'absent':
            continue;
          default:
        }
      }
      if (known) {
        return known;
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
}

/** What is there now, or what was last understood with what is wrong now. */
function lastUnderstood(
  read: Omit<FileReading, 'isForeign'> & { isUnderstood: boolean },
  before: FileReading | undefined,
): FileReading {
  const { isUnderstood, ...reading } = read;
  if (isUnderstood) {
    return reading;
  }
  return before && !before.isForeign
    ? { ...reading, fields: before.fields }
    : { ...reading, isForeign: true };
}

function tooLong(path: string, message: string): ReadFields {
  return {
    fields: {},
    findings: [
      {
        code: 'file-too-large',
        severity: 'error',
        where: path,
        message,
        mend: 'Keep only what describes the project in it.',
      },
    ],
    isUnderstood: false,
  };
}
