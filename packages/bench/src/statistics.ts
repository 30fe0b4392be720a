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

/** A figure over several rounds. */
export interface Summary {
  median: number;
  min: number;
  max: number;
}

/** The value below which a share of the samples lies (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) {
    throw new Error('A percentile of nothing was asked for');
  }
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = Math.ceil(share * sorted.length) - 1;
  return sorted[Math.min(sorted.length - 1, Math.max(0, rank))];
}

export function median(samples: readonly number[]): number {
  if (samples.length === 0) {
    throw new Error('A median of nothing was asked for');
  }
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1
    ? sorted[middle]
    : (sorted[middle - 1] + sorted[middle]) / 2;
}

export function summarise(samples: readonly number[]): Summary {
  return {
    median: median(samples),
    min: Math.min(...samples),
    max: Math.max(...samples),
  };
}

/** Round by round `ours / theirs`: both were measured next to each other, so that a slow moment of the machine cancels out. */
export function ratios(
  ours: readonly number[],
  theirs: readonly number[],
): number[] {
  if (ours.length !== theirs.length) {
    throw new Error(
      `Rounds of unequal number were compared: ${ours.length} and ${theirs.length}`,
    );
  }
  return ours.map((value, round) => value / theirs[round]);
}
