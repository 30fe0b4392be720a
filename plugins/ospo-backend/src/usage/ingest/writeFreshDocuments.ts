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
import { encodeDay } from '../usageFlags';
import { CountedRow, EntityChange } from './aggregates/computeDeltas';
import { writeChange } from './aggregates/writeChange';
import { carrySince } from './carrySince';
import { countUsages } from './countUsages';
import { UsageDictionary, VersionFacts } from './dictionary/UsageDictionary';
import { toIsoTime } from './isNewer';
import { addTargets } from './operations/addTargets';
import { readStoredRows } from './operations/readStoredRows';
import { KnownTarget } from './operations/readTargets';
import { refuseLateImports } from './operations/refuseLateImports';
import { switchCurrent } from './operations/switchCurrent';
import { NewSnapshot, writeSnapshots } from './operations/writeSnapshots';
import { findTarget } from './placeDocuments';
import { PreparedDocument } from './PreparedDocument';
import { toRow } from './toRow';

interface Switch {
  item: PreparedDocument;
  target: KnownTarget;
  before: CountedRow[];
  after: CountedRow[];
}

/**
 * Makes documents the current ones of their targets, at most one for an entity: snapshots, the differences of their
 * usages, and every aggregate. Gives the ids of the snapshots in order, and what to call after the commit.
 */
export async function writeFreshDocuments(
  tx: Knex,
  options: {
    fresh: readonly PreparedDocument[];
    /** Of the entities, as they stand. */
    targets: readonly KnownTarget[];
    documentIds: Map<string, number>;
    dictionary: UsageDictionary;
  },
): Promise<{ snapshotIds: number[]; remember: () => void }> {
  const { fresh, documentIds } = options;
  if (fresh.length === 0) {
    return { snapshotIds: [], remember: () => {} };
  }
  // A transaction is one instant: all of it counts towards the day on which its first document came.
  const now = fresh[0].receivedAt;
  const resolved = await options.dictionary.resolve(
    tx,
    fresh.map(item => item.usages),
    now,
  );
  const facts = new Map<number, VersionFacts>();
  for (const usages of resolved.documents) {
    for (const usage of usages) {
      facts.set(usage.versionId, usage);
    }
  }
  const added = fresh.filter(item => !findTarget(options.targets, item));
  const targets = [...options.targets, ...(await addTargets(tx, added))];
  const stored = await readRowsByTarget(tx, { fresh, targets, facts });

  const switches = fresh.map((item, index): Switch => {
    const target = findTarget(targets, item);
    if (!target) {
      throw new Error(`No target was added for '${item.entityRef}'`);
    }
    const before = stored.get(target.id) ?? [];
    const usages = resolved.documents[index];
    const today = encodeDay(item.receivedAt);
    const since = carrySince({ stored: before, usages, facts, today });
    const after = usages.map((usage, at) => toRow(usage, target.id, since[at]));
    return { item, target, before, after };
  });
  const snapshots = await writeSnapshots(
    tx,
    switches.map(each =>
      toSnapshot(each, documentIds.get(each.item.sha256) ?? 0),
    ),
  );
  await writeChange(tx, {
    changes: switches.map(each => toEntityChange(each, targets, stored)),
    added: resolved.added,
    day: now.slice(0, 10),
    beforeTotals: () => switchCurrent(tx, snapshots),
  });
  // Last, because only the lock on the totals keeps others from writing a later point meanwhile.
  await refuseLateImports(tx, fresh);
  return {
    snapshotIds: switches.map(({ target }) => snapshots.get(target.id) ?? 0),
    remember: resolved.remember,
  };
}

/** The rows of every target of the entities that are written, because an entity's counts go over all of them. */
async function readRowsByTarget(
  tx: Knex,
  options: {
    fresh: readonly PreparedDocument[];
    targets: readonly KnownTarget[];
    facts: Map<number, VersionFacts>;
  },
): Promise<Map<number, CountedRow[]>> {
  const entities = new Set(options.fresh.map(item => item.entityId));
  const targetIds = options.targets
    .filter(target => target.current && entities.has(target.entityId))
    .map(target => target.id);
  const byTarget = new Map<number, CountedRow[]>(targetIds.map(id => [id, []]));
  for (const row of await readStoredRows(tx, targetIds, options.facts)) {
    byTarget.get(row.target_id)?.push(row);
  }
  return byTarget;
}

function toSnapshot(each: Switch, documentId: number): NewSnapshot {
  const { item, target, before, after } = each;
  return {
    targetId: target.id,
    documentId,
    source: item.source,
    documentAt: toIsoTime(item.document.timestamp),
    receivedAt: item.receivedAt,
    counts: countUsages(after),
    ...(target.current
      ? { added: without(after, before), removed: without(before, after) }
      : { added: [], removed: [] }),
  };
}

function toEntityChange(
  each: Switch,
  targets: readonly KnownTarget[],
  stored: Map<number, CountedRow[]>,
): EntityChange {
  const { entityId } = each.target;
  const siblings = targets.filter(target => target.entityId === entityId);
  const others = siblings
    .filter(target => target.id !== each.target.id)
    .flatMap(target => stored.get(target.id) ?? []);
  return {
    entityId,
    before: [...each.before, ...others],
    after: [...each.after, ...others],
    hadSnapshot: siblings.some(target => target.current),
    hasSnapshot: true,
  };
}

function without(rows: CountedRow[], others: CountedRow[]): CountedRow[] {
  const versions = new Set(others.map(row => row.version_id));
  return rows.filter(row => !versions.has(row.version_id));
}
