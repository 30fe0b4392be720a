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
  isBotName,
  isoTime,
  RepositoryPart,
  RepositoryResponses,
  startOfYear52,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';
import { GitlabReading, userSchema } from './GitlabReading';
import { readGroup } from './readGroup';

/** Each takes a request for its notes. */
const SAMPLE = 20;
const MAX_NOTES = 100;
const APPROVED = /^approved this merge request/;

const schema = z.array(
  z.object({
    iid: z.number().int(),
    created_at: z.string(),
    author: userSchema,
    user_notes_count: z.number().nullish(),
    merged_at: z.string().nullish(),
    merge_user: userSchema,
    merged_by: userSchema,
  }),
);
type Asked = z.infer<typeof schema>[number] & {
  kind: 'issues' | 'merge_requests';
};

const notesSchema = z.array(
  z.object({
    author: userSchema,
    created_at: z.string(),
    system: z.boolean().nullish(),
    body: z.string().nullish(),
  }),
);

/** The newest twenty issues and merge requests of 52 weeks, with the first word, approval or merge of another person. */
export async function readResponses(
  reading: GitlabReading,
): Promise<RepositoryPart<RepositoryResponses>> {
  const kinds = ['issues', 'merge_requests'] as const;
  const lists = await readGroup(
    reading,
    kinds.map(kind => ({
      name: `responses ${kind}`,
      path: `${reading.base}/${kind}`,
      query: {
        scope: 'all',
        state: 'all',
        order_by: 'created_at',
        sort: 'desc',
        per_page: 100,
      },
      absentStatuses: [403, 404],
      parse: (body: unknown): Asked[] =>
        schema.parse(body).map(asked => ({ ...asked, kind })),
    })),
    { maxPages: 1 },
  );
  if (!lists) {
    return { state: 'unchanged' };
  }
  if (lists.every(({ status }) => status === 'absent')) {
    return {
      state: 'unavailable',
      note: 'The project has neither issues nor merge requests that may be read.',
    };
  }
  const start = startOfYear52(reading.now).toISOString();
  const asked = lists
    .flatMap(list => (list.status === 'read' ? list.items : []))
    .filter(
      ({ author, created_at }) =>
        author &&
        (isoTime(created_at) ?? '') >= start &&
        !isBotName(author.username, reading.isBot),
    )
    .sort((a, b) => b.created_at.localeCompare(a.created_at));
  const items: RepositoryResponses['items'] = [];
  for (const one of asked.slice(0, SAMPLE)) {
    items.push(...(await readAnswer(reading, one)));
  }
  return {
    state: 'read',
    value: { items },
    ...(asked.length > SAMPLE
      ? { note: `Of the newest ${SAMPLE} issues and merge requests.` }
      : {}),
  };
}

/** Nothing when it cannot be told whether somebody answered. */
async function readAnswer(
  reading: GitlabReading,
  asked: Asked,
): Promise<RepositoryResponses['items']> {
  const openedAt = isoTime(asked.created_at);
  const handle = asked.author?.username;
  if (!openedAt || !handle) {
    return [];
  }
  // An approval is not among the notes that are counted.
  const mayHaveNotes =
    asked.kind === 'merge_requests' || asked.user_notes_count !== 0;
  const notes = mayHaveNotes ? await readNotes(reading, asked, handle) : [];
  const firstResponseAt = [
    ...(notes ?? []),
    ...mergeOf(asked, handle),
  ].sort()[0];
  if (!firstResponseAt && (!notes || isMergedByUnknown(asked))) {
    return [];
  }
  return [
    { handle, openedAt, ...(firstResponseAt ? { firstResponseAt } : {}) },
  ];
}

/** Times of what other people said; undefined when there was more than was read, and none of it another person's. */
async function readNotes(
  reading: GitlabReading,
  asked: Asked,
  handle: string,
): Promise<string[] | undefined> {
  const answer = await reading.client.getPages(
    {
      path: `${reading.base}/${asked.kind}/${asked.iid}/notes`,
      query: { order_by: 'created_at', sort: 'asc', per_page: MAX_NOTES },
      absentStatuses: [403, 404],
      parse: body => notesSchema.parse(body),
    },
    { maxPages: 1 },
  );
  if (answer.status !== 'read') {
    return undefined;
  }
  const times = answer.items
    .filter(({ author, body, system }) =>
      author && author.username !== handle
        ? !isBotName(author.username, reading.isBot) &&
          (!system || APPROVED.test(body ?? ''))
        : false,
    )
    .flatMap(({ created_at }) => isoTime(created_at) ?? []);
  return times.length > 0 || answer.complete ? times : undefined;
}

function isMergedByUnknown(asked: Asked): boolean {
  return Boolean(asked.merged_at) && !(asked.merge_user ?? asked.merged_by);
}

function mergeOf(asked: Asked, handle: string): string[] {
  const by = asked.merge_user ?? asked.merged_by;
  const at = isoTime(asked.merged_at);
  return by && at && by.username !== handle ? [at] : [];
}
