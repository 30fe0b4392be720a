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
} from './__testUtils__/aRelease';

jest.setTimeout(120_000);

const LICENCE = 'licence-compliance';

/** Monday 23 November 2026, 9:00 to 17:00 UTC are business hours of the default calendar. */
function at(day: number, hour: number): Date {
  return new Date(Date.UTC(2026, 10, day, hour));
}

describe.each(everyDatabase)(
  'figures of requests, %s',
  (_name, createDatabase) => {
    let office: Office;

    beforeAll(async () => {
      office = await anOffice({
        knex: await createDatabase(),
        snapshot: aDirectory(),
        groups: peopleOfTheOffice,
      });
      // The first is taken after two hours, found on after four, and decided after five.
      const first = await asked(23);
      const taken = await taking(first, at(23, 11));
      await deciding(await finishing(taken, at(23, 13)), at(23, 14));
      // The second is taken after four hours, and nobody has found anything yet.
      const second = await asked(24);
      await taking(second, at(24, 13));
      // The third waits.
      await asked(25);
      // One of another month.
      office.clock.now = new Date('2026-10-05T09:00:00.000Z');
      await submitted();
      office.clock.now = at(26, 9);
    });
    afterAll(() => office.stop());

    async function asked(day: number) {
      office.clock.now = at(day, 9);
      return await submitted();
    }

    async function submitted() {
      const draft = await office.draft(
        DEV,
        aRelease({
          answers: {
            ...aRelease().answers,
            telemetry: false,
            cryptography: false,
          },
        }),
      );
      const detail = await office.command(DEV, draft, { kind: 'submit' });
      return await office.command(CORE, detail, {
        kind: 'assign',
        workItemId: itemOf(detail, LICENCE).id,
        providerRef: 'group:default/legal',
      });
    }

    async function taking(detail: RequestDetail, now: Date) {
      office.clock.now = now;
      return await office.command(LAWYER, detail, {
        kind: 'take',
        workItemId: itemOf(detail, LICENCE).id,
      });
    }

    async function finishing(detail: RequestDetail, now: Date) {
      office.clock.now = now;
      return await office.command(LAWYER, detail, {
        kind: 'finish',
        workItemId: itemOf(detail, LICENCE).id,
        finding: 'It fits',
        recommendation: 'approved',
        conditions: [],
      });
    }

    async function deciding(detail: RequestDetail, now: Date) {
      office.clock.now = now;
      return await office.command(CORE, detail, {
        kind: 'decide',
        outcome: 'approved',
        summary: 'It may.',
        conditions: [],
      });
    }

    async function figures(query: string) {
      const { body } = await office.send(
        CORE,
        'get',
        `/requests/figures?${query}`,
      );
      return body;
    }

    it('counts what came in by type, with medians of what was measured', async () => {
      expect(await figures('from=2026-11-01&to=2026-11-30&by=type')).toEqual({
        from: '2026-11-01',
        to: '2026-11-30',
        rows: [
          {
            key: 'release-open-source',
            title: 'Release as open source',
            titles: {
              en: 'Release as open source',
              sv: expect.stringMatching(/öppen källkod/),
            },
            in: 3,
            answered: 1,
            open: 2,
            overdue: 0,
            medianAckHours: 3,
            medianDoneHours: 5,
            nAck: 2,
            nDone: 1,
          },
        ],
      });
    });

    it('counts them by competency', async () => {
      const { rows } = await figures(
        'from=2026-11-01&to=2026-11-30&by=competency',
      );
      expect(rows).toEqual([
        {
          key: `competency:default/${LICENCE}`,
          title: LICENCE,
          in: 3,
          answered: 1,
          open: 2,
          overdue: 0,
          medianAckHours: 3,
          medianDoneHours: 4,
          nAck: 2,
          nDone: 1,
        },
      ]);
    });

    it('measures once what was submitted before hours were kept, as far as it is asked for', async () => {
      const query = 'from=2026-11-01&to=2026-11-30&by=type';
      const before = await figures(query);
      await office.knex('requests').whereNotNull('submitted_at').update({
        is_measured: false,
        ack_hours: null,
        done_hours: null,
      });
      expect(await figures(query)).toEqual(before);
      const unmeasured = async () =>
        await office.knex('requests').whereRaw('not is_measured');
      // That of another month was not asked for.
      expect(await unmeasured()).toHaveLength(1);
      await figures('from=2026-10-01&to=2026-10-31&by=type');
      expect(await unmeasured()).toEqual([]);
    });

    it('takes the middle of many, and between two of an even number', async () => {
      const rows = [8, 1, 2, 5, 3, 2.5, 100].map((hours, n) => ({
        id: `m${n}`,
        number: 1_000 + n,
        type_id: n < 4 ? 'even' : 'odd',
        title: 'x',
        state: 'closed',
        version: 1,
        confidentiality: 'internal',
        requester_ref: DEV,
        answers: '{}',
        created_at: '2025-01-02',
        updated_at: '2025-01-02',
        submitted_at: '2025-01-02T10:00:00.000Z',
        decided_at: '2025-01-02T12:00:00.000Z',
        next: '{}',
        search_text: 'x',
        done_hours: hours,
      }));
      await office.knex('requests').insert(rows);
      const medians = (
        await figures('from=2025-01-01&to=2025-01-31&by=type')
      ).rows.map((row: Record<string, unknown>) => [
        row.key,
        row.medianDoneHours,
        row.nDone,
        row.nAck,
      ]);
      expect(medians).toEqual([
        ['even', 3.5, 4, 0],
        ['odd', 3, 3, 0],
      ]);
      await office.knex('requests').where('number', '>=', 1_000).delete();
    });

    it('counts hours that nobody reported as routing does, and says for how many', async () => {
      const work = await office.history.openWork();
      expect(work.get('group:default/legal')).toEqual({
        openWorkItems: 3,
        openHours: 6,
        doneHours: 2,
        doneEstimated: 1,
      });
    });

    it('counts both ends of the time, and nothing outside of it', async () => {
      const counted = async (query: string) =>
        (await figures(query)).rows.map((row: { in: number }) => row.in);
      expect(await counted('from=2026-11-24&to=2026-11-24&by=type')).toEqual([
        1,
      ]);
      expect(await counted('from=2026-11-26&to=2026-11-30&by=type')).toEqual(
        [],
      );
      expect(
        await counted('from=2026-11-26&to=2026-11-30&by=competency'),
      ).toEqual([]);
    });

    it('counts as late what is open past its time, and never what is decided', async () => {
      office.clock.now = new Date('2027-06-01T09:00:00.000Z');
      for (const by of ['type', 'competency']) {
        const { rows } = await figures(
          `from=2026-11-01&to=2026-11-30&by=${by}`,
        );
        expect(rows).toMatchObject([{ open: 2, overdue: 2 }]);
        // What nobody took has no time, and none is made up.
        expect(rows[0].nAck).toBe(2);
      }
    });
  },
);
