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

import { Goal, GoalId, goals } from './goals';
import { Summary } from './statistics';

/** A measured goal on one database and size; or why it could not be measured. */
export interface Figure {
  id: GoalId;
  /** `PostgreSQL, 10,000 components`; empty when it is the same everywhere. */
  on: string;
  measured?: Summary;
  notMeasured?: string;
  /** True when measuring was tried and failed, which is a fault and no missed goal. */
  failed?: boolean;
  /** What was measured on both sides, in plain units. */
  note?: string;
  /** False when no goal was set for this database or size; the figure is then told, not judged. */
  judged: boolean;
}

/** How far beyond its goal a figure may lie in a reduced run on a shared machine. */
export const SLACK = 0.25;

export function isReached(figure: Figure, slack = 0): boolean | undefined {
  return figure.measured && figure.judged
    ? holds(figure.id, figure.measured.median, slack)
    : undefined;
}

/** Whether a single round reached it: on a shared machine the best one tells most of the code, and least of others. */
export function isReachedOnce(figure: Figure, slack = 0): boolean | undefined {
  if (!figure.measured || !figure.judged) {
    return undefined;
  }
  const { reach }: Omit<Goal, 'id'> = goals[figure.id];
  const { min, max } = figure.measured;
  return holds(figure.id, reach === 'at least' ? max : min, slack);
}

function holds(id: GoalId, measured: number, slack: number): boolean {
  const { reach, value }: Omit<Goal, 'id'> = goals[id];
  return reach === 'at least'
    ? measured >= value * (1 - slack)
    : measured <= value * (1 + slack);
}
