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
import { isPerson, PlacePeopleOptions } from './countOrigins';
import { findUser, personKey, placeOf } from './Organisation';
import { Tally } from './Tally';

const HOUR_MS = 3_600_000;

export interface CountResponsesOptions extends PlacePeopleOptions {
  /** The project's promise of an answer, where it makes one, and how long that is in business time. */
  promise?: { reviewSlo: string; businessMs: number };
  businessMs: (start: string, end: string) => number;
  now: Date;
}

/**
 * How outsiders were answered: the owning group and bots are left out, and people whom the catalog does not have are
 * counted apart. The handles are used here and go no further, and each number is told from three people on.
 */
export function countResponses(
  responses: RepositoryResponses,
  options: CountResponsesOptions,
): StoredResponses {
  const { ownerRef, organisation, loginAnnotations } = options;
  const asked = new Tally();
  const answered = new Tally();
  const unmapped = new Tally();
  const hours: number[] = [];
  const outsiders: (Asked & { person: string })[] = [];
  for (const item of responses.items.filter(one => isPerson(one, options))) {
    const userRef = findUser(item, organisation, loginAnnotations);
    const person = personKey(item, organisation, loginAnnotations);
    const place = placeOf(userRef, ownerRef, organisation);
    if (place.at === 'unmapped') {
      unmapped.add(person);
    } else if (place.at === 'outside') {
      asked.add(person);
      const ms =
        Date.parse(item.firstResponseAt ?? '') - Date.parse(item.openedAt);
      const isAnswered = item.firstResponseAt !== undefined && ms >= 0;
      if (isAnswered) {
        answered.add(person);
        hours.push(ms / HOUR_MS);
      }
      outsiders.push({
        person,
        openedAt: item.openedAt,
        ...(isAnswered && { firstResponseAt: item.firstResponseAt }),
      });
    }
  }
  return {
    asked: asked.told(),
    answered: answered.told(),
    unmapped: unmapped.told(),
    ...(hours.length > 0 && !answered.isFew && { medianHours: median(hours) }),
    ...countPromise(outsiders, options),
  };
}

type Asked = Omit<RepositoryResponses['items'][number], 'handle'>;

/** What was answered, or has waited for longer than was promised; the rest may still be answered in time. */
function countPromise(
  outsiders: readonly (Asked & { person: string })[],
  { promise, businessMs, now }: CountResponsesOptions,
): Pick<StoredResponses, 'promise'> {
  if (!promise) {
    return {};
  }
  const due = new Tally();
  const inTime = new Tally();
  for (const { person, openedAt, firstResponseAt } of outsiders) {
    const waitedMs = businessMs(openedAt, firstResponseAt ?? now.toISOString());
    const isInTime = waitedMs <= promise.businessMs;
    if (firstResponseAt !== undefined || !isInTime) {
      due.add(person);
    }
    if (firstResponseAt !== undefined && isInTime) {
      inTime.add(person);
    }
  }
  const { reviewSlo } = promise;
  return {
    promise: { reviewSlo, due: due.told(), inTime: inTime.told() },
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
