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

import { RequestDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { PersonRows } from '../database/PersonRecords';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { anOffice, Office } from './__testUtils__/anOffice';
import {
  aDirectory,
  aRelease,
  CORE,
  DEV,
  itemOf,
  LAWYER,
  peopleOfTheOffice,
  STRANGER,
} from './__testUtils__/aRelease';

jest.setTimeout(120_000);

const SECRET = 'krypta';

describe.each(everyDatabase)(
  'what somebody may have of the requests, %s',
  (_name, createDatabase) => {
    let office: Office;
    let detail: RequestDetail;

    /** Confidential, taken by the lawyer, and with a stranger in its text. */
    beforeEach(async () => {
      const snapshot = aDirectory();
      const legal = snapshot.competencies.get(
        'competency:default/licence-compliance',
      );
      legal?.providers.forEach(provider => {
        provider.scope = { confidential: true };
      });
      office = await anOffice({
        knex: await createDatabase(),
        snapshot,
        groups: peopleOfTheOffice,
      });
      const draft = await office.draft(
        DEV,
        aRelease({
          title: `The ${SECRET} of ${STRANGER} and ${DEV}s`,
          confidentiality: 'confidential',
        }),
      );
      detail = await office.command(DEV, draft, { kind: 'submit' });
      const workItemId = itemOf(detail, 'licence-compliance').id;
      detail = await office.command(CORE, detail, {
        kind: 'assign',
        workItemId,
        providerRef: 'group:default/legal',
      });
      detail = await office.command(LAWYER, detail, {
        kind: 'take',
        workItemId,
      });
      for (const name of ['privacy', 'export-control']) {
        detail = await office.command(CORE, detail, {
          kind: 'skip',
          workItemId: itemOf(detail, name).id,
          reason: `The ${SECRET} asks for none`,
        });
      }
      detail = await office.command(LAWYER, detail, {
        kind: 'comment',
        text: 'I look at it on Friday',
      });
    });
    afterEach(() => office.stop());

    const exported = (userRef: string): Promise<PersonRows> =>
      office.people.export(office.knex, userRef);
    const counts = (rows: PersonRows) =>
      Object.fromEntries(
        Object.entries(rows).flatMap(([table, found]) =>
          found.length > 0 ? [[table, found.length]] : [],
        ),
      );

    it('is nothing for who is only named, or whose name is the beginning of a name', async () => {
      for (const userRef of [STRANGER, DEV.slice(0, -1), LAWYER.slice(0, -1)]) {
        expect(counts(await exported(userRef))).toEqual({});
      }
    });

    it('is of the requests of others what they did themselves, also once they may read it no longer', async () => {
      expect(detail.next).toMatchObject({ step: 'work', who: [LAWYER] });
      const own = await exported(LAWYER);
      expect(counts(own)).toEqual({
        request_events: 2,
        request_work_items: 1,
        request_participants: 1,
      });
      expect(own.request_work_items).toMatchObject([{ role: 'assignee' }]);
      expect(JSON.stringify(own)).toContain('I look at it on Friday');

      await office.command(CORE, detail, {
        kind: 'reroute',
        workItemId: itemOf(detail, 'licence-compliance').id,
      });
      expect(
        (await office.send(LAWYER, 'get', `/requests/${detail.id}`)).status,
      ).toBe(404);
      const later = await exported(LAWYER);
      expect(counts(later)).toEqual({ request_events: 2 });
      for (const rows of [own, later]) {
        expect(JSON.stringify(rows)).not.toContain(SECRET);
        expect(JSON.stringify(rows)).not.toContain(DEV);
      }
    });

    it('is of their own requests everything', async () => {
      const own = await exported(DEV);
      expect(own.requests).toMatchObject([
        { id: detail.id, title: detail.title, requester_ref: DEV },
      ]);
      expect(own.request_events.map(({ id }) => id).sort()).toEqual(
        detail.events.map(({ id }) => id).sort(),
      );
      expect(own.request_work_items).toHaveLength(detail.items.length);
      expect(own.request_participants).toMatchObject([{ ref: DEV }]);
    });

    it('is nothing of a proposal, which nobody told them of', async () => {
      await office
        .knex('request_work_items')
        .where({ request_id: detail.id })
        .update({
          state: 'proposed',
          provider_ref: STRANGER,
          assignee_ref: null,
        });
      expect(counts(await exported(STRANGER))).toEqual({});
    });
  },
);
