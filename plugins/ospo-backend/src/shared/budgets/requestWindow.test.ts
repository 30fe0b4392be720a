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

import fc from 'fast-check';
import {
  RequestBudgetLimits,
  RequestSlices,
  takeRequest,
  countLastHour,
} from './requestWindow';

/** Asks at each of the given times, and gives the times at which it was granted. */
function run(times: number[], limits: RequestBudgetLimits): number[] {
  let slices: RequestSlices = [];
  const granted: number[] = [];
  for (const nowMs of times) {
    const taken = takeRequest({ slices, limits, nowMs });
    if (taken.granted) {
      ({ slices } = taken);
      granted.push(nowMs);
    }
  }
  return granted;
}

function mostWithin(times: number[], windowMs: number): number {
  let most = 0;
  for (const [start, from] of times.entries()) {
    const end = times.findIndex((to, i) => i > start && to - from >= windowMs);
    most = Math.max(most, (end < 0 ? times.length : end) - start);
  }
  return most;
}

it('never grants more than the budget in any minute or hour, wherever it begins', () => {
  const property = fc.property(
    fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 400 }),
    fc.integer({ min: 1, max: 100 }),
    fc.integer({ min: 1, max: 20 }),
    (gaps, requestsPerHour, requestsPerMinute) => {
      let at = 1_700_000_000_000;
      const times = gaps.map(gap => (at += gap));
      const granted = run(times, { requestsPerHour, requestsPerMinute });
      return (
        mostWithin(granted, 60_000) <= requestsPerMinute &&
        mostWithin(granted, 3_600_000) <= requestsPerHour
      );
    },
  );
  expect(fc.check(property, { numRuns: 300 })).toMatchObject({ failed: false });
});

it('says when there is room again, and there is', () => {
  const limits = { requestsPerHour: 5, requestsPerMinute: 2 };
  let slices: RequestSlices = [];
  let nowMs = 1_700_000_003_000;
  const asked: { granted: boolean; waitMs: number }[] = [];
  while (asked.filter(({ granted }) => granted).length < 12) {
    const taken = takeRequest({ slices, limits, nowMs });
    asked.push({
      granted: taken.granted,
      waitMs: taken.granted ? 0 : taken.atMs - nowMs,
    });
    slices = taken.granted ? taken.slices : slices;
    nowMs = taken.granted ? nowMs : taken.atMs;
  }
  const refused = asked.filter(({ granted }) => !granted);
  expect(refused.length).toBeGreaterThan(3);
  expect(Math.min(...refused.map(({ waitMs }) => waitMs))).toBeGreaterThan(0);
  expect(Math.max(...refused.map(({ waitMs }) => waitMs))).toBeLessThanOrEqual(
    3_610_000,
  );
  // Whoever comes when told to is never sent away again.
  expect(
    asked.some(({ granted }, i) => !granted && asked[i + 1]?.granted === false),
  ).toBe(false);
});

it('uses nearly all of the budget', () => {
  const everySecond = Array.from({ length: 7_200 }, (_, i) => i * 1_000);
  const granted = run(everySecond, {
    requestsPerHour: 1_000,
    requestsPerMinute: 30,
  });
  expect(granted.length).toBeGreaterThan(1_900);
});

it('counts what a replica with a fast clock has asked', () => {
  const limits = { requestsPerHour: 1, requestsPerMinute: 1 };
  const ahead = takeRequest({ slices: [], limits, nowMs: 7_200_000 });
  expect(
    takeRequest({
      slices: ahead.granted ? ahead.slices : [],
      limits,
      nowMs: 3_700_000,
    }).granted,
  ).toBe(false);
});

it('keeps little', () => {
  const limits = { requestsPerHour: 1e9, requestsPerMinute: 1e9 };
  let slices: RequestSlices = [];
  for (let i = 0; i < 20_000; i++) {
    const taken = takeRequest({ slices, limits, nowMs: i * 1_000 });
    slices = taken.granted ? taken.slices : slices;
  }
  expect(slices.length).toBeLessThanOrEqual(361);
});

it('counts what still counts against the hour, and says when it does not', () => {
  const nowMs = 10_000_000;
  const slice = nowMs / 10_000;
  expect(countLastHour([], nowMs)).toEqual({ used: 0 });
  expect(
    countLastHour(
      [
        [slice - 361, 5],
        [slice - 360, 3],
        [slice - 1, 4],
      ],
      nowMs,
    ),
  ).toEqual({ used: 7, endsMs: (slice + 360) * 10_000 });
});
