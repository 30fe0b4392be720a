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
import { runOverRows } from '../../../database/runSql';

/** Leaves targets without a current snapshot: what they use is unknown then. */
export async function clearCurrent(
  tx: Knex,
  targetIds: readonly number[],
): Promise<void> {
  await runOverRows(tx, {
    sql: `update usage_targets set current_snapshot_id = null where id in (select id from $rows)`,
    columns: { id: 'integer' },
    rows: targetIds.map(id => [id]),
  });
}
