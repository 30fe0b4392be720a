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

import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { PersonTables } from '../database/PersonTables';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { anOffice } from './__testUtils__/anOffice';
import {
  aDirectory,
  aRelease,
  CORE,
  DEV,
  itemOf,
  LAWYER,
  peopleOfTheOffice,
} from './__testUtils__/aRelease';
import { requestPersonColumns } from './store/requestPersonColumns';

jest.setTimeout(120_000);

/** Every row of every table of the slice, as text. */
async function allRows(knex: Knex): Promise<string> {
  const tables: string[] = isPostgres(knex)
    ? (
        await knex.raw(
          `select tablename as name from pg_tables where schemaname = 'public'`,
        )
      ).rows.map(({ name }: { name: string }) => name)
    : (
        await knex.raw(`select name from sqlite_master where type = 'table'`)
      ).map(({ name }: { name: string }) => name);
  const ours = tables.filter(
    name => name.startsWith('request') && !name.includes('_fts_'),
  );
  expect(ours.length).toBeGreaterThan(8);
  const rows = await Promise.all(ours.map(name => knex(name).select('*')));
  return JSON.stringify(rows);
}

describe.each(everyDatabase)(
  'erasing a person, %s',
  (_name, createDatabase) => {
    it.each([DEV, LAWYER, CORE])(
      'leaves decisions and no trace of %s',
      async person => {
        const knex = await createDatabase();
        const office = await anOffice({
          knex,
          snapshot: aDirectory(),
          groups: peopleOfTheOffice,
        });
        let detail = await office.draft(
          DEV,
          aRelease({ title: `For ${person} and others` }),
        );
        detail = await office.command(DEV, detail, { kind: 'submit' });
        const licence = itemOf(detail, 'licence-compliance').id;
        detail = await office.command(CORE, detail, {
          kind: 'assign',
          workItemId: licence,
          providerRef: 'group:default/legal',
        });
        detail = await office.command(LAWYER, detail, {
          kind: 'take',
          workItemId: licence,
        });
        detail = await office.command(LAWYER, detail, {
          kind: 'finish',
          workItemId: licence,
          finding: `Talked with ${person}`,
          recommendation: 'approved',
          conditions: [],
        });
        for (const name of ['privacy', 'export-control']) {
          detail = await office.command(CORE, detail, {
            kind: 'skip',
            workItemId: itemOf(detail, name).id,
            reason: 'Not needed',
          });
        }
        detail = await office.command(CORE, detail, {
          kind: 'decide',
          outcome: 'approved',
          summary: 'It may be published',
          conditions: [],
        });
        detail = await office.command(CORE, detail, {
          kind: 'publish',
          title: 'Meters',
          summary: 'May be published',
        });
        expect(await allRows(knex)).toContain(person);

        const people = PersonTables.create(requestPersonColumns);
        const changed = await knex.transaction(tx => people.erase(tx, person));

        expect(changed).toBeGreaterThan(2);
        expect(await allRows(knex)).not.toContain(person);
        const reader = person === CORE ? LAWYER : CORE;
        const after = await office.read(reader, detail.id);
        expect(after).toMatchObject({
          state: 'decided',
          outcome: 'approved',
          decision: { summary: 'It may be published' },
        });
        expect(after.events).toHaveLength(detail.events.length);
        const precedents = await office.send(reader, 'get', '/precedents');
        expect(precedents.body.items).toMatchObject([{ title: 'Meters' }]);
        await office.stop();
      },
    );
  },
);
