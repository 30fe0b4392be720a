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

import { RepositoryAuthor, RepositoryCommits } from '../repositorySignals';

const DAY_MS = 24 * 60 * 60_000;
const WEEK_MS = 7 * DAY_MS;
const WEEKS = 52;

/** Begin of the 52 weeks that end with the day of `now`, at midnight UTC. @public */
export function startOfYear52(now: Date): Date {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  return new Date(today + DAY_MS - WEEKS * WEEK_MS);
}

/** A commit as far as it is counted. @public */
export interface CountedCommit {
  /** ISO 8601 time. */
  committedAt: string;
  /** Handle on the forge. */
  handle?: string;
  email?: string;
  isBot: boolean;
}

/**
 * Counts commits, merges left out by the caller, of the 52 weeks that begin at `start`. With `incomplete` they are the
 * newest of more, and the weeks that were not read in whole are left off.
 *
 * @public
 */
export function countCommits(options: {
  commits: readonly CountedCommit[];
  start: Date;
  bounded: boolean;
  incomplete?: boolean;
}): RepositoryCommits {
  const weeks = new Array<number>(WEEKS).fill(0);
  const authors = new Map<string, RepositoryAuthor>();
  const handles = handlesByEmail(options.commits);
  let botCommits = 0;
  let lastHuman = Number.NEGATIVE_INFINITY;
  let oldest = Number.POSITIVE_INFINITY;
  for (const commit of options.commits) {
    const time = Date.parse(commit.committedAt);
    const week = Math.floor((time - options.start.getTime()) / WEEK_MS);
    // Clocks of committers may run ahead.
    const index = Math.min(week, WEEKS - 1);
    if (Number.isNaN(time) || index < 0) {
      continue;
    }
    oldest = Math.min(oldest, time);
    if (commit.isBot) {
      botCommits += 1;
      continue;
    }
    weeks[index] += 1;
    lastHuman = Math.max(lastHuman, time);
    addAuthor(authors, commit, handles);
  }
  const firstWhole = options.incomplete
    ? Math.ceil((oldest - options.start.getTime()) / WEEK_MS)
    : 0;
  return {
    bounded: options.bounded,
    humanWeeks: weeks.slice(Math.min(Math.max(firstWhole, 0), WEEKS)),
    botCommits,
    authors: [...authors.values()],
    ...(Number.isFinite(lastHuman)
      ? { lastHumanCommitAt: new Date(lastHuman).toISOString() }
      : {}),
  };
}

/** A person may commit with and without the forge knowing the address. */
function handlesByEmail(
  commits: readonly CountedCommit[],
): Map<string, string> {
  const handles = new Map<string, string>();
  for (const { email, handle } of commits) {
    if (email && handle) {
      handles.set(email.toLowerCase(), handle);
    }
  }
  return handles;
}

function addAuthor(
  authors: Map<string, RepositoryAuthor>,
  commit: CountedCommit,
  handles: Map<string, string>,
): void {
  const email = commit.email?.toLowerCase();
  const handle = commit.handle ?? handles.get(email ?? '');
  const key = handle?.toLowerCase() ?? email;
  if (!key) {
    return;
  }
  const author = authors.get(key) ?? {
    ...(handle ? { handle } : {}),
    ...(email ? { email } : {}),
    commits: 0,
  };
  authors.set(key, { ...author, commits: author.commits + 1 });
}
