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
    // By one person.
    unmapped: 'few',
    // bank and shop lie one below acme; guy alone shares no group.
    distance: 1,
    withoutGroup: 'few',
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
    'two of the owning group',
    ['ann', 'bea', ...outside],
    { withheld: 'insiders' },
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
        'withheld' in origins || origins.unmapped === 'few'
          ? total
          : origins.inside + origins.outside + origins.unmapped;
      expect(counted).toBe(total);
    }),
  );
});

it('tells no distance of one or two people, nor what is left beside theirs', () => {
  const byLogin = new Map(organisation.byLogin);
  ['hal', 'ida'].forEach(name =>
    byLogin.set(loginKey(GITHUB, name), `user:default/${name}`),
  );
  expect(
    countOrigins(by([...inside, 'dan', 'guy', 'hal', 'ida']), {
      ...options,
      organisation: { ...organisation, byLogin },
    }),
  ).toEqual({ inside: 3, outside: 4, unmapped: 0, withoutGroup: 'few' });
});

it('does not take one person of several addresses for a crowd', () => {
  const addresses = ['mira@a.example', 'mira@b.example', 'Mira@c.example'];
  expect(
    countOrigins(
      addresses.map(email => ({ email, commits: 9 })),
      options,
    ),
  ).toEqual({ withheld: 'people' });
});

describe('countResponses', () => {
  const now = new Date('2026-11-26T09:00:00Z');
  /** Opened so many hours ago; answered so many hours later, of which a third are hours of work. */
  const item = (handle: string, agoHours: number, hours?: number) => {
    const openedMs = now.getTime() - agoHours * 3_600_000;
    return {
      handle,
      openedAt: new Date(openedMs).toISOString(),
      ...(hours !== undefined && {
        firstResponseAt: new Date(openedMs + hours * 3_600_000).toISOString(),
      }),
    };
  };
  const count = (items: ReturnType<typeof item>[]) =>
    countResponses(
      { items },
      {
        ...options,
        businessMs: (start, end) => (Date.parse(end) - Date.parse(start)) / 3,
        promise: { reviewSlo: 'P2D', businessMs: 16 * 3_600_000 },
        now,
      },
    );

  it('looks at outsiders alone, and counts those apart whom nobody knows', () => {
    expect(
      count([
        item('ann', 72, 1),
        item('renovate', 72, 1),
        item('dependabot[bot]', 72, 1),
        ...['one', 'two', 'three'].map(name => item(name, 72, 1)),
        item('dan', 72, 3),
        item('eva', 72, 24),
        item('fay', 72, 48),
        item('guy', 72),
      ]),
    ).toEqual({
      asked: 4,
      answered: 3,
      unmapped: 3,
      medianHours: 24,
      promise: { reviewSlo: 'P2D', due: 4, inTime: 3 },
    });
  });

  it('calls nothing late that may still be answered in time', () => {
    const asked = ['dan', 'eva', 'fay'].map(name => item(name, 72, 60));
    const hourOld = item('guy', 1);
    expect(count([...asked, hourOld])).toMatchObject({
      asked: 4,
      promise: { due: 3, inTime: 0 },
    });
  });

  it.each<[string, ReturnType<typeof item>[], object]>([
    [
      'one outsider asked, and again',
      [item('dan', 72, 3), item('dan', 72, 4), item('Dan', 72, 5)],
      {
        asked: 'few',
        answered: 'few',
        unmapped: 0,
        promise: { reviewSlo: 'P2D', due: 'few', inTime: 'few' },
      },
    ],
    [
      'two of four were answered',
      [
        item('dan', 72, 3),
        item('eva', 72, 4),
        item('fay', 72),
        item('guy', 72),
      ],
      {
        asked: 4,
        answered: 'few',
        unmapped: 0,
        promise: { reviewSlo: 'P2D', due: 4, inTime: 'few' },
      },
    ],
    [
      'a stranger asked',
      [item('stranger', 72, 3)],
      {
        asked: 0,
        answered: 0,
        unmapped: 'few',
        promise: { reviewSlo: 'P2D', due: 0, inTime: 0 },
      },
    ],
  ])('stores no number about one or two people: %s', (_name, items, stored) => {
    expect(count(items)).toEqual(stored);
  });
});
