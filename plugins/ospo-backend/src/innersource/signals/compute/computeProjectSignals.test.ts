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
import { StoredParts } from '../../SignalsReader';
import {
  aContext,
  aProject,
  keptOf,
  READ_AT,
  weeks,
} from '../__testUtils__/aProject';
import { computeProjectSignals } from './computeProjectSignals';
import { ProjectFacts } from './ProjectFacts';
import { withVisibleReach } from './reachSignals';

function compute(facts: ProjectFacts) {
  return computeProjectSignals(facts, aContext);
}

/** Every value of every group, by name. */
function allValues(facts: ProjectFacts): [string, SignalValue<unknown>][] {
  const { activity, welcoming, reach, activityScore } = compute(facts);
  return Object.entries({ ...activity, ...welcoming, ...reach, activityScore });
}

const QUIET: StoredParts['commits'] = {
  bounded: true,
  humanWeeks: weeks(52, 0),
  humanAuthors: 0,
};

describe('what is not known', () => {
  it.each<[string, ProjectFacts, string]>([
    ['was never read', { ...aProject(), kept: undefined }, 'turn comes'],
    [
      'has no repository',
      aProject({}, { repository: undefined, isConnected: false }),
      'backstage.io/source-location',
    ],
    [
      'is at a host that nothing reads from',
      { ...aProject({}, { isConnected: false }), kept: undefined },
      "Nothing reads from 'github.com'",
    ],
    ['is not told by the sources', aProject(), 'commits are not told by forge'],
  ])('is null with the mend, and never zero: what %s', (_name, facts, mend) => {
    const values = allValues(facts);
    expect(values.map(([, { value }]) => value)).toEqual(
      values.map(() => null),
    );
    expect(values.map(([, { state }]) => state)).toEqual(
      values.map(() => 'unknown'),
    );
    expect(values.every(([, { note }]) => note)).toBe(true);
    expect(compute(facts).activity.humanCommitsPerWeek13.note).toContain(mend);
  });

  it('is an error when the only try failed, with what went wrong', () => {
    const facts = aProject();
    facts.kept = {
      parts: {},
      states: [
        { source: 'github', state: 'failed', note: 'No such repository.' },
      ],
    };
    expect(compute(facts).activity.humanAuthors).toEqual({
      value: null,
      state: 'error',
      source: 'github',
      inputs: {},
      window: 'P52W',
      note: 'No such repository.',
      notes: [
        { code: 'said-by-source', values: { text: 'No such repository.' } },
      ],
    });
  });

  it('is said to be on its way while a forge computes it', () => {
    const facts = aProject();
    facts.kept = {
      parts: {},
      states: [{ source: 'github', state: 'partial', pending: ['commits'] }],
    };
    const { activity } = compute(facts);
    expect(activity.humanCommitsPerWeek52).toMatchObject({
      value: null,
      state: 'unknown',
      notes: [{ code: 'still-computed', values: { source: 'github' } }],
    });
    expect(activity.releases.notes).toEqual([
      { code: 'releases-not-told', values: { source: 'github' } },
    ]);
  });

  it('differs from zero: a year without commits is known', () => {
    const { activity } = compute(aProject({ commits: QUIET }));
    expect(activity.humanCommitsPerWeek13).toMatchObject({
      value: 0,
      state: 'known',
    });
    expect(activity.humanCommitsPerWeek52).toMatchObject({
      value: 0,
      state: 'known',
    });
    expect(activity.humanAuthors).toMatchObject({ value: 0, state: 'known' });
  });
});

it('keeps the last good value with its age when a later try failed', () => {
  const facts = aProject();
  facts.kept = keptOf(
    { commits: { ...QUIET, humanWeeks: weeks(52, 2) } },
    { error: "'github.com' could not be reached." },
  );
  expect(compute(facts).activity.humanCommitsPerWeek13).toEqual({
    value: 2,
    state: 'error',
    source: 'forge',
    fetchedAt: READ_AT,
    window: 'P13W',
    inputs: { humanCommits: 26, weeks: 13 },
    note: "'github.com' could not be reached.",
    notes: [
      {
        code: 'said-by-source',
        values: { text: "'github.com' could not be reached." },
      },
    ],
  });
});

