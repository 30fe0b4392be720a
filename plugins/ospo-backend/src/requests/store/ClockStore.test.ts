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
import { isPostgres } from '../../database/isPostgres';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { ClockStore } from './ClockStore';

jest.setTimeout(60_000);

const OLD = '2026-01-01T00:00:00.000Z';
const NEW = '2026-11-01T00:00:00.000Z';
const BEFORE = '2026-06-01T00:00:00.000Z';

describe.each(everyDatabase)('purging, %s', (_name, createDatabase) => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await createDatabase();
  });

  let number = 0;
  async function insert(
    id: string,
    of: { state: string; updated_at?: string; closed_at?: string },
  ): Promise<void> {
    await knex('requests').insert({
      id,
      number: ++number,
      type_id: 't',
      title: id,
      version: 1,
      confidentiality: 'internal',
      requester_ref: 'user:default/dev',
      answers: '{}',
      created_at: OLD,
      updated_at: OLD,
      next: '{}',
      search_text: id,
      ...of,
    });
    await knex('request_events').insert({
      id: `e-${id}`,
      request_id: id,
      seq: 0,
      at: OLD,
      actor_ref: 'user:default/dev',
      kind: 'created',
      body: '{}',
    });
    await knex('request_reminders').insert({
      reason: `r-${id}`,
      request_id: id,
      at: OLD,
    });
  }

  const left = async (table: string, column: string): Promise<string[]> =>
    await knex(table).orderBy(column).pluck(column);

  it('deletes what is old, with all that belongs to it, and nothing else', async () => {
    await insert('a-old-draft', { state: 'draft' });
    await insert('b-new-draft', { state: 'draft', updated_at: NEW });
    await insert('c-old-closed', { state: 'closed', closed_at: OLD });
    await insert('d-new-closed', { state: 'closed', closed_at: NEW });
    await insert('e-open', { state: 'triage' });

    const store = ClockStore.create({ knex });
    expect(await store.purge({ drafts: BEFORE })).toBe(1);
    expect(await store.purge({ drafts: BEFORE, closed: BEFORE })).toBe(1);
    expect(await store.purge({ drafts: BEFORE, closed: BEFORE })).toBe(0);

    const kept = ['b-new-draft', 'd-new-closed', 'e-open'];
    expect(await left('requests', 'id')).toEqual(kept);
    expect(await left('request_events', 'request_id')).toEqual(kept);
    expect(await left('request_reminders', 'request_id')).toEqual(kept);
  });

  it('leaves a draft that is submitted while it looks', async () => {
    await insert('draft', { state: 'draft' });
    const submitting = await knex.transaction();
    await submitting('requests')
      .where({ id: 'draft' })
      .update({ state: 'submitted', updated_at: NEW });

    const purged = ClockStore.create({ knex }).purge({ drafts: BEFORE });
    await untilBlocked(knex);
    await submitting.commit();

    expect(await purged).toBe(0);
    expect(await left('request_events', 'request_id')).toEqual(['draft']);
    expect(await left('request_reminders', 'request_id')).toEqual(['draft']);
  });
});

/** Waits until somebody waits for a lock. SQLite has one connection, and whoever is second waits for it. */
async function untilBlocked(knex: Knex): Promise<void> {
  for (let n = 0; isPostgres(knex) && n < 200; n++) {
    const { rows } = await knex.raw(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rows.length > 0) {
      return;
    }
    await new Promise(resolve => {
      setTimeout(resolve, 25);
    });
  }
}
