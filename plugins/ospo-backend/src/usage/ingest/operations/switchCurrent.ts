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

/** Points targets at their new snapshots. */
export async function switchCurrent(
  tx: Knex,
  snapshotIds: Map<number, number>,
): Promise<void> {
  await runOverRows(tx, {
    sql: `update usage_targets set current_snapshot_id = i.snapshot_id
          from $rows where usage_targets.id = i.target_id`,
    columns: { target_id: 'integer', snapshot_id: 'integer' },
    rows: [...snapshotIds].sort((a, b) => a[0] - b[0]),
  });
}
