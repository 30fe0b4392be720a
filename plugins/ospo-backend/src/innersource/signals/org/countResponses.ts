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

import { RepositoryResponses } from '@ospo-suite/backstage-plugin-ospo-node';
import { StoredResponses } from '../../SignalsReader';
import { MIN_PEOPLE, PlacePeopleOptions } from './countOrigins';
import { findUser, placeOf } from './Organisation';

const HOUR_MS = 3_600_000;
/** So many steps are kept; answers beyond share a step that is rounded up more. */
const MAX_STEPS = 100;
const PRECISIONS = [0.25, 1, 8, 40] as const;

/**
 * How outsiders were answered: the owning group and bots are left out, and people whom the catalog does not have are
 * counted apart. The handles are used here and go no further.
 */
export function countResponses(
  responses: RepositoryResponses,
  options: PlacePeopleOptions & {
    businessMs: (start: string, end: string) => number;
  },
): StoredResponses {
  const { ownerRef, organisation, loginAnnotations, isBot } = options;
  let asked = 0;
  let unmapped = 0;
  const hours: number[] = [];
  const businessHours: number[] = [];
  for (const { handle, openedAt, firstResponseAt } of responses.items) {
    if (handle.endsWith('[bot]') || isBot(handle)) {
      continue;
    }
    const userRef = findUser({ handle }, organisation, loginAnnotations);
    const place = placeOf(userRef, ownerRef, organisation);
    if (place.at === 'unmapped') {
      unmapped += 1;
    } else if (place.at === 'outside') {
      asked += 1;
      const ms = Date.parse(firstResponseAt ?? '') - Date.parse(openedAt);
      if (firstResponseAt && ms >= 0) {
        hours.push(ms / HOUR_MS);
        businessHours.push(
          options.businessMs(openedAt, firstResponseAt) / HOUR_MS,
        );
      }
    }
  }
  return {
    asked,
    answered: hours.length,
    unmapped,
    ...(hours.length >= MIN_PEOPLE && { medianHours: median(hours) }),
    withinBusinessHours: steps(businessHours),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const value =
    sorted.length % 2 === 1
      ? sorted[middle]
      : (sorted[middle - 1] + sorted[middle]) / 2;
  return Math.round(value * 10) / 10;
}

/** Rounded up, so that nobody is said to have answered sooner than they did. */
function steps(
  hours: readonly number[],
): { hours: number; answered: number }[] {
  for (const precision of PRECISIONS) {
    const found = stepsOf(hours, precision);
    if (found.length <= MAX_STEPS) {
      return found;
    }
  }
  return stepsOf(hours, PRECISIONS[PRECISIONS.length - 1]).slice(0, MAX_STEPS);
}

function stepsOf(
  hours: readonly number[],
  precision: number,
): { hours: number; answered: number }[] {
  const sorted = hours
    // A minute of slack, for what is rounded is milliseconds.
    .map(value => Math.ceil((value - 1 / 60) / precision) * precision)
    .map(value => Math.max(value, 0))
    .sort((a, b) => a - b);
  return [...new Set(sorted)].map(value => ({
    hours: value,
    answered: sorted.filter(other => other <= value).length,
  }));
}
