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
import { findUser, Organisation, personKey, placeOf } from './Organisation';
import { Tally } from './Tally';

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
  const all = new Tally();
  const at = {
    inside: new Tally(),
    outside: new Tally(),
    unmapped: new Tally(),
  };
  const withGroup = new Tally();
  const withoutGroup = new Tally();
  let distanceSum = 0;
  for (const author of authors.filter(one => isPerson(one, options))) {
    const commits = Math.max(0, Math.round(author.commits)) || 0;
    const person = personKey(author, organisation, loginAnnotations);
    const userRef = findUser(author, organisation, loginAnnotations);
    const place = placeOf(userRef, ownerRef, organisation);
    all.add(person, commits);
    at[place.at].add(person, commits);
    if (place.at === 'outside' && place.distance !== undefined) {
      withGroup.add(person, commits);
      distanceSum += place.distance * commits;
    } else if (place.at === 'outside') {
      withoutGroup.add(person, commits);
    }
  }
  if (all.isFew) {
    return { withheld: 'people' };
  }
  if (at.outside.isFew) {
    return { withheld: 'outsiders' };
  }
  if (at.inside.isFew) {
    return { withheld: 'insiders' };
  }
  return {
    inside: at.inside.total,
    outside: at.outside.total,
    unmapped: at.unmapped.told(),
    ...(!withGroup.isFew &&
      withGroup.total > 0 && { distance: distanceSum / withGroup.total }),
    // With the outsiders' commits it would tell those of the others.
    withoutGroup: withGroup.isFew ? 'few' : withoutGroup.told(),
  };
}

/** Whether it is no bot, as far as its names tell. */
export function isPerson(
  author: Pick<RepositoryAuthor, 'handle' | 'email'>,
  { isBot }: Pick<PlacePeopleOptions, 'isBot'>,
): boolean {
  const { handle, email } = author;
  return !(
    (handle && (handle.endsWith('[bot]') || isBot(handle))) ||
    email?.includes('[bot]@')
  );
}
