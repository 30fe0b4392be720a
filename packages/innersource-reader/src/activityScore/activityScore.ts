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

/** Names the formula, so that a score says which one made it. @public */
export const ACTIVITY_SCORE_FORMULA = 'innersource-commons-2026';

/**
 * What the score is computed from. `undefined` means that nobody knows; the formula then leaves the part out, as if it
 * were zero, and the answer lists it under `missing`.
 *
 * @public
 */
export interface ActivityScoreInputs {
  forks?: number;
  subscribers?: number;
  stars?: number;
  openIssues?: number;
  /** ISO 8601. */
  createdAt?: string;
  updatedAt?: string;
  /** Commits a week, oldest first; the last 13 are used. */
  participation?: readonly number[];
  descriptionLength?: number;
  motivationLength?: number;
  hasGuidelines?: boolean;
}

/** @public */
export interface ActivityScore {
  formula: typeof ACTIVITY_SCORE_FORMULA;
  /** Absent when the dates that every part rests on are unknown. */
  score?: number;
  /** `partial` when inputs are missing that could have raised the score. */
  state: 'known' | 'partial' | 'unknown';
  missing: (keyof ActivityScoreInputs)[];
  asOf: string;
  inputs: ActivityScoreInputs;
}

const DAY_MS = 86_400_000;
const WEEKS = 13;
const TEXT_THAT_DESCRIBES = 30;
const SOFT_CAP = 3000;

const REQUIRED = ['createdAt', 'updatedAt'] as const;
const COUNTED = [
  'forks',
  'subscribers',
  'stars',
  'openIssues',
  'participation',
] as const;

/**
 * The repository activity score of the InnerSource Commons patterns, as corrected in August 2026 (pattern
 * "Repository Activity Score", correction of the multipliers in pull request 704). Kept compatible with portals that
 * show it, oddities included: a jump at 3000, and old projects with many forks that rank high. Show it beside signals
 * that explain themselves, never instead of them.
 *
 * @param inputs - what is known of the repository
 * @param asOf - the moment the ages are counted to
 * @public
 */
export function activityScore(
  inputs: ActivityScoreInputs,
  asOf: Date,
): ActivityScore {
  const missing = [...REQUIRED, ...COUNTED].filter(
    name => inputs[name] === undefined,
  );
  const answer = {
    formula: ACTIVITY_SCORE_FORMULA,
    missing,
    asOf: asOf.toISOString(),
    inputs,
  } as const;
  const sinceUpdate = daysBetween(inputs.updatedAt, asOf);
  const sinceCreation = daysBetween(inputs.createdAt, asOf);
  if (sinceUpdate === undefined || sinceCreation === undefined) {
    return { ...answer, state: 'unknown' };
  }
  let score =
    50 +
    (inputs.forks ?? 0) * 5 +
    (inputs.subscribers ?? 0) +
    (inputs.stars ?? 0) / 3 +
    (inputs.openIssues ?? 0) / 5;
  score *= 1 + (100 - Math.min(sinceUpdate, 100)) / 100;
  if (inputs.participation) {
    const recent = inputs.participation.slice(-WEEKS);
    const average = recent.reduce((sum, commits) => sum + commits, 0) / WEEKS;
    score *= 1 + Math.min(Math.max(average - 3, 0), 7) / 7;
  }
  score += youngProjectBonus(sinceUpdate, sinceCreation);
  if (
    (inputs.descriptionLength ?? 0) > TEXT_THAT_DESCRIBES ||
    (inputs.motivationLength ?? 0) > TEXT_THAT_DESCRIBES
  ) {
    score += 50;
  }
  if (inputs.hasGuidelines) {
    score += 100;
  }
  if (score > SOFT_CAP) {
    score = SOFT_CAP + Math.log(score) * 100;
  }
  return {
    ...answer,
    score: Math.round(score - 50),
    state: missing.length === 0 ? 'known' : 'partial',
  };
}

/** Up to 1000 for a project that is new and was touched lately, fading over its first year. */
function youngProjectBonus(sinceUpdate: number, sinceCreation: number): number {
  const boost = 1000 - Math.min(sinceUpdate, 365) * 2.74;
  return (boost * (365 - Math.min(sinceCreation, 365))) / 365;
}

/** Days, with fractions; a date in the future counts as now, for clocks differ. */
function daysBetween(from: string | undefined, to: Date): number | undefined {
  const time = from === undefined ? NaN : Date.parse(from);
  return Number.isNaN(time)
    ? undefined
    : Math.max(0, (to.getTime() - time) / DAY_MS);
}
