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
  RepositoryPart,
  RepositoryReleases,
  toReleasesPart,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';
import { GitlabReading } from './GitlabReading';
import { readGroup } from './readGroup';

const PER_PAGE = 100;
const VERSION = /\d/;

/** A release, or a tag; both are lists of the same group, so that neither changes unseen. */
const schema = z.array(
  z.object({
    name: z.string().nullish(),
    tag_name: z.string().nullish(),
    released_at: z.string().nullish(),
    upcoming_release: z.boolean().nullish(),
    commit: z.object({ committed_date: z.string().nullish() }).nullish(),
  }),
);
type Entry = z.infer<typeof schema>[number];

interface Version {
  name: string;
  at: string;
}

/** The newest hundred releases; where there are none, tags with a number. */
export async function readReleases(
  reading: GitlabReading,
): Promise<RepositoryPart<RepositoryReleases>> {
  const { base } = reading;
  const query = { order_by: 'released_at', sort: 'desc', per_page: PER_PAGE };
  const lists = await readGroup<Entry>(
    reading,
    [
      {
        name: 'releases',
        path: `${base}/releases`,
        query,
        absentStatuses: [403, 404],
        parse: body => schema.parse(body),
      },
      {
        name: 'tags',
        path: `${base}/repository/tags`,
        query: { ...query, order_by: 'updated' },
        absentStatuses: [403, 404],
        parse: body => schema.parse(body),
      },
    ],
    { maxPages: 1 },
  );
  if (!lists) {
    return { state: 'unchanged' };
  }
  const [releases, tags] = lists.map(list =>
    list.status === 'read' ? list : { items: [], complete: true },
  );
  if (lists.every(({ status }) => status === 'absent')) {
    return {
      state: 'unavailable',
      note: 'The project shows neither releases nor tags.',
    };
  }
  const { now } = reading;
  const versions = releases.items.flatMap(toRelease);
  return versions.length > 0
    ? toReleasesPart({ releases: versions, complete: releases.complete, now })
    : toReleasesPart({
        releases: tags.items.flatMap(toTag),
        complete: tags.complete,
        now,
      });
}

function toRelease(entry: Entry): Version[] {
  const at = isoTime(entry.released_at);
  const name = boundedText(entry.tag_name ?? entry.name, 200);
  return at && name && !entry.upcoming_release ? [{ name, at }] : [];
}

function toTag(entry: Entry): Version[] {
  const at = isoTime(entry.commit?.committed_date);
  const name = boundedText(entry.name, 200);
  return at && name && VERSION.test(name) ? [{ name, at }] : [];
}
