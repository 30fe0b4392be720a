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

import {
  ospoRequestSchema,
  precedentSchema,
  RequestDetail,
  requestDetailSchema,
  requestFiguresSchema,
  requestPreviewSchema,
  requestTypeSchema,
  routingExplanationSchema,
  routingGapSchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { z } from 'zod';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { routesOf } from '../shared/__testUtils__/routesOf';
import { anOffice, Office } from './__testUtils__/anOffice';
import {
  aDirectory,
  aRelease,
  CORE,
  DEV,
  itemOf,
  LAWYER,
  peopleOfTheOffice,
} from './__testUtils__/aRelease';

jest.setTimeout(120_000);

const page = (item: z.ZodType) =>
  z.strictObject({
    items: z.array(item).min(1),
    nextCursor: z.string().optional(),
  });

/** Every route that answers JSON to a reader: what is asked, and what the answer must be. */
const answers: Record<
  string,
  { path: (of: RequestDetail) => string; schema: z.ZodType }
> = {
  'GET /request-types': {
    path: () => '/request-types',
    schema: z.strictObject({ items: z.array(requestTypeSchema).length(10) }),
  },
  'GET /requests': {
    path: () => '/requests?view=all',
    schema: page(ospoRequestSchema),
  },
  'GET /requests/counts': {
    path: () => '/requests/counts',
    schema: z.strictObject({
      mine: z.number(),
      waiting: z.number(),
      triage: z.number(),
    }),
  },
  'GET /requests/gaps': {
    path: () => '/requests/gaps',
    schema: page(routingGapSchema),
  },
  'GET /requests/figures': {
    path: () => '/requests/figures?from=2026-01-01&to=2026-12-31&by=competency',
    schema: requestFiguresSchema,
  },
  'GET /requests/:id': {
    path: ({ id }) => `/requests/${id}`,
    schema: requestDetailSchema,
  },
  'GET /requests/:id/routing': {
    path: ({ id, items }) =>
      `/requests/${id}/routing?workItemId=${items[0].id}`,
    schema: routingExplanationSchema,
  },
  'GET /precedents': {
    path: () => '/precedents',
    schema: page(precedentSchema),
  },
  'GET /precedents/:id': {
    path: ({ decision }) => `/precedents/${decision?.precedentId}`,
    schema: precedentSchema,
  },
};

describe.each(everyDatabase)('contract, %s', (_name, createDatabase) => {
  let office: Office;
  let detail: RequestDetail;

  beforeAll(async () => {
    const snapshot = aDirectory();
    const competencies = new Map(snapshot.competencies);
    competencies.delete('competency:default/export-control');
    office = await anOffice({
      knex: await createDatabase(),
      snapshot: { ...snapshot, competencies },
      groups: peopleOfTheOffice,
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: {
            namespace: 'default',
            name: 'meter',
            description: 'Reads meters',
            annotations: {
              'ospo/licence': 'Apache-2.0',
              'backstage.io/source-location':
                'url:https://git.example.org/meter',
            },
          },
          relations: [{ type: 'ownedBy', targetRef: 'group:default/shop' }],
        },
      ],
      usage: {
        licencesOf: async () => ({
          licences: ['MIT', 'ISC'],
          asOf: '2026-11-01T00:00:00.000Z',
        }),
      },
    });
    detail = await office.draft(DEV, aRelease());
    detail = await office.command(DEV, detail, { kind: 'submit' });
    const workItemId = itemOf(detail, 'licence-compliance').id;
    detail = await office.command(CORE, detail, {
      kind: 'assign',
      workItemId,
      providerRef: 'group:default/legal',
    });
    detail = await office.command(LAWYER, detail, { kind: 'take', workItemId });
    detail = await office.command(LAWYER, detail, {
      kind: 'finish',
      workItemId,
      finding: 'It fits',
      recommendation: 'approved',
      conditions: [],
    });
    for (const name of ['privacy', 'export-control']) {
      detail = await office.command(CORE, detail, {
        kind: 'skip',
        workItemId: itemOf(detail, name).id,
        reason: 'Not this time',
      });
    }
    detail = await office.command(CORE, detail, {
      kind: 'decide',
      outcome: 'approved',
      summary: 'Fine',
      conditions: [],
    });
    detail = await office.command(CORE, detail, {
      kind: 'publish',
      title: 'Meters',
      summary: 'Fine',
    });
  });
  afterAll(() => office.stop());

  it('is tested for every route that reads', () => {
    expect(Object.keys(answers).sort()).toEqual(
      routesOf(office.router)
        .filter(route => route.startsWith('GET') && !route.endsWith('.csv'))
        .sort(),
    );
  });

  it.each(Object.entries(answers))(
    '%s answers as it says',
    async (_route, { path, schema }) => {
      const { status, body } = await office.send(CORE, 'get', path(detail));
      expect([status, schema.safeParse(body).error?.message]).toEqual([
        200,
        undefined,
      ]);
    },
  );

  it('tells what is known with its source, and what the office would do', async () => {
    const { body } = await office.send(DEV, 'post', '/requests/preview', {
      typeId: 'release-open-source',
      answers: { cryptography: true },
      subject: { entityRef: 'component:default/meter' },
      title: 'Meters',
    });
    expect(requestPreviewSchema.safeParse(body).error?.message).toBeUndefined();
    expect(body.prefill).toEqual([
      {
        field: '/licence',
        value: 'Apache-2.0',
        source: 'annotation',
        detail: 'ospo/licence',
      },
      {
        field: '/repository',
        value: 'https://git.example.org/meter',
        source: 'catalog',
        detail: 'backstage.io/source-location',
      },
      {
        field: '/maintainers',
        value: 'group:default/shop',
        source: 'catalog',
        detail: 'relation ownedBy',
      },
    ]);
    expect(
      body.competencies.map(
        ({ competency, declared }: RequestDetailCompetency) => [
          competency.ref,
          declared,
        ],
      ),
    ).toEqual([
      ['competency:default/licence-compliance', true],
      ['competency:default/export-control', false],
    ]);
    expect(body.precedents).toMatchObject([{ title: 'Meters' }]);
    expect(body.problems).toContainEqual({
      field: '/purpose',
      message: 'is needed; answer it',
    });
  });

  it('says which facts a decision rests on, as of that day', () => {
    expect(detail.decision?.facts).toContainEqual({
      label: 'Licences in use',
      value: 'MIT, ISC',
      source: 'current SBOMs',
      asOf: '2026-11-01T00:00:00.000Z',
    });
  });

  it('tells the core team, and nobody else, what is wrong with a type', async () => {
    const typesOf = async (user: string) => {
      const { body } = await office.send(user, 'get', '/request-types');
      return body.items.find(
        ({ id }: { id: string }) => id === 'release-open-source',
      );
    };
    expect((await typesOf(CORE)).problems).toContainEqual(
      expect.stringContaining(
        "'competency:default/export-control', which nobody declares",
      ),
    );
    expect(await typesOf(DEV)).not.toHaveProperty('problems');
  });
});

interface RequestDetailCompetency {
  competency: { ref: string };
  declared: boolean;
}
