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

import {
  ClaimedProvision,
  competencyAuthorities,
  CompetencyAuthority,
  CompetencyScope,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** What persons may give themselves. */
export const SELF_GIVEN_AUTHORITY: CompetencyAuthority = 'answer';

/** Whether `held` includes `needed`. */
export function includesAuthority(
  held: CompetencyAuthority,
  needed: CompetencyAuthority,
): boolean {
  return (
    competencyAuthorities.indexOf(held) >= competencyAuthorities.indexOf(needed)
  );
}

/** Whether a person may act with what they say of themselves: it is little enough, or somebody confirmed it. */
export function isConfirmed(entry: {
  authority: CompetencyAuthority;
  confirmedAuthority?: CompetencyAuthority;
}): boolean {
  const { authority, confirmedAuthority } = entry;
  return (
    includesAuthority(SELF_GIVEN_AUTHORITY, authority) ||
    (confirmedAuthority !== undefined &&
      includesAuthority(confirmedAuthority, authority))
  );
}

/** What of an entry counts, and what it says beyond that. Only somebody else lets a person in on confidential requests. */
export function effectiveEntry(entry: {
  authority: CompetencyAuthority;
  confirmedAuthority?: CompetencyAuthority;
  confirmedConfidential: boolean;
  scope: CompetencyScope;
}): {
  authority: CompetencyAuthority;
  scope: CompetencyScope;
  claimed?: ClaimedProvision;
} {
  const authority = isConfirmed(entry) ? entry.authority : SELF_GIVEN_AUTHORITY;
  const { confidential = false, ...limits } = entry.scope;
  const mayConfidential = confidential && entry.confirmedConfidential;
  return {
    authority,
    scope: mayConfidential ? { ...limits, confidential } : limits,
    ...(authority === entry.authority && mayConfidential === confidential
      ? {}
      : { claimed: { authority: entry.authority, confidential } }),
  };
}

interface Said {
  authority: CompetencyAuthority;
  scope: CompetencyScope;
}

const LIMITS = [
  'businessUnits',
  'countries',
  'languages',
  'technologies',
] as const satisfies (keyof CompetencyScope)[];

/** Whether a person says more of themselves than before: more authority, or a limit less. */
export function saysMore(before: Said, after: Said): boolean {
  return (
    !includesAuthority(before.authority, after.authority) ||
    (after.scope.confidential === true && !before.scope.confidential) ||
    LIMITS.some(limit => isWider(before.scope[limit], after.scope[limit]))
  );
}

function isWider(
  before: readonly string[] | undefined,
  after: readonly string[] | undefined,
): boolean {
  return (
    before !== undefined &&
    (after === undefined || after.some(value => !before.includes(value)))
  );
}
