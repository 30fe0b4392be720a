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

import { ProjectSignals } from '@ospo-suite/backstage-plugin-ospo-common';
import fc from 'fast-check';
import { aContext, aProject, weeks } from '../__testUtils__/aProject';
import { computeProjectSignals } from './computeProjectSignals';
import { labelProjects } from './labelProjects';

function withCommits(commits: number | undefined): ProjectSignals {
  return computeProjectSignals(
    aProject(
      commits === undefined
        ? {}
        : { commits: { bounded: true, humanWeeks: weeks(52, commits) } },
    ),
    aContext,
  );
}

function label(commits: (number | undefined)[]) {
  const labels = labelProjects(
    new Map(
      commits.map((one, index) => [
        `component:default/p${index}`,
        withCommits(one),
      ]),
    ),
  );
  return [...labels.values()].map(({ activity }) => activity);
}

it('gives each quarter its level, and the number compared', () => {
  expect(label([1, 2, 3, 4])).toEqual([
    { state: 'partial', level: 'lower', percentile: 12.5, n: 4 },
    { state: 'partial', level: 'middle', percentile: 37.5, n: 4 },
    { state: 'partial', level: 'upper', percentile: 62.5, n: 4 },
    { state: 'partial', level: 'top', percentile: 87.5, n: 4 },
  ]);
});

it('gives equal values one place, so that nobody is at the top for being like all others', () => {
  expect(label([0, 0, 0, 0]).map(({ level }) => level)).toEqual(
    Array(4).fill('middle'),
  );
  expect(label([0, 0, 0, 9]).map(({ percentile }) => percentile)).toEqual([
    37.5, 37.5, 37.5, 87.5,
  ]);
});

it('gives what is unknown no level, and does not count it', () => {
  const labels = label([undefined, 0, 1, 2, 3]);
  expect(labels[0]).toEqual({ state: 'unknown', n: 4 });
  expect(labels[1]).toMatchObject({ level: 'lower', n: 4 });
});

it('gives no level where too few are compared', () => {
  expect(label([1, 2, 3])).toEqual(Array(3).fill({ state: 'unknown', n: 3 }));
});

it('compares with no project that is left out, and gives it no label', () => {
  const projects = new Map(
    [9, 1, 2, 3, 4].map((commits, index) => [
      `p${index}`,
      withCommits(commits),
    ]),
  );
  const labels = labelProjects(projects, ref => ref !== 'p0');
  expect(labels.get('p0')?.activity).toEqual({ state: 'unknown', n: 4 });
  expect(labels.get('p4')?.activity).toMatchObject({ level: 'top', n: 4 });
});

it('orders as the values do, whatever they are, and whatever order they come in', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(fc.nat(20), { nil: undefined }), {
        minLength: 4,
        maxLength: 30,
      }),
      commits => {
        const labels = label(commits);
        const known = commits.flatMap((value, index) =>
          value === undefined ? [] : [{ value, label: labels[index] }],
        );
        expect(labels.every(({ n }) => n === known.length)).toBe(true);
        const labelled = labels.filter(({ level }) => level !== undefined);
        expect(labelled).toHaveLength(known.length < 4 ? 0 : known.length);
        const order = (key: (one: (typeof known)[number]) => number) =>
          known.map(one =>
            known.map(other => Math.sign(key(one) - key(other))),
          );
        const expected = order(({ value }) => value);
        expect(order(one => one.label.percentile ?? 0)).toEqual(
          known.length < 4 ? expected.map(row => row.map(() => 0)) : expected,
        );
        expect(label([...commits].reverse()).reverse()).toEqual(labels);
      },
    ),
    { numRuns: 100 },
  );
});
