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

/** Notes that documents came again; entities whose current SBOM it was are as fresh as that. */
export async function touchSnapshots(
  tx: Knex,
  snapshots: readonly { snapshotId: number; seenAt: string }[],
): Promise<void> {
  const options = {
    columns: { snapshot_id: 'integer', seen_at: 'text' },
    rows: snapshots.map(item => [item.snapshotId, item.seenAt]),
  } as const;
  await runOverRows(tx, {
    ...options,
    sql: `update usage_snapshots set last_seen_at = i.seen_at from $rows
          where usage_snapshots.id = i.snapshot_id and last_seen_at < i.seen_at`,
  });
  await runOverRows(tx, {
    ...options,
    sql: `update usage_entities set last_sbom_at = i.seen_at
          from $rows join usage_targets t on t.current_snapshot_id = i.snapshot_id
          where usage_entities.id = t.entity_id and last_sbom_at < i.seen_at`,
  });
}
