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
import { UsageSnapshot } from '@ospo-suite/backstage-plugin-ospo-common';
import { SbomFinding } from '@ospo-suite/sbom-reader';
import { runPrepared } from '../../database/runSql';
import { UsageDocumentRow, UsageSnapshotRow } from '../tables';
import { touchSnapshots } from './operations/touchSnapshots';

/** What is there for a target, at one look-up. */
export interface KnownReceiver {
  entityId: number;
  isGone: boolean;
  /** Of the current snapshot; absent while there is none. */
  current:
    | { snapshotId: number; sha256: string; lastSeenAt: string }
    | undefined;
}

/** A snapshot with what its document said. */
export interface StoredSbom {
  snapshot: UsageSnapshot;
  findings: SbomFinding[];
}

interface ReceiverRow {
  id: number;
  gone_at: string | null;
  snapshot_id: number | null;
  sha256: string;
  last_seen_at: string;
}

type StoredRow = Omit<UsageSnapshotRow, 'document_at'> &
  Pick<
    UsageDocumentRow,
    'sha256' | 'bytes' | 'format' | 'spec_version' | 'tools' | 'findings'
  > & {
    document_at: string | null;
    target: string;
    stream: string;
    current_snapshot_id: number | null;
  };

/** Looks up what was received before. */
export class ReceivedSbomStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ReceivedSbomStore {
    return new ReceivedSbomStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** One query, every step of it by a unique key. */
  async findReceiver(options: {
    entityRef: string;
    target: string;
    stream: string;
  }): Promise<KnownReceiver | undefined> {
    const [row] = await runPrepared<ReceiverRow>(
      this.#knex,
      `select e.id, e.gone_at, s.id as snapshot_id, d.sha256, s.last_seen_at
       from usage_entities e
       left join usage_targets t on t.entity_id = e.id and t.target = ? and t.stream = ?
       left join usage_snapshots s on s.id = t.current_snapshot_id
       left join usage_documents d on d.id = s.document_id
       where e.entity_ref = ?`,
      [options.target, options.stream, options.entityRef],
    );
    return (
      row && {
        entityId: row.id,
        isGone: row.gone_at !== null,
        current:
          row.snapshot_id === null
            ? undefined
            : {
                snapshotId: row.snapshot_id,
                sha256: row.sha256,
                lastSeenAt: row.last_seen_at,
              },
      }
    );
  }

  async touch(snapshotId: number, seenAt: string): Promise<void> {
    await touchSnapshots(this.#knex, [{ snapshotId, seenAt }]);
  }

  async getSnapshot(snapshotId: number): Promise<StoredSbom> {
    const [row] = await runPrepared<StoredRow>(
      this.#knex,
      `select s.*, t.target, t.stream, t.current_snapshot_id,
         d.sha256, d.bytes, d.format, d.spec_version, d.tools, d.findings
       from usage_snapshots s
       join usage_targets t on t.id = s.target_id
       join usage_documents d on d.id = s.document_id
       where s.id = ?`,
      [snapshotId],
    );
    return {
      snapshot: {
        id: row.id,
        target: row.target,
        stream: row.stream,
        isCurrent: row.current_snapshot_id === row.id,
        format: row.format,
        specVersion: row.spec_version,
        tools: JSON.parse(row.tools),
        ...(row.document_at === null ? {} : { documentAt: row.document_at }),
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
      },
      findings: JSON.parse(row.findings),
    };
  }
}
