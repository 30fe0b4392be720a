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
import { GithubReading } from './GithubReading';

const MAX_TOPICS = 50;

const schema = z.object({
  description: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  pushed_at: z.string().nullish(),
  default_branch: z.string().nullish(),
  archived: z.boolean().nullish(),
  visibility: z.string().nullish(),
  stargazers_count: z.number().nullish(),
  forks_count: z.number().nullish(),
  subscribers_count: z.number().nullish(),
  open_issues_count: z.number().nullish(),
  topics: z.array(z.string()).nullish(),
  language: z.string().nullish(),
  license: z.object({ spdx_id: z.string().nullish() }).nullish(),
});

/** One request. */
export async function readFacts(
  reading: GithubReading,
): Promise<RepositoryPart<RepositoryFacts>> {
  const answer = await reading.client.get({
    path: reading.base,
    etag: reading.validators.get('facts')?.etag,
    parse: body => schema.parse(body),
  });
  if (answer.status !== 'read') {
    return withoutValue(answer, 'GitHub tells nothing of it.');
  }
  reading.validators.set('facts', answer.etag);
  return { state: 'read', value: toFacts(answer.value) };
}

function toFacts(body: z.infer<typeof schema>): RepositoryFacts {
  const { visibility } = body;
  const licence = body.license?.spdx_id;
  return {
    description: boundedText(body.description, 2000),
    createdAt: isoTime(body.created_at),
    updatedAt: isoTime(body.updated_at),
    pushedAt: isoTime(body.pushed_at),
    defaultBranch: boundedText(body.default_branch, 250),
    archived: body.archived ?? undefined,
    visibility:
      visibility === 'public' ||
      visibility === 'internal' ||
      visibility === 'private'
        ? visibility
        : undefined,
    stars: body.stargazers_count ?? undefined,
    forks: body.forks_count ?? undefined,
    subscribers: body.subscribers_count ?? undefined,
    openIssues: body.open_issues_count ?? undefined,
    topics: body.topics?.slice(0, MAX_TOPICS),
    // The others would take a request of their own.
    languages: body.language ? [body.language] : undefined,
    licence: licence === 'NOASSERTION' ? undefined : boundedText(licence, 100),
  };
}
