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
  countReleases,
  isoTime,
  RepositoryPart,
  RepositoryReleases,
  toReleasesPart,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { z } from 'zod';
import { GithubReading } from './GithubReading';
import { listCommits } from './readCommits';

const PER_PAGE = 100;
const VERSION = /\d/;

const releasesSchema = z.array(
  z.object({
    name: z.string().nullish(),
    tag_name: z.string().nullish(),
    draft: z.boolean().nullish(),
    published_at: z.string().nullish(),
  }),
);

const tagsSchema = z.array(
  z.object({ name: z.string(), commit: z.object({ sha: z.string() }) }),
);

interface Version {
  name: string;
  at: string;
}

/** The newest hundred releases; where there are none, tags with a number on commits of the last 52 weeks. */
export async function readReleases(
  reading: GithubReading,
): Promise<RepositoryPart<RepositoryReleases>> {
  const { client, validators } = reading;
  const answer = await client.getPages(
    {
      path: `${reading.base}/releases`,
      query: { per_page: PER_PAGE },
      etag: validators.get('releases')?.etag,
      parse: body => releasesSchema.parse(body),
    },
    { maxPages: 1 },
  );
  if (answer.status === 'later') {
    return { state: 'later', retryAfterMs: answer.retryAfterMs };
  }
  if (answer.status === 'read') {
    validators.set('releases', answer.etag);
    const releases = answer.items.flatMap(toVersion);
    if (releases.length > 0) {
      validators.set('tags', undefined);
      const { complete } = answer;
      return toReleasesPart({ releases, complete, now: reading.now });
    }
    return await readTags(reading, { conditional: false });
  }
  return validators.get('tags')
    ? await readTags(reading, { conditional: true })
    : { state: 'unchanged' };
}

async function readTags(
  reading: GithubReading,
  options: { conditional: boolean },
): Promise<RepositoryPart<RepositoryReleases>> {
  const { client, validators } = reading;
  const answer = await client.getPages(
    {
      path: `${reading.base}/tags`,
      query: { per_page: PER_PAGE },
      etag: options.conditional ? validators.get('tags')?.etag : undefined,
      parse: body => tagsSchema.parse(body),
    },
    { maxPages: 1 },
  );
  if (answer.status === 'unchanged') {
    return { state: 'unchanged' };
  }
  if (answer.status === 'later') {
    return { state: 'later', retryAfterMs: answer.retryAfterMs };
  }
  const tags = answer.status === 'read' ? answer.items : [];
  const complete = answer.status !== 'read' || answer.complete;
  validators.set('tags', answer.status === 'read' ? answer.etag : undefined);
  if (tags.length > 0 && !reading.listed) {
    await listCommits(reading, { readAt: reading.now });
  }
  const shas = reading.listed?.shas ?? new Map<string, string>();
  const versions = tags
    .filter(({ name }) => VERSION.test(name))
    .flatMap(({ name, commit }) => {
      const at = isoTime(shas.get(commit.sha));
      return at === undefined ? [] : [{ name, at }];
    });
  return {
    state: 'read',
    value: countReleases(versions, reading.now),
    ...noteOn({ tags: tags.length, complete }, reading),
  };
}

/** GitHub gives tags no time, so it is taken from the commits that were listed; and it lists them by their names. */
function noteOn(
  { tags, complete }: { tags: number; complete: boolean },
  reading: GithubReading,
): { note?: string } {
  if (!complete) {
    return {
      note: `At least so many: there are no releases, and of tags only ${tags} were looked at.`,
    };
  }
  return tags > 0 && (reading.repository.path || !reading.listed?.complete)
    ? {
        note: 'There are no releases, and of tags only those on the commits that were listed are counted.',
      }
    : {};
}

function toVersion(release: z.infer<typeof releasesSchema>[number]): Version[] {
  const at = isoTime(release.published_at);
  const name = boundedText(release.tag_name ?? release.name, 200);
  return at && name && !release.draft ? [{ name, at }] : [];
}
