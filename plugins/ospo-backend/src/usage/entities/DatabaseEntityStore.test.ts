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

import { setTimeout as sleep } from 'node:timers/promises';
import { Knex } from 'knex';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { anEntity } from '../__testUtils__/anEntity';
import { lockEntities } from '../ingest/operations/lockEntities';
import { DatabaseEntityStore } from './DatabaseEntityStore';
import { entityFacts, hashEntityFacts } from './entityFacts';

jest.setTimeout(60_000);

/** Until whoever waits for a lock does so. */
const SOON_MS = 300;

describe.each(everyDatabase)(
  'DatabaseEntityStore, %s',
  (_name, createDatabase) => {
    let knex: Knex;
    let store: DatabaseEntityStore;
    let ids: { first: number; last: number };

    const write = (title: string, ...names: string[]) =>
      store.write(
        names.map(name => {
          const facts = entityFacts(anEntity({ name, title }), {
            findings: [],
            locations: [],
          });
          return {
            facts,
            factsHash: hashEntityFacts(facts),
            ownerState: 'none' as const,
          };
        }),
        '2026-03-01T12:00:00.000Z',
      );

    beforeEach(async () => {
      knex = await createDatabase();
      store = DatabaseEntityStore.create({ knex });
      // The order of ids is the other way round than that of refs.
      await write('Old', 'z');
      await write('Old', 'a');
      const [{ id: first }, { id: last }] = await knex('usage_entities')
        .orderBy('id')
        .select('id');
      ids = { first, last };
    });

    const titles = async () =>
      knex('usage_entities').orderBy('id').pluck('title');

    /** Does something while another transaction holds locks, and takes more of them meanwhile. */
    async function meanwhile(
      hold: (tx: Knex.Transaction) => Promise<unknown>,
      then: (tx: Knex.Transaction) => Promise<unknown>,
      work: () => Promise<unknown>,
    ): Promise<void> {
      let working: Promise<unknown> | undefined;
      await knex.transaction(async tx => {
        await hold(tx);
        working = work();
        // Whoever loses is told by the second of the two promises.
        working.catch(() => {});
        await sleep(SOON_MS);
        await then(tx);
      });
      await working;
    }

    it.each([
      ['facts', () => write('New', 'a', 'z'), ['New', 'New']],
      [
        'states of owners',
        () =>
          store.setOwnerStates([
            { id: ids.last, ownerState: 'missing' },
            { id: ids.first, ownerState: 'present' },
          ]),
        ['Old', 'Old'],
      ],
    ])(
      'writes %s in the order in which others lock entities',
      async (_case, work, expected) => {
        await meanwhile(
          tx => lockEntities(tx, [ids.first]),
          tx => lockEntities(tx, [ids.last]),
          work,
        );
        expect(await titles()).toEqual(expected);
      },
    );

    it.each([
      ['facts', () => write('New', 'a', 'z')],
      [
        'states of owners',
        () =>
          store.setOwnerStates([
            { id: ids.first, ownerState: 'present' },
            { id: ids.last, ownerState: 'present' },
          ]),
      ],
    ])('tries %s again when it loses a race', async (_case, work) => {
      // Against the order, so that one of the two must lose, which is the one that waited first.
      await meanwhile(
        tx => tx('usage_totals').where({ id: 1 }).update({ id: 1 }),
        tx => lockEntities(tx, [ids.first]),
        work,
      );
      expect(
        await knex('usage_entities')
          .where({ title: 'New' })
          .orWhere({ owner_state: 'present' })
          .pluck('id'),
      ).toHaveLength(2);
    });
  },
);
