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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { activityScore, ActivityScoreInputs } from './activityScore';
import { readRepository } from './readRepository';

const shared = path.resolve(
  __dirname,
  '../../../../../shared/data/innersource',
);
const asOf = new Date('2020-10-09T00:00:00Z');

function readJson(file: string): unknown[] {
  return JSON.parse(readFileSync(path.join(shared, file), 'utf8'));
}

function goldenScores(): Map<string, number> {
  const [head, ...lines] = readFileSync(
    path.join(shared, 'score-golden/sap-repos-scores.csv'),
    'utf8',
  )
    .trim()
    .split(/\r?\n/)
    .map(line => line.split(','));
  const name = head.indexOf('full_name');
  const score = head.findIndex(title => title.startsWith('score_pattern_2026'));
  return new Map(lines.map(line => [line[name], Number(line[score])]));
}

const old: ActivityScoreInputs = {
  forks: 2,
  subscribers: 1,
  stars: 3,
  openIssues: 5,
  createdAt: '2015-01-01T00:00:00Z',
  updatedAt: '2020-10-01T00:00:00Z',
  participation: Array.from({ length: 52 }, () => 10),
};

describe('activityScore', () => {
  it('equals the corrected formula on every repository of a real list', () => {
    const golden = goldenScores();
    const scores = readJson('sap-portal/repos.json').map(row => {
      const repository = readRepository(row);
      return [
        repository?.fullName,
        repository && activityScore(repository.inputs, asOf).score,
      ];
    });
    expect(scores).toHaveLength(42);
    expect(new Map(scores as [string, number][])).toEqual(golden);
  });

  it('says what is missing instead of taking it for zero', () => {
    const { participation, ...without } = old;
    const known = activityScore(
      { ...without, participation: Array.from({ length: 52 }, () => 0) },
      asOf,
    );
    const unknown = activityScore(without, asOf);
    expect(known.score).toBe(unknown.score);
    expect(known).toMatchObject({ state: 'known', missing: [] });
    expect(unknown).toMatchObject({
      state: 'partial',
      missing: ['participation'],
    });
  });

  it('gives no score when nobody knows how old the project is', () => {
    const { createdAt, ...without } = old;
    expect(activityScore(without, asOf)).toMatchObject({
      state: 'unknown',
      missing: ['createdAt'],
    });
    expect(activityScore(without, asOf).score).toBeUndefined();
    expect(
      activityScore({ ...old, updatedAt: 'last week' }, asOf).score,
    ).toBeUndefined();
  });

  it('counts a date in the future as now', () => {
    expect(
      activityScore({ ...old, updatedAt: '2020-10-10T00:00:00Z' }, asOf).score,
    ).toBe(
      activityScore({ ...old, updatedAt: '2020-10-09T00:00:00Z' }, asOf).score,
    );
  });

  it('is a finite number that more commits never lower, whatever the inputs', () => {
    const count = fc.nat(1_000_000);
    fc.assert(
      fc.property(
        fc.record({ forks: count, stars: count, openIssues: count }),
        fc.array(fc.nat(500), { minLength: 13, maxLength: 60 }),
        fc.date({ noInvalidDate: true }),
        (counts, participation, updated) => {
          const inputs = {
            ...old,
            ...counts,
            updatedAt: updated.toISOString(),
          };
          const score = activityScore({ ...inputs, participation }, asOf).score;
          const busier = activityScore(
            { ...inputs, participation: participation.map(week => week + 5) },
            asOf,
          ).score;
          expect(Number.isFinite(score)).toBe(true);
          expect(busier).toBeGreaterThanOrEqual(score ?? NaN);
        },
      ),
    );
  });
});

describe('readRepository', () => {
  it('reads what another crawler writes, and leaves unknown what it does not say', () => {
    const [first] = readJson('sap-portal/aws-codecommit-repos_sample.json');
    expect(readRepository(first)).toMatchObject({
      fullName: 'Gold',
      inputs: {
        forks: 1,
        stars: undefined,
        participation: undefined,
        createdAt: '2021-06-26T08:54:34.508Z',
      },
    });
  });

  it.each([null, 7, [], {}, { full_name: '' }, { full_name: 3 }])(
    'names nothing: %j',
    row => {
      expect(readRepository(row)).toBeUndefined();
    },
  );

  it('takes no number from text, and no week from something else', () => {
    expect(
      readRepository({
        full_name: 'a/b',
        forks_count: '7',
        stargazers_count: -1,
        created_at: 'x',
        _InnerSourceMetadata: { participation: [1, 'two'] },
      })?.inputs,
    ).toMatchObject({
      forks: undefined,
      stars: undefined,
      createdAt: undefined,
      participation: undefined,
    });
  });
});
