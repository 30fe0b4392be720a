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

/** A target of an entity, with its current snapshot. */
export interface KnownTarget {
  id: number;
  entityId: number;
  target: string;
  stream: string;
  current:
    | {
        snapshotId: number;
        documentId: number;
        sha256: string;
        documentAt: string | undefined;
        receivedAt: string;
      }
    | undefined;
}

interface TargetRow {
  id: number;
  entity_id: number;
  target: string;
  stream: string;
  snapshot_id: number | null;
  document_id: number;
  sha256: string;
  document_at: string | null;
  received_at: string;
}

/** Every target of these entities. */
export async function readTargets(
  tx: Knex,
  entityIds: Iterable<number>,
): Promise<KnownTarget[]> {
  const rows = await runOverRows<TargetRow>(tx, {
    sql: `select t.id, t.entity_id, t.target, t.stream, s.id as snapshot_id, s.document_id, d.sha256,
            s.document_at, s.received_at
          from $rows join usage_targets t on t.entity_id = i.entity_id
          left join usage_snapshots s on s.id = t.current_snapshot_id
          left join usage_documents d on d.id = s.document_id`,
    columns: { entity_id: 'integer' },
    rows: [...new Set(entityIds)].map(id => [id]),
  });
  return rows.map(row => ({
    id: row.id,
    entityId: row.entity_id,
    target: row.target,
    stream: row.stream,
    current:
      row.snapshot_id === null
        ? undefined
        : {
            snapshotId: row.snapshot_id,
            documentId: row.document_id,
            sha256: row.sha256,
            documentAt: row.document_at ?? undefined,
            receivedAt: row.received_at,
          },
  }));
}
