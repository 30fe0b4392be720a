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

import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { PreparedDocument } from '../PreparedDocument';

/**
 * A trend is what the totals were at the end of each day. A document of former times that comes after a later point was
 * written cannot be put where it belongs, because what that point would have been without it is not known any more.
 */
export async function refuseLateImports(
  tx: Knex,
  documents: readonly PreparedDocument[],
): Promise<void> {
  for (const item of documents.filter(({ isImport }) => isImport)) {
    const day = item.receivedAt.slice(0, 10);
    const later = await tx('usage_trend_points')
      .whereIn('scope_id', [0, item.entityId])
      .andWhere('day', '>', day)
      .max({ day: 'day' })
      .first();
    if (later?.day) {
      throw new ConflictError(
        `'${item.entityRef}' cannot be imported as of ${day}, because the trends reach to ${later.day} already; import the oldest first, before anything newer, or leave out 'asOf'`,
      );
    }
  }
}
