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
import { countUsages } from '../countUsages';
import { effectiveLicence } from '../effectiveLicence';
import { toIsoTime } from '../isNewer';
import { PlacedDocuments } from '../placeDocuments';
import { writeSnapshots } from './writeSnapshots';
import { touchSnapshots } from './touchSnapshots';

/**
 * Keeps documents that are older than the current one: they get a snapshot that is not current. One that came before
 * is only noted as seen again. Gives the ids of the snapshots in order.
 */
export async function storeLateDocuments(
  tx: Knex,
  late: PlacedDocuments['late'],
  documentIds: Map<string, number>,
): Promise<number[]> {
  const placed = late.map(({ item, target }) => ({
    item,
    targetId: target.id,
    documentId: documentIds.get(item.sha256) ?? 0,
  }));
  const known = await runOverRows<{ id: number; target_id: number }>(tx, {
    sql: `select max(s.id) as id, s.target_id from $rows
          join usage_snapshots s on s.target_id = i.target_id and s.document_id = i.document_id
          group by s.target_id`,
    columns: { target_id: 'integer', document_id: 'integer' },
    rows: placed.map(({ targetId, documentId }) => [targetId, documentId]),
  });
  const ids = new Map(known.map(row => [row.target_id, row.id]));
  await touchSnapshots(
    tx,
    placed.flatMap(({ item, targetId }) => {
      const snapshotId = ids.get(targetId);
      return snapshotId === undefined
        ? []
        : [{ snapshotId, seenAt: item.receivedAt }];
    }),
  );
  const added = await writeSnapshots(
    tx,
    placed
      .filter(({ targetId }) => !ids.has(targetId))
      .map(({ item, targetId, documentId }) => ({
        targetId,
        documentId,
        source: item.source,
        documentAt: toIsoTime(item.document.timestamp),
        receivedAt: item.receivedAt,
        counts: countUsages(
          item.usages.map(usage => ({
            flags: usage.flags,
            licenceKnown: effectiveLicence(usage).status === 'known',
          })),
        ),
        added: [],
        removed: [],
      })),
  );
  return placed.map(
    ({ targetId }) => ids.get(targetId) ?? added.get(targetId) ?? 0,
  );
}
