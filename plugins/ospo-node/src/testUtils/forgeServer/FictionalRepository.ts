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

const DAY_MS = 24 * 60 * 60_000;

/** @public */
export interface FictionalPerson {
  /** Absent where the forge does not know whose address it is. */
  handle?: string;
  name: string;
  email: string;
  isBot?: boolean;
}

/** @public */
export interface FictionalCommit {
  sha: string;
  at: Date;
  author: FictionalPerson;
  isMerge: boolean;
  path: string;
}

/** An issue, or a pull request. @public */
export interface FictionalIssue {
  number: number;
  title: string;
  labels: string[];
  openedAt: Date;
  isOpen: boolean;
  author: FictionalPerson;
  isPullRequest?: boolean;
  mergedAt?: Date;
  comments: { author: FictionalPerson; at: Date; isReview?: boolean }[];
}

/** What a forge may know of a repository, in no forge's words. @public */
export interface FictionalRepository {
  slug: string;
  description: string;
  createdAt: Date;
  pushedAt: Date;
  defaultBranch: string;
  isArchived: boolean;
  stars: number;
  forks: number;
  subscribers: number;
  topics: string[];
  languages: string[];
  licence: string;
  /** Newest first. */
  commits: FictionalCommit[];
  releases: { name: string; at: Date }[];
  tags: { name: string; sha: string; at: Date }[];
  files: string[];
  /** Text of each file. */
  readme: string;
  issues: FictionalIssue[];
}

const mira: FictionalPerson = {
  handle: 'mira-quill',
  name: 'Mira Quill',
  email: 'mira.quill@harbour.example',
};
const otto: FictionalPerson = {
  handle: 'otto-brandt',
  name: 'Otto Brandt',
  email: 'otto.brandt@harbour.example',
};
const sanna: FictionalPerson = {
  name: 'Sanna Holm',
  email: 'sanna.holm@lighthouse.example',
};
const robot: FictionalPerson = {
  handle: 'update-robot[bot]',
  name: 'update-robot[bot]',
  email: 'update-robot@bots.example',
  isBot: true,
};

/**
 * Tide tables of a harbour that is not on any map: 120 commits by three people in 52 weeks, a quarter of them without a
 * handle and a fifth below `sdk`, 30 by a bot, 10 merges, and one from before.
 *
 * @public
 */
export function aFictionalRepository(options: {
  now: Date;
  overrides?: Partial<FictionalRepository>;
}): FictionalRepository {
  const { now, overrides } = options;
  const slug = overrides?.slug ?? 'harbour/tide-tables';
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return {
    slug,
    description: 'Tide tables for harbours, with a small SDK',
    createdAt: ago(900),
    pushedAt: ago(1),
    defaultBranch: 'main',
    isArchived: false,
    stars: 12,
    forks: 4,
    subscribers: 7,
    topics: ['innersource', 'tides'],
    languages: ['TypeScript', 'Shell'],
    licence: 'Apache-2.0',
    commits: someCommits(slug, ago),
    releases: [
      { name: 'v2.1.0', at: ago(20) },
      { name: 'v2.0.0', at: ago(150) },
      { name: 'v1.0.0', at: ago(700) },
    ],
    tags: [
      { name: 'v2.1.0', sha: shaOf(slug, 7), at: ago(14) },
      { name: 'v1.0.0', sha: shaOf(slug, 900), at: ago(700) },
    ],
    files: [
      'README.md',
      'CONTRIBUTING.md',
      'LICENSE',
      '.github/CODEOWNERS',
      '.github/ISSUE_TEMPLATE/bug.md',
      'docs/index.md',
      'sdk/README.md',
      'sdk/docs/start.md',
      'sdk/src/index.ts',
      'src/tides.ts',
    ],
    readme:
      '# Tide tables\n\n## Getting involved\n\nAsk in the harbour office.\n',
    issues: someIssues(ago),
    ...overrides,
  };
}

function someCommits(
  slug: string,
  ago: (days: number) => Date,
): FictionalCommit[] {
  const commits: Omit<FictionalCommit, 'sha'>[] = [];
  const people = [mira, otto, sanna, mira];
  for (let i = 0; i < 120; i++) {
    commits.push({
      at: ago(1 + i * 3),
      author: people[i % people.length],
      isMerge: false,
      path: i % 5 === 0 ? 'sdk/src/index.ts' : 'src/tides.ts',
    });
  }
  for (let i = 0; i < 30; i++) {
    commits.push({
      at: ago(2 + i * 12),
      author: robot,
      isMerge: false,
      path: 'src/tides.ts',
    });
  }
  for (let i = 0; i < 10; i++) {
    commits.push({
      at: ago(5 + i * 30),
      author: otto,
      isMerge: true,
      path: 'src/tides.ts',
    });
  }
  commits.push({
    at: ago(500),
    author: otto,
    isMerge: false,
    path: 'sdk/src/index.ts',
  });
  return commits
    .sort((a, b) => b.at.getTime() - a.at.getTime())
    .map((commit, index) => ({ ...commit, sha: shaOf(slug, index) }));
}

/**
 * Two ask for help. Of the newcomer's three, one was answered after 6 hours, one after 30, and one by nobody but its
 * author and a bot.
 */
function someIssues(ago: (days: number) => Date): FictionalIssue[] {
  const newcomer: FictionalPerson = {
    handle: 'nils-visitor',
    name: 'Nils Visitor',
    email: 'nils.visitor@island.example',
  };
  return [
    {
      number: 41,
      title: 'Tide of the west pier is an hour late',
      labels: ['help wanted', 'effort: S'],
      openedAt: ago(10),
      isOpen: true,
      author: newcomer,
      comments: [
        { author: robot, at: ago(10 - 1 / 24) },
        { author: mira, at: ago(10 - 6 / 24) },
      ],
    },
    {
      number: 40,
      title: 'Read the moon from the almanac',
      labels: ['good first issue', 'help wanted'],
      openedAt: ago(40),
      isOpen: true,
      author: mira,
      comments: [],
    },
    {
      number: 39,
      title: 'Round to the quarter of an hour',
      labels: [],
      openedAt: ago(60),
      isOpen: false,
      author: newcomer,
      isPullRequest: true,
      mergedAt: ago(57),
      comments: [{ author: otto, at: ago(60 - 30 / 24), isReview: true }],
    },
    {
      number: 38,
      title: 'Where are the tides of 1742?',
      labels: [],
      openedAt: ago(90),
      isOpen: true,
      author: newcomer,
      comments: [
        { author: newcomer, at: ago(89) },
        { author: robot, at: ago(88) },
      ],
    },
    {
      number: 12,
      title: 'Asked long ago',
      labels: ['help wanted'],
      openedAt: ago(600),
      isOpen: false,
      author: newcomer,
      comments: [],
    },
  ];
}

function shaOf(slug: string, index: number): string {
  return createHash('sha1').update(`${slug} ${index}`).digest('hex');
}
