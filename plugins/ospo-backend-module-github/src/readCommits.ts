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

import {
  countCommits,
  CountedCommit,
  isBotName,
  isoTime,
  RepositoryCommits,
  RepositoryPart,
  startOfYear52,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';
import { GithubReading, isBotUser, userSchema } from './GithubReading';
import { readStatistics } from './readStatistics';

const PER_PAGE = 100;
const MAX_PAGES = 10;
/** Enough to find a person among bots, mostly. */
const LATEST = 30;
const EMPTY_REPOSITORY = 409;

const schema = z.array(
  z.object({
    sha: z.string(),
    commit: z.object({
      author: z
        .object({ name: z.string().nullish(), email: z.string().nullish() })
        .nullish(),
      committer: z.object({ date: z.string().nullish() }).nullish(),
    }),
    author: userSchema,
    parents: z.array(z.unknown()).nullish(),
  }),
);
type Commit = z.infer<typeof schema>[number];

/**
 * Lists the commits of 52 weeks, bounded by the folder. Where they are more than a thousand, takes GitHub's own
 * statistics of the whole repository, or for a folder the newest thousand.
 */
export async function readCommits(
  reading: GithubReading,
): Promise<RepositoryPart<RepositoryCommits>> {
  const { validators } = reading;
  const previous = validators.get('commits');
  const readAt = previous?.readAt ?? reading.now;
  const listed = await listCommits(reading, {
    etag: previous?.etag,
    readAt,
  });
  if (listed.status === 'unchanged' || listed.status === 'later') {
    const { status } = listed;
    return status === 'later'
      ? { state: 'later', retryAfterMs: listed.retryAfterMs }
      : { state: 'unchanged' };
  }
  const commits = listed.status === 'read' ? listed.items : [];
  const complete = listed.status === 'read' ? listed.complete : true;
  const bounded = reading.repository.path !== undefined;
  if (!complete && !bounded) {
    validators.set('commits', undefined);
    const statistics = await readStatistics(reading);
    return statistics.state === 'read'
      ? withLast(statistics, lastHuman(commits, reading))
      : statistics;
  }
  validators.set(
    'commits',
    listed.status === 'read' ? listed.etag : undefined,
    readAt,
  );
  const value = countCommits({
    commits: counted(commits, reading),
    start: startOfYear52(reading.now),
    bounded,
    incomplete: !complete,
  });
  if (!complete) {
    return {
      state: 'read',
      value,
      note: `Only the newest ${commits.length} commits of the folder were counted.`,
    };
  }
  return value.lastHumanCommitAt === undefined && listed.status === 'read'
    ? await withLatest(reading, value)
    : { state: 'read', value };
}

/** Merges too, because tags are often on them; notes down which there are. */
export async function listCommits(
  reading: GithubReading,
  options: { etag?: string; readAt: Date },
) {
  const { client, repository } = reading;
  const listed = await client.getPages(
    {
      path: `${reading.base}/commits`,
      query: {
        since: startOfYear52(options.readAt).toISOString(),
        path: repository.path,
        sha: repository.ref,
        per_page: PER_PAGE,
      },
      etag: options.etag,
      absentStatuses: [EMPTY_REPOSITORY],
      parse: body => schema.parse(body),
    },
    {
      maxPages: MAX_PAGES,
      goOn: ({ lastPage }) =>
        repository.path !== undefined || (lastPage ?? 1) <= MAX_PAGES,
    },
  );
  if (listed.status === 'read') {
    reading.listed = {
      shas: new Map(
        listed.items.map(({ sha, commit }) => [
          sha,
          commit.committer?.date ?? '',
        ]),
      ),
      complete: listed.complete,
    };
  }
  return listed;
}

function counted(
  commits: readonly Commit[],
  reading: GithubReading,
): CountedCommit[] {
  return commits
    .filter(({ parents }) => (parents?.length ?? 0) < 2)
    .map(({ author, commit }) => ({
      committedAt: commit.committer?.date ?? '',
      handle: author?.login,
      email: commit.author?.email ?? undefined,
      isBot:
        isBotUser(author, reading.isBot) ||
        isBotName(commit.author?.name ?? '', reading.isBot),
    }));
}

function lastHuman(
  commits: readonly Commit[],
  reading: GithubReading,
): string | undefined {
  return isoTime(
    counted(commits, reading).find(({ isBot }) => !isBot)?.committedAt,
  );
}

function withLast(
  part: Extract<RepositoryPart<RepositoryCommits>, { state: 'read' }>,
  lastHumanCommitAt: string | undefined,
): RepositoryPart<RepositoryCommits> {
  return lastHumanCommitAt === undefined
    ? part
    : { ...part, value: { ...part.value, lastHumanCommitAt } };
}

/** Nobody has committed for a year: when was it last? And is there such a folder at all? */
async function withLatest(
  reading: GithubReading,
  value: RepositoryCommits,
): Promise<RepositoryPart<RepositoryCommits>> {
  const { client, repository } = reading;
  const answer = await client.get({
    path: `${reading.base}/commits`,
    query: { path: repository.path, sha: repository.ref, per_page: LATEST },
    absentStatuses: [EMPTY_REPOSITORY],
    parse: body => schema.parse(body),
  });
  const latest = answer.status === 'read' ? answer.value : [];
  if (latest.length === 0 && repository.path !== undefined) {
    reading.validators.set('commits', undefined);
    return {
      state: 'unavailable',
      note: `No commit ever touched the folder '${repository.path}'. Check the path in 'backstage.io/source-location'.`,
    };
  }
  return withLast({ state: 'read', value }, lastHuman(latest, reading));
}
