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

import { RepositoryPart, RepositoryReleases } from '../repositorySignals';
import { startOfYear52 } from './commitWeeks';

/** How many of the last 52 weeks there are, and the latest of all. @public */
export function countReleases(
  releases: readonly { name: string; at: string }[],
  now: Date,
): RepositoryReleases {
  const start = startOfYear52(now).toISOString();
  const [latest] = [...releases].sort((a, b) => b.at.localeCompare(a.at));
  return {
    count: releases.filter(({ at }) => at >= start).length,
    ...(latest ? { latest } : {}),
  };
}

/**
 * The newest releases, counted. Where they are not all and yet none of them is older than a year, there are more of the
 * year than were listed, and the note says so.
 *
 * @public
 */
export function toReleasesPart(options: {
  releases: readonly { name: string; at: string }[];
  complete: boolean;
  now: Date;
}): RepositoryPart<RepositoryReleases> {
  const { complete, now, releases } = options;
  const value = countReleases(releases, now);
  return {
    state: 'read',
    value,
    ...(!complete && value.count === releases.length
      ? {
          note: `At least so many: only the newest ${releases.length} were looked at.`,
        }
      : {}),
  };
}
