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
  ProjectSignals,
  ReachSignals,
  SignalNote,
  SignalValue,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ContributionOrigins, KeptPart } from '../../SignalsReader';
import { ProjectFacts } from './ProjectFacts';
import { fromPart, missing, unknown, partTellsNot, YEAR } from './signalValue';

type Counted = Exclude<ContributionOrigins, { withheld: unknown }>;

/** Who builds on it, and who from elsewhere takes part. */
export function reachSignals(facts: ProjectFacts): ReachSignals {
  return {
    dependants: dependants(facts.dependants),
    usedBy: usedBy(facts.usedBy, facts.packages),
    outsideShare: fromOrigins(facts, outsideShare),
    contributionDistance: fromOrigins(facts, contributionDistance),
  };
}

/** The same signals as somebody else sees them: what is counted over the catalog depends on what they may see. */
export function withVisibleReach(
  signals: ProjectSignals,
  seen: Pick<ProjectFacts, 'dependants' | 'usedBy' | 'packages'>,
): ProjectSignals {
  return {
    ...signals,
    reach: {
      ...signals.reach,
      dependants: dependants(seen.dependants),
      usedBy: usedBy(seen.usedBy, seen.packages),
    },
  };
}

function dependants(count: number | undefined): SignalValue<number> {
  return count === undefined
    ? unknown('relations-not-read')
    : {
        value: count,
        state: 'known',
        source: 'catalog',
        inputs: { dependants: count },
      };
}

function usedBy(
  count: number | undefined,
  packages: readonly string[] | undefined,
): SignalValue<number> {
  if (packages?.length === 0) {
    return unknown('package-not-known');
  }
  return count === undefined
    ? unknown('sboms-not-read')
    : {
        value: count,
        state: 'known',
        source: 'usage',
        inputs: { components: count, packages: packages?.length ?? null },
      };
}

function fromOrigins(
  facts: ProjectFacts,
  tell: (part: KeptPart<'commits'>, origins: Counted) => SignalValue<number>,
): SignalValue<number> {
  const part = facts.kept?.parts.commits;
  if (!part) {
    return missing(facts, 'commits', YEAR);
  }
  const { origins } = part.value;
  if (!origins) {
    return partTellsNot(part, 'committers-not-told', { window: YEAR });
  }
  if ('withheld' in origins) {
    return partTellsNot(
      part,
      origins.withheld === 'people'
        ? 'few-committed'
        : 'few-outsiders-committed',
      { window: YEAR },
    );
  }
  return tell(part, origins);
}

function outsideShare(
  part: KeptPart<'commits'>,
  origins: Counted,
): SignalValue<number> {
  const { inside, outside, unmapped } = origins;
  const placed = inside + outside;
  const inputs = { inside, outside, unmapped };
  return placed === 0
    ? partTellsNot(part, 'committers-not-known', { window: YEAR, inputs })
    : fromPart(part, {
        value: Math.round((outside / placed) * 1000) / 1000,
        window: YEAR,
        inputs,
        note: unmappedNote(origins),
      });
}

function contributionDistance(
  part: KeptPart<'commits'>,
  origins: Counted,
): SignalValue<number> {
  const { outside, distanceSum, distanceCount } = origins;
  const inputs = {
    outside,
    placed: distanceCount,
    withoutCommonGroup: outside - distanceCount,
  };
  if (distanceCount === 0) {
    return partTellsNot(
      part,
      outside === 0 ? 'nobody-outside' : 'no-common-group',
      { window: YEAR, inputs },
    );
  }
  return fromPart(part, {
    value: Math.round((distanceSum / distanceCount) * 100) / 100,
    window: YEAR,
    inputs,
    note:
      distanceCount < outside
        ? {
            code: 'commits-without-group',
            values: { commits: outside - distanceCount },
          }
        : unmappedNote(origins),
  });
}

function unmappedNote({ unmapped }: Counted): SignalNote | undefined {
  return unmapped > 0
    ? { code: 'commits-left-out', values: { commits: unmapped } }
    : undefined;
}
