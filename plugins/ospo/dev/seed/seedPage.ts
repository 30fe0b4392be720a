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
  OspoPage,
  UsageBasis,
  UsagePage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { seedUsageComponents } from './seedTotals';

const DEFAULT_LIMIT = 50;

export const seedBasis: UsageBasis = {
  visibility: 'all',
  components: seedUsageComponents.length,
  componentsWithSbom: seedUsageComponents.filter(item => item.counts).length,
  oldestSbomAt: '2026-03-02T06:01:00.000Z',
  newestSbomAt: '2026-11-20T06:00:00.000Z',
  asOf: '2026-11-23T04:00:00.000Z',
};

/** A part of the items, with how many there are. */
export function seedPage<T>(
  items: T[],
  query: { cursor?: string; limit?: number },
): OspoPage<T> {
  const start = Number(query.cursor ?? 0);
  const end = start + (query.limit ?? DEFAULT_LIMIT);
  return {
    items: items.slice(start, end),
    nextCursor: end < items.length ? String(end) : undefined,
    total: { value: items.length, bounded: false },
  };
}

export function toPage<T>(
  items: T[],
  query: { cursor?: string; limit?: number },
): UsagePage<T> {
  return { ...seedPage(items, query), basis: seedBasis };
}
