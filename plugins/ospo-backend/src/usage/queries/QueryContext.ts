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

import { Knex } from 'knex';
import { z } from 'zod';

/** What every question needs: the database, the clock, and the age from which an SBOM counts as stale. */
export interface QueryContext {
  knex: Knex;
  now: () => Date;
  staleAfterMs: number;
}

export const DEFAULT_LIMIT = 50;
/** Totals above are told as "at least": counting on would cost more than the number is worth. */
export const MAX_COUNT = 10_000;

const DAY_MS = 86_400_000;

/** Start of the current UTC day: what depends on age changes once a day, so that answers can be tagged by day. */
function today(context: QueryContext): number {
  return Math.floor(context.now().getTime() / DAY_MS) * DAY_MS;
}

export function daysAgo(context: QueryContext, days: number): string {
  return new Date(today(context) - days * DAY_MS).toISOString();
}

/** Receive time before which an SBOM is stale. */
export function staleBefore(context: QueryContext): string {
  return new Date(today(context) - context.staleAfterMs).toISOString();
}

/** Positions that cursors hold, no wider than the columns they are compared with. */
export const positionNumber = z.int32();
export const positionText = z
  .string()
  .max(5_000)
  // PostgreSQL refuses U+0000.
  .refine(text => !text.includes('\0'));
export const twoNumbersPosition = z.tuple([positionNumber, positionNumber]);
export const textAndNumberPosition = z.tuple([positionText, positionNumber]);

/** Cuts the row that was read to see whether there are more. */
export function pageOf<Row>(options: {
  rows: Row[];
  limit: number;
  cursorAfter: (last: Row) => string;
}): { rows: Row[]; nextCursor: string | undefined } {
  const { rows, limit, cursorAfter } = options;
  const page = rows.slice(0, limit);
  return {
    rows: page,
    nextCursor:
      rows.length > limit ? cursorAfter(page[page.length - 1]) : undefined,
  };
}

/** Counts rows, and stops where the exact number no longer matters. */
export async function boundedCount(
  knex: Knex,
  rows: Knex.QueryBuilder,
): Promise<{ value: number; bounded: boolean }> {
  const [{ n }] = await knex
    .from(rows.limit(MAX_COUNT + 1).as('counted'))
    .count<{ n: number | string }[]>({ n: '*' });
  return boundedTotal(Number(n));
}

export function boundedTotal(count: number): {
  value: number;
  bounded: boolean;
} {
  return { value: Math.min(count, MAX_COUNT), bounded: count > MAX_COUNT };
}

/** `''` in a key column and null elsewhere both mean that there is none. */
export function given(value: string | null): string | undefined {
  return value === null || value === '' ? undefined : value;
}
