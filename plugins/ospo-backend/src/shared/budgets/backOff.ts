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

const FIRST_MS = 5 * 60_000;
const LONGEST_MS = 24 * 60 * 60_000;

/**
 * How long to wait after so many failures in a row: doubled each time up to a day, and spread over the upper half of
 * that, so that what failed together does not come back together.
 */
export function backOffMs(failures: number, random: () => number): number {
  const whole = Math.min(
    LONGEST_MS,
    FIRST_MS * 2 ** Math.min(Math.max(failures, 1) - 1, 20),
  );
  return Math.round(whole * (0.5 + random() / 2));
}

/** An interval with up to a tenth more or less, for the same reason. */
export function spreadMs(intervalMs: number, random: () => number): number {
  return Math.round(intervalMs * (0.9 + random() * 0.2));
}
