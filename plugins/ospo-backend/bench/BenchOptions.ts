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
  FULL_ROUNDS,
  GoalId,
  goalIds,
  meansGoal,
  REDUCED_ROUNDS,
  Rounds,
} from 'bench';

import { CatalogSize } from './searchedCatalog';

/** What the benchmarks were asked to do, checked by `scripts/bench.mjs` before anything is started. */
export interface BenchOptions {
  root: string;
  scratch: string;
  connectionString: string;
  reduced: boolean;
  /** Components of a third landscape. */
  large?: number;
  only: string[];
  /** Figures of one database alone. */
  on?: 'postgres' | 'sqlite';
  /** Folder in which filled stores outlive the run. */
  keep?: string;
  /** Folder with a copy of SAP's project portal. */
  sapPortal?: string;
  json?: string;
  markdown?: string;
}

/** How much is measured. */
export interface BenchPlan {
  isReduced: boolean;
  rounds: Rounds;
  /** Components of the landscapes that the questions are put to. */
  postgresSizes: number[];
  /** The one of `--large`. */
  large: number | undefined;
  sqliteSizes: number[];
  firstIngestDocuments: number;
  usageRows: number;
  unchangedDocuments: number;
  terms: number;
  callsATerm: number;
  licenceRounds: Rounds;
  memoryRuns: number;
  starts: Rounds;
  httpMs: number;
  arrivals: number;
  arrivalRounds: Rounds;
  catalogSearch: CatalogSize;
  /** What is typed in a browser; nothing where no browser was asked for. */
  browserWords: string[];
  wants: (id: GoalId) => boolean;
}

const SMALL = 1_000;
const MEDIUM = 10_000;
/** What `--large` measures, on PostgreSQL: what depends on how large a company is. */
const OF_SIZE = ['P11', 'P12', 'P13', 'P14', 'P23'];

export function planOf(options: BenchOptions): BenchPlan {
  const plan = planOfEverything(options);
  const withBrowser =
    options.sapPortal !== undefined ||
    options.only.some(given => meansGoal(given, 'P19:time'));
  return {
    ...plan,
    browserWords:
      withBrowser && plan.wants('P19:time') ? plan.browserWords : [],
    postgresSizes: options.on === 'sqlite' ? [] : plan.postgresSizes,
    sqliteSizes: options.on === 'postgres' ? [] : plan.sqliteSizes,
  };
}

function planOfEverything(options: BenchOptions): BenchPlan {
  const { reduced, large } = options;
  const ofAll = large ? OF_SIZE : [];
  const only = options.only.length > 0 ? options.only : ofAll;
  const wants = (id: GoalId) =>
    only.length === 0 || only.some(given => meansGoal(given, id));
  if (reduced) {
    return {
      isReduced: true,
      large: undefined,
      rounds: REDUCED_ROUNDS,
      postgresSizes: [SMALL],
      sqliteSizes: [SMALL],
      firstIngestDocuments: 150,
      usageRows: 60_000,
      unchangedDocuments: 200,
      terms: 50,
      // A 95th percentile of fewer would be the slowest of them.
      callsATerm: 20,
      licenceRounds: { rounds: 1, dropped: 0 },
      memoryRuns: 1,
      starts: { rounds: 3, dropped: 1 },
      httpMs: 700,
      arrivals: 150,
      arrivalRounds: { rounds: 2, dropped: 0 },
      catalogSearch: { entities: 5_000, projects: 500 },
      browserWords: ['pa', 'in'],
      // A catalog of its own takes a minute of the three that such a run may take.
      wants: id => wants(id) && (id !== 'P18' || only.length > 0),
    };
  }
  return {
    isReduced: false,
    large,
    rounds: FULL_ROUNDS,
    postgresSizes: large ? [SMALL, MEDIUM, large] : [SMALL, MEDIUM],
    sqliteSizes: large ? [] : [SMALL, MEDIUM],
    firstIngestDocuments: 2_000,
    usageRows: 300_000,
    unchangedDocuments: 500,
    terms: 50,
    callsATerm: 20,
    // A single evaluation takes the peer seconds, and the same each time.
    licenceRounds: { rounds: 3, dropped: 1 },
    memoryRuns: 3,
    starts: FULL_ROUNDS,
    httpMs: 2_000,
    arrivals: 1_000,
    arrivalRounds: { rounds: 3, dropped: 1 },
    catalogSearch: { entities: 50_000, projects: 5_000 },
    browserWords: ['pa', 'in', 'ga', 'se', 'ar'],
    wants,
  };
}

export function wantsAny(plan: BenchPlan, ids: string[]): boolean {
  return goalIds.some(
    id => plan.wants(id) && ids.some(wanted => meansGoal(wanted, id)),
  );
}
