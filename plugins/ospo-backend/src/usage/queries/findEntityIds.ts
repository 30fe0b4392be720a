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

/** PostgreSQL and SQLite take far more, a page of the catalog has no more. */
const CHUNK = 1_000;

/** Ids of those refs that the store knows and the catalog still has. */
export async function findEntityIds(
  knex: Knex,
  entityRefs: string[],
): Promise<number[]> {
  const ids: number[] = [];
  for (let at = 0; at < entityRefs.length; at += CHUNK) {
    const found: number[] = await knex('usage_entities')
      .whereIn('entity_ref', entityRefs.slice(at, at + CHUNK))
      .whereNull('gone_at')
      .pluck('id');
    ids.push(...found);
  }
  return ids;
}
