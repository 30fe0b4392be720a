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

import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CoverageDimension } from '@ospo-suite/backstage-plugin-ospo-common';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { anOffice, Office } from '../__testUtils__/anOffice';
import { aCompetency, aGroupOf, anEntityOf } from '../__testUtils__/catalogEntities';
import { loadState } from './providerLoad';

jest.setTimeout(60_000);

const [[, createDatabase]] = everyDatabase;
const core = { credentials: mockCredentials.user('user:default/core') };
let office: Office | undefined;
afterEach(() => office?.stop());

async function mapOf(by: CoverageDimension, entities: Entity[]) {
  office = await anOffice({
    knex: await createDatabase(),
    entities,
    coreTeam: ['user:default/core'],
  });
  const { columns, columnsLeftOut, rows } =
    await office.competencies.getCoverageMap({ by }, core);
  return {
    columns: columns.map(column => column.title),
    columnsLeftOut,
    cells: rows.map(({ competency, cells }) => [
      competency.title,
      ...cells.map(({ state, internal, external }) => `${state} ${internal}+${external}`),
    ]),
  };
}

const organisation = [
  aGroupOf('org', { type: 'organization' }),
  aGroupOf('sales', { parent: 'group:default/org', type: 'department', title: 'Sales' }),
  aGroupOf('it', { parent: 'group:default/org', type: 'department', title: 'IT' }),
  aGroupOf('platform', { parent: 'group:default/it' }),
  aGroupOf('a'),
  aGroupOf('b'),
  aGroupOf('external/firm'),
];
const legal = aCompetency('legal', {
  providers: [
    { ref: 'a', authority: 'answer', scope: { businessUnits: ['it'], countries: ['SE'] } },
    { ref: 'b', authority: 'answer', scope: { countries: ['SE', 'DE'] } },
    { ref: 'group:external/firm', authority: 'answer', scope: { businessUnits: ['platform'] } },
  ],
});

it('counts for a business unit who answers for all of it', async () => {
  expect(await mapOf('business-unit', [...organisation, legal])).toEqual({
    columns: ['IT', 'Sales'],
    columnsLeftOut: undefined,
    cells: [['legal', 'enough 2+0', 'one 1+0']],
  });
});

it('takes the children of the top groups where no group has the type', async () => {
  const { columns } = await mapOf('business-unit', [
    aGroupOf('org'),
    aGroupOf('x', { parent: 'group:default/org' }),
    aGroupOf('y', { parent: 'group:default/x' }),
    aGroupOf('external/firm', { parent: 'group:default/org' }),
  ]);
  expect(columns).toEqual(['x']);
});

it('has a column for each country that a provider names', async () => {
  const { columns, cells } = await mapOf('country', [...organisation, legal]);
  expect(columns).toEqual(['DE', 'SE']);
  expect(cells).toEqual([['legal', 'enough 1+1', 'enough 2+1']]);
});

it('covers a system as the group that owns it', async () => {
  const { columns, cells } = await mapOf('system', [
    ...organisation,
    legal,
    anEntityOf('System', 'shop', { relations: [['ownedBy', 'group:default/sales']] }),
    anEntityOf('System', 'pipes', { relations: [['ownedBy', 'group:default/platform']] }),
  ]);
  expect(columns).toEqual(['pipes', 'shop']);
  expect(cells).toEqual([['legal', 'enough 2+1', 'one 1+0']]);
});

it('says how many columns are left out', async () => {
  const { columns, columnsLeftOut } = await mapOf('system', [
    legal,
    ...Array.from({ length: 103 }, (_, n) => anEntityOf('System', `s${n}`)),
  ]);
  expect(columns).toHaveLength(100);
  expect(columnsLeftOut).toBe(3);
});

it.each([
  ['unknown', undefined, 5, 5],
  ['idle', 20, 4, 0],
  ['fit', 20, 4, 1],
  ['fit', 20, 20, 0],
  ['overloaded', 20, 20, 0.5],
  ['overloaded', 0, 1, 0],
])('calls a load %s: %s agreed, %s open, %s done', (state, agreed, openHours, doneHours) => {
  expect(loadState(agreed, { openHours, doneHours })).toBe(state);
});
