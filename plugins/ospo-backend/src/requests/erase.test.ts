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

import { ConfigReader } from '@backstage/config';
import { ConflictError } from '@backstage/errors';
import {
  ERASED_PERSON_REF,
  RequestDetail,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { isPostgres } from '../database/isPostgres';
import { withRetry } from '../database/withRetry';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { anOffice, MONDAY, Office } from './__testUtils__/anOffice';
import {
  aDirectory,
  aRelease,
  CORE,
  DEV,
  itemOf,
  LAWYER,
  STRANGER,
  peopleOfTheOffice,
} from './__testUtils__/aRelease';
import { BusinessCalendar } from '../shared/time/BusinessCalendar';
import { readRequestsConfig } from './readRequestsConfig';
import { RequestsStore } from './store/RequestsStore';

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

/** As the service does it: in one transaction, again when it loses a race. */
async function erase(office: Office, person: string): Promise<number> {
  const { knex, people } = office;
  const { rows, afterwards } = await withRetry(
    () => knex.transaction(tx => people.erase(tx, person)),
    { knex },
  );
  await afterwards?.();
  return rows;
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
        // So that what is still to be told lies there too.
        office.post.before = () => Promise.reject(new Error('away'));
        let detail = await office.draft(
          DEV,
          aRelease({
            title: `For ${person} and others`,
            answers: {
              ...aRelease().answers,
              purpose: `Meters, as told by:\n${person}`,
            },
          }),
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
          finding: `Talked with\n${person}`,
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

        expect(await erase(office, person)).toBeGreaterThan(2);
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

    describe('in the middle of it', () => {
      let office: Office;
      let knex: Knex;

      beforeEach(async () => {
        knex = await createDatabase();
        office = await anOffice({
          knex,
          snapshot: aDirectory(),
          groups: peopleOfTheOffice,
          config: {
            types: { 'release-open-source': { decidedBy: 'competency' } },
          },
        });
      });
      afterEach(() => office.stop());

      /** Submitted, and its part for lawyers taken. */
      async function takenByLawyer(): Promise<RequestDetail> {
        const draft = await office.draft(DEV, aRelease());
        const detail = await office.command(DEV, draft, { kind: 'submit' });
        const workItemId = itemOf(detail, 'licence-compliance').id;
        const providerRef = 'group:default/legal';
        return await office.command(
          LAWYER,
          await office.command(CORE, detail, {
            kind: 'assign',
            workItemId,
            providerRef,
          }),
          { kind: 'take', workItemId },
        );
      }

      it('withdraws what they asked for and is open, says so to who works on it, and deletes their drafts', async () => {
        const open = await takenByLawyer();
        const draft = await office.draft(DEV, aRelease({ title: 'Not yet' }));
        const other = await office.draft(CORE, aRelease({ title: 'Of core' }));
        office.told.length = 0;

        await erase(office, DEV);

        expect(await allRows(knex)).not.toContain(DEV);
        const after = await office.read(CORE, open.id);
        expect(after).toMatchObject({
          title: open.title,
          state: 'withdrawn',
          requesterRef: ERASED_PERSON_REF,
          answers: open.answers,
        });
        expect(after.events.slice(0, -1).map(({ id }) => id)).toEqual(
          open.events.map(({ id }) => id),
        );
        expect(after.events.at(-1)).toMatchObject({
          kind: 'withdrawn',
          actorRef: ERASED_PERSON_REF,
        });
        expect(office.told).toMatchObject([
          { to: [LAWYER], topic: 'request-closed' },
        ]);
        expect(JSON.stringify(office.told)).not.toContain(DEV);
        expect(await knex('requests').orderBy('id').pluck('id')).toEqual([
          open.id,
          other.id,
        ]);
        expect(
          await knex('request_events').where({ request_id: draft.id }),
        ).toEqual([]);
      });

      it('gives to others what they had taken, and changes nothing that is theirs to read', async () => {
        const open = await takenByLawyer();
        office.told.length = 0;

        await erase(office, LAWYER);

        expect(await allRows(knex)).not.toContain(LAWYER);
        const after = await office.read(CORE, open.id);
        expect(itemOf(after, 'licence-compliance')).toMatchObject({
          state: 'proposed',
          providerRef: 'group:default/legal',
        });
        expect(itemOf(after, 'licence-compliance').assigneeRef).toBeUndefined();
        expect(after.next.step).toBe('confirm');
        expect(office.told).toMatchObject([{ topic: 'request-proposed' }]);
      });

      it('lets the core team decide what only they could have', async () => {
        const open = await takenByLawyer();
        let detail = await office.command(LAWYER, open, {
          kind: 'finish',
          workItemId: itemOf(open, 'licence-compliance').id,
          finding: 'Fine',
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
        expect(detail.next).toMatchObject({ step: 'decide', who: [LAWYER] });

        await erase(office, LAWYER);

        const { body } = await office.send(
          CORE,
          'get',
          '/requests?view=triage',
        );
        expect(body.items).toMatchObject([
          {
            next: { step: 'decide', who: ['group:default/ospo'] },
            triage: ['ready-to-decide'],
          },
        ]);
        const [{ id, version }] = body.items;
        const decided = await office.command(
          CORE,
          { id, version },
          {
            kind: 'decide',
            outcome: 'approved',
            summary: 'It may be published',
            conditions: [],
          },
        );
        expect(decided.outcome).toBe('approved');
      });

      it.each([LAWYER, STRANGER])(
        'refuses a change that was thought over before, which would write %s back',
        async person => {
          const { id } = await office.command(CORE, await takenByLawyer(), {
            kind: 'comment',
            text: `Ask ${STRANGER}`,
          });
          const config = readRequestsConfig(new ConfigReader({}));
          const store = RequestsStore.create({
            ...config,
            knex,
            time: BusinessCalendar.create(config.calendar),
          });
          const before = await store.find(id);
          if (!before) {
            throw new Error('The request is not there');
          }
          await erase(office, person);

          const at = MONDAY.toISOString();
          const comment = {
            id: 'late',
            at,
            actorRef: CORE,
            body: { kind: 'commented' as const, text: `Ask ${person}` },
          };
          await expect(
            store.append(before, { ...before, events: [comment], at }),
          ).rejects.toThrow(ConflictError);
          expect(await allRows(knex)).not.toContain(person);
        },
      );

      it('leaves no trace and no deadlock when they, and others, work on in the same moment', async () => {
        const open = await takenByLawyer();
        const others = await Promise.all(
          Array.from({ length: 8 }, () => takenByLawyer()),
        );
        const workItemId = itemOf(open, 'licence-compliance').id;
        const settled = await Promise.allSettled([
          ...others.map(detail =>
            office.command(CORE, detail, {
              kind: 'comment',
              text: `Ask\n${LAWYER}`,
            }),
          ),
          office.command(LAWYER, open, {
            kind: 'ask-back',
            workItemId,
            text: `${LAWYER} asks`,
          }),
          erase(office, LAWYER),
          erase(office, LAWYER),
        ]);
        // Of commands, those that came too late are told so.
        const errors = settled.flatMap(result =>
          result.status === 'rejected' ? [String(result.reason)] : [],
        );
        expect(errors.filter(error => !error.includes('409'))).toEqual([]);
        expect(await allRows(knex)).not.toContain(LAWYER);
      });
    });
  },
);
