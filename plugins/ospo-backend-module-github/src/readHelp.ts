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
  RepositoryHelp,
  RepositoryPart,
  toRepositoryIssue,
  withoutValue,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';
import { GithubReading } from './GithubReading';

const MAX_ITEMS = 50;
const MAX_LABELS = 20;
/** The repository may not be searched: issues are off, or the token may not read them. */
const NOT_SEARCHED = 422;

const schema = z.object({
  total_count: z.number().int().nonnegative(),
  incomplete_results: z.boolean().nullish(),
  items: z.array(
    z.object({
      title: z.string(),
      html_url: z.string(),
      labels: z.array(
        z.union([z.string(), z.object({ name: z.string().nullish() })]),
      ),
      created_at: z.string(),
      comments: z.number().nullish(),
    }),
  ),
});

/** One search, because only that takes several labels as "one of" and tells how many there are. */
export async function readHelp(
  reading: GithubReading,
): Promise<RepositoryPart<RepositoryHelp>> {
  const { client, validators } = reading;
  const labels = reading.helpLabels
    .map(label => label.replace(/["\\]/g, '').trim())
    .filter(label => label !== '')
    .slice(0, MAX_LABELS);
  if (labels.length === 0) {
    return {
      state: 'unavailable',
      note: 'No label is configured that asks for help.',
    };
  }
  const q = [
    `repo:${reading.repository.slug}`,
    'is:issue',
    'is:open',
    `label:${labels.map(label => `"${label}"`).join(',')}`,
  ].join(' ');
  const answer = await client.get({
    path: '/search/issues',
    query: { q, sort: 'created', order: 'desc', per_page: MAX_ITEMS },
    etag: validators.get('help')?.etag,
    absentStatuses: [NOT_SEARCHED],
    parse: body => schema.parse(body),
  });
  if (answer.status !== 'read') {
    return withoutValue(
      answer,
      'GitHub does not search the issues of this repository. Check that it has issues, and that the integration’s token may read them.',
    );
  }
  validators.set('help', answer.etag);
  const items = answer.value.items
    .flatMap(item =>
      toRepositoryIssue({
        ...item,
        url: item.html_url,
        openedAt: item.created_at,
        labels: item.labels.flatMap(label =>
          typeof label === 'string' ? label : label.name ?? [],
        ),
      }),
    )
    .slice(0, MAX_ITEMS);
  return {
    state: 'read',
    value: { items, total: Math.max(answer.value.total_count, items.length) },
    ...(answer.value.incomplete_results
      ? { note: 'GitHub did not finish the search, so there may be more.' }
      : {}),
  };
}
