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

import { LoggerService } from '@backstage/backend-plugin-api';
import { KnownProject } from '../store/ProjectStore';

/** A project that was written this shortly before the reading began may have come after its page was read. */
const TOO_NEW_MS = 5 * 60_000;

/**
 * Which projects go after a whole reading of the catalog. What no rule lists any more goes at once. What the catalog
 * does not have any more goes too, but a catalog that suddenly lacks a large part of what it had is more likely broken
 * than emptied, so then everything is kept.
 */
export function goneProjects(
  known: readonly KnownProject[],
  options: {
    /** A rule lists it. */
    isFound: (ref: string) => boolean;
    /** The catalog has it. */
    isSeen: (ref: string) => boolean;
    startedAt: Date;
    maxShareGone: number;
    logger: LoggerService;
  },
): { gone: string[]; kept: number } {
  const { isFound, isSeen, startedAt, maxShareGone, logger } = options;
  const unlisted = known
    .map(({ ref }) => ref)
    .filter(ref => isSeen(ref) && !isFound(ref));
  const missing = known.filter(({ ref }) => !isSeen(ref));
  const atMost = Math.max(1, Math.floor(known.length * maxShareGone));
  if (missing.length > atMost) {
    logger.warn(
      `The catalog answered without ${missing.length} of ${known.length} inner-source projects, which is more than may vanish at once; all are kept as they are. If they were really removed, raise 'ospo.innerSource.discovery.maxShareGone' until the catalog was read again; if not, look at the catalog's own log.`,
    );
    return { gone: unlisted, kept: missing.length };
  }
  const newest = startedAt.getTime() - TOO_NEW_MS;
  return {
    gone: [
      ...unlisted,
      ...missing
        .filter(({ changedAt }) => Date.parse(changedAt) < newest)
        .map(({ ref }) => ref),
    ],
    kept: 0,
  };
}
