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

import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ConfigReader } from '@backstage/config';
import {
  ReadRepositoryOptions,
  RepositoryLocation,
  RepositoryReading,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { repositorySignalsContract } from '@ospo-suite/backstage-plugin-ospo-node/testUtils';
import { GitServer } from './__testUtils__/GitServer';
import {
  WrittenCommit,
  writeRepository,
} from './__testUtils__/writeRepository';
import { GitRepositorySignals } from './GitRepositorySignals';
import { readGitConfig } from './readGitConfig';

jest.setTimeout(60_000);

const TOKEN = 'git-token-of-the-harbour';
const now = new Date('2026-11-25T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000);

const aCommit: WrittenCommit = {
  at: now,
  name: 'Mira Quill',
  email: 'mira.quill@harbour.example',
  path: 'src/tides.ts',
};

let root: string;

beforeAll(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'ospo-git-test-'));
  writeRepository(path.join(root, 'tide-tables'), someCommits());
  writeRepository(path.join(root, 'quiet'), [
    { ...aCommit, at: ago(700) },
    { ...aCommit, at: ago(600), path: 'README.md', tag: 'v1.0.0' },
    { ...aCommit, at: ago(500), name: 'update-robot[bot]' },
  ]);
  writeRepository(path.join(root, 'empty'), []);
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

/** One each third day of 52 weeks and before, by two people, a fifth below `sdk`; a bot's each month, and a merge. */
function someCommits(): WrittenCommit[] {
  const people = [
    aCommit,
    { ...aCommit, name: 'Otto Brandt', email: 'otto.brandt@harbour.example' },
  ];
  const commits: WrittenCommit[] = Array.from({ length: 150 }, (_, i) => ({
    ...people[i % 2],
    at: ago(1 + i * 3),
    path: i % 5 === 0 ? 'sdk/src/index.ts' : 'src/tides.ts',
  }));
  for (let i = 0; i < 12; i++) {
    commits.push({
      at: ago(2.5 + i * 30),
      name: 'update-robot[bot]',
      email: 'robot@bots.example',
      path: 'src/tides.ts',
    });
  }
  commits.push(
    { ...aCommit, at: ago(440), path: 'README.md' },
    { ...aCommit, at: ago(441), path: 'docs/index.md' },
    { ...aCommit, at: ago(442), path: '.github/ISSUE_TEMPLATE/bug.md' },
    { ...aCommit, at: ago(443), path: 'sdk/README.md' },
  );
  commits.sort((a, b) => a.at.getTime() - b.at.getTime());
  commits[3].tag = 'v1.0.0';
  commits[150].tag = 'v2.0.0';
  commits[155].tag = 'nightly';
  commits.push({ ...aCommit, at: ago(0.5), merges: 100 });
  return commits;
}

function local(name: string, overrides: Partial<RepositoryLocation> = {}) {
  return {
    url: pathToFileURL(path.join(root, name)).href,
    host: '',
    slug: name,
    ...overrides,
  };
}

function remote(server: GitServer, name = 'tide-tables'): RepositoryLocation {
  return {
    url: `${server.origin}/${name}`,
    host: new URL(server.origin).host,
    slug: name,
  };
}

function aSource(git: object) {
  const config = new ConfigReader({ ospo: { innerSource: { git } } });
  return GitRepositorySignals.create({ config: readGitConfig(config) });
}

async function read(
  source: GitRepositorySignals,
  repository: RepositoryLocation,
  options: Partial<ReadRepositoryOptions> = {},
): Promise<RepositoryReading> {
  return await source.read({
    repository,
    parts: ['commits', 'releases', 'files'],
    helpLabels: [],
    validators: {},
    spend: async () => {},
    isBot: () => false,
    now,
    signal: new AbortController().signal,
    ...options,
  });
}

function weeksOf({ parts }: RepositoryReading): number[] {
  const { commits } = parts;
  return (commits?.state === 'read' && commits.value.humanWeeks) || [];
}

function sumOf(reading: RepositoryReading): number {
  return weeksOf(reading).reduce((a, b) => a + b, 0);
}

function leftBehind(): string[] {
  return readdirSync(os.tmpdir()).filter(name =>
    /^ospo-git-(?!test-)/.test(name),
  );
}

describe('contract over http', () => {
  it.each(
    repositorySignalsContract({
      async create() {
        const server = await GitServer.start({ folder: root, token: TOKEN });
        return {
          source: aSource({ origins: [{ url: server.origin, token: TOKEN }] }),
          repository: remote(server),
          otherRepositories: [
            { url: 'https://git.example/x', host: 'git.example', slug: 'x' },
            { ...remote(server), url: `${server.origin}/` },
            {
              ...remote(server),
              url: remote(server).url.replace('//', '//me:it@'),
            },
            { ...remote(server), url: `ext::sh -c touch% x` },
            local('tide-tables'),
          ],
          now,
          requests: () => server.requests,
          answer: kind => {
            server.answer(kind);
            return true;
          },
          secrets: [TOKEN, 'secret-path', 'Sign in', root],
          close: () => server.close(),
        };
      },
    }),
  )('$title', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

describe('contract of a local repository', () => {
  it.each(
    repositorySignalsContract({
      async create() {
        return {
          source: aSource({ fileRoots: [root] }),
          repository: local('tide-tables'),
          otherRepositories: [
            { url: 'file:///etc', host: '', slug: 'etc' },
            local('..'),
            { ...local('x'), url: `${pathToFileURL(root)}` },
            { ...local('x'), url: `${pathToFileURL(root)}-other/x` },
            { url: 'https://git.example/x', host: 'git.example', slug: 'x' },
          ],
          now,
          requests: () => undefined,
          answer: () => false,
          secrets: [root],
        };
      },
    }),
  )('$title', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

describe('reading', () => {
  const source = () => aSource({ fileRoots: [root] });

  it('counts people by week, and neither bots nor merges', async () => {
    const reading = await read(source(), local('tide-tables'));
    expect(reading.parts).toEqual({
      commits: {
        state: 'read',
        value: {
          bounded: false,
          humanWeeks: expect.any(Array),
          botCommits: 12,
          lastHumanCommitAt: '2026-11-24T12:00:00.000Z',
          authors: [
            { email: 'mira.quill@harbour.example', commits: 61 },
            { email: 'otto.brandt@harbour.example', commits: 60 },
          ],
        },
      },
      releases: {
        state: 'read',
        value: {
          count: 1,
          latest: { name: 'v2.0.0', at: expect.stringMatching(/^2026-1/) },
        },
        note: expect.stringContaining('52 weeks'),
      },
      files: {
        state: 'read',
        value: {
          truncated: false,
          readme: {
            path: 'README.md',
            text: expect.stringMatching(/^change/),
          },
          paths: [
            '.github/ISSUE_TEMPLATE/bug.md',
            'README.md',
            'docs/index.md',
          ],
        },
      },
    });
    expect(weeksOf(reading)).toHaveLength(52);
    expect(sumOf(reading)).toBe(121);
    expect(leftBehind()).toEqual([]);
  });

  it('is bounded by the folder', async () => {
    const reading = await read(source(), local('tide-tables', { path: 'sdk' }));
    expect(reading.parts.commits).toMatchObject({ value: { bounded: true } });
    expect(sumOf(reading)).toBe(25);
    expect(reading.parts.files).toMatchObject({
      value: { paths: expect.arrayContaining(['sdk/README.md']) },
    });
  });

  it('does not call a folder quiet that is not there', async () => {
    const { parts } = await read(
      source(),
      local('tide-tables', { path: 'gone' }),
    );
    expect(parts.commits).toMatchObject({
      state: 'unavailable',
      note: expect.stringContaining('gone'),
    });
  });

  it('tells when a person last committed, also when that is long ago', async () => {
    const reading = await read(source(), local('quiet'));
    expect(reading.parts.commits).toMatchObject({
      state: 'read',
      value: { lastHumanCommitAt: ago(600).toISOString(), botCommits: 0 },
    });
    expect(sumOf(reading)).toBe(0);
    expect(reading.parts.releases).toMatchObject({
      value: { count: 0, latest: { name: 'v1.0.0' } },
    });
  });

  it('tells the same over http, also when that is long ago', async () => {
    const server = await GitServer.start({ folder: root, token: TOKEN });
    const overHttp = aSource({
      origins: [{ url: server.origin, token: TOKEN }],
    });
    const there = await read(overHttp, remote(server, 'quiet'));
    await server.close();
    expect(there.parts).toEqual((await read(source(), local('quiet'))).parts);
  });

  it('does not call a repository quiet that has no branch', async () => {
    await expect(read(source(), local('empty'))).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('empty'),
    });
  });

  it('asks for the list alone when nothing has changed', async () => {
    const server = await GitServer.start({ folder: root, token: TOKEN });
    const overHttp = aSource({
      origins: [{ url: server.origin, token: TOKEN }],
    });
    const first = await read(overHttp, remote(server));
    const before = server.requests;
    const second = await read(overHttp, remote(server), {
      validators: first.validators,
    });
    await server.close();
    expect(second.parts).toEqual({
      commits: { state: 'unchanged' },
      releases: { state: 'unchanged' },
      files: { state: 'unchanged' },
    });
    expect(server.requests - before).toBe(2);
  });

  it('says that a token is wanted', async () => {
    const server = await GitServer.start({ folder: root, token: TOKEN });
    const without = aSource({ origins: [{ url: server.origin }] });
    await expect(read(without, remote(server))).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await server.close();
  });

  it('follows no redirect', async () => {
    const server = await GitServer.start({ folder: root, token: TOKEN });
    server.answer('elsewhere');
    const overHttp = aSource({ origins: [{ url: server.origin }] });
    await expect(read(overHttp, remote(server))).rejects.toMatchObject({
      name: 'InputError',
    });
    await server.close();
  });

  it('takes no more than it may, and no longer', async () => {
    const small = aSource({ fileRoots: [root], maxMegabytes: 0.0001 });
    const slow = aSource({ fileRoots: [root], timeout: { milliseconds: 1 } });
    await expect(read(slow, local('tide-tables'))).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('timeout'),
    });
    await expect(read(small, local('tide-tables'))).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('maxMegabytes'),
    });
    expect(leftBehind()).toEqual([]);
  });

  it.each(['-x', 'a..b', 'a b', ':x', 'refs:x', ''])(
    'refuses the branch %j',
    async ref => {
      await expect(
        read(source(), local('tide-tables', { ref })),
      ).rejects.toMatchObject({ name: 'InputError' });
    },
  );

  it('reads the branch that is named', async () => {
    const { parts } = await read(
      source(),
      local('tide-tables', { ref: 'main' }),
    );
    expect(parts.commits?.state).toBe('read');
    await expect(
      read(source(), local('tide-tables', { ref: 'none' })),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });
});

describe('the folders that may be read', () => {
  let outside: string;

  beforeEach(() => {
    outside = mkdtempSync(path.join(os.tmpdir(), 'ospo-git-test-'));
    writeRepository(path.join(outside, 'secret'), [aCommit]);
  });

  afterEach(() => {
    rmSync(outside, { recursive: true, force: true });
  });

  async function refusalOf(name: string): Promise<string> {
    const error = await read(aSource({ fileRoots: [root] }), local(name)).catch(
      caught => caught,
    );
    expect(error.message).not.toContain(outside);
    return error.name;
  }

  it('are not left by a link', async () => {
    symlinkSync(path.join(outside, 'secret'), path.join(root, 'link'));
    expect(await refusalOf('link')).toBe('NotAllowedError');
  });

  it('are not left by a link to what git keeps', async () => {
    mkdirSync(path.join(root, 'linked'));
    symlinkSync(
      path.join(outside, 'secret'),
      path.join(root, 'linked', '.git'),
    );
    expect(await refusalOf('linked')).toBe('NotAllowedError');
  });

  it('are not left by a file that says where git keeps it', async () => {
    mkdirSync(path.join(root, 'pointed'));
    writeFileSync(
      path.join(root, 'pointed', '.git'),
      `gitdir: ${path.join(outside, 'secret')}\n`,
    );
    expect(await refusalOf('pointed')).toBe('NotFoundError');
  });

  it('are not left by borrowed objects', async () => {
    execFileSync('git', [
      'clone',
      '--quiet',
      '--bare',
      '--shared',
      path.join(outside, 'secret'),
      path.join(root, 'borrowed'),
    ]);
    expect(await refusalOf('borrowed')).toBe('NotAllowedError');
  });

  it('hold nothing where there is no repository', async () => {
    mkdirSync(path.join(root, 'plain'));
    expect(await refusalOf('plain')).toBe('NotFoundError');
    expect(await refusalOf('nowhere')).toBe('NotFoundError');
  });
});
