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
  rankingCodes,
  RoutingCandidate,
  RoutingExplanation,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { DirectorySnapshot } from '../../competencies';
import { Candidate, DirectoryIndex } from './DirectoryIndex';
import { compareRankings, onDutyOf, Ranking, rankingOf } from './rankingOf';
import { Rejection, rejectionsOf } from './rejectionsOf';
import { RoutedWork, RoutingContext } from './RoutingContext';

interface Eligible {
  candidate: Candidate;
  ranking: Ranking;
}

interface Rejected {
  candidate: Candidate;
  rejections: Rejection[];
}

/**
 * Who should be asked, with the reasons for each provider and against each. Pure: the same directory, work item and
 * context give the same answer, always and everywhere.
 */
export function routeWorkItem(
  snapshot: DirectorySnapshot,
  work: RoutedWork,
  context: RoutingContext,
): RoutingExplanation {
  const index = DirectoryIndex.of(snapshot);
  const onDuty = onDutyOf(
    snapshot.rota,
    index.lineOf(work.competencyRef),
    context.now.slice(0, 10),
  );
  const eligible: Eligible[] = [];
  const others: Rejected[] = [];
  for (const candidate of index.candidatesOf(work.competencyRef)) {
    const rejections = rejectionsOf({
      candidate,
      work,
      context,
      snapshot,
      index,
    });
    if (rejections.length > 0) {
      others.push({ candidate, rejections });
    } else {
      const ranking = rankingOf({ candidate, work, context, index, onDuty });
      eligible.push({ candidate, ranking });
    }
  }
  eligible.sort((a, b) => compareRankings(a.ranking, b.ranking).order);
  others.sort((a, b) =>
    a.candidate.provider.ref < b.candidate.provider.ref ? -1 : 1,
  );
  return {
    workItemId: work.workItemId,
    competency: {
      ref: work.competencyRef,
      title:
        snapshot.competencies.get(work.competencyRef)?.title ??
        work.competencyRef,
    },
    authority: work.authority,
    proposedRef: eligible[0]?.candidate.provider.ref,
    candidates: [
      ...eligible.map(({ candidate, ranking }, place) => ({
        ...described(candidate),
        rank: place + 1,
        rejections: [],
        ranking: ranked(ranking, decidedBy(eligible, place)),
      })),
      ...others.map(({ candidate, rejections }) => ({
        ...described(candidate),
        rejections,
        ranking: [],
      })),
    ],
    asOf: context.now,
  };
}

/** What put a provider after the one before it; for the first, before the second. */
function decidedBy(eligible: readonly Eligible[], place: number): number {
  const other = eligible[place === 0 ? 1 : place - 1];
  return other
    ? compareRankings(eligible[place].ranking, other.ranking).decidedBy
    : -1;
}

function described({ provider }: Candidate) {
  const { ref, title, kind, authority } = provider;
  return { ref, title, kind, authority };
}

function ranked(
  ranking: Ranking,
  decisive: number,
): RoutingCandidate['ranking'] {
  return rankingCodes.map((code, at) => ({
    code,
    value: ranking.values[at],
    decisive: at === decisive,
  }));
}
