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

/** How many requests a system gets, over all replicas. */
export interface RequestBudgetLimits {
  requestsPerHour: number;
  requestsPerMinute: number;
}

/** Requests in slices of time: number of the slice since 1970, and requests in it, oldest first. */
export type RequestSlices = [slice: number, requests: number][];

const SLICE_MS = 10_000;

/**
 * Each window counts one slice more than it is long, since its first and last slice may lie partly in it. So no
 * window of that length, wherever it begins, ever holds more than the budget.
 */
const MINUTE_SLICES = 60_000 / SLICE_MS + 1;
const HOUR_SLICES = 3_600_000 / SLICE_MS + 1;

/** Counts one request, if the budget has room for it now; else says when it will. */
export function takeRequest(options: {
  slices: RequestSlices;
  limits: RequestBudgetLimits;
  nowMs: number;
}):
  | { granted: true; slices: RequestSlices }
  | { granted: false; atMs: number } {
  const { limits, nowMs } = options;
  const now = Math.floor(nowMs / SLICE_MS);
  const slices = options.slices.filter(([slice]) => slice > now - HOUR_SLICES);
  const frees = Math.max(
    freeFrom(slices, now, HOUR_SLICES, limits.requestsPerHour),
    freeFrom(slices, now, MINUTE_SLICES, limits.requestsPerMinute),
  );
  if (frees > now) {
    return { granted: false, atMs: frees * SLICE_MS };
  }
  const last = slices.at(-1);
  return {
    granted: true,
    slices:
      last && last[0] >= now
        ? [...slices.slice(0, -1), [last[0], last[1] + 1]]
        : [...slices, [now, 1]],
  };
}

/** Requests that count against the hour, and when none of them does any more. */
export function countLastHour(
  slices: RequestSlices,
  nowMs: number,
): { used: number; endsMs?: number } {
  const now = Math.floor(nowMs / SLICE_MS);
  const counting = slices.filter(([slice]) => slice > now - HOUR_SLICES);
  const last = counting.at(-1);
  return {
    used: counting.reduce((sum, [, requests]) => sum + requests, 0),
    ...(last && { endsMs: (last[0] + HOUR_SLICES) * SLICE_MS }),
  };
}

/** The first slice, from `now` on, in which the window that ends there has room for one more. */
function freeFrom(
  slices: RequestSlices,
  now: number,
  length: number,
  limit: number,
): number {
  // A slice after now comes from a replica whose clock is ahead, and counts as well.
  const inWindow = slices.filter(([slice]) => slice > now - length);
  let used = inWindow.reduce((sum, [, requests]) => sum + requests, 0);
  let free = now;
  for (const [slice, requests] of inWindow) {
    if (used < limit) {
      break;
    }
    used -= requests;
    free = slice + length;
  }
  return free;
}
