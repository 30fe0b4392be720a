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
import { inWriteTransaction } from '../../../database/inWriteTransaction';
import { CountedRow } from '../aggregates/computeDeltas';
import { writeChange } from '../aggregates/writeChange';
import { countUsages } from '../countUsages';
import { UsageDictionary } from '../dictionary/UsageDictionary';
import { DocumentUsage } from '../DocumentUsage';
import { clearCurrent } from '../operations/clearCurrent';
import { lockEntities } from '../operations/lockEntities';
import { readSinceDays } from '../operations/readSinceDays';
import { readTargets } from '../operations/readTargets';
import { updateSnapshotCounts } from '../operations/updateSnapshotCounts';
import { toRow } from '../toRow';

/** Reads a stored document anew; undefined when it can no longer be read. */
export type ReadStoredUsages = (
  documentId: number,
) => Promise<DocumentUsage[] | undefined>;

export interface AttachEntityOptions {
  entityId: number;
  now: Date;
  dictionary: UsageDictionary;
  readStoredUsages: ReadStoredUsages;
}

const UNKNOWN_COUNTS = {
  last_sbom_at: null,
  packages: null,
  direct: null,
  transitive: null,
  relation_unknown: null,
  licence_known: null,
  licence_unknown: null,
};

type ReadDocuments = Map<number, DocumentUsage[] | undefined>;

/**
 * Brings the usages of an entity back that the catalog has again, from the documents of its current snapshots. A
 * document that can no longer be read leaves its target without a current snapshot: unknown, not empty. Doing it twice
 * changes nothing.
 */
export async function attachEntity(
  knex: Knex,
  options: AttachEntityOptions,
): Promise<void> {
  const documents: ReadDocuments = new Map();
  for (;;) {
    // Documents are read before the transaction, because reading may take long.
    for (const { current } of await readTargets(knex, [options.entityId])) {
      if (current && !documents.has(current.documentId)) {
        const { documentId } = current;
        documents.set(documentId, await options.readStoredUsages(documentId));
      }
    }
    const outcome = await inWriteTransaction(knex, tx =>
      attachIn(tx, options, documents),
    );
    if (outcome !== 'changed-meanwhile') {
      outcome.remember();
      return;
    }
  }
}

async function attachIn(
  tx: Knex,
  options: AttachEntityOptions,
  documents: ReadDocuments,
): Promise<'changed-meanwhile' | { remember: () => void }> {
  const { entityId, dictionary } = options;
  const now = options.now.toISOString();
  const entity = (await lockEntities(tx, [entityId])).get(entityId);
  if (!entity?.isGone) {
    return { remember: () => {} };
  }
  const current = (await readTargets(tx, [entityId])).flatMap(target =>
    target.current ? [{ id: target.id, ...target.current }] : [],
  );
  if (current.some(target => !documents.has(target.documentId))) {
    return 'changed-meanwhile';
  }
  const isReadable = (target: { documentId: number }) =>
    documents.get(target.documentId) !== undefined;
  const readable = current.filter(isReadable);
  await clearCurrent(
    tx,
    current.filter(target => !isReadable(target)).map(target => target.id),
  );
  const resolved = await dictionary.resolve(
    tx,
    readable.map(target => documents.get(target.documentId) ?? []),
    now,
  );
  const after: CountedRow[] = [];
  for (const [index, target] of readable.entries()) {
    const since = await readSinceDays(tx, target.id);
    for (const usage of resolved.documents[index]) {
      after.push(toRow(usage, target.id, since(usage.versionId)));
    }
  }
  await updateSnapshotCounts(
    tx,
    readable.map(({ snapshotId }, index) => ({
      snapshotId,
      counts: countUsages(resolved.documents[index]),
    })),
  );
  await tx('usage_entities')
    .where({ id: entityId })
    .update({
      gone_at: null,
      ...(readable.length > 0 ? {} : UNKNOWN_COUNTS),
    });
  await writeChange(tx, {
    changes: [
      {
        entityId,
        before: [],
        after,
        hadSnapshot: false,
        hasSnapshot: readable.length > 0,
      },
    ],
    added: resolved.added,
    day: now.slice(0, 10),
  });
  return { remember: resolved.remember };
}
