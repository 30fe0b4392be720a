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
import { BusinessTime } from '../rules/CommandContext';
import { hoursBetween } from './hoursBetween';

/** Requests measured at once; others are answered between two batches. */
const BATCH = 500;

/**
 * Measures requests that were submitted before their business hours were kept with them, once. Whatever has changed
 * since then was measured with the change.
 */
export async function fillHours(options: {
  knex: Knex;
  time: BusinessTime;
  /** When they were submitted. */
  between: [string, string];
}): Promise<void> {
  const { knex, time, between } = options;
  for (;;) {
    const rows: UnmeasuredRow[] = await knex('requests as r')
      .whereRaw('not r.is_measured')
      .whereBetween('r.submitted_at', between)
      .orderBy('r.submitted_at')
      .limit(BATCH)
      .select(
        'r.id',
        'r.submitted_at',
        'r.decided_at',
        knex('request_work_items as w')
          .whereRaw('w.request_id = r.id')
          .min('w.taken_at')
          .as('taken_at'),
      );
    if (rows.length === 0) {
      return;
    }
    const one = '(?, cast(? as double precision), cast(? as double precision))';
    await knex.raw(
      `with measured (id, ack, done) as (values ${rows.map(() => one).join()})
       update requests set
         ack_hours = (select ack from measured where measured.id = requests.id),
         done_hours = (select done from measured where measured.id = requests.id),
         is_measured = true
       where id in (select id from measured) and not is_measured`,
      rows.flatMap(row => [
        row.id,
        hoursBetween(time, row.submitted_at, row.taken_at),
        hoursBetween(time, row.submitted_at, row.decided_at),
      ]),
    );
  }
}

interface UnmeasuredRow {
  id: string;
  submitted_at: string;
  decided_at: string | null;
  taken_at: string | null;
}
