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
  RepositoryReading,
} from '@ospo-suite/backstage-plugin-ospo-node';
import {
  aFictionalRepository,
  FictionalRepository,
  ForgeServer,
  repositorySignalsContract,
} from '@ospo-suite/backstage-plugin-ospo-node/testUtils';
import { GitlabRepositorySignals } from './GitlabRepositorySignals';

jest.setTimeout(60_000);

const TOKEN = 'gl-token-of-the-harbour';
const SLUG = 'harbour/north/tide-tables';
const now = new Date('2026-11-25T12:00:00Z');

function aLocation(
  overrides: Partial<RepositoryLocation> = {},
): RepositoryLocation {
  return {
    url: `https://forge.example/${SLUG}`,
    host: 'forge.example',
    slug: SLUG,
    ...overrides,
  };
}

function aSource(forge: ForgeServer, integration: object = {}) {
  return GitlabRepositorySignals.fromConfig(
    new ConfigReader({
      integrations: {
        gitlab: [
          {
            host: 'forge.example',
            apiBaseUrl: forge.apiBaseUrl,
            token: TOKEN,
            ...integration,
          },
        ],
      },
    }),
  );
}

async function aForge(overrides: Partial<FictionalRepository> = {}) {
  return await ForgeServer.start({
    speaks: 'gitlab',
    repositories: [
      aFictionalRepository({ now, overrides: { slug: SLUG, ...overrides } }),
    ],
    now,
    token: TOKEN,
  });
}

