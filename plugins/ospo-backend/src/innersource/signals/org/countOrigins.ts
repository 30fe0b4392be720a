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

import { RepositoryAuthor } from '@ospo-suite/backstage-plugin-ospo-node';
import { ContributionOrigins } from '../../SignalsReader';
import { findUser, Organisation, placeOf } from './Organisation';

/** Numbers about fewer people than that would point at them. */
export const MIN_PEOPLE = 3;

export interface PlacePeopleOptions {
  ownerRef: string;
  organisation: Organisation;
  /** Annotations of users that hold their login on this forge. */
  loginAnnotations: readonly string[];
  isBot: (login: string) => boolean;
}

/** Commits by where their authors are in the catalog. The authors are used here and go no further. */
export function countOrigins(
  authors: readonly RepositoryAuthor[],
  options: PlacePeopleOptions,
): ContributionOrigins {
  const { ownerRef, organisation, loginAnnotations } = options;
  const counted = {
    inside: 0,
    outside: 0,
    unmapped: 0,
    distanceSum: 0,
    distanceCount: 0,
  };
  const people = new Set<string>();
  const outsiders = new Set<string>();
  authors
    .filter(author => isPerson(author, options))
    .forEach((author, index) => {
      const commits = Math.max(0, Math.round(author.commits)) || 0;
      const userRef = findUser(author, organisation, loginAnnotations);
      // One person may commit under several addresses; whom the catalog does not have counts once an entry.
      const person = userRef ?? `unmapped ${index}`;
      people.add(person);
      const place = placeOf(userRef, ownerRef, organisation);
      counted[place.at] += commits;
      if (place.at === 'outside') {
        outsiders.add(person);
        if (place.distance !== undefined) {
          counted.distanceSum += place.distance * commits;
          counted.distanceCount += commits;
        }
      }
    });
  if (people.size > 0 && people.size < MIN_PEOPLE) {
    return { withheld: 'people' };
  }
  return outsiders.size > 0 && outsiders.size < MIN_PEOPLE
    ? { withheld: 'outsiders' }
    : counted;
}

function isPerson(
  author: RepositoryAuthor,
  { isBot }: PlacePeopleOptions,
): boolean {
  const { handle, email } = author;
  return !(
    (handle && (handle.endsWith('[bot]') || isBot(handle))) ||
    email?.includes('[bot]@')
  );
}
