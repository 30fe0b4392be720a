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

import { TestPipeline } from '@backstage/plugin-search-backend-node';
import {
  ListPrecedentsQuery,
  Precedent,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { PrecedentCollatorFactory } from './PrecedentCollatorFactory';

function aPrecedent(overrides: Partial<Precedent>): Precedent {
  return {
    id: '01P',
    typeId: 'licence-question',
    title: 'AGPL in an internal tool',
    summary: 'Fine while nobody outside uses it.',
    outcome: 'approved-with-conditions',
    conditions: ['Ask again before it is opened to the public'],
    subject: {},
    competencies: [
      { ref: 'competency:default/hidden', title: 'Hidden competency' },
    ],
    publishedAt: '2026-11-01T00:00:00.000Z',
    validUntil: '2027-11-01',
    state: 'valid',
    ...overrides,
  };
}

async function collate(
  pages: Precedent[][],
  about: 'entity' | 'other' = 'other',
) {
  const listPrecedents = jest.fn(async (query: ListPrecedentsQuery) => {
    const at = Number(query.cursor ?? 0);
    return {
      items: pages[at],
      nextCursor: at + 1 < pages.length ? String(at + 1) : undefined,
    };
  });
  const factory = PrecedentCollatorFactory.create({
    createClient: async () => ({ listPrecedents }),
    precedentLocation: '/ospo/requests/precedents/:id',
    about,
  });
  const { documents, error } = await TestPipeline.fromCollator(
    await factory.getCollator(),
  ).execute();
  return { documents, error, listPrecedents, factory };
}

it('makes a document of every precedent that holds', async () => {
  const { documents, error, listPrecedents, factory } = await collate([
    [aPrecedent({})],
    [
      aPrecedent({
        id: 'a/b',
        subject: { packageKey: 'pkg:npm/left-pad', licenceKey: 'known:MIT' },
        conditions: [],
        validUntil: undefined,
      }),
    ],
  ]);

  expect(error).toBeUndefined();
  expect(documents).toEqual([
    {
      title: 'Open source precedents',
      text: expect.any(String),
      location: '/ospo/requests/precedents',
    },
    {
      title: 'AGPL in an internal tool',
      text: 'Fine while nobody outside uses it.\nAsk again before it is opened to the public',
      location: '/ospo/requests/precedents/01P',
      precedentId: '01P',
      requestType: 'licence-question',
      outcome: 'approved-with-conditions',
      validUntil: '2027-11-01',
    },
    expect.objectContaining({
      text: 'Fine while nobody outside uses it.\npkg:npm/left-pad\nknown:MIT',
      location: '/ospo/requests/precedents/a%2Fb',
    }),
  ]);
  expect(listPrecedents.mock.calls.map(([query]) => query)).toEqual([
    { state: ['valid', 'expiring'], limit: 200, cursor: undefined },
    { state: ['valid', 'expiring'], limit: 200, cursor: '1' },
  ]);
  expect(factory.visibilityPermission.name).toBe('ospo.request.read');
});

const mixed = [
  aPrecedent({
    id: 'hidden',
    title: 'The valves may be published',
    subject: { entityRef: 'component:default/nyckelvalv' },
  }),
  aPrecedent({ id: 'open' }),
];

it('leaves out what not everybody who may read precedents may know', async () => {
  const { documents } = await collate([mixed]);
  expect(documents.slice(1)).toMatchObject([{ precedentId: 'open' }]);
  expect(JSON.stringify(documents)).not.toMatch(/hidden/i);
});

it('makes documents of those about an entity that whoever may read the entity finds', async () => {
  const { documents, factory } = await collate([mixed], 'entity');
  expect(factory.type).toBe('ospo-entity-precedent');
  expect(documents.slice(1)).toEqual([
    expect.objectContaining({
      precedentId: 'hidden',
      location: '/ospo/requests/precedents/hidden',
      authorization: { resourceRef: 'component:default/nyckelvalv' },
    }),
  ]);
});
