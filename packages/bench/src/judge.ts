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

import { Figure, isReached, isReachedOnce, SLACK } from './Figure';
import { GoalId, goals } from './goals';

export interface JudgeOptions {
  isReduced: boolean;
  knownMisses: Partial<Record<GoalId, string>>;
}

/**
 * What the figures come to in words. A run is broken when something could not be measured that should have been, and a
 * reduced one also when a goal that normally holds was missed by far.
 */
export function judge(
  figures: readonly Figure[],
  options: JudgeOptions,
): { lines: string[]; isBroken: boolean } {
  const judged = figures.filter(figure => isReached(figure) !== undefined);
  const missed = judged.filter(figure => isReached(figure) === false);
  const notMeasured = figures.filter(figure => !figure.measured);
  const lines = [
    `${judged.length - missed.length} reached, ${missed.length} missed, ${
      notMeasured.length
    } not measured`,
    ...missed.map(
      figure => `missed: ${nameOf(figure)}${reasonOf(figure, options)}`,
    ),
  ];
  const failed = figures.filter(figure => figure.failed);
  lines.push(
    ...failed.map(
      figure => `FAILED: ${nameOf(figure)}: ${figure.notMeasured ?? ''}`,
    ),
  );
  if (!options.isReduced) {
    return { lines, isBroken: failed.length > 0 };
  }
  const broken = findBroken(figures, options);
  return {
    lines: [
      ...lines,
      ...broken.map(
        figure => `BROKEN beyond ${SLACK * 100} % slack: ${nameOf(figure)}`,
      ),
    ],
    isBroken: broken.length + failed.length > 0,
  };
}

/**
 * What a reduced run must not find: goals missed by more than the slack in every round, that are not known to be
 * missed. Milliseconds are told and not judged: on a shared machine they say nothing of the code.
 */
export function findBroken(
  figures: readonly Figure[],
  options: JudgeOptions,
): Figure[] {
  return options.isReduced
    ? figures.filter(
        figure =>
          goals[figure.id].unit !== 'ms' &&
          isReachedOnce(figure, SLACK) === false &&
          options.knownMisses[figure.id] === undefined,
      )
    : [];
}

function nameOf(figure: Figure): string {
  return figure.on ? `${figure.id} (${figure.on})` : figure.id;
}

function reasonOf(figure: Figure, options: JudgeOptions): string {
  const reason = options.knownMisses[figure.id];
  return reason ? `, as known: ${reason}` : '';
}
