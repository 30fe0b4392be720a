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

import { UsageCurrentRow } from '../../tables';
import { UsageCountsRow } from '../DocumentUsage';

/** What a change of some entities does to the rows of `usage_current` and to every aggregate over them. */
export interface UsageDeltas {
  deleted: UsageCurrentRow[];
  inserted: UsageCurrentRow[];
  reflagged: UsageCurrentRow[];
  /** By package. */
  packages: Map<
    number,
    { ecosystem: string; components: number; direct: number; usages: number }
  >;
  /** By version. */
  versions: Map<number, { packageId: number; version: string; usages: number }>;
  /** By licence, then package. */
  licencePackages: Map<number, Map<number, number>>;
  /** By licence. */
  licences: Map<number, { components: number; usages: number }>;
  /** `packages` here counts usages: rows of `usage_current`. */
  totals: UsageCountsRow & { components: number };
  /** By entity, after the change; absent while it has no snapshot. */
  entities: Map<number, UsageCountsRow & { usages: number }>;
}
