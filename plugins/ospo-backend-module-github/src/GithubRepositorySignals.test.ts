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

import { ConfigReader } from '@backstage/config';
import {
  ReadRepositoryOptions,
  RepositoryLocation,
} from '@ospo-suite/backstage-plugin-ospo-node';
import {
  aFictionalRepository,
  FictionalRepository,
  ForgeServer,
  repositorySignalsContract,
} from '@ospo-suite/backstage-plugin-ospo-node/testUtils';
import { GithubRepositorySignals } from './GithubRepositorySignals';

jest.setTimeout(60_000);

const TOKEN = 'gh-token-of-the-harbour';
const now = new Date('2026-11-25T12:00:00Z');

function aLocation(
  overrides: Partial<RepositoryLocation> = {},
): RepositoryLocation {
  return {
    url: 'https://forge.example/harbour/tide-tables',
    host: 'forge.example',
    slug: 'harbour/tide-tables',
    ...overrides,
  };
}

function aSource(forge: ForgeServer, token: string | undefined = TOKEN) {
  return GithubRepositorySignals.fromConfig(
    new ConfigReader({
      integrations: {
        github: [
          { host: 'forge.example', apiBaseUrl: forge.apiBaseUrl, token },
        ],
      },
    }),
  );
}

describe('contract', () => {
  it.each(
    repositorySignalsContract({
      async create() {
        const forge = await ForgeServer.start({
          speaks: 'github',
          repositories: [aFictionalRepository({ now })],
          now,
          token: TOKEN,
        });
        return {
          source: aSource(forge),
          repository: aLocation(),
          otherRepositories: [
            aLocation({ host: 'github.com', slug: 'harbour/tide-tables' }),
            aLocation({ slug: 'harbour' }),
            aLocation({ slug: 'harbour/..' }),
            aLocation({ slug: 'harbour/sub/tide-tables' }),
            aLocation({ slug: 'harbour/tide?tables' }),
          ],
          now,
          requests: () => forge.asked.length,
          answer: kind => {
            forge.answer(kind === 'nonsense' ? 'sign-in' : kind);
            return true;
          },
          secrets: [TOKEN, 'secret-path', 'Sign in'],
          close: () => forge.close(),
        };
      },
    }),
  )('$title', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

describe('reading', () => {
  let forge: ForgeServer;

  afterEach(async () => {
    await forge.close();
  });

  async function start(overrides: Partial<FictionalRepository> = {}) {
    forge = await ForgeServer.start({
      speaks: 'github',
      repositories: [aFictionalRepository({ now, overrides })],
      now,
    });
  }

  async function read(options: Partial<ReadRepositoryOptions> = {}) {
    return await aSource(forge).read({
      repository: aLocation(),
      parts: ['facts', 'commits', 'releases', 'files', 'help', 'responses'],
      helpLabels: ['help wanted', 'good first issue'],
      validators: {},
      spend: async () => {},
      isBot: () => false,
      now,
      signal: new AbortController().signal,
      ...options,
    });
  }

  it('tells the facts', async () => {
    await start();
    const { parts } = await read();
    expect(parts.facts).toEqual({
      state: 'read',
      value: {
        description: 'Tide tables for harbours, with a small SDK',
        createdAt: '2024-06-08T12:00:00.000Z',
        updatedAt: '2026-11-24T12:00:00.000Z',
        pushedAt: '2026-11-24T12:00:00.000Z',
        defaultBranch: 'main',
        archived: false,
        visibility: 'internal',
        stars: 12,
        forks: 4,
        subscribers: 7,
        openIssues: 3,
        topics: ['innersource', 'tides'],
        languages: ['TypeScript'],
        licence: 'Apache-2.0',
      },
    });
  });

  it('counts people, and neither bots nor merges', async () => {
    await start();
    const { parts } = await read({ parts: ['commits'] });
    expect(parts.commits).toEqual({
      state: 'read',
      value: {
        bounded: false,
        humanWeeks: expect.any(Array),
        botCommits: 30,
        lastHumanCommitAt: '2026-11-24T12:00:00.000Z',
        authors: [
          {
            handle: 'mira-quill',
            email: 'mira.quill@harbour.example',
            commits: 60,
          },
          {
            handle: 'otto-brandt',
            email: 'otto.brandt@harbour.example',
            commits: 30,
          },
          {
            email: 'sanna.holm@lighthouse.example',
            commits: 30,
          },
        ],
      },
    });
    const weeks = weeksOf(parts);
    expect(weeks).toHaveLength(52);
    expect(weeks.reduce((a, b) => a + b)).toBe(120);
    expect(Math.max(...weeks)).toBe(3);
  });

  it('leaves out whom the configured list calls a bot', async () => {
    await start();
    const { parts } = await read({
      parts: ['commits'],
      isBot: login => login === 'otto-brandt',
    });
    expect(parts.commits).toMatchObject({ value: { botCommits: 60 } });
  });

  it('is bounded by the folder', async () => {
    await start();
    const { parts } = await read({
      parts: ['commits', 'files'],
      repository: aLocation({ path: 'sdk' }),
    });
    expect(weeksOf(parts).reduce((a, b) => a + b)).toBe(24);
    expect(parts.commits).toMatchObject({ value: { bounded: true } });
    expect(parts.files).toEqual({
      state: 'read',
      value: {
        truncated: false,
        readme: {
          path: 'sdk/README.md',
          text: expect.stringContaining('Tide'),
        },
        paths: [
          '.github/CODEOWNERS',
          '.github/ISSUE_TEMPLATE/bug.md',
          'CONTRIBUTING.md',
          'LICENSE',
          'README.md',
          'docs/index.md',
          'sdk/README.md',
          'sdk/docs/start.md',
        ],
      },
    });
  });

  it('does not call a folder quiet that was never there', async () => {
    await start();
    const { parts } = await read({
      parts: ['commits'],
      repository: aLocation({ path: 'gone' }),
    });
    expect(parts.commits).toMatchObject({
      state: 'unavailable',
      note: expect.stringContaining('gone'),
    });
  });

  it('tells when somebody last committed, also when that is long ago', async () => {
    const { commits } = aFictionalRepository({ now });
    await start({ commits: commits.slice(-1) });
    const { parts } = await read({ parts: ['commits'] });
    expect(parts.commits).toMatchObject({
      state: 'read',
      value: { lastHumanCommitAt: '2025-07-13T12:00:00.000Z' },
    });
    expect(weeksOf(parts).every(count => count === 0)).toBe(true);
  });

  it('takes an empty repository for what it is', async () => {
    await start({ commits: [], files: [], releases: [], tags: [], issues: [] });
    const { parts } = await read();
    expect(parts.commits).toMatchObject({
      state: 'read',
      value: { botCommits: 0, authors: [] },
    });
    expect(parts.releases).toEqual({ state: 'read', value: { count: 0 } });
    expect(parts.responses).toEqual({ state: 'read', value: { items: [] } });
  });

  describe('of more than a thousand commits', () => {
    async function startBig() {
      const [commit] = aFictionalRepository({ now }).commits;
      await start({
        commits: Array.from({ length: 1200 }, (_, index) => ({
          ...commit,
          sha: `${index}`,
          at: new Date(now.getTime() - (1 + index / 8) * 24 * 60 * 60_000),
          path: 'sdk/src/index.ts',
        })),
      });
    }

    it('takes the statistics, once they are computed', async () => {
      await startBig();
      forge.answer('computing', { after: 1 });
      const waiting = await read({ parts: ['commits'] });
      expect(waiting.parts.commits).toEqual({
        state: 'later',
        retryAfterMs: 600_000,
      });
      expect(forge.asked.map(({ path }) => path.split('?')[0])).toEqual([
        '/repos/harbour/tide-tables/commits',
        '/repos/harbour/tide-tables/stats/contributors',
      ]);

      forge.answer('well');
      const { parts } = await read({
        parts: ['commits'],
        validators: waiting.validators,
      });
      expect(parts.commits).toMatchObject({
        state: 'read',
        value: {
          bounded: false,
          botCommits: 0,
          authors: [{ handle: 'mira-quill', commits: 1200 }],
          lastHumanCommitAt: '2026-11-24T12:00:00.000Z',
        },
        note: expect.stringContaining('statistics'),
      });
      expect(weeksOf(parts).reduce((a, b) => a + b)).toBe(1200);
    });

    it('counts the newest of a folder, and only whole weeks', async () => {
      await startBig();
      const { parts } = await read({
        parts: ['commits'],
        repository: aLocation({ path: 'sdk' }),
      });
      expect(parts.commits).toMatchObject({
        state: 'read',
        note: 'Only the newest 1000 commits of the folder were counted.',
      });
      const weeks = weeksOf(parts);
      // The oldest of 1000 commits, at 8 a day, is 126 days old, which are 18 weeks.
      expect(weeks).toHaveLength(18);
      expect(weeks.slice(0, -1).every(count => count === 56)).toBe(true);
    });
  });

  it('counts releases of 52 weeks, and tags where there are none', async () => {
    await start();
    expect((await read({ parts: ['releases'] })).parts.releases).toEqual({
      state: 'read',
      value: {
        count: 2,
        latest: { name: 'v2.1.0', at: '2026-11-05T12:00:00.000Z' },
      },
    });
    await forge.close();

    await start({ releases: [] });
    const tagged = await read({ parts: ['commits', 'releases'] });
    expect(tagged.parts.releases).toEqual({
      state: 'read',
      value: {
        count: 1,
        latest: { name: 'v2.1.0', at: '2026-11-11T12:00:00.000Z' },
      },
    });
    const again = await read({
      parts: ['commits', 'releases'],
      validators: tagged.validators,
    });
    expect(again.parts).toEqual({
      commits: { state: 'unchanged' },
      releases: { state: 'unchanged' },
    });
  });

  it('says "at least" where there are more releases of the year than are listed', async () => {
    const every = (days: number) =>
      Array.from({ length: 300 }, (_, index) => ({
        name: `v${300 - index}`,
        at: new Date(now.getTime() - (1 + index * days) * 24 * 60 * 60_000),
      }));
    await start({ releases: every(1) });
    expect((await read({ parts: ['releases'] })).parts.releases).toMatchObject({
      state: 'read',
      value: { count: 100 },
      note: expect.stringContaining('At least'),
    });
    await forge.close();

    await start({ releases: every(7) });
    const { parts } = await read({ parts: ['releases'] });
    expect(parts.releases).toMatchObject({ value: { count: 52 } });
    expect(parts.releases).not.toHaveProperty('note');
  });

  it.each([
    ['its tags', 'releases', { releases: [] }],
    [
      'when somebody last committed',
      'commits',
      { commits: aFictionalRepository({ now }).commits.slice(-1) },
    ],
  ] satisfies [string, 'releases' | 'commits', object][])(
    'reads %s again when they could not be read the last time',
    async (_what, part, overrides) => {
      await start(overrides);
      forge.answer('failing', { after: 2 });
      const cut = await read({ parts: ['facts', part] });
      expect(cut.parts[part]?.state).toBe('later');
      forge.answer('well');
      const { validators } = cut;
      const { parts } = await read({ parts: ['facts', part], validators });
      expect(parts).toMatchObject({
        facts: { state: 'unchanged' },
        [part]: { state: 'read' },
      });
    },
  );

  it('lists open issues with one of the labels', async () => {
    await start();
    const { parts } = await read({ parts: ['help'] });
    expect(parts.help).toEqual({
      state: 'read',
      value: {
        total: 2,
        items: [
          {
            title: 'Tide of the west pier is an hour late',
            url: 'https://forge.example/harbour/tide-tables/issues/41',
            labels: ['help wanted', 'effort: S'],
            openedAt: '2026-11-15T12:00:00.000Z',
            comments: 2,
          },
          {
            title: 'Read the moon from the almanac',
            url: 'https://forge.example/harbour/tide-tables/issues/40',
            labels: ['good first issue', 'help wanted'],
            openedAt: '2026-10-16T12:00:00.000Z',
            comments: 0,
          },
        ],
      },
    });
  });

  it('finds the first answer of another person, by comment or review', async () => {
    await start();
    const { parts } = await read({ parts: ['responses'] });
    expect(parts.responses).toEqual({
      state: 'read',
      value: {
        items: [
          {
            handle: 'nils-visitor',
            openedAt: '2026-11-15T12:00:00.000Z',
            firstResponseAt: '2026-11-15T18:00:00.000Z',
          },
          { handle: 'mira-quill', openedAt: '2026-10-16T12:00:00.000Z' },
          {
            handle: 'nils-visitor',
            openedAt: '2026-09-26T12:00:00.000Z',
            firstResponseAt: '2026-09-27T18:00:00.000Z',
          },
          { handle: 'nils-visitor', openedAt: '2026-08-27T12:00:00.000Z' },
        ],
      },
    });
  });

  it('asks for nothing but news the second time', async () => {
    await start();
    const first = await read();
    const asked = forge.asked.length;
    const second = await read({ validators: first.validators });
    expect(Object.values(second.parts).map(({ state }) => state)).toEqual(
      new Array(6).fill('unchanged'),
    );
    const again = forge.asked.slice(asked);
    expect(again).toHaveLength(6);
    expect(again.every(({ status }) => status === 304)).toBe(true);
  });

  it('counts anew when the week is over', async () => {
    await start();
    const first = await read({ parts: ['commits'] });
    const later = new Date(now.getTime() + 8 * 24 * 60 * 60_000);
    const second = await read({
      parts: ['commits'],
      validators: first.validators,
      now: later,
    });
    expect(weeksOf(second.parts).slice(-1)).toEqual([0]);
  });

  it('keeps what it has when the forge fails midway, and asks no more', async () => {
    await start();
    forge.answer('failing', { after: 3 });
    const { parts } = await read();
    expect(forge.asked).toHaveLength(4);
    expect(parts).toEqual({
      facts: expect.objectContaining({ state: 'read' }),
      commits: expect.objectContaining({ state: 'read' }),
      releases: { state: 'later', retryAfterMs: 900_000 },
      files: { state: 'later', retryAfterMs: 900_000 },
      help: { state: 'later', retryAfterMs: 900_000 },
      responses: { state: 'later', retryAfterMs: 900_000 },
    });
  });

  it('goes on without a part that makes no sense', async () => {
    await start();
    forge.answer('sign-in', { after: 9 });
    const { parts } = await read({ parts: ['facts', 'files', 'help'] });
    expect(parts).toMatchObject({
      facts: { state: 'read' },
      files: { state: 'read' },
      help: { state: 'read' },
    });
    forge.answer('sign-in', { after: 6 });
    const { parts: broken } = await read({ parts: ['facts', 'files', 'help'] });
    expect(broken).toMatchObject({
      facts: { state: 'read' },
      help: { state: 'unavailable', note: expect.stringContaining('JSON') },
    });
  });

  it('follows a repository that has moved on the same host', async () => {
    await start();
    forge.answer('moved');
    const { parts } = await read({ parts: ['facts'] });
    expect(parts.facts?.state).toBe('read');
  });
});

it('asks no host that nobody configured', () => {
  const source = GithubRepositorySignals.fromConfig(new ConfigReader({}));
  expect(source.reads(aLocation({ host: 'github.com' }))).toBe(false);
});

function weeksOf(parts: {
  commits?: { state: string; value?: { humanWeeks?: number[] } };
}): number[] {
  return parts.commits?.value?.humanWeeks ?? [];
}
