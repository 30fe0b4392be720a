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

import { parseLicenceKey } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { textHash } from '../ingest/documentText';
import { UsageLicenceRow } from '../tables';

/** Ids of the licences that these keys name; keys of none are left out. */
export async function licenceIdsOf(
  knex: Knex,
  keys: readonly string[],
): Promise<number[]> {
  const wanted = keys.flatMap(key => parseLicenceKey(key) ?? []);
  if (wanted.length === 0) {
    return [];
  }
  return await knex<UsageLicenceRow>('usage_licences')
    .whereIn(
      'hash',
      wanted.map(({ status, text }) => textHash(status, text)),
    )
    .pluck('id');
}
