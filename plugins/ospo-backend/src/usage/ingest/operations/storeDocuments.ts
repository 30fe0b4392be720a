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
import { isPostgres } from '../../../database/isPostgres';
import { runOverRows, runSql } from '../../../database/runSql';
import { byKey } from '../dictionary/ResolvedKeys';
import { storableText } from '../documentText';
import { toIsoTime } from '../isNewer';
import { PreparedDocument } from '../PreparedDocument';

/** Bytes of pieces in one statement. */
const CHUNK_BATCH_BYTES = 4 * 1024 * 1024;

/** Stores what is not there yet, and gives the ids of all by hash. The same bytes are kept once, whoever sent them. */
export async function storeDocuments(
  tx: Knex,
  documents: readonly PreparedDocument[],
): Promise<Map<string, number>> {
  const distinct = [
    ...new Map(documents.map(item => [item.sha256, item])).values(),
  ].sort(byKey(item => item.sha256));
  const stored = await runOverRows<{ id: number; sha256: string }>(tx, {
    sql: `insert into usage_documents
            (sha256, bytes, format, serialization, spec_version, tools, document_at, subject, findings, received_at)
          select sha256, bytes, format, serialization, spec_version, tools, document_at, subject, findings, received_at
          from $rows where true on conflict (sha256) do nothing returning id, sha256`,
    columns: {
      sha256: 'text',
      bytes: 'integer',
      format: 'text',
      serialization: 'text',
      spec_version: 'text',
      tools: 'text',
      document_at: 'text',
      subject: 'text',
      findings: 'text',
      received_at: 'text',
    },
    rows: distinct.map(({ document, ...item }) => [
      item.sha256,
      item.bytes,
      document.format,
      document.serialization,
      storableText(document.specVersion),
      JSON.stringify(document.tools),
      toIsoTime(document.timestamp) ?? null,
      JSON.stringify(document.subject ?? {}),
      JSON.stringify(item.findings),
      item.receivedAt,
    ]),
  });
  const ids = new Map(stored.map(row => [row.sha256, row.id]));
  await storeChunks(
    tx,
    distinct.flatMap(item => {
      const id = ids.get(item.sha256);
      return id === undefined
        ? []
        : item.chunks.map((data, seq) => ({ id, seq, data }));
    }),
  );

  const others = distinct.filter(item => !ids.has(item.sha256));
  const known = await runOverRows<{ id: number; sha256: string }>(tx, {
    sql: `select d.id, d.sha256 from $rows join usage_documents d on d.sha256 = i.sha256`,
    columns: { sha256: 'text' },
    rows: others.map(item => [item.sha256]),
  });
  for (const row of known) {
    ids.set(row.sha256, row.id);
  }
  return ids;
}

async function storeChunks(
  tx: Knex,
  chunks: { id: number; seq: number; data: Buffer }[],
): Promise<void> {
  for (let start = 0; start < chunks.length; ) {
    let end = start;
    for (
      let bytes = 0;
      end < chunks.length && bytes < CHUNK_BATCH_BYTES;
      end++
    ) {
      bytes += chunks[end].data.length;
    }
    // SQLite allows 32,766 parameters to a statement.
    const batch = chunks.slice(start, Math.min(end, start + 10_000));
    start += batch.length;
    await runSql(
      tx,
      `insert into usage_document_chunks (document_id, seq, data) values ${batch
        .map(() =>
          isPostgres(tx) ? '(?::integer, ?::integer, ?::bytea)' : '(?, ?, ?)',
        )
        .join(', ')}`,
      batch.flatMap(({ id, seq, data }) => [id, seq, data]),
    );
  }
}
