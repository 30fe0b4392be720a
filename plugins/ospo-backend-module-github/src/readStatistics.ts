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
  RepositoryAuthor,
  RepositoryCommits,
  RepositoryPart,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';
import { GithubReading, isBotUser, userSchema } from './GithubReading';

const WEEKS = 52;

const schema = z
  .array(
    z.object({
      author: userSchema,
      weeks: z.array(z.object({ w: z.number(), c: z.number() })),
    }),
  )
  // An empty repository is answered without a body.
  .nullable();

/**
 * GitHub's statistics of contributors: one request for any number of commits, computed at the first, and without
 * merges.
 */
export async function readStatistics(
  reading: GithubReading,
): Promise<RepositoryPart<RepositoryCommits>> {
  const answer = await reading.client.get({
    path: `${reading.base}/stats/contributors`,
    parse: body => schema.parse(body),
  });
  if (answer.status === 'later') {
    return { state: 'later', retryAfterMs: answer.retryAfterMs };
  }
  if (answer.status !== 'read' || !answer.value) {
    return {
      state: 'unavailable',
      note: 'GitHub has no statistics of this repository.',
    };
  }
  const humanWeeks = new Array<number>(WEEKS).fill(0);
  const authors: RepositoryAuthor[] = [];
  let botCommits = 0;
  for (const { author, weeks } of answer.value) {
    const year = [...weeks].sort((a, b) => a.w - b.w).slice(-WEEKS);
    const commits = year.reduce((sum, { c }) => sum + c, 0);
    if (isBotUser(author, reading.isBot)) {
      botCommits += commits;
      continue;
    }
    year.forEach(({ c }, index) => {
      humanWeeks[WEEKS - year.length + index] += c;
    });
    if (author && commits > 0) {
      authors.push({ handle: author.login, commits });
    }
  }
  return {
    state: 'read',
    value: { bounded: false, humanWeeks, botCommits, authors },
    note: 'There are more than a thousand commits, so these are GitHub’s own statistics, which tell of the hundred people who committed most since the beginning.',
  };
}
