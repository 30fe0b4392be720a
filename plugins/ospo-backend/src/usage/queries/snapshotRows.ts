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

import { UsageSnapshot } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { UsageDocumentRow, UsageSnapshotRow, UsageTargetRow } from '../tables';
import { given } from './QueryContext';
import { readTexts } from './storedJson';

export type SnapshotRow = UsageSnapshotRow &
  Pick<UsageTargetRow, 'target' | 'stream' | 'current_snapshot_id'> &
  Pick<
    UsageDocumentRow,
    | 'format'
    | 'serialization'
    | 'spec_version'
    | 'tools'
    | 'sha256'
    | 'bytes'
    | 'findings'
  >;

/** A snapshot, and where its document is kept. */
export interface KnownSnapshot {
  snapshot: UsageSnapshot;
  serialization: string;
  documentId: number;
}

/** Snapshots with their target and document. */
export function snapshotRows(
  knex: Knex,
  entityId: number,
): Knex.QueryBuilder<SnapshotRow, SnapshotRow[]> {
  return knex('usage_snapshots as s')
    .join('usage_targets as t', 't.id', 's.target_id')
    .join('usage_documents as d', 'd.id', 's.document_id')
    .where('t.entity_id', entityId)
    .select(
      's.*',
      't.target',
      't.stream',
      't.current_snapshot_id',
      'd.format',
      'd.serialization',
      'd.spec_version',
      'd.tools',
      'd.sha256',
      'd.bytes',
      'd.findings',
    );
}

export function toSnapshot(row: SnapshotRow): UsageSnapshot {
  return {
    id: row.id,
    target: row.target,
    stream: row.stream,
    isCurrent: row.current_snapshot_id === row.id,
    format: row.format,
    specVersion: row.spec_version,
    tools: readTexts(row.tools),
    documentAt: given(row.document_at),
    receivedAt: row.received_at,
    lastSeenAt: row.last_seen_at,
    source: row.source,
    sha256: row.sha256,
    bytes: row.bytes,
    counts: {
      packages: row.packages,
      direct: row.direct,
      transitive: row.transitive,
      relationUnknown: row.relation_unknown,
      licenceKnown: row.licence_known,
      licenceUnknown: row.licence_unknown,
    },
    added: row.added,
    removed: row.removed,
  };
}
