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
import { inWriteTransaction } from '../../database/inWriteTransaction';
import { UsageDictionary } from './dictionary/UsageDictionary';
import { lockEntities } from './operations/lockEntities';
import { readTargets } from './operations/readTargets';
import { storeDocuments } from './operations/storeDocuments';
import { storeLateDocuments } from './operations/storeLateDocuments';
import { touchSnapshots } from './operations/touchSnapshots';
import { placeDocuments } from './placeDocuments';
import { PreparedDocument } from './PreparedDocument';
import { TableCare } from './TableCare';
import { writeFreshDocuments } from './writeFreshDocuments';

export type WriteResult =
  | { outcome: 'stored' | 'unchanged' | 'not-current'; snapshotId: number }
  | { outcome: 'failed'; error: Error };

/**
 * Writes documents, each wholly or not at all: a transaction puts the new snapshot in the old one's place, the
 * aggregates included.
 *
 * Every transaction takes its locks in this order, and by key within a table, so that two never wait for each other:
 * entities, documents, licences, licence texts, new packages, new versions, targets, snapshots, usages, versions,
 * packages, package counts, licence packages, licence counts, ecosystems, trend of entities, totals, trend of everything. The
 * entity's row serialises documents for one entity over all replicas.
 */
export class UsageWriter {
  readonly #knex: Knex;
  readonly #dictionary: UsageDictionary;
  readonly #care: TableCare;

  static create(options: {
    knex: Knex;
    dictionary: UsageDictionary;
  }): UsageWriter {
    return new UsageWriter(options.knex, options.dictionary);
  }

  private constructor(knex: Knex, dictionary: UsageDictionary) {
    this.#knex = knex;
    this.#dictionary = dictionary;
    this.#care = TableCare.create({ knex });
  }

  /** Writes documents of distinct entities in one transaction. Rejects, with nothing written, when that fails. */
  async write(documents: readonly PreparedDocument[]): Promise<WriteResult[]> {
    const { results, remember } = await inWriteTransaction(this.#knex, tx =>
      this.#writeIn(tx, documents),
    );
    remember();
    await this.#care.wrote(
      documents.reduce(
        (sum, item, index) =>
          results[index].outcome === 'stored' ? sum + item.usages.length : sum,
        0,
      ),
    );
    return results;
  }

  async #writeIn(
    tx: Knex.Transaction,
    documents: readonly PreparedDocument[],
  ): Promise<{ results: WriteResult[]; remember: () => void }> {
    const entities = await lockEntities(
      tx,
      documents.map(item => item.entityId),
    );
    const targets = await readTargets(tx, entities.keys());
    const { fresh, late, unchanged, refused } = placeDocuments({
      documents,
      entities,
      targets,
    });

    await touchSnapshots(
      tx,
      unchanged.map(({ item, snapshotId }) => ({
        snapshotId,
        seenAt: item.receivedAt,
      })),
    );
    const documentIds = await storeDocuments(tx, [
      ...fresh,
      ...late.map(({ item }) => item),
    ]);
    const lateIds = await storeLateDocuments(tx, late, documentIds);
    const { snapshotIds, remember } = await writeFreshDocuments(tx, {
      fresh,
      targets,
      documentIds,
      dictionary: this.#dictionary,
    });

    const results = new Map<PreparedDocument, WriteResult>();
    for (const { item, error } of refused) {
      results.set(item, { outcome: 'failed', error });
    }
    for (const { item, snapshotId } of unchanged) {
      results.set(item, { outcome: 'unchanged', snapshotId });
    }
    for (const [index, { item }] of late.entries()) {
      const snapshotId = lateIds[index];
      results.set(item, { outcome: 'not-current', snapshotId });
    }
    for (const [index, item] of fresh.entries()) {
      const snapshotId = snapshotIds[index];
      results.set(item, { outcome: 'stored', snapshotId });
    }
    return {
      results: documents.map(item => resultOf(results, item)),
      remember,
    };
  }
}

function resultOf(
  results: Map<PreparedDocument, WriteResult>,
  item: PreparedDocument,
): WriteResult {
  const result = results.get(item);
  if (!result) {
    throw new Error(`No result for a document of '${item.entityRef}'`);
  }
  return result;
}
