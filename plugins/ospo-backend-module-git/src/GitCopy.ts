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

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  ReadRepositoryOptions,
  startOfYear52,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { GitAddress } from './GitAddress';
import { BrokenOffError } from './gitFailure';
import { GitConfig } from './readGitConfig';
import { GitRun, runGit } from './runGit';

const TIP = 'refs/heads/tip';
/** Asking what there is, and the list of it. */
const REQUESTS_TO_LIST = 2;
/** The same, and the transfer; into an empty repository there is nothing to agree on first. */
const REQUESTS_TO_FETCH = 3;
const MAX_TAGS = 10_000;
const MAX_COMMITS = 50_000;
/** Enough to find a person among bots, mostly. */
const LATEST = 30;
/**
 * All files of a commit look new where its parents were not copied, so the copy begins before what is counted, and such
 * commits are mostly older.
 */
const BEFORE_MS = 60 * 24 * 60 * 60_000;
const BRANCH = /^(?!.*\.\.)[\w][\w./+@#=-]{0,249}$/;

export interface GitCommit {
  sha: string;
  committedAt: Date;
  isMerge: boolean;
  name: string;
  email: string;
}

interface GitCopyOptions extends ReadRepositoryOptions {
  address: GitAddress;
  config: GitConfig;
  host: string;
}

/**
 * A bare copy on this machine, in a folder of its own, of the commits of 52 weeks with their folders' listings and
 * without the contents of files.
 */
export class GitCopy {
  readonly #options: GitCopyOptions;
  readonly #home: string;
  #head: string | undefined;
  #tags = new Map<string, string>();

  static async create(options: GitCopyOptions): Promise<GitCopy> {
    const { ref } = options.repository;
    if (ref !== undefined && !BRANCH.test(ref)) {
      throw new InputError(
        'The branch that the catalog names is none that git would have. Check the address.',
      );
    }
    const home = await mkdtemp(path.join(os.tmpdir(), 'ospo-git-'));
    const copy = new GitCopy(options, home);
    try {
      await writeFile(path.join(home, 'gitconfig'), gitConfig(options), {
        mode: 0o600,
      });
      await copy.#run('none', ['init', '--quiet', '--bare', 'copy.git']);
      return copy;
    } catch (error) {
      await copy.remove();
      throw error;
    }
  }

  private constructor(options: GitCopyOptions, home: string) {
    this.#options = options;
    this.#home = home;
  }

  /** Commits of tags by their names. */
  get tags(): ReadonlyMap<string, string> {
    return this.#tags;
  }

  async listRefs(): Promise<{
    head: string;
    tags: Map<string, string>;
  }> {
    await this.#spend(REQUESTS_TO_LIST);
    const listed = await this.#run(this.#options.address.protocol, [
      'ls-remote',
      '--',
      this.#options.address.url,
      this.#remoteRef(),
      'refs/tags/*',
    ]);
    for (const line of listed.split('\n')) {
      const [, sha, ref] = /^([0-9a-f]{40,64})\t(.+)$/.exec(line) ?? [];
      if (ref === this.#remoteRef()) {
        this.#head = sha;
      } else if (ref?.startsWith('refs/tags/') && this.#tags.size < MAX_TAGS) {
        // Of an annotated tag the commit comes after the tag itself.
        this.#tags.set(
          ref.slice('refs/tags/'.length).replace(/\^\{\}$/, ''),
          sha,
        );
      }
    }
    if (this.#head === undefined) {
      throw this.#noBranch();
    }
    return { head: this.#head, tags: this.#tags };
  }

  /** A page of HTML looks to git like a repository without a branch. */
  #noBranch(): Error {
    const { host, repository } = this.#options;
    return repository.ref === undefined
      ? new InputError(
          `'${host}' shows git no branch at this address. The repository is empty, or the address is not that of a repository.`,
        )
      : new NotFoundError(
          `'${host}' has no branch '${repository.ref}' at this address. Check it in the catalog.`,
        );
  }

  /** The last 52 weeks, or the last few commits where there is none in them. */
  async fetchHistory(): Promise<void> {
    const start = startOfYear52(this.#options.now).getTime();
    const since = new Date(start - BEFORE_MS).toISOString();
    try {
      await this.#fetch(`--shallow-since=${since}`);
    } catch (error) {
      this.#options.signal.throwIfAborted();
      // Git refuses to make a copy without a commit.
      if (!(error instanceof BrokenOffError)) {
        throw error;
      }
      await this.#fetch(`--depth=${LATEST}`);
    }
  }

  async #fetch(depth: string): Promise<void> {
    const { address } = this.#options;
    await this.#spend(REQUESTS_TO_FETCH);
    await this.#run(address.protocol, [
      '--git-dir=copy.git',
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-write-fetch-head',
      '--filter=blob:none',
      depth,
      '--',
      address.url,
      `+${this.#remoteRef()}:${TIP}`,
    ]);
  }

  /** The newest first. */
  async log(folder?: string): Promise<GitCommit[]> {
    const lines = await this.#read([
      'log',
      `--max-count=${MAX_COMMITS}`,
      '--format=%H%x00%ct%x00%P%x00%an%x00%ae',
      TIP,
      '--',
      ...(folder === undefined ? [] : [`:(literal)${folder}`]),
    ]);
    return lines
      .split('\n')
      .filter(line => line !== '')
      .map(toCommit);
  }

  /** Commits whose parents were not copied. */
  async cutOff(): Promise<Set<string>> {
    const file = path.join(this.#home, 'copy.git', 'shallow');
    const text = await readFile(file, 'utf8').catch(() => '');
    return new Set(text.split('\n').filter(Boolean));
  }

  /** Empty when there is no such folder. */
  async listFolder(
    folder: string,
  ): Promise<{ path: string; isFolder: boolean }[]> {
    const listed = await this.#read([
      'ls-tree',
      '-z',
      TIP,
      '--',
      ...(folder === '' ? [] : [`${folder}/`]),
    ]);
    return listed
      .split('\0')
      .filter(Boolean)
      .map(line => {
        const [facts, name] = line.split('\t');
        return { path: name, isFolder: facts.includes(' tree ') };
      });
  }

  /** The content of a file has to be fetched for itself. */
  async readText(file: string): Promise<string> {
    await this.#spend(REQUESTS_TO_FETCH);
    return await this.#run(this.#options.address.protocol, [
      '--git-dir=copy.git',
      'cat-file',
      'blob',
      `${TIP}:${file}`,
    ]);
  }

  async remove(): Promise<void> {
    await rm(this.#home, { recursive: true, force: true, maxRetries: 3 });
  }

  #remoteRef(): string {
    const { ref } = this.#options.repository;
    return ref === undefined ? 'HEAD' : `refs/heads/${ref}`;
  }

  async #spend(requests: number): Promise<void> {
    for (let request = 0; request < requests; request++) {
      this.#options.signal.throwIfAborted();
      await this.#options.spend();
    }
  }

  /** What is missing in the copy is not fetched for it. */
  async #read(args: readonly string[]): Promise<string> {
    return await this.#run('none', ['--git-dir=copy.git', ...args]);
  }

  async #run(
    protocol: GitRun['protocol'],
    args: readonly string[],
  ): Promise<string> {
    const { config, host, signal } = this.#options;
    return await runGit(
      {
        command: config.command,
        home: this.#home,
        host,
        protocol,
        timeoutMs: config.timeoutMs,
        maxBytes: config.maxBytes,
        signal,
      },
      args,
    );
  }
}

