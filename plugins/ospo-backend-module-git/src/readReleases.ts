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
  countReleases,
  ReadRepositoryOptions,
  RepositoryPart,
  RepositoryReleases,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { GitCopy } from './GitCopy';

const VERSION = /\d/;
const MAX_NAME_LENGTH = 200;

/** Tags with a number on commits of the copy, whose time is that of the commit. */
export async function readReleases(
  copy: GitCopy,
  { now }: ReadRepositoryOptions,
): Promise<RepositoryPart<RepositoryReleases>> {
  const commits = await copy.log();
  const times = new Map(
    commits.map(({ committedAt, sha }) => [sha, committedAt.toISOString()]),
  );
  const versions = [...copy.tags]
    .filter(([name]) => VERSION.test(name))
    .flatMap(([name, sha]) => {
      const at = times.get(sha);
      return at ? [{ name: name.slice(0, MAX_NAME_LENGTH), at }] : [];
    });
  return {
    state: 'read',
    value: countReleases(versions, now),
    ...(versions.length < copy.tags.size
      ? {
          note: 'Tags are counted whose commit is on the branch and of the last 52 weeks.',
        }
      : {}),
  };
}
