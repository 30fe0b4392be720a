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
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';
import { GitlabReading } from './GitlabReading';
import { readGroup } from './readGroup';

const MAX_ITEMS = 50;
const MAX_LABELS = 10;

const schema = z.array(
  z.object({
    iid: z.number().int(),
    title: z.string(),
    web_url: z.string(),
    labels: z.array(z.string()),
    created_at: z.string(),
    user_notes_count: z.number().nullish(),
  }),
);
type Issue = z.infer<typeof schema>[number];

/** One request a label, because GitLab takes several labels as "all of"; an issue with two of them counts once. */
export async function readHelp(
  reading: GitlabReading,
): Promise<RepositoryPart<RepositoryHelp>> {
  // A comma would make two of one.
  const labels = reading.helpLabels
    .filter(label => label.trim() !== '' && !label.includes(','))
    .slice(0, MAX_LABELS);
  if (labels.length === 0) {
    return {
      state: 'unavailable',
      note: 'No label is configured that asks for help.',
    };
  }
  const lists = await readGroup<Issue>(
    reading,
    labels.map((label, index) => ({
      name: `help ${index}`,
      path: `${reading.base}/issues`,
      query: {
        labels: label,
        state: 'opened',
        scope: 'all',
        order_by: 'created_at',
        sort: 'desc',
        per_page: 100,
      },
      absentStatuses: [403, 404],
      parse: body => schema.parse(body),
    })),
    { maxPages: 1 },
  );
  if (!lists) {
    return { state: 'unchanged' };
  }
  const issues = new Map<number, Issue>();
  let complete = true;
  for (const list of lists) {
    if (list.status !== 'read') {
      return {
        state: 'unavailable',
        note: 'The project has no issues that may be read. Check that issues are on, and that the integration’s token may read them.',
      };
    }
    complete &&= list.complete;
    list.items.forEach(issue => issues.set(issue.iid, issue));
  }
  const items = [...issues.values()]
    .flatMap(issue =>
      toRepositoryIssue({
        ...issue,
        url: issue.web_url,
        openedAt: issue.created_at,
        comments: issue.user_notes_count,
      }),
    )
    .sort((a, b) => b.openedAt.localeCompare(a.openedAt))
    .slice(0, MAX_ITEMS);
  return {
    state: 'read',
    value: { items, total: Math.max(issues.size, items.length) },
    ...(complete
      ? {}
      : { note: 'Of a label with more than 100 issues, 100 are counted.' }),
  };
}