function toCommit(line: string): GitCommit {
  const [sha, seconds, parents, name, email] = line.split('\0');
  return {
    sha,
    committedAt: new Date(Number(seconds) * 1000),
    isMerge: parents.includes(' '),
    name,
    email,
  };
}

/** All the configuration that git has; the token is here and not among the arguments, which others can see. */
function gitConfig({ address, config }: GitCopyOptions): string {
  const access = config.origins.get(address.origin ?? '');
  const basic = Buffer.from(`${access?.username}:${access?.token}`);
  return [
    '[http]',
    '\tfollowRedirects = false',
    '\tlowSpeedLimit = 1000',
    '\tlowSpeedTime = 20',
    '[credential]',
    '\thelper =',
    '[gc]',
    '\tauto = 0',
    '[maintenance]',
    '\tauto = false',
    '[log]',
    // Would need the contents of a file.
    '\tmailmap = false',
    ...(access?.token
      ? [
          `[http "${address.origin}"]`,
          `\textraHeader = Authorization: Basic ${basic.toString('base64')}`,
        ]
      : []),
    // The side that serves a local repository reads this too.
    '[uploadpack]',
    '\tallowFilter = true',
    ...(address.folder === undefined
      ? []
      : [
          '[safe]',
          `\tdirectory = ${JSON.stringify(address.folder)}`,
          `\tdirectory = ${JSON.stringify(`${address.folder}/.git`)}`,
        ]),
    '',
  ].join('\n');
}
