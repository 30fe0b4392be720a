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
import { runSql } from '../../../database/runSql';
import { encodeDay } from '../../usageFlags';

/**
 * Since when versions are in a target, as its history tells: the day of the snapshot that added them last, or of the
 * first one.
 */
export async function readSinceDays(
  tx: Knex,
  targetId: number,
): Promise<(versionId: number) => number> {
  const [first] = await runSql<{ received_at: string | null }>(
    tx,
    'select min(received_at) as received_at from usage_snapshots where target_id = ?',
    [targetId],
  );
  const added = await runSql<{ version_id: number; received_at: string }>(
    tx,
    `select c.version_id, max(s.received_at) as received_at
     from usage_snapshots s join usage_changes c on c.snapshot_id = s.id
     where s.target_id = ? and c.op = 1 group by c.version_id`,
    [targetId],
  );
  const days = new Map(
    added.map(row => [row.version_id, encodeDay(row.received_at)]),
  );
  const firstDay = encodeDay(first?.received_at ?? new Date(0).toISOString());
  return versionId => days.get(versionId) ?? firstDay;
}
