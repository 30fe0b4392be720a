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
  SignalNoteCode,
  SignalValue,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ContributionOrigins, KeptPart } from '../../SignalsReader';
import { ProjectFacts } from './ProjectFacts';
import {
  fromPart,
  missing,
  partTellsNot,
  unknown,
  untoldFew,
  YEAR,
} from './signalValue';

type Counted = Exclude<ContributionOrigins, { withheld: unknown }>;

const WITHHELD = {
  people: 'few-committed',
  outsiders: 'few-outsiders-committed',
  insiders: 'few-insiders-committed',
} as const;

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
    return partTellsNot(part, WITHHELD[origins.withheld], { window: YEAR });
  }
  return tell(part, origins);
}

function outsideShare(
  part: KeptPart<'commits'>,
  origins: Counted,
): SignalValue<number> {
  const { inside, outside } = origins;
  const placed = inside + outside;
  const inputs = { inside, outside, unmapped: untoldFew(origins.unmapped) };
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
  const { outside, distance, withoutGroup } = origins;
  const inputs = {
    outside,
    placed: withoutGroup === 'few' ? null : outside - withoutGroup,
    withoutCommonGroup: untoldFew(withoutGroup),
  };
  return distance === undefined
    ? partTellsNot(part, whyNoDistance(origins), { window: YEAR, inputs })
    : fromPart(part, {
        value: Math.round(distance * 100) / 100,
        window: YEAR,
        inputs,
        note: withoutGroupNote(origins) ?? unmappedNote(origins),
      });
}

function whyNoDistance({ outside, withoutGroup }: Counted): SignalNoteCode {
  if (outside === 0) {
    return 'nobody-outside';
  }
  return withoutGroup === 'few' ? 'few-with-group' : 'no-common-group';
}

function withoutGroupNote({ withoutGroup }: Counted): SignalNote | undefined {
  if (withoutGroup === 'few') {
    return { code: 'few-without-group' };
  }
  return withoutGroup > 0
    ? { code: 'commits-without-group', values: { commits: withoutGroup } }
    : undefined;
}

function unmappedNote({ unmapped }: Counted): SignalNote | undefined {
  if (unmapped === 'few') {
    return { code: 'few-commits-left-out' };
  }
  return unmapped > 0
    ? { code: 'commits-left-out', values: { commits: unmapped } }
    : undefined;
}
