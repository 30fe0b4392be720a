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
import { isPostgres } from '../../../database/isPostgres';
import { runOverRows, runSql } from '../../../database/runSql';

export interface LockedEntity {
  id: number;
  isGone: boolean;
}

/**
 * Makes this transaction the only one that writes usages of these entities, in every replica. Taken in the order of
 * ids, and before any other lock.
 */
export async function lockEntities(
  tx: Knex,
  entityIds: Iterable<number>,
): Promise<Map<number, LockedEntity>> {
  const ids = [...new Set(entityIds)].sort((a, b) => a - b);
  if (!isPostgres(tx)) {
    // SQLite has one writer: to become it at the first statement avoids losing a race at a later one.
    await runSql(tx, 'update usage_totals set id = id where id = 1');
  }
  const rows = await runOverRows<{ id: number; gone_at: string | null }>(tx, {
    sql: `select id, gone_at from usage_entities where id in (select id from $rows)
          order by id ${isPostgres(tx) ? 'for update' : ''}`,
    columns: { id: 'integer' },
    rows: ids.map(id => [id]),
  });
  return new Map(
    rows.map(row => [row.id, { id: row.id, isGone: row.gone_at !== null }]),
  );
}
