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

import { SignalValue } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ACTIVITY_SCORE_FORMULA,
  activityScore,
} from '@ospo-suite/innersource-reader';
import { StoredParts } from '../../SignalsReader';
import { ComputeContext, ProjectFacts } from './ProjectFacts';
import { missing, QUARTER, told, unknown } from './signalValue';

const WEEKS_OF_FORMULA = 13;

/**
 * The activity score of InnerSource Commons, for those who compare with other portals. Nothing else rests on it. It is
 * defined over commits of everybody, so it takes those where the source tells them.
 */
export function scoreSignal(
  facts: ProjectFacts,
  { now }: Pick<ComputeContext, 'now'>,
): SignalValue<number> {
  const { declared, kept } = facts;
  if (declared.isRetired) {
    return unknown('retired-no-score');
  }
  const { facts: forge, commits, files } = kept?.parts ?? {};
  if (!forge && !commits) {
    return missing(facts, 'facts');
  }
  const weeks = commits?.value.allWeeks ?? commits?.value.humanWeeks;
  // Of fewer weeks the formula would make a project of little activity.
  const participation =
    weeks && weeks.length >= WEEKS_OF_FORMULA ? weeks : undefined;
  const description = declared.description ?? forge?.value.description;
  const {
    score,
    state,
    missing: absent,
    inputs,
  } = activityScore(
    {
      forks: forge?.value.forks,
      subscribers: forge?.value.subscribers,
      stars: forge?.value.stars,
      openIssues: forge?.value.openIssues,
      createdAt: forge?.value.createdAt ?? commits?.value.firstCommitAt,
      updatedAt:
        forge?.value.updatedAt ??
        forge?.value.pushedAt ??
        commits?.value.lastHumanCommitAt,
      participation,
      descriptionLength: description?.length,
      motivationLength: declared.motivation?.length,
      hasGuidelines: files?.value.documents.some(
        ({ document }) => document === 'contributing',
      ),
    },
    now,
  );
  const part = forge ?? commits;
  return {
    value: score ?? null,
    state:
      (forge?.error ?? commits?.error) !== undefined && score !== undefined
        ? 'error'
        : state,
    source: part?.source,
    fetchedAt: part?.fetchedAt,
    window: QUARTER,
    inputs: {
      formula: ACTIVITY_SCORE_FORMULA,
      forks: inputs.forks ?? null,
      subscribers: inputs.subscribers ?? null,
      stars: inputs.stars ?? null,
      openIssues: inputs.openIssues ?? null,
      createdAt: inputs.createdAt ?? null,
      updatedAt: inputs.updatedAt ?? null,
      commits13: participation
        ? participation.slice(-13).reduce((total, week) => total + week, 0)
        : null,
      commitsOf: participation ? commitsOf(commits?.value) : null,
      descriptionLength: inputs.descriptionLength ?? null,
      motivationLength: inputs.motivationLength ?? null,
      guidelines:
        inputs.hasGuidelines === undefined
          ? null
          : Number(inputs.hasGuidelines),
    },
    ...told(absent.map(name => ({ code: `score-without-${name}` as const }))),
  };
}

function commitsOf(commits: StoredParts['commits'] | undefined): string | null {
  if (commits?.allWeeks) {
    return 'everybody';
  }
  return commits?.humanWeeks ? 'people' : null;
}
