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
import { UsageCountsRow } from '../DocumentUsage';

export interface NewSnapshot {
  targetId: number;
  documentId: number;
  source: string;
  documentAt: string | undefined;
  receivedAt: string;
  counts: UsageCountsRow;
  /** Against the current snapshot; nothing for the first one, and for one that does not become current. */
  added: UsageCurrentRow[];
  removed: UsageCurrentRow[];
}

/** Adds snapshots with what they changed; at most one for a target. Gives their ids by target. */
export async function writeSnapshots(
  tx: Knex,
  snapshots: readonly NewSnapshot[],
): Promise<Map<number, number>> {
  const rows = await runOverRows<{ id: number; target_id: number }>(tx, {
    sql: `insert into usage_snapshots
            (target_id, document_id, source, document_at, received_at, last_seen_at, packages, direct, transitive,
             relation_unknown, licence_known, licence_unknown, added, removed)
          select target_id, document_id, source, document_at, received_at, received_at, packages, direct, transitive,
             relation_unknown, licence_known, licence_unknown, added, removed
          from $rows where true returning id, target_id`,
    columns: {
      target_id: 'integer',
      document_id: 'integer',
      source: 'text',
      document_at: 'text',
      received_at: 'text',
      packages: 'integer',
      direct: 'integer',
      transitive: 'integer',
      relation_unknown: 'integer',
      licence_known: 'integer',
      licence_unknown: 'integer',
      added: 'integer',
      removed: 'integer',
    },
    rows: snapshots.map(({ counts, ...snapshot }) => [
      snapshot.targetId,
      snapshot.documentId,
      snapshot.source,
      snapshot.documentAt ?? null,
      snapshot.receivedAt,
      counts.packages,
      counts.direct,
      counts.transitive,
      counts.relation_unknown,
      counts.licence_known,
      counts.licence_unknown,
      snapshot.added.length,
      snapshot.removed.length,
    ]),
  });
  const ids = new Map(rows.map(row => [row.target_id, row.id]));
  await insertRows(tx, {
    table: 'usage_changes',
    columns: { snapshot_id: 'integer', version_id: 'integer', op: 'smallint' },
    rows: snapshots.flatMap(snapshot => {
      const id = ids.get(snapshot.targetId) ?? 0;
      return [
        ...snapshot.added.map(row => [id, row.version_id, 1]),
        ...snapshot.removed.map(row => [id, row.version_id, -1]),
      ];
    }),
  });
  return ids;
}