describe('commits of people', () => {
  it.each<
    [string, Partial<StoredParts['commits']>, (number | null)[], string[]]
  >([
    [
      'told apart by the source',
      {
        humanWeeks: [...weeks(39, 0), ...weeks(13, 4)],
        allWeeks: weeks(52, 50),
      },
      [4, 1],
      ['known', 'known'],
    ],
    [
      'all, when there was no bot',
      { allWeeks: weeks(52, 3), botCommits: 0 },
      [3, 3],
      ['known', 'known'],
    ],
    [
      'none, when all are of bots',
      { allWeeks: weeks(52, 3), botCommits: 156 },
      [0, 0],
      ['known', 'known'],
    ],
    [
      'by the share of the year, when the source does not tell the weeks',
      { allWeeks: weeks(52, 4), botCommits: 104 },
      [2, 2],
      ['partial', 'known'],
    ],
    [
      'unknown, when bots were not counted',
      { allWeeks: weeks(52, 4) },
      [null, null],
      ['unknown', 'unknown'],
    ],
    [
      'zero, when nobody and no bot committed',
      { allWeeks: weeks(52, 0) },
      [0, 0],
      ['known', 'known'],
    ],
    [
      'unknown, when there are no weeks',
      {},
      [null, null],
      ['unknown', 'unknown'],
    ],
  ])('%s', (_name, commits, values, states) => {
    const { activity } = compute(
      aProject({ commits: { bounded: true, ...commits } }),
    );
    const both = [
      activity.humanCommitsPerWeek13,
      activity.humanCommitsPerWeek52,
    ];
    expect(both.map(({ value }) => value)).toEqual(values);
    expect(both.map(({ state }) => state)).toEqual(states);
  });

  it.each<[string, number[], (number | null)[], string[]]>([
    ['13 of 52', weeks(20, 50), [50, 50], ['known', 'partial']],
    ['a few', weeks(4, 250), [250, 250], ['partial', 'partial']],
    ['not one', [], [null, null], ['unknown', 'unknown']],
  ])(
    'are an average over the weeks that were read, of which there are %s',
    (_name, humanWeeks, values, states) => {
      const { activity, activityScore } = compute(
        aProject({ commits: { bounded: true, humanWeeks } }),
      );
      const both = [
        activity.humanCommitsPerWeek13,
        activity.humanCommitsPerWeek52,
      ];
      expect(both.map(({ value }) => value)).toEqual(values);
      expect(both.map(({ state }) => state)).toEqual(states);
      expect(both[1].note).toMatch(/^Only \d+ weeks|no week could be read/);
      expect(activity.participation.value).toEqual(
        humanWeeks.length > 0 ? humanWeeks : null,
      );
      // Too few for the formula are none.
      expect(activityScore.inputs.commits13).toBe(
        humanWeeks.length >= 13 ? 650 : null,
      );
    },
  );

  it('draws no bots: the weeks of a year are shown only where people are told apart', () => {
    const mixed = compute(
      aProject({
        commits: { bounded: true, allWeeks: weeks(52, 4), botCommits: 9 },
      }),
    );
    expect(mixed.activity.participation.value).toBeNull();
    const people = compute(
      aProject({
        commits: { bounded: true, allWeeks: weeks(52, 4), botCommits: 0 },
      }),
    );
    expect(people.activity.participation.value).toEqual(weeks(52, 4));
  });

  it('says so when a folder was not counted by itself', () => {
    const facts = aProject({ commits: { ...QUIET, bounded: false } });
    facts.declared.repository = {
      url: 'https://github.com/acme/pay',
      host: 'github.com',
      slug: 'acme/pay',
      path: 'libs/pay',
    };
    expect(compute(facts).activity.humanCommitsPerWeek13).toMatchObject({
      state: 'partial',
      note: "Counted over the whole repository, not only the folder 'libs/pay'.",
      notes: [{ code: 'whole-repository', values: { folder: 'libs/pay' } }],
    });
  });

  it('takes a push by anybody for less than one by a person', () => {
    const facts = aProject({ facts: { pushedAt: '2026-11-01T00:00:00Z' } });
    expect(compute(facts).activity.lastHumanPush).toMatchObject({
      value: '2026-11-01T00:00:00Z',
      state: 'partial',
    });
    const better = aProject({
      facts: { pushedAt: '2026-11-01T00:00:00Z' },
      commits: { ...QUIET, lastHumanCommitAt: '2026-10-01T00:00:00Z' },
    });
    expect(compute(better).activity.lastHumanPush).toMatchObject({
      value: '2026-10-01T00:00:00Z',
      state: 'known',
    });
  });
});

