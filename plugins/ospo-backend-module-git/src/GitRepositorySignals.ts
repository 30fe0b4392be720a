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

import { createHash } from 'node:crypto';
import {
  ReadRepositoryOptions,
  readParts,
  RepositoryLocation,
  RepositoryPartName,
  RepositoryReading,
  RepositorySignals,
  Validators,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { GitAddress, gitAddress, settleLocal } from './GitAddress';
import { GitCopy } from './GitCopy';
import { readCommits } from './readCommits';
import { GitConfig } from './readGitConfig';
import { readFiles } from './readFiles';
import { readReleases } from './readReleases';

/** The same key that SBOMs from the backend's own disk have; a space keeps it apart from host names. */
const LOCAL_BUDGET_KEY = 'local files';
const PARTS = ['commits', 'releases', 'files'] as const;

/** Signals from the history itself: a copy without the contents of files, made for one reading. */
export class GitRepositorySignals implements RepositorySignals {
  readonly id = 'git';
  readonly parts = PARTS;
  readonly #config: GitConfig;

  static create(options: { config: GitConfig }): GitRepositorySignals {
    return new GitRepositorySignals(options.config);
  }

  private constructor(config: GitConfig) {
    this.#config = config;
  }

  reads(repository: RepositoryLocation): boolean {
    return gitAddress(repository, this.#config) !== undefined;
  }

  budgetKey(repository: RepositoryLocation): string {
    return hostOf(this.#addressOf(repository));
  }

  async read(options: ReadRepositoryOptions): Promise<RepositoryReading> {
    const { now, repository, signal } = options;
    signal.throwIfAborted();
    const address = await settleLocal(
      this.#addressOf(repository),
      this.#config,
    );
    const validators = Validators.create({ previous: options.validators, now });
    const wanted = PARTS.filter(part => options.parts.includes(part));
    const copy = await GitCopy.create({
      ...options,
      address,
      config: this.#config,
      host: hostOf(address),
    });
    try {
      const refs = await copy.listRefs();
      const state = stateOf(refs, repository);
      if (isKnown(wanted, validators, state)) {
        return unchanged(wanted, validators);
      }
      await copy.fetchHistory();
      const reading = await readParts({
        parts: wanted,
        readers: {
          commits: () => readCommits(copy, options),
          releases: () => readReleases(copy, options),
          files: () => readFiles(copy, repository),
        },
        validators,
        signal,
      });
      wanted.forEach(part =>
        validators.set(
          part,
          reading.parts[part]?.state === 'read' ? state : undefined,
        ),
      );
      return { ...reading, validators: validators.toRecord() };
    } finally {
      await copy.remove();
    }
  }

  #addressOf(repository: RepositoryLocation): GitAddress {
    const address = gitAddress(repository, this.#config);
    if (!address) {
      throw new Error(`'${repository.host}' is no host of this source`);
    }
    return address;
  }
}

function hostOf({ origin }: GitAddress): string {
  return origin === undefined ? LOCAL_BUDGET_KEY : new URL(origin).host;
}

/** All that the parts are made of: the commit at the tip, the tags, and the folder. */
function stateOf(
  refs: { head: string; tags: Map<string, string> },
  repository: RepositoryLocation,
): string {
  return createHash('sha256')
    .update(JSON.stringify([refs.head, [...refs.tags], repository.path]))
    .digest('hex');
}

function isKnown(
  wanted: readonly RepositoryPartName[],
  validators: Validators,
  state: string,
): boolean {
  return wanted.every(part => validators.get(part)?.etag === state);
}

function unchanged(
  wanted: readonly RepositoryPartName[],
  validators: Validators,
): RepositoryReading {
  return {
    parts: Object.fromEntries(
      wanted.map(part => [part, { state: 'unchanged' }]),
    ),
    validators: validators.toRecord(),
  };
}
