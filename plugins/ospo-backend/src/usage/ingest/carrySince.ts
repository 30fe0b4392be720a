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

import { UsageCurrentRow } from '../tables';
import { ResolvedUsage, VersionFacts } from './dictionary/UsageDictionary';

/**
 * Since when each usage is there. A version that stays keeps its day, and so does one that only has its licence
 * described anew, which makes it another row.
 */
export function carrySince(options: {
  /** The target's rows as they stand. */
  stored: readonly UsageCurrentRow[];
  usages: readonly ResolvedUsage[];
  facts: Map<number, VersionFacts>;
  today: number;
}): number[] {
  const { stored, usages, facts, today } = options;
  if (stored.length === 0) {
    return usages.map(() => today);
  }
  const byVersion = new Map<number, number>();
  const byText = new Map<string, number>();
  const textKey = (version: VersionFacts) =>
    `${version.packageId}\0${version.version}\0${version.qualifiers}`;
  for (const row of stored) {
    byVersion.set(row.version_id, row.since_day);
    const version = facts.get(row.version_id);
    if (version) {
      byText.set(textKey(version), row.since_day);
    }
  }
  return usages.map(
    usage =>
      byVersion.get(usage.versionId) ?? byText.get(textKey(usage)) ?? today,
  );
}