describe('people', () => {
  it.each<[StoredParts['commits']['humanAuthors'], number | null]>([
    [0, 0],
    ['few', null],
    [3, 3],
    [undefined, null],
  ])('are told from three on: %s', (humanAuthors, value) => {
    const { activity } = compute(
      aProject({ commits: { bounded: true, humanAuthors } }),
    );
    expect(activity.humanAuthors.value).toBe(value);
  });

  it.each(['people', 'outsiders', 'insiders'] as const)(
    'withheld %s are not told',
    withheld => {
      const { reach } = compute(
        aProject({ commits: { bounded: true, origins: { withheld } } }),
      );
      expect(reach.outsideShare).toMatchObject({
        value: null,
        state: 'unknown',
      });
      expect(reach.contributionDistance.value).toBeNull();
    },
  );
});

describe('contributions from outside', () => {
  it('are a share of those whose place is known, with the rest told', () => {
    const { reach } = compute(
      aProject({
        commits: {
          bounded: true,
          origins: {
            inside: 30,
            outside: 10,
            unmapped: 60,
            distance: 2,
            withoutGroup: 2,
          },
        },
      }),
    );
    expect(reach.outsideShare).toMatchObject({
      value: 0.25,
      state: 'partial',
      inputs: { inside: 30, outside: 10, unmapped: 60 },
    });
    expect(reach.contributionDistance).toMatchObject({
      value: 2,
      inputs: { outside: 10, placed: 8, withoutCommonGroup: 2 },
    });
  });

  it('do not point at one or two people by what is left out', () => {
    const { reach } = compute(
      aProject({
        commits: {
          bounded: true,
          origins: {
            inside: 30,
            outside: 10,
            unmapped: 'few',
            distance: 2,
            withoutGroup: 'few',
          },
        },
      }),
    );
    expect(reach.outsideShare).toMatchObject({
      value: 0.25,
      state: 'partial',
      inputs: { unmapped: null },
      notes: [{ code: 'few-commits-left-out' }],
    });
    expect(reach.contributionDistance).toMatchObject({
      value: 2,
      state: 'partial',
      inputs: { placed: null, withoutCommonGroup: null },
      notes: [{ code: 'few-without-group' }],
    });
  });

  it.each([
    [0, 0, 'nobody-outside'],
    [9, 9, 'no-common-group'],
    [9, 'few', 'few-with-group'],
  ] as const)(
    'have no distance of %s commits, %s without a group',
    (outside, withoutGroup, code) => {
      const { reach } = compute(
        aProject({
          commits: {
            bounded: true,
            origins: { inside: 30, outside, unmapped: 0, withoutGroup },
          },
        }),
      );
      expect(reach.contributionDistance).toMatchObject({
        value: null,
        state: 'unknown',
        notes: [{ code }],
      });
    },
  );

  it('are unknown when nobody could be placed', () => {
    const { reach } = compute(
      aProject({
        commits: {
          bounded: true,
          origins: {
            inside: 0,
            outside: 0,
            unmapped: 60,
            withoutGroup: 0,
          },
        },
      }),
    );
    expect(reach.outsideShare).toMatchObject({
      value: null,
      inputs: { unmapped: 60 },
    });
    expect(reach.outsideShare.note).toContain('github.com/user-login');
  });
});

