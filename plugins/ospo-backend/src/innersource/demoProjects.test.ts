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
import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { InnerSourceProject } from '@ospo-suite/backstage-plugin-ospo-common';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { anInnerSource } from './__testUtils__/anInnerSource';

jest.setTimeout(60_000);

const DEMO = path.resolve(__dirname, '../../../../examples/demo');
const [[, createDatabase]] = everyDatabase;

it('makes the tab of the demo worth opening, with something under each heading', async () => {
  const office = await anInnerSource({
    knex: await createDatabase(),
    entities: ['org', 'systems', 'components'].flatMap(name =>
      parseAllDocuments(
        readFileSync(path.join(DEMO, `${name}.yaml`), 'utf8'),
      ).map(document => document.toJS() as Entity),
    ),
  });
  const get = async (query: string) =>
    (
      await request(office.server)
        .get(`/api/ospo/innersource${query}`)
        .set('authorization', mockCredentials.user.header())
    ).body;
  const { items }: { items: InnerSourceProject[] } = await get(
    '/projects?sort=title',
  );
  expect(
    items.map(({ ref, listedBy, standing, marks }) => [
      ref.replace(/^component:/, ''),
      listedBy.rule,
      standing,
      ...marks,
    ]),
  ).toEqual([
    ['default/art-nyckel', 'annotation', 'open'],
    ['default/tillstand-blanketter', 'annotation', 'open'],
    ['default/byggkedja', 'annotation', 'open'],
    ['gemensamt/designsystem', 'annotation', 'open'],
    ['default/kommandorad', 'annotation', 'open'],
    ['default/oppna-data-portal', 'annotation', 'open'],
    ['default/webbplats-cms', 'annotation', 'open'],
    [
      'default/prognos-anteckningar',
      'annotation',
      'needs-care',
      'review-stale',
    ],
    ['default/granskningsrobot', 'label', 'needs-care', 'owner-missing'],
    ['default/karta-stilar', 'tag', 'needs-care', 'owner-missing'],
    [
      'default/karta-tileproxy',
      'annotation',
      'retired',
      'owner-missing',
      'deprecated',
    ],
  ]);
  const facets = await get('/facets');
  expect(facets.governanceLevel).toHaveLength(5);
  expect(facets.language.length).toBeGreaterThan(3);
  expect(facets.businessUnit.length).toBeGreaterThan(1);
  const detail = await get(
    '/projects/by-ref?ref=component:default/kommandorad',
  );
  expect(detail.repository.path).toBe('kant');
  expect(detail.sameRepository).toEqual([
    expect.objectContaining({ ref: 'component:default/granskningsrobot' }),
  ]);
  await office.stop();
});
