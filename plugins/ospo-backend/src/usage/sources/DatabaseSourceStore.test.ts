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
import { beforeConnection } from '../../shared/__testUtils__/beforeConnection';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { anEntity } from '../__testUtils__/anEntity';
import { DatabaseEntityStore } from '../entities/DatabaseEntityStore';
import { entityFacts, hashEntityFacts } from '../entities/entityFacts';
import { DatabaseSourceStore } from './DatabaseSourceStore';

jest.setTimeout(120_000);

const NOW = '2026-11-23T12:00:00.000Z';
const NEXT = '2026-11-23T18:00:00.000Z';

describe.each(everyDatabase)(
  'DatabaseSourceStore, %s',
  (_name, createDatabase) => {
    let knex: Knex;
    let store: DatabaseSourceStore;

    beforeEach(async () => {
      knex = await createDatabase();
      store = DatabaseSourceStore.create({ knex });
      const facts = entityFacts(anEntity({ name: 'shop' }), {
        locations: [
          {
            source: 'annotation',
            location: 'https://git.example.org/bom.json',
            target: 'shop',
            stream: 'default',
            budgetKey: 'git.example.org',
          },
        ],
        findings: [],
      });
      await DatabaseEntityStore.create({ knex }).write(
        [{ facts, factsHash: hashEntityFacts(facts), ownerState: 'none' }],
        NOW,
      );
    });
    afterEach(() => jest.restoreAllMocks());

    const claimDue = () =>
      store.claimDue({
        now: NOW,
        claimedUntil: '2026-11-23T12:10:00.000Z',
        limit: 10,
        limitPerBudget: 10,
      });

    it('does not give out a place that another replica read between the look and the claim', async () => {
      let theirs = 0;
      beforeConnection(knex, 2, async () => {
        for (const claim of await claimDue()) {
          theirs += 1;
          await store.finish({
            claim,
            outcome: { state: 'ok', etag: '"v1"' },
            now: NOW,
            nextCheckAt: NEXT,
          });
        }
      });

      expect(await claimDue()).toEqual([]);
      expect(theirs).toBe(1);
      expect(await knex('usage_sources').first()).toMatchObject({
        state: 'ok',
        next_check_at: NEXT,
        claimed_until: null,
      });
    });
  },
);
