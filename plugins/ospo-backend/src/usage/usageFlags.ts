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
  UsageRelation,
  UsageScope,
  usageRelations,
  usageScopes,
} from '@ospo-suite/backstage-plugin-ospo-common';

/**
 * `usage_current.flags`: relation in the two low bits, scope above them, each by its place in the common word lists.
 * The lists only ever grow at the end.
 */
export function encodeUsageFlags(
  relation: UsageRelation,
  scope: UsageScope,
): number {
  return usageRelations.indexOf(relation) + usageScopes.indexOf(scope) * 4;
}

export function decodeUsageFlags(flags: number): {
  relation: UsageRelation;
  scope: UsageScope;
} {
  return {
    // A value outside the lists was written by a newer version of the plugin.
    relation: usageRelations[flags % 4] ?? 'unknown',
    scope: usageScopes[Math.floor(flags / 4)] ?? 'unknown',
  };
}

const DAY_MS = 86_400_000;
const FIRST_DAY_MS = Date.UTC(2020, 0, 1);

/** `usage_current.since_day`: days since 2020-01-01, UTC; fits a smallint until 2109. */
export function encodeDay(isoTime: string): number {
  return Math.max(0, Math.floor((Date.parse(isoTime) - FIRST_DAY_MS) / DAY_MS));
}

/** A smallint each, so there are never many. */
const decodedDays = new Map<number, string>();

/** `YYYY-MM-DD` of an encoded day. */
export function decodeDay(day: number): string {
  let text = decodedDays.get(day);
  if (text === undefined) {
    text = new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10);
    decodedDays.set(day, text);
  }
  return text;
}
