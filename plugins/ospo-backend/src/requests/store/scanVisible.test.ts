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
  OspoPage,
  OspoRequest,
  Precedent,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { anOffice } from '../__testUtils__/anOffice';
import { aDirectory, STRANGER } from '../__testUtils__/aRelease';
import { fillRequests } from '../__testUtils__/fillRequests';
import { PrecedentQueries } from './PrecedentQueries';
import { RequestQueries } from './RequestQueries';

jest.setTimeout(120_000);

const REQUESTS = 12_000;
const now = new Date('2026-11-25T09:00:00.000Z');
const viewer = {
  userRef: 'user:default/x',
  claims: ['user:default/x'],
  isCoreTeam: true,
};

/** Follows a list to its end. */
async function follow<T extends { id: string }>(
  readPage: (cursor: string | undefined) => Promise<OspoPage<T>>,
) {
  const pages: OspoPage<T>[] = [];
  let cursor: string | undefined;
  do {
    pages.push(await readPage(cursor));
    cursor = pages.at(-1)?.nextCursor;
  } while (cursor !== undefined && pages.length < 50);
  const ids = pages.flatMap(({ items }) => items.map(({ id }) => id));
  const cursors = pages.map(({ nextCursor = '' }) =>
    Buffer.from(nextCursor, 'base64url').toString(),
  );
  return { ids, pages, cursors };
}

describe.each(everyDatabase)(
  'lists of which most is hidden, %s',
  (_name, createDatabase) => {
    let knex: Knex;
    beforeAll(async () => {
      knex = await createDatabase();
      await fillRequests(knex, { now, requests: REQUESTS });
      await knex.batchInsert(
        'request_precedents',
        Array.from({ length: REQUESTS }, (_, n) => ({
          id: `p${String(n).padStart(6, '0')}`,
          type_id: 'general-help',
          title: `Precedent ${n}`,
          summary: 'It may.',
          outcome: 'approved',
          conditions: '[]',
          competencies: '',
          published_at: new Date(n * 1_000).toISOString(),
          search_text: `precedent ${n}`,
        })),
        400,
      );
    });

    /** Shows these alone, and counts how often it is asked. */
    function showing<T extends { id: string }>(ids: string[]) {
      const see = jest.fn(async (rows: T[]) =>
        rows.filter(({ id }) => ids.includes(id)),
      );
      return see;
    }

    it('comes to what is older than thousands of hidden requests, in few rounds', async () => {
      const queries = RequestQueries.create({ knex, now: () => now });
      const visible = ['r011998', 'r004000', 'r003999', 'r000000'];
      const see = showing<OspoRequest>(visible);
      const { ids, pages, cursors } = await follow(cursor =>
        queries.list({ view: 'all', limit: 2, cursor }, viewer, see),
      );
      expect(ids).toEqual(visible);
      expect(pages.length).toBeLessThanOrEqual(5);
      expect(see.mock.calls.length).toBeLessThanOrEqual(25);
      // A cursor names no row that its reader was not shown.
      for (const cursor of cursors) {
        const [id = visible[0]] = cursor.match(/r\d{6}/) ?? [];
        expect(visible).toContain(id);
      }
    });

    it('comes to the end where the sort tells few apart', async () => {
      const queries = RequestQueries.create({ knex, now: () => now });
      const see = showing<OspoRequest>(['r000001', 'r010000']);
      const { ids } = await follow(cursor =>
        queries.list({ view: 'all', sort: 'doneDue', cursor }, viewer, see),
      );
      expect(ids).toEqual(['r000001', 'r010000']);
    });

    it('does the same with precedents', async () => {
      const queries = PrecedentQueries.create({
        knex,
        expiringDays: 30,
        now: () => now,
      });
      const visible = ['p009000', 'p000001'];
      const see = showing<Precedent>(visible);
      const { ids } = await follow(cursor =>
        queries.list({ limit: 10, cursor }, see),
      );
      expect(ids).toEqual(visible);
      expect(see.mock.calls.length).toBeLessThanOrEqual(25);
    });

    it('writes files to their end', async () => {
      const office = await anOffice({
        knex,
        snapshot: aDirectory(),
        sees: { [STRANGER]: ['c7'] },
      });
      try {
        await knex('requests')
          .where('row_key', '>', 1_000)
          .where('entity_ref', 'component:default/c7')
          .update({ entity_ref: 'component:default/c8' });
        const { text } = await office.send(
          STRANGER,
          'get',
          '/requests.csv?view=all',
        );
        expect(text.trim().split('\r\n').slice(1)).toEqual([
          expect.stringContaining('R-8,'),
        ]);
      } finally {
        await office.stop();
      }
    });
  },
);
