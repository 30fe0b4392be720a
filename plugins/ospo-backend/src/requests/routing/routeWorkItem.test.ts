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

import fc from 'fast-check';
import {
  CompetencyProvider,
  rejectionCodes,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  aCompetency,
  aGroup,
  aProvider,
  aSnapshot,
} from '../__testUtils__/aDirectory';
import { routeWorkItem } from './routeWorkItem';
import { RoutedWork, RoutingContext } from './RoutingContext';

const work: RoutedWork = {
  requestId: 'r1',
  workItemId: 'w1',
  competencyRef: 'competency:default/law',
  authority: 'answer',
  tries: [],
};

const context: RoutingContext = {
  now: '2026-11-23T09:00:00.000Z',
  neededUntil: '2026-11-25T09:00:00.000Z',
  requesterRef: 'user:default/dev',
  confidentiality: 'internal',
  businessUnits: ['group:default/shop'],
  countries: [],
  languages: [],
  technologies: [],
  loads: new Map(),
  hoursPerWorkItem: 2,
};

/** The group `x` among its likes. */
const group = (name: string) => `group:default/${name}`;

function route(
  providers: CompetencyProvider[],
  options: {
    work?: Partial<RoutedWork>;
    context?: Partial<RoutingContext>;
    snapshot?: Parameters<typeof aSnapshot>[0];
  } = {},
) {
  const groups = [
    ...providers
      .filter(({ kind }) => kind === 'group')
      .map(({ ref }) => aGroup(ref, ['user:default/somebody'])),
    ...(options.snapshot?.groups ?? []),
  ];
  return routeWorkItem(
    aSnapshot({
      competencies: [aCompetency('law', providers)],
      ...options.snapshot,
      groups,
    }),
    { ...work, ...options.work },
    { ...context, ...options.context },
  );
}

