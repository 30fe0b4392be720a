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
import { OfficeRecords } from './OfficeRecords';
import { toAbsence, toAgreement, toProfileEntry, toRotaTurn } from './rows';

/** Everything of our tables that the directory shows; what is over on that day is left out. */
export async function readOfficeRecords(
  knex: Knex,
  today: string,
): Promise<OfficeRecords> {
  const [optedIn, entries, absences, agreements, rota] = await Promise.all([
    knex('competency_profiles').orderBy('user_ref').pluck('user_ref'),
    knex('competency_profile_entries').orderBy(['competency_ref', 'user_ref']),
    knex('competency_absences').where('to_day', '>=', today).orderBy('id'),
    knex('competency_agreements')
      .where(q => q.whereNull('valid_to').orWhere('valid_to', '>=', today))
      .orderBy('id'),
    knex('competency_rota').where('to_day', '>=', today).orderBy('id'),
  ]);
  return {
    optedIn,
    entries: entries.map(toProfileEntry),
    absences: absences.map(toAbsence),
    agreements: agreements.map(toAgreement),
    rota: rota.map(toRotaTurn),
  };
}
