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

import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { readSbom } from '@ospo-suite/sbom-reader';
import { writeSeededSbom } from 'bench';
import { PreparedDocument } from '../src/usage/ingest/PreparedDocument';
import { toDocumentUsages } from '../src/usage/ingest/toDocumentUsages';
import { BenchStore } from './BenchStore';

/** Documents as the writer gets them: received, hashed and read, so that what is measured is the writing. */
export async function prepareDocuments(
  store: BenchStore,
  count: number,
): Promise<PreparedDocument[]> {
  const rows: { id: number; entity_ref: string }[] = await store
    .knex('usage_entities')
    .select('id', 'entity_ref');
  const ids = new Map(rows.map(row => [row.entity_ref, row.id]));
  const documents: PreparedDocument[] = [];
  for (let index = 0; index < count; index++) {
    const { entityRef, name } = store.landscape.component(index);
    const bytes = writeSeededSbom(store.landscape, index);
    const reading = await readSbom(bytes);
    const entityId = ids.get(entityRef);
    if (!reading.ok || entityId === undefined) {
      throw new Error(`The seeded SBOM of '${entityRef}' cannot be used`);
    }
    documents.push({
      entityId,
      entityRef,
      target: name,
      stream: 'main',
      source: 'push',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      chunks: [deflateRawSync(bytes, { level: 1 })],
      document: reading.document,
      findings: reading.findings,
      usages: await toDocumentUsages(reading.components),
      receivedAt: new Date().toISOString(),
      isImport: false,
    });
  }
  return documents;
}
