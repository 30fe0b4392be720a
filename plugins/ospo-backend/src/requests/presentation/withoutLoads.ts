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
  RankingCode,
  RejectionCode,
  RoutingCandidate,
  RoutingExplanation,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** What tells how much a provider has been given, confidential work included, and what stands there instead. */
const ofWork: { [code in RankingCode]?: string } = {
  load: 'known to the core team',
  'least-recent': 'known to the core team',
};
const ofHours: { [code in RejectionCode]?: string } = {
  'no-capacity': 'has not enough hours left this month',
};

/**
 * A routing for the owner of its competency: the order of the providers and the reasons are those of the core team,
 * without the work that others gave them, and without those whom the catalog hides from the reader. What the catalog
 * does not have at all hides nothing.
 */
export function withoutLoads(
  explanation: RoutingExplanation,
  visible: ReadonlySet<string>,
): RoutingExplanation {
  const { proposedRef, candidates } = explanation;
  return {
    ...explanation,
    proposedRef:
      proposedRef !== undefined && visible.has(proposedRef)
        ? proposedRef
        : undefined,
    candidates: candidates
      .filter(
        ({ ref, rejections }) =>
          visible.has(ref) || rejections.some(({ code }) => code === 'missing'),
      )
      .map(withoutLoad),
  };
}

function withoutLoad(candidate: RoutingCandidate): RoutingCandidate {
  return {
    ...candidate,
    rejections: candidate.rejections.map(({ code, detail }) => ({
      code,
      detail: ofHours[code] ?? detail,
    })),
    ranking: candidate.ranking.map(step => ({
      ...step,
      value: ofWork[step.code] ?? step.value,
    })),
  };
}
