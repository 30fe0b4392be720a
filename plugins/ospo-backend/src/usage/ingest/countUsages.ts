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

import { decodeUsageFlags } from '../usageFlags';
import { UsageCountsRow } from './DocumentUsage';

/** Counts usages by relation and by whether their licence is known. */
export function countUsages(
  usages: Iterable<{ flags: number; licenceKnown: boolean }>,
): UsageCountsRow {
  const counts: UsageCountsRow = {
    packages: 0,
    direct: 0,
    transitive: 0,
    relation_unknown: 0,
    licence_known: 0,
    licence_unknown: 0,
  };
  for (const { flags, licenceKnown } of usages) {
    const { relation } = decodeUsageFlags(flags);
    counts.packages++;
    counts[relation === 'unknown' ? 'relation_unknown' : relation]++;
    counts[licenceKnown ? 'licence_known' : 'licence_unknown']++;
  }
  return counts;
}