describe('the promised answer', () => {
  const responses: StoredParts['responses'] = {
    asked: 10,
    answered: 8,
    unmapped: 0,
    medianHours: 20,
    promise: { reviewSlo: 'P2D', due: 9, inTime: 6 },
  };

  it.each<
    [
      string,
      string | undefined,
      Partial<StoredParts['responses']['promise'] & object>,
      number | null,
      string | undefined,
    ]
  >([
    ['is a share of what is due', 'P2D', {}, 0.67, undefined],
    ['was kept by nobody', 'P2D', { inTime: 0 }, 0, undefined],
    ['was not made', undefined, {}, null, 'no-promise'],
    ['is no duration', 'soon', {}, null, 'promise-no-duration'],
    ['was changed since', 'P1D', {}, null, 'not-read-yet'],
    ['is due to few', 'P2D', { due: 'few' }, null, 'few-due'],
    ['is not due yet', 'P2D', { due: 0, inTime: 0 }, null, 'few-due'],
    ['was kept towards few', 'P2D', { inTime: 'few' }, null, 'few-in-time'],
  ])('%s', (_name, reviewSlo, more, value, code) => {
    const promise = { reviewSlo: 'P2D', due: 9, inTime: 6, ...more };
    const facts = aProject(
      { responses: { ...responses, promise } },
      { reviewSlo },
    );
    const { promiseKept } = compute(facts).welcoming;
    expect(promiseKept.value).toBe(value);
    expect(promiseKept.notes?.[0].code).toBe(code);
    expect(Object.values(promiseKept.inputs)).not.toContain('few');
  });

  it('tells the median with how many it rests on, where they are not few', () => {
    expect(
      compute(aProject({ responses })).welcoming.firstResponseHours,
    ).toMatchObject({
      value: 20,
      inputs: { n: 8, asked: 10 },
    });
    const few = aProject({
      responses: { ...responses, answered: 'few', medianHours: undefined },
    });
    expect(compute(few).welcoming.firstResponseHours).toMatchObject({
      value: null,
      inputs: { asked: 10, answered: null },
    });
  });
});

it('tells who says how far it is open', () => {
  const { governanceLevel } = compute(
    aProject(
      {},
      {
        governanceLevel: 'shared-ownership',
        governanceLevelSource: 'innersource.json',
      },
    ),
  ).welcoming;
  expect(governanceLevel.source).toBe('innersource.json');
});

it('tells a year with a release from the number of its releases', () => {
  const latest = { at: '2026-06-23T00:00:00Z' };
  expect(
    compute(aProject({ releases: { latest } })).activity.releases,
  ).toMatchObject({
    value: null,
    inputs: { latestAt: latest.at },
  });
  expect(
    compute(aProject({ releases: { count: 0 } })).activity.releases,
  ).toMatchObject({
    value: 0,
    state: 'known',
  });
});

describe('the activity score', () => {
  const forge: StoredParts['facts'] = {
    createdAt: '2020-01-01T00:00:00Z',
    updatedAt: READ_AT,
    forks: 10,
    stars: 30,
    subscribers: 5,
    openIssues: 10,
  };

  it('is that of the package, with formula and inputs', () => {
    const facts = aProject({
      facts: forge,
      commits: {
        bounded: true,
        allWeeks: weeks(52, 10),
        humanWeeks: weeks(52, 1),
      },
    });
    // 50 + 50 + 5 + 10 + 2 = 117; touched today: ×2; ten commits a week: ×2; less 50.
    expect(compute(facts).activityScore).toMatchObject({
      value: 418,
      state: 'known',
      inputs: {
        formula: 'innersource-commons-2026',
        commits13: 130,
        commitsOf: 'everybody',
      },
    });
  });

  it('is partial without commits, and names what is missing', () => {
    expect(compute(aProject({ facts: forge })).activityScore).toMatchObject({
      value: 184,
      state: 'partial',
      note: 'Without commits by week.',
      notes: [{ code: 'score-without-participation' }],
    });
  });

  it('is not given to what is retired', () => {
    expect(
      compute(aProject({ facts: forge }, { isRetired: true })).activityScore,
    ).toMatchObject({ value: null, state: 'unknown' });
  });
});

it('counts over the catalog as each reader sees it', () => {
  const seen = compute({
    ...aProject(),
    dependants: 7,
    usedBy: 4,
    packages: ['pkg:npm/pay'],
  });
  expect(seen.reach).toMatchObject({
    dependants: { value: 7 },
    usedBy: { value: 4 },
  });
  expect(
    withVisibleReach(seen, {
      dependants: 0,
      usedBy: 1,
      packages: ['pkg:npm/pay'],
    }).reach,
  ).toMatchObject({
    dependants: { value: 0, state: 'known' },
    usedBy: { value: 1 },
  });
  expect(
    withVisibleReach(seen, { usedBy: 0, packages: [] }).reach.usedBy,
  ).toMatchObject({
    value: null,
    state: 'unknown',
  });
});
