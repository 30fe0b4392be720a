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

import { KnownEntity } from './EntityStore';

/**
 * An entity that was written this shortly before a reading began may have been registered after its page was read, and
 * the clocks of replicas differ a little.
 */
const TOO_NEW_MS = 5 * 60_000;

/**
 * Which entities have left the catalog, after a whole reading of it. A catalog that suddenly lacks a large part of
 * what it had is more likely broken than emptied, so then, and when it answers with nothing, everything is kept. In a
 * catalog so small that the share is less than one entity, one at a time may leave.
 */
export function goneEntities(options: {
  known: KnownEntity[];
  isSeen: (entityRef: string) => boolean;
  seenCount: number;
  startedAt: Date;
  maxShareGone: number;
}): { gone: KnownEntity[]; kept: number; present: number } {
  const { known, isSeen, seenCount, startedAt, maxShareGone } = options;
  const present = known.filter(entity => !entity.isGone);
  const missing = present.filter(entity => !isSeen(entity.entityRef));
  const atMost = Math.max(1, Math.floor(present.length * maxShareGone));
  if (missing.length > 0 && (seenCount === 0 || missing.length > atMost)) {
    return { gone: [], kept: missing.length, present: present.length };
  }
  const newest = startedAt.getTime() - TOO_NEW_MS;
  return {
    gone: missing.filter(entity => Date.parse(entity.seenAt) < newest),
    kept: 0,
    present: present.length,
  };
}
