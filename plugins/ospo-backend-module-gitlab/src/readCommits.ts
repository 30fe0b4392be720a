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
  withoutValue,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';
import { GitlabReading } from './GitlabReading';

const PER_PAGE = 100;
const MAX_PAGES = 10;
/** Enough to find a person among bots, mostly. */
const LATEST = 30;

const schema = z.array(
  z.object({
    author_name: z.string().nullish(),
    author_email: z.string().nullish(),
    committed_date: z.string().nullish(),
    parent_ids: z.array(z.string()).nullish(),
  }),
);
type Commit = z.infer<typeof schema>[number];

/** Lists the commits of 52 weeks, bounded by the folder; of more than a thousand the newest. */
export async function readCommits(
  reading: GitlabReading,
): Promise<RepositoryPart<RepositoryCommits>> {
  const { client, now, repository, validators } = reading;
  const previous = validators.get('commits');
  const readAt = previous?.readAt ?? now;
  const listed = await client.getPages(
    {
      path: `${reading.base}/repository/commits`,
      query: {
        since: startOfYear52(readAt).toISOString(),
        path: repository.path,
        ref_name: repository.ref,
        per_page: PER_PAGE,
      },
      etag: previous?.etag,
      absentStatuses: [404],
      parse: body => schema.parse(body),
    },
    { maxPages: MAX_PAGES },
  );
  if (listed.status !== 'read') {
    return withoutValue(
      listed,
      'The repository is empty, or its commits may not be read.',
    );
  }
  validators.set('commits', listed.etag, readAt);
  const value = countCommits({
    commits: counted(listed.items, reading),
    start: startOfYear52(now),
    bounded: repository.path !== undefined,
    incomplete: !listed.complete,
  });
  if (!listed.complete) {
    return {
      state: 'read',
      value,
      note: `Only the newest ${listed.items.length} commits were counted.`,
    };
  }
  return value.lastHumanCommitAt === undefined
    ? await withLatest(reading, value)
    : { state: 'read', value };
}

function counted(
  commits: readonly Commit[],
  { isBot }: GitlabReading,
): CountedCommit[] {
  return commits
    .filter(({ parent_ids: parents }) => (parents?.length ?? 0) < 2)
    .map(({ author_email: email, author_name: name, committed_date: at }) => ({
      committedAt: at ?? '',
      email: email ?? undefined,
      isBot:
        isBotName(name ?? '', isBot) ||
        // Tokens of projects and groups have a user with an address of that name.
        isBotName(email?.split('@')[0] ?? '', isBot),
    }));
}

/** Nobody has committed for a year: when was it last? And is there such a folder at all? */
async function withLatest(
  reading: GitlabReading,
  value: RepositoryCommits,
): Promise<RepositoryPart<RepositoryCommits>> {
  const { client, repository } = reading;
  const answer = await client.get({
    path: `${reading.base}/repository/commits`,
    query: {
      path: repository.path,
      ref_name: repository.ref,
      per_page: LATEST,
    },
    absentStatuses: [404],
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
  const lastHumanCommitAt = isoTime(
    counted(latest, reading).find(({ isBot }) => !isBot)?.committedAt,
  );
  return {
    state: 'read',
    value: { ...value, ...(lastHumanCommitAt ? { lastHumanCommitAt } : {}) },
  };
}
