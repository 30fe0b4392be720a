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

export type GoalUnit = '×' | 'ms' | 'MB' | 'kB' | 'chunks';

/** One line of the table: what has to hold, as the issue tracker states it. */
export interface Goal {
  id: string;
  what: string;
  against: string;
  /** Which side of `value` is good. */
  reach: 'at least' | 'at most';
  value: number;
  unit: GoalUnit;
}

const PK_LOOKUP = 'prepared primary-key look-up';

/**
 * What the benchmarks measure. A key is the figure's number, a colon and a word when one number has several sides; the
 * databases and sizes that it is measured on are added when it is.
 */
export const goals = {
  P1: goal(
    'reading a 20 MB CycloneDX JSON, MB/s',
    'JSON.parse of the same bytes',
    '≥ 0.85 ×',
  ),
  P3: goal(
    'longest stall of the event loop while reading 20 MB',
    'absolute',
    '≤ 10 ms',
  ),
  'P3:memory': goal(
    'peak memory reading a 130 MB document',
    'absolute',
    '≤ 300 MB',
  ),
  P5: goal(
    'usage rows/s through the store, PostgreSQL',
    'COPY into the same indexed table',
    '≥ 0.9 ×',
  ),
  P6: goal(
    'usage rows/s through the store, SQLite',
    'raw prepared statements, one transaction',
    '≥ 0.97 ×',
  ),
  'P7:single': goal(
    'first ingest a document at a time, dependencies/s',
    'server-side insert of the same sorted rows',
    '≥ 0.25 ×',
  ),
  'P7:bulk': goal(
    'first ingest in bulk, dependencies/s',
    'server-side insert of the same sorted rows',
    '≥ 0.6 ×',
  ),
  P9: goal(
    'unchanged document again, documents/s',
    `${PK_LOOKUP}s/s`,
    '≥ 0.5 ×',
  ),
  'P11:popular': goal(
    '"who uses X", first page, popular packages, p50',
    `${PK_LOOKUP}, p50`,
    '≤ 2.5 ×',
  ),
  'P11:rare': goal(
    '"who uses X", first page, rare packages, p50',
    `${PK_LOOKUP}, p50`,
    '≤ 1.5 ×',
  ),
  'P12:popular': goal(
    '"who uses X", popular, p50 at 100,000 components',
    'itself at 1,000 components',
    '≤ 1.3 ×',
  ),
  'P12:rare': goal(
    '"who uses X", rare, p50 at 100,000 components',
    'itself at 1,000 components',
    '≤ 1.3 ×',
  ),
  'P13:totals': goal('totals, p50', `${PK_LOOKUP}, p50`, '≤ 2 ×'),
  'P13:top': goal('top 50 packages, p50', `${PK_LOOKUP}, p50`, '≤ 2 ×'),
  'P13:licences': goal(
    'licence distribution, p50',
    `${PK_LOOKUP}, p50`,
    '≤ 2 ×',
  ),
  P14: goal(
    'substring search, worst of 50 terms, p95',
    `${PK_LOOKUP}, p95`,
    '≤ 8 ×',
  ),
  P16: goal(
    'the same questions over HTTP with permission check, requests/s',
    'ping of the same backend with user token and one authorize()',
    '≥ 0.65 ×',
  ),
  'P16:generation': goal(
    'the same from a current generation, requests/s',
    'ping of the same backend with user token and one authorize()',
    '≥ 0.9 ×',
  ),
  P17: goal(
    'conditional GET answered 304, requests/s',
    'authenticated route without authorize()',
    '≥ 0.95 ×',
  ),
  P18: goal(
    'search of inner-source projects with three facets, p95 over HTTP, times faster',
    "the catalog's own full-text query with the same filters on the same entities, p95 over HTTP",
    '≥ 20 ×',
  ),
  'P19:time': goal(
    'search of 10,000 inner-source projects in a browser, from the key to the painted list',
    'absolute',
    '≤ 100 ms',
  ),
  'P19:ratio': goal(
    'the same, times faster',
    "SAP's project portal with the same projects in the same browser",
    '≥ 60 ×',
  ),
  R1: goal(
    'routing one work item over 2,000 providers, in process',
    'absolute',
    '≤ 5 ms',
  ),
  'R2:inbox': goal(
    'requests that wait for me, of 50,000, p95 over HTTP',
    'ping of the same backend with user token and one authorize(), p95',
    '≤ 2 ×',
  ),
  'R2:triage': goal(
    'triage of 50,000 requests, p95 over HTTP',
    'ping of the same backend with user token and one authorize(), p95',
    '≤ 2 ×',
  ),
  'R2:coverage': goal(
    'coverage of 200 competencies by business unit, p95 over HTTP',
    'ping of the same backend with user token and one authorize(), p95',
    '≤ 2 ×',
  ),
  R3: goal(
    'text match of "I need help with", 200 competencies, p95 over HTTP',
    'ping of the same backend with user token and one authorize(), p95',
    '≤ 2 ×',
  ),
  I1: goal(
    'first page of 5,000 inner-source projects with a search and three facets, p95 over HTTP',
    'ping of the same backend with user token and one authorize(), p95',
    '≤ 2 ×',
  ),
  I2: goal(
    'finding 5,000 inner-source projects among 50,000 entities',
    'absolute',
    '≤ 60000 ms',
  ),
  'I2:memory': goal(
    'growth of memory while finding them',
    'absolute',
    '≤ 300 MB',
  ),
  'P22:time': goal(
    'licence evaluation, adversarial family, n = 20',
    'absolute',
    '≤ 1 ms',
  ),
  'P22:ratio': goal(
    'licence evaluation, adversarial family, n = 20, times faster',
    'spdx-satisfies',
    '≥ 5000 ×',
  ),
  P23: goal(
    'bytes a usage, tables and indexes, PostgreSQL',
    'naive table with its indexes',
    '≤ 0.6 ×',
  ),
  'P24:eager': goal(
    'our own front-end code loaded at once, gzip',
    'budget',
    '≤ 6 kB',
  ),
  'P24:route': goal(
    'our own front-end code, largest lazy chunk, gzip',
    'budget',
    '≤ 45 kB',
  ),
  'P24:charts': goal(
    'charts loaded with a route instead of in a chunk of their own',
    'budget',
    '≤ 0 chunks',
  ),
  P25: goal(
    'backend start with the data there, with our plugin, longer by',
    'the same backend without our plugin',
    '≤ 300 ms',
  ),
  P26: goal(
    'event loop delay p99 while 1,000 SBOMs arrive, longer by',
    'the same load of requests without ingest',
    '≤ 15 ms',
  ),
} as const;

export type GoalId = keyof typeof goals;

export const goalIds: GoalId[] = isGoalIds(Object.keys(goals));

function isGoalIds(ids: string[]): GoalId[] {
  // The keys of the object above, which Object.keys forgets.
  return ids as GoalId[];
}

type GoalText = `${'≥' | '≤'} ${number} ${GoalUnit}`;

function goal(what: string, against: string, text: GoalText): Omit<Goal, 'id'> {
  const [sign, value, unit] = text.split(' ');
  return {
    what,
    against,
    reach: sign === '≥' ? 'at least' : 'at most',
    value: Number(value),
    // The type of the text admits no other.
    unit: unit as GoalUnit,
  };
}

/** Whether an id that a person gave (`P11`, or `P11:rare`) means this goal. */
export function meansGoal(given: string, id: GoalId): boolean {
  const wanted = given.toLowerCase();
  const own = id.toLowerCase();
  return own === wanted || own.startsWith(`${wanted}:`);
}
