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
import { countOrigins, PlacePeopleOptions } from './countOrigins';
import { countResponses } from './countResponses';
import { loginKey, Organisation } from './Organisation';

const GITHUB = 'github.com/user-login';
const inside = ['ann', 'bea', 'cia'];
const outside = ['dan', 'eva', 'fay', 'guy'];

/** acme > (shop > pay, bank): ann, bea and cia pay; dan, eva and fay bank; guy is in no group. */
const organisation: Organisation = {
  parents: new Map([
    ['group:default/acme', undefined],
    ['group:default/shop', 'group:default/acme'],
    ['group:default/pay', 'group:default/shop'],
    ['group:default/bank', 'group:default/acme'],
  ]),
  byLogin: new Map(
    [...inside, ...outside].map(name => [
      loginKey(GITHUB, name),
      `user:default/${name}`,
    ]),
  ),
  byEmail: new Map([['dan@example.com', 'user:default/dan']]),
  groupsOf: new Map<string, string[]>([
    ...inside.map(
      name =>
        [`user:default/${name}`, ['group:default/pay']] as [string, string[]],
    ),
    ...['dan', 'eva', 'fay'].map(
      name =>
        [`user:default/${name}`, ['group:default/bank']] as [string, string[]],
    ),
  ]),
};

const options: PlacePeopleOptions = {
  ownerRef: 'group:default/shop',
  organisation,
  loginAnnotations: [GITHUB],
  isBot: login => login === 'renovate',
};

const by = (handles: string[], commits = 1) =>
  handles.map(handle => ({ handle, commits }));

it('counts by where people are, with the hops to the common group', () => {
  expect(
    countOrigins(
      [...by(inside, 10), ...by(outside, 2), ...by(['stranger'], 5)],
      options,
    ),
  ).toEqual({
    inside: 30,
    outside: 8,
    unmapped: 5,
    // bank and shop lie one below acme; guy shares no group.
    distanceSum: 6,
    distanceCount: 6,
  });
});

it('leaves bots out', () => {
  const bots = [
    { handle: 'renovate', commits: 900 },
    { handle: 'dependabot[bot]', commits: 900 },
    {
      email: '49699333+dependabot[bot]@users.noreply.github.com',
      commits: 900,
    },
  ];
  expect(countOrigins([...bots, ...by(inside)], options)).toMatchObject({
    inside: 3,
    unmapped: 0,
  });
  expect(countOrigins(bots, options)).toMatchObject({
    inside: 0,
    outside: 0,
    unmapped: 0,
  });
});

it('knows people by handle, by address, and by the address that the forge hides behind', () => {
  const authors = [
    { email: 'Dan@Example.com ', commits: 1 },
    { email: '123+EVA@users.noreply.github.com', commits: 1 },
    { handle: 'Fay', commits: 1 },
    ...by(inside),
  ];
  expect(countOrigins(authors, options)).toMatchObject({
    inside: 3,
    outside: 3,
    unmapped: 0,
  });
});

it.each<[string, string[], object]>([
  ['one person', ['ann'], { withheld: 'people' }],
  ['two people', ['ann', 'dan'], { withheld: 'people' }],
  [
    'two of them from outside',
    ['ann', 'bea', 'dan', 'eva'],
    { withheld: 'outsiders' },
  ],
  ['nobody from outside', inside, { inside: 3, outside: 0 }],
  [
    'one person of several addresses',
    ['dan', 'DAN', 'Dan'],
    { withheld: 'people' },
  ],
])('withholds what would point at people: %s', (_name, handles, expected) => {
  expect(countOrigins(by(handles), options)).toMatchObject(expected);
});

it('loses no commit and names nobody, whoever committed', () => {
  const author = fc.record({
    handle: fc.option(
      fc.constantFrom(...inside, ...outside, 'stranger', 'renovate', 'x[bot]'),
      { nil: undefined },
    ),
    email: fc.option(fc.constantFrom('dan@example.com', 'who@example.org'), {
      nil: undefined,
    }),
    commits: fc.nat(1000),
  });
  fc.assert(
    fc.property(fc.array(author, { maxLength: 40 }), authors => {
      const origins = countOrigins(authors, options);
      expect(JSON.stringify(origins)).not.toMatch(/@|ann|dan|stranger/);
      const people = authors.filter(
        ({ handle }) => handle !== 'renovate' && handle !== 'x[bot]',
      );
      const total = people.reduce((sum, { commits }) => sum + commits, 0);
      const counted =
        'withheld' in origins
          ? total
          : origins.inside + origins.outside + origins.unmapped;
      expect(counted).toBe(total);
    }),
  );
});

describe('countResponses', () => {
  /** Opened on a Monday at nine; answered so many hours later, of which a third are hours of work. */
  const item = (handle: string, hours?: number) => ({
    handle,
    openedAt: '2026-11-23T09:00:00Z',
    ...(hours !== undefined && {
      firstResponseAt: new Date(
        Date.parse('2026-11-23T09:00:00Z') + hours * 3_600_000,
      ).toISOString(),
    }),
  });
  const count = (items: ReturnType<typeof item>[]) =>
    countResponses(
      { items },
      {
        ...options,
        businessMs: (start, end) => (Date.parse(end) - Date.parse(start)) / 3,
      },
    );

  it('looks at outsiders alone, and counts those apart whom nobody knows', () => {
    expect(
      count([
        item('ann', 1),
        item('renovate', 1),
        item('dependabot[bot]', 1),
        item('stranger', 1),
        item('dan', 3),
        item('eva', 24),
        item('fay', 48),
        item('guy'),
      ]),
    ).toEqual({
      asked: 4,
      answered: 3,
      unmapped: 1,
      medianHours: 24,
      withinBusinessHours: [
        { hours: 1, answered: 1 },
        { hours: 8, answered: 2 },
        { hours: 16, answered: 3 },
      ],
    });
  });

  it('tells no median of fewer than three answers', () => {
    expect(count([item('dan', 3), item('eva', 3)])).not.toHaveProperty(
      'medianHours',
    );
  });

  it('keeps the steps few, and says of nobody that they answered sooner', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 9_000, noNaN: true }), {
          maxLength: 400,
        }),
        hours => {
          const { withinBusinessHours } = count(
            hours.map(one => item('dan', one)),
          );
          expect(withinBusinessHours.length).toBeLessThanOrEqual(100);
          for (const { hours: limit, answered } of withinBusinessHours) {
            expect(answered).toBeLessThanOrEqual(
              hours.filter(one => one / 3 <= limit + 1 / 30).length,
            );
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});
