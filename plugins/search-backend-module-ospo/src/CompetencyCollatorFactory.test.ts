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
  Competency,
  ListCompetenciesQuery,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { CompetencyCollatorFactory } from './CompetencyCollatorFactory';

function aCompetency(overrides: Partial<Competency>): Competency {
  return {
    ref: 'competency:default/privacy',
    title: 'Privacy',
    type: 'legal',
    tags: [],
    ownerState: 'none',
    minProviders: 2,
    requestTypes: [],
    externalIds: {},
    coverage: 'one',
    providers: [],
    findings: [],
    ...overrides,
  };
}

function createFactory(pages: Competency[][]) {
  const listCompetencies = jest.fn(async (query: ListCompetenciesQuery) => {
    const at = Number(query.cursor ?? 0);
    return {
      items: pages[at],
      nextCursor: at + 1 < pages.length ? String(at + 1) : undefined,
    };
  });
  const factory = CompetencyCollatorFactory.create({
    createClient: async () => ({ listCompetencies }),
    competencyLocation: '/ospo/competencies/:namespace/:name',
  });
  return { factory, listCompetencies };
}

it('makes a document of every competency, guarded by the catalog', async () => {
  const { factory, listCompetencies } = createFactory([
    [
      aCompetency({
        description: 'Personal data. På svenska: dataskydd.',
        tags: ['gdpr'],
        requestTypes: ['release-open-source'],
        providers: [
          {
            ref: 'group:default/secret-unit',
            kind: 'group',
            state: 'present',
            title: 'Secret unit',
            authority: 'decide',
            scope: {},
            priority: 1,
            onDemand: false,
            source: 'competency',
          },
        ],
      }),
    ],
    [aCompetency({ ref: 'competency:law/a%2Fb', title: 'Law' })],
  ]);
  const { documents, error } = await TestPipeline.fromCollator(
    await factory.getCollator(),
  ).execute();

  expect(error).toBeUndefined();
  expect(documents).toEqual([
    {
      title: 'Open source competencies',
      text: expect.any(String),
      location: '/ospo/competencies',
    },
    {
      title: 'Privacy',
      text: 'Personal data. På svenska: dataskydd.\nlegal\ngdpr\nrelease-open-source',
      location: '/ospo/competencies/default/privacy',
      competencyRef: 'competency:default/privacy',
      competencyType: 'legal',
      tags: ['gdpr'],
      authorization: { resourceRef: 'competency:default/privacy' },
    },
    expect.objectContaining({
      title: 'Law',
      text: 'legal',
      location: '/ospo/competencies/law/a%252Fb',
    }),
  ]);
  expect(JSON.stringify(documents)).not.toMatch(/secret/i);
  expect(listCompetencies).toHaveBeenCalledTimes(2);
});

it('is found by those who may read the competency, and by nobody else', () => {
  const { factory } = createFactory([]);
  expect(factory.type).toBe('ospo-competency');
  expect(factory.visibilityPermission).toMatchObject({
    name: 'catalog.entity.read',
    resourceType: 'catalog-entity',
  });
});

it('fails as a whole when the backend does, so that the index before stays', async () => {
  const { factory, listCompetencies } = createFactory([[]]);
  listCompetencies.mockRejectedValue(new Error('the backend is down'));
  const { error } = await TestPipeline.fromCollator(
    await factory.getCollator(),
  ).execute();
  expect(error).toMatchObject({ message: 'the backend is down' });
});
