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
  InnerSourceProject,
  ListProjectsQuery,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { InnerSourceCollatorFactory } from './InnerSourceCollatorFactory';

const unknown = {
  value: null,
  state: 'unknown',
  inputs: {},
  note: '',
} as const;
const label = { state: 'unknown', n: 0 } as const;

function aProject(overrides: Partial<InnerSourceProject>): InnerSourceProject {
  return {
    ref: 'component:default/pay',
    title: 'Payments',
    listedBy: { rule: 'tag', detail: 'inner-source' },
    standing: 'open',
    marks: [],
    ownerRef: 'group:default/secret-unit',
    ownerState: 'present',
    skills: [],
    contributions: [],
    lastHumanPush: unknown,
    wantedHelp: unknown,
    dependants: unknown,
    labels: { activity: label, welcoming: label, reach: label },
    ...overrides,
  };
}

function createFactory(pages: InnerSourceProject[][]) {
  const listProjects = jest.fn(async (query: ListProjectsQuery) => {
    const at = Number(query.cursor ?? 0);
    return {
      items: pages[at],
      nextCursor: at + 1 < pages.length ? String(at + 1) : undefined,
    };
  });
  const factory = InnerSourceCollatorFactory.create({
    createClient: async () => ({ listProjects }),
    innerSourceLocation: '/ospo/inner-source/projects/:namespace/:kind/:name',
  });
  return { factory, listProjects };
}

it('makes a document of every project, guarded by the catalog', async () => {
  const { factory, listProjects } = createFactory([
    [
      aProject({
        motivation: 'Every shop needs it',
        description: 'Takes payments.',
        language: 'TypeScript',
        governanceLevel: 'shared-write',
        skills: ['Accounting'],
        contributions: ['Tests'],
      }),
    ],
    [aProject({ ref: 'api:law/a%2Fb', title: 'Law', standing: 'retired' })],
  ]);
  const { documents, error } = await TestPipeline.fromCollator(
    await factory.getCollator(),
  ).execute();

  expect(error).toBeUndefined();
  expect(documents).toEqual([
    {
      title: 'Inner source projects',
      text: expect.any(String),
      location: '/ospo/inner-source/projects',
    },
    {
      title: 'Payments',
      text: 'Every shop needs it\nTakes payments.\nTypeScript\nAccounting\nTests',
      location: '/ospo/inner-source/projects/default/component/pay',
      entityRef: 'component:default/pay',
      standing: 'open',
      governanceLevel: 'shared-write',
      language: 'TypeScript',
      skills: ['Accounting'],
      contributions: ['Tests'],
      authorization: { resourceRef: 'component:default/pay' },
    },
    expect.objectContaining({
      title: 'Law',
      standing: 'retired',
      location: '/ospo/inner-source/projects/law/api/a%252Fb',
    }),
  ]);
  expect(JSON.stringify(documents)).not.toMatch(/secret/i);
  expect(listProjects).toHaveBeenCalledTimes(2);
});

it('is found by those who may read the entity, and by nobody else', () => {
  const { factory } = createFactory([]);
  expect(factory.type).toBe('ospo-inner-source');
  expect(factory.visibilityPermission).toMatchObject({
    name: 'catalog.entity.read',
    resourceType: 'catalog-entity',
  });
});

it('fails as a whole when the backend does, so that the index before stays', async () => {
  const { factory, listProjects } = createFactory([[]]);
  listProjects.mockRejectedValue(new Error('the backend is down'));
  const { error } = await TestPipeline.fromCollator(
    await factory.getCollator(),
  ).execute();
  expect(error).toMatchObject({ message: 'the backend is down' });
});