describe('contract', () => {
  it.each(
    repositorySignalsContract({
      async create() {
        const forge = await aForge();
        return {
          source: aSource(forge),
          repository: aLocation(),
          otherRepositories: [
            aLocation({ host: 'gitlab.com' }),
            aLocation({ slug: 'harbour' }),
            aLocation({ slug: 'harbour/../tide-tables' }),
            aLocation({ slug: 'harbour/tide tables' }),
          ],
          now,
          requests: () => forge.asked.length,
          answer: kind => {
            const moods = { nonsense: 'broken', busy: 'busy-seconds' } as const;
            forge.answer(
              kind === 'nonsense' || kind === 'busy' ? moods[kind] : kind,
            );
            return true;
          },
          secrets: [TOKEN, 'secret-path', 'full_name'],
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

  it('tells what it knows of a project', async () => {
    forge = await aForge();
    const { parts } = await read();
    expect(parts).toEqual({
      facts: {
        state: 'read',
        value: {
          description: 'Tide tables for harbours, with a small SDK',
          createdAt: '2024-06-08T12:00:00.000Z',
          updatedAt: '2026-11-24T12:00:00.000Z',
          defaultBranch: 'main',
          archived: false,
          visibility: 'internal',
          stars: 12,
          forks: 4,
          openIssues: 3,
          topics: ['innersource', 'tides'],
          licence: 'apache-2.0',
          languages: ['TypeScript', 'Shell'],
        },
      },
      commits: {
        state: 'read',
        value: {
          bounded: false,
          humanWeeks: expect.any(Array),
          botCommits: 30,
          lastHumanCommitAt: '2026-11-24T12:00:00.000Z',
          authors: [
            { email: 'mira.quill@harbour.example', commits: 60 },
            { email: 'otto.brandt@harbour.example', commits: 30 },
            { email: 'sanna.holm@lighthouse.example', commits: 30 },
          ],
        },
      },
      releases: {
        state: 'read',
        value: {
          count: 2,
          latest: { name: 'v2.1.0', at: '2026-11-05T12:00:00.000Z' },
        },
      },
      files: {
        state: 'read',
        value: {
          truncated: false,
          readme: { path: 'README.md', text: expect.stringContaining('Tide') },
          paths: [
            '.github/CODEOWNERS',
            '.github/ISSUE_TEMPLATE/bug.md',
            'CONTRIBUTING.md',
            'LICENSE',
            'README.md',
            'docs/index.md',
          ],
        },
      },
      help: {
        state: 'read',
        value: {
          total: 2,
          items: [
            expect.objectContaining({
              title: 'Tide of the west pier is an hour late',
            }),
            {
              title: 'Read the moon from the almanac',
              url: `https://forge.example/${SLUG}/-/issues/40`,
              labels: ['good first issue', 'help wanted'],
              openedAt: '2026-10-16T12:00:00.000Z',
              comments: 0,
            },
          ],
        },
      },
      responses: {
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
      },
    });
    expect(sumOf(parts)).toBe(120);
  });

  it('is bounded by the folder', async () => {
    forge = await aForge();
    const { parts } = await read({
      parts: ['commits', 'files'],
      repository: aLocation({ path: 'sdk' }),
    });
    expect(sumOf(parts)).toBe(24);
    expect(parts.files).toMatchObject({
      value: {
        paths: expect.arrayContaining(['sdk/README.md', 'sdk/docs/start.md']),
      },
    });
  });

  it('does not call a folder quiet that was never there', async () => {
    forge = await aForge();
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
    forge = await aForge({ commits: commits.slice(-1) });
    const { parts } = await read({ parts: ['commits'] });
    expect(parts.commits).toMatchObject({
      state: 'read',
      value: { lastHumanCommitAt: '2025-07-13T12:00:00.000Z' },
    });
    expect(sumOf(parts)).toBe(0);
  });

  it('counts the newest thousand commits, and only whole weeks', async () => {
    const [commit] = aFictionalRepository({ now }).commits;
    forge = await aForge({
      commits: Array.from({ length: 1200 }, (_, index) => ({
        ...commit,
        at: new Date(now.getTime() - (1 + index / 8) * 24 * 60 * 60_000),
      })),
    });
    const { parts } = await read({ parts: ['commits'] });
    expect(parts.commits).toMatchObject({
      state: 'read',
      note: 'Only the newest 1000 commits were counted.',
    });
    expect(weeksOf(parts)).toHaveLength(18);
    expect(forge.asked).toHaveLength(10);
  });

  it('says "at least" where there are more releases of the year than are listed', async () => {
    const every = (days: number) =>
      Array.from({ length: 300 }, (_, index) => ({
        name: `v${300 - index}`,
        at: new Date(now.getTime() - (1 + index * days) * 24 * 60 * 60_000),
      }));
    forge = await aForge({ releases: every(1) });
    expect((await read({ parts: ['releases'] })).parts.releases).toMatchObject({
      state: 'read',
      value: { count: 100 },
      note: expect.stringContaining('At least'),
    });
    await forge.close();

    forge = await aForge({ releases: every(7) });
    const { parts } = await read({ parts: ['releases'] });
    expect(parts.releases).toMatchObject({ value: { count: 52 } });
    expect(parts.releases).not.toHaveProperty('note');
  });

  it('counts tags where there are no releases', async () => {
    forge = await aForge({ releases: [] });
    const { parts } = await read({ parts: ['releases'] });
    expect(parts.releases).toEqual({
      state: 'read',
      value: {
        count: 1,
        latest: { name: 'v2.1.0', at: '2026-11-11T12:00:00.000Z' },
      },
    });
  });

  it('asks for nothing but news the second time', async () => {
    forge = await aForge();
    const first = await read();
    const asked = forge.asked.length;
    const second = await read({ validators: first.validators });
    expect(Object.values(second.parts).map(({ state }) => state)).toEqual(
      new Array(6).fill('unchanged'),
    );
    const again = forge.asked.slice(asked);
    expect(again).toHaveLength(9);
    expect(again.every(({ status }) => status === 304)).toBe(true);
  });

  it('reads all lists of a value again when one of them has changed', async () => {
    const repository = aFictionalRepository({ now, overrides: { slug: SLUG } });
    forge = await aForge({ issues: repository.issues });
    const first = await read({ parts: ['help'] });
    // It has the first of the labels alone.
    repository.issues[0].title = 'Tide of the west pier is two hours late';
    const second = await read({
      parts: ['help'],
      validators: first.validators,
    });
    expect(second.parts.help).toMatchObject({
      state: 'read',
      value: { total: 2 },
    });
    expect(forge.asked.map(({ status }) => status)).toEqual([
      200, 200, 200, 304, 200,
    ]);
  });

  it('does not take a limit for issues that may not be read', async () => {
    forge = await aForge();
    // Without a request left GitLab may answer 403, which is what it says of issues that are off, too.
    forge.answer('busy', { after: 2 });
    const { parts, stoppedBy } = await read({ parts: ['facts', 'help'] });
    expect(parts).toMatchObject({
      facts: { state: 'read' },
      help: { state: 'later' },
    });
    expect(stoppedBy?.name).toBe('RetryLaterError');
  });

  it('finds the project of a GitLab below a path of its host', async () => {
    forge = await aForge();
    const source = aSource(forge, { baseUrl: 'https://forge.example/git' });
    const { parts } = await source.read({
      repository: aLocation({ slug: `git/${SLUG}` }),
      parts: ['facts'],
      helpLabels: [],
      validators: {},
      spend: async () => {},
      isBot: () => false,
      now,
      signal: new AbortController().signal,
    });
    expect(parts.facts?.state).toBe('read');
  });
});

it('asks no host that nobody configured', () => {
  const source = GitlabRepositorySignals.fromConfig(new ConfigReader({}));
  expect(source.reads(aLocation({ host: 'gitlab.com' }))).toBe(false);
});

function weeksOf(parts: RepositoryReading['parts']): number[] {
  const { commits } = parts;
  return (commits?.state === 'read' && commits.value.humanWeeks) || [];
}

function sumOf(parts: RepositoryReading['parts']): number {
  return weeksOf(parts).reduce((a, b) => a + b, 0);
}
