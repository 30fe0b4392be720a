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
import { UsageCountsRow } from '../DocumentUsage';

/** Writes the counts of snapshots whose documents were read anew, maybe by a reader that understands more. */
export async function updateSnapshotCounts(
  tx: Knex,
  snapshots: readonly { snapshotId: number; counts: UsageCountsRow }[],
): Promise<void> {
  await runOverRows(tx, {
    sql: `update usage_snapshots set packages = i.packages, direct = i.direct, transitive = i.transitive,
            relation_unknown = i.relation_unknown, licence_known = i.licence_known,
            licence_unknown = i.licence_unknown
          from $rows where usage_snapshots.id = i.snapshot_id`,
    columns: {
      snapshot_id: 'integer',
      packages: 'integer',
      direct: 'integer',
      transitive: 'integer',
      relation_unknown: 'integer',
      licence_known: 'integer',
      licence_unknown: 'integer',
    },
    rows: snapshots.map(({ snapshotId, counts }) => [
      snapshotId,
      counts.packages,
      counts.direct,
      counts.transitive,
      counts.relation_unknown,
      counts.licence_known,
      counts.licence_unknown,
    ]),
  });
}