describe('routeWorkItem', () => {
  it.each<
    [
      string,
      Partial<CompetencyProvider> & { ref?: string },
      Parameters<typeof route>[1],
    ]
  >([
    ['missing', { state: 'missing' }, {}],
    ['authority-too-low', { authority: 'triage' }, {}],
    [
      'authority-too-low',
      {
        ref: 'user:default/ida',
        state: 'unconfirmed',
        source: 'profile',
        authority: 'answer',
        claimed: { authority: 'sign', confidential: true },
      },
      { work: { authority: 'decide' } },
    ],
    [
      'out-of-scope',
      {
        ref: 'user:default/ida',
        source: 'profile',
        authority: 'answer',
        claimed: { authority: 'answer', confidential: true },
      },
      { context: { confidentiality: 'confidential' } },
    ],
    ['out-of-scope', { scope: { businessUnits: [group('bank')] } }, {}],
    [
      'out-of-scope',
      { scope: { countries: ['SE', 'NO'] } },
      { context: { countries: ['se', 'DE'] } },
    ],
    [
      'out-of-scope',
      { scope: { languages: ['sv'] } },
      { context: { languages: ['de', 'fr'] } },
    ],
    [
      'out-of-scope',
      { scope: { technologies: ['java'] } },
      { context: { technologies: ['rust'] } },
    ],
    ['out-of-scope', {}, { context: { confidentiality: 'confidential' } }],
    [
      'absent',
      {},
      {
        snapshot: {
          absences: [
            {
              id: '1',
              providerRef: group('law'),
              from: '2026-11-25',
              to: '2026-11-30',
            },
          ],
        },
      },
    ],
    [
      'absent',
      {},
      {
        snapshot: {
          absences: [
            {
              id: '1',
              providerRef: 'user:default/somebody',
              from: '2026-11-01',
              to: '2026-11-23',
            },
          ],
        },
      },
    ],
    [
      'no-capacity',
      { hoursPerMonth: 10 },
      {
        context: {
          loads: new Map([[group('law'), { open: 2, hoursThisMonth: 5 }]]),
        },
      },
    ],
    ['contract-ended', { contractEnds: '2026-11-22' }, {}],
    ['contract-ended', { state: 'contract-ended' }, {}],
    [
      'is-requester',
      {},
      { context: { requesterRef: 'user:default/somebody' } },
    ],
    ['not-opted-in', { ref: 'user:default/ida' }, {}],
    [
      'declined-before',
      {},
      { work: { tries: [{ providerRef: group('law'), ended: 'declined' }] } },
    ],
  ])('leaves out whoever is %s: %j', (code, overrides, options) => {
    const { candidates, proposedRef } = route(
      [{ ...aProvider(overrides.ref ?? group('law')), ...overrides }],
      options,
    );
    expect(proposedRef).toBeUndefined();
    expect(candidates).toMatchObject([
      { rejections: [{ code, detail: expect.stringMatching(/./) }] },
    ]);
    expect(candidates[0]).not.toHaveProperty('rank', 1);
  });

  it('leaves out a group without members, and says everything that speaks against it', () => {
    const { candidates } = routeWorkItem(
      aSnapshot({
        groups: [aGroup(group('empty'))],
        competencies: [
          aCompetency('law', [
            aProvider(group('empty'), {
              state: 'missing',
              authority: 'triage',
            }),
          ]),
        ],
      }),
      work,
      context,
    );
    expect(candidates[0].rejections.map(({ code }) => code)).toEqual([
      'missing',
      'authority-too-low',
      'inactive',
    ]);
  });

  it.each<[string, CompetencyProvider[], Parameters<typeof route>[1]]>([
    [
      'on-duty',
      [aProvider(group('b')), aProvider(group('a'), { priority: 9 })],
      {
        snapshot: {
          rota: [
            {
              id: '1',
              competencyRef: work.competencyRef,
              providerRef: group('a'),
              from: '2026-11-23',
              to: '2026-11-23',
            },
          ],
        },
      },
    ],
    [
      'internal',
      [
        aProvider('group:external/firm', { priority: 1 }),
        aProvider(group('a'), { priority: 9 }),
      ],
      {},
    ],
    [
      'priority',
      [
        aProvider(group('b'), { authority: 'answer' }),
        aProvider(group('a'), { priority: 1 }),
      ],
      {},
    ],
    [
      'lowest-authority',
      [
        aProvider(group('b'), { authority: 'sign' }),
        aProvider(group('a'), { authority: 'answer' }),
      ],
      {},
    ],
    [
      'load',
      [
        aProvider(group('b'), { hoursPerMonth: 20 }),
        aProvider(group('a'), { hoursPerMonth: 80 }),
      ],
      {
        context: {
          loads: new Map([
            [group('a'), { open: 2, hoursThisMonth: 0 }],
            [group('b'), { open: 1, hoursThisMonth: 0 }],
          ]),
        },
      },
    ],
    [
      'least-recent',
      [aProvider(group('b')), aProvider(group('a'))],
      {
        context: {
          loads: new Map([
            [
              group('a'),
              {
                open: 0,
                hoursThisMonth: 0,
                lastAskedAt: '2026-01-01T00:00:00.000Z',
              },
            ],
            [
              group('b'),
              {
                open: 0,
                hoursThisMonth: 0,
                lastAskedAt: '2026-02-01T00:00:00.000Z',
              },
            ],
          ]),
        },
      },
    ],
  ])('puts one before the other by %s', (code, providers, options) => {
    const { candidates, proposedRef } = route(providers, options);
    expect(proposedRef).toBe(group('a'));
    expect(candidates.map(({ rank }) => rank)).toEqual([1, 2]);
    for (const { ranking } of candidates) {
      expect(ranking.filter(({ decisive }) => decisive)).toMatchObject([
        { code },
      ]);
    }
  });

  it('asks those of the competency that this one is a part of, and is not held up by circles', () => {
    const snapshot = aSnapshot({
      groups: [aGroup(group('a'), ['user:default/x'])],
      competencies: [
        aCompetency('law', [], { partOf: 'competency:default/parent' }),
        aCompetency('parent', [aProvider(group('a'))], {
          partOf: 'competency:default/law',
        }),
      ],
    });
    expect(routeWorkItem(snapshot, work, context).proposedRef).toBe(group('a'));
  });

  it('counts a business unit with all below it, in trees that bite their own tail as well', () => {
    const parents = (shop: string, parent: string) => [
      aGroup(group(shop), [], { parentRef: group(parent) }),
      aGroup(group(parent), [], { parentRef: group(shop) }),
    ];
    const providers = [
      aProvider(group('a'), { scope: { businessUnits: [group('retail')] } }),
    ];
    const inside = route(providers, {
      snapshot: { groups: parents('shop', 'retail') },
    });
    const outside = route(providers, {
      snapshot: { groups: parents('shop', 'bank') },
    });
    expect(inside.proposedRef).toBe(group('a'));
    expect(outside.proposedRef).toBeUndefined();
  });

  it('gives the same answer always, in whatever order the catalog tells the providers', () => {
    const someProviders = fc.uniqueArray(
      fc.record({
        name: fc.constantFrom(...'abcdefghij'),
        authority: fc.constantFrom('triage', 'answer', 'decide', 'sign'),
        priority: fc.integer({ min: 1, max: 3 }),
        hours: fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
      }),
      { selector: ({ name }) => name, minLength: 1 },
    );
    fc.assert(
      fc.property(someProviders, fc.string(), (some, requestId) => {
        const providers = some.map(({ name, authority, priority, hours }) =>
          aProvider(group(name), { authority, priority, hoursPerMonth: hours }),
        );
        const ask = (list: CompetencyProvider[]) =>
          route(list, { work: { requestId } });
        const first = ask(providers);
        expect(ask([...providers].reverse())).toEqual(first);
        expect(first.candidates).toHaveLength(providers.length);
        for (const { rank, rejections } of first.candidates) {
          expect(rank === undefined).toBe(rejections.length > 0);
          const places = rejections.map(({ code }) =>
            rejectionCodes.indexOf(code),
          );
          expect(places).toEqual([...places].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('spreads what is alike over those who are alike', () => {
    const providers = ['a', 'b', 'c', 'd'].map(name => aProvider(group(name)));
    const asked = Array.from(
      { length: 400 },
      (_, n) =>
        route(providers, { work: { requestId: `request ${n}` } }).proposedRef,
    );
    for (const { ref } of providers) {
      expect(asked.filter(found => found === ref).length).toBeGreaterThan(60);
    }
  });
});
