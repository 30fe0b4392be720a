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
import { insertRows } from '../../../database/insertRows';
import { runOverRows } from '../../../database/runSql';
import { UsageCurrentRow } from '../../tables';
import { UsageDeltas } from './UsageDeltas';

const KEY = {
  package_id: 'integer',
  target_id: 'integer',
  version_id: 'integer',
} as const;

/** Writes the differences to `usage_current`. Its rows belong to entities that this transaction has locked. */
export async function writeUsageRows(
  tx: Knex,
  deltas: Pick<UsageDeltas, 'deleted' | 'inserted' | 'reflagged'>,
): Promise<void> {
  await runOverRows(tx, {
    sql: `delete from usage_current where (package_id, target_id, version_id)
          in (select package_id, target_id, version_id from $rows)`,
    columns: KEY,
    rows: deltas.deleted.sort(byPrimaryKey).map(keyOf),
  });
  await insertRows(tx, {
    table: 'usage_current',
    columns: { ...KEY, flags: 'smallint', since_day: 'smallint' },
    // In the order of the primary key, which is a third faster than in any other.
    rows: deltas.inserted
      .sort(byPrimaryKey)
      .map(row => [
        row.package_id,
        row.target_id,
        row.version_id,
        row.flags,
        row.since_day,
      ]),
  });
  await runOverRows(tx, {
    sql: `update usage_current set flags = i.flags from $rows
          where usage_current.package_id = i.package_id
          and usage_current.target_id = i.target_id
          and usage_current.version_id = i.version_id`,
    columns: { ...KEY, flags: 'smallint' },
    rows: deltas.reflagged
      .sort(byPrimaryKey)
      .map(row => [...keyOf(row), row.flags]),
  });
}

function keyOf(row: UsageCurrentRow): number[] {
  return [row.package_id, row.target_id, row.version_id];
}

function byPrimaryKey(a: UsageCurrentRow, b: UsageCurrentRow): number {
  return (
    a.package_id - b.package_id ||
    a.target_id - b.target_id ||
    a.version_id - b.version_id
  );
}
