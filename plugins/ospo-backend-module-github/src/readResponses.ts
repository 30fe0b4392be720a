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
  isoTime,
  RepositoryPart,
  RepositoryResponses,
  startOfYear52,
  withoutValue,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';
import { GithubReading, isBotUser, userSchema } from './GithubReading';

const SAMPLE = 100;
const MAX_COMMENT_PAGES = 5;
const MAX_REVIEWED = 10;

const issuesSchema = z.array(
  z.object({
    number: z.number().int(),
    created_at: z.string(),
    user: userSchema,
    pull_request: z.object({ merged_at: z.string().nullish() }).nullish(),
  }),
);
type Issue = z.infer<typeof issuesSchema>[number];

const commentsSchema = z.array(
  z.object({
    issue_url: z.string().nullish(),
    pull_request_url: z.string().nullish(),
    created_at: z.string(),
    user: userSchema,
  }),
);

const reviewsSchema = z.array(
  z.object({ submitted_at: z.string().nullish(), user: userSchema }),
);

/** What somebody said, and to which issue or pull request. */
interface Said {
  number: number;
  by: string;
  at: string;
}

/**
 * The newest hundred issues and pull requests of 52 weeks, with the first word of another person on each: comments
 * of the whole repository in a few requests, and reviews of the pull requests without one. Whatever lies before the
 * comments that were read, or may have an answer that was not looked for, is left out rather than called unanswered.
 */
export async function readResponses(
  reading: GithubReading,
): Promise<RepositoryPart<RepositoryResponses>> {
  const { client, validators } = reading;
  const answer = await client.get({
    path: `${reading.base}/issues`,
    query: {
      state: 'all',
      sort: 'created',
      direction: 'desc',
      per_page: SAMPLE,
    },
    etag: validators.get('responses')?.etag,
    absentStatuses: [404, 410],
    parse: body => issuesSchema.parse(body),
  });
  if (answer.status !== 'read') {
    return withoutValue(
      answer,
      'The repository has no issues that may be read.',
    );
  }
  const start = startOfYear52(reading.now).toISOString();
  const asked = answer.value.filter(
    ({ created_at, user }) =>
      user && created_at >= start && !isBotUser(user, reading.isBot),
  );
  const value = await readAnswers(reading, asked);
  validators.set('responses', answer.etag);
  return {
    state: 'read',
    value,
    ...noteOn({ asked, listed: answer.value.length, told: value.items.length }),
  };
}

async function readAnswers(
  reading: GithubReading,
  asked: readonly Issue[],
): Promise<RepositoryResponses> {
  if (asked.length === 0) {
    return { items: [] };
  }
  const since = asked
    .map(({ created_at }) => created_at)
    .reduce((a, b) => (a < b ? a : b));
  const ofIssues = await readComments(reading, 'issues', since);
  const ofCode = asked.some(({ pull_request }) => pull_request)
    ? await readComments(reading, 'pulls', since)
    : { said: [], from: '' };
  const said = [...ofIssues.said, ...ofCode.said];
  const from = ofIssues.from > ofCode.from ? ofIssues.from : ofCode.from;
  const items: RepositoryResponses['items'] = [];
  let reviewed = 0;
  for (const issue of asked) {
    const openedAt = isoTime(issue.created_at);
    const handle = issue.user?.login;
    if (!openedAt || !handle || issue.created_at < from) {
      continue;
    }
    let first = firstOf(said, issue, handle);
    if (!first && issue.pull_request) {
      if (reviewed === MAX_REVIEWED) {
        continue;
      }
      reviewed += 1;
      first = firstOf(await readReviews(reading, issue), issue, handle);
    }
    if (!first && issue.pull_request?.merged_at) {
      // Who merged it is not told.
      continue;
    }
    items.push({
      handle,
      openedAt,
      ...(first ? { firstResponseAt: first } : {}),
    });
  }
  return { items };
}

/** Newest first, so that what is cut off is old; `from` is the time from which they are all there. */
async function readComments(
  reading: GithubReading,
  kind: 'issues' | 'pulls',
  since: string,
): Promise<{ said: Said[]; from: string }> {
  const answer = await reading.client.getPages(
    {
      path: `${reading.base}/${kind}/comments`,
      query: { sort: 'created', direction: 'desc', since, per_page: 100 },
      absentStatuses: [404, 410],
      parse: body => commentsSchema.parse(body),
    },
    { maxPages: MAX_COMMENT_PAGES },
  );
  if (answer.status !== 'read') {
    return { said: [], from: '' };
  }
  const oldest = answer.items[answer.items.length - 1]?.created_at ?? '';
  return {
    from: answer.complete ? '' : oldest,
    said: answer.items.flatMap(comment => {
      const url = comment.issue_url ?? comment.pull_request_url ?? '';
      const number = Number(/\/(\d+)$/.exec(url)?.[1]);
      return comment.user && !isBotUser(comment.user, reading.isBot)
        ? [{ number, by: comment.user.login, at: comment.created_at }]
        : [];
    }),
  };
}

async function readReviews(
  reading: GithubReading,
  { number }: Issue,
): Promise<Said[]> {
  const answer = await reading.client.get({
    path: `${reading.base}/pulls/${number}/reviews`,
    query: { per_page: 30 },
    absentStatuses: [404],
    parse: body => reviewsSchema.parse(body),
  });
  const reviews = answer.status === 'read' ? answer.value : [];
  return reviews.flatMap(({ submitted_at: at, user }) =>
    at && user && !isBotUser(user, reading.isBot)
      ? [{ number, by: user.login, at }]
      : [],
  );
}

function firstOf(
  said: readonly Said[],
  issue: Issue,
  handle: string,
): string | undefined {
  const times = said
    .filter(({ number, by }) => number === issue.number && by !== handle)
    .flatMap(({ at }) => isoTime(at) ?? [])
    .sort();
  return times[0];
}

function noteOn(options: {
  asked: readonly Issue[];
  listed: number;
  told: number;
}): { note?: string } {
  const { asked, listed, told } = options;
  const leftOut = asked.length - told;
  const notes = [
    ...(listed >= SAMPLE && asked.length > 0
      ? [`Of the newest ${SAMPLE} issues and pull requests.`]
      : []),
    ...(leftOut > 0
      ? [`${leftOut} were left out, because not all answers to them were read.`]
      : []),
  ];
  return notes.length > 0 ? { note: notes.join(' ') } : {};
}
