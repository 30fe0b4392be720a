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
import { PersonRows } from '../../database/PersonRecords';

/** Ids named in one statement. */
const BATCH = 500;

/** All of these, of each request that they asked for. */
const OWN_TABLES = [
  'request_events',
  'request_work_items',
  'request_tries',
  'request_precedents',
] as const;

/**
 * What somebody may have of the requests: their own in full, as their page shows them; of those of others only what they
 * did and were asked themselves. What others wrote about them stays with the request, which they may not be allowed to
 * read, or even to know of.
 */
export async function exportRequests(
  knex: Knex,
  userRef: string,
): Promise<PersonRows> {
  const requests = await knex('requests').where({ requester_ref: userRef });
  const ids: string[] = requests.map(({ id }) => id);
  const found: PersonRows = {
    requests,
    request_participants: await knex('request_participants')
      .where({ ref: userRef })
      .select('request_id', 'ref', 'is_waiting'),
  };
  for (const table of OWN_TABLES) {
    found[table] = await ofRequests(knex, table, ids);
  }
  const others = await ofOthers(knex, userRef);
  const own = new Set(ids);
  for (const [table, rows] of Object.entries(others)) {
    found[table].push(...rows.filter(row => !own.has(String(row.request_id))));
  }
  return found;
}

async function ofRequests(
  knex: Knex,
  table: string,
  ids: readonly string[],
): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let from = 0; from < ids.length; from += BATCH) {
    const some = ids.slice(from, from + BATCH);
    rows.push(...(await knex(table).whereIn('request_id', some)));
  }
  return rows;
}

/** Their part in requests, whoever asked; a provider who is only proposed has none yet, and was not told. */
async function ofOthers(
  knex: Knex,
  userRef: string,
): Promise<Record<(typeof OWN_TABLES)[number], Record<string, unknown>[]>> {
  const items: { provider_ref: string | null; assignee_ref: string | null }[] =
    await knex('request_work_items')
      .where(query =>
        query.where({ assignee_ref: userRef }).orWhere(asked =>
          asked.where({ provider_ref: userRef }).whereNot({
            state: 'proposed',
          }),
        ),
      )
      .select(
        ...['id', 'request_id', 'competency_ref', 'state', 'hours'],
        ...['asked_at', 'taken_at', 'done_at'],
        ...['provider_ref', 'assignee_ref'],
      );
  return {
    request_events: await knex('request_events')
      .where({ actor_ref: userRef })
      .select('id', 'request_id', 'at', 'kind', 'work_item_id', 'body'),
    request_work_items: items.map(
      ({ provider_ref, assignee_ref: assignee, ...item }) => ({
        ...item,
        role: assignee === userRef ? 'assignee' : 'provider',
      }),
    ),
    request_tries: await knex('request_tries')
      .where({ provider_ref: userRef })
      .select('id', 'request_id', 'work_item_id', 'asked_at')
      .select('ended', 'ended_at'),
    request_precedents: await knex('request_precedents')
      .where({ recertify_ref: userRef })
      .select('id', 'request_id', 'published_at', 'valid_until'),
  };
}
