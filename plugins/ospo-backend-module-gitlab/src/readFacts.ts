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
  boundedText,
  isoTime,
  RepositoryFacts,
  RepositoryPart,
  withoutValue,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';
import { GitlabReading } from './GitlabReading';

const MAX_TOPICS = 50;
const MAX_LANGUAGES = 10;

const schema = z.object({
  description: z.string().nullish(),
  created_at: z.string().nullish(),
  last_activity_at: z.string().nullish(),
  default_branch: z.string().nullish(),
  archived: z.boolean().nullish(),
  visibility: z.string().nullish(),
  star_count: z.number().nullish(),
  forks_count: z.number().nullish(),
  open_issues_count: z.number().nullish(),
  topics: z.array(z.string()).nullish(),
  license: z.object({ key: z.string().nullish() }).nullish(),
});

const languagesSchema = z.record(z.string(), z.number());

/** Two requests, or one when nothing has changed. */
export async function readFacts(
  reading: GitlabReading,
): Promise<RepositoryPart<RepositoryFacts>> {
  const { base, client, validators } = reading;
  const answer = await client.get({
    path: base,
    query: { license: true },
    etag: validators.get('facts')?.etag,
    parse: body => schema.parse(body),
  });
  if (answer.status !== 'read') {
    return withoutValue(answer, 'GitLab tells nothing of it.');
  }
  const languages = await client.get({
    path: `${base}/languages`,
    // The repository may be closed to the token, or empty.
    absentStatuses: [403, 404],
    parse: body => languagesSchema.parse(body),
  });
  validators.set('facts', answer.etag);
  return {
    state: 'read',
    value: {
      ...toFacts(answer.value),
      ...(languages.status === 'read'
        ? { languages: byShare(languages.value) }
        : {}),
    },
  };
}

function byShare(languages: Record<string, number>): string[] {
  return Object.entries(languages)
    .sort(([, a], [, b]) => b - a)
    .slice(0, MAX_LANGUAGES)
    .map(([name]) => name);
}

/** GitLab tells of the last activity of any kind, and not of the last push. */
function toFacts(body: z.infer<typeof schema>): RepositoryFacts {
  const { visibility } = body;
  return {
    description: boundedText(body.description, 2000),
    createdAt: isoTime(body.created_at),
    updatedAt: isoTime(body.last_activity_at),
    defaultBranch: boundedText(body.default_branch, 250),
    archived: body.archived ?? undefined,
    visibility:
      visibility === 'public' ||
      visibility === 'internal' ||
      visibility === 'private'
        ? visibility
        : undefined,
    stars: body.star_count ?? undefined,
    forks: body.forks_count ?? undefined,
    openIssues: body.open_issues_count ?? undefined,
    topics: body.topics?.slice(0, MAX_TOPICS),
    licence: boundedText(body.license?.key, 100),
  };
}
