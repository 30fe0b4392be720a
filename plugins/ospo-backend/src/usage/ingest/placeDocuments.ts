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

import { NotFoundError } from '@backstage/errors';
import { isNewer } from './isNewer';
import { LockedEntity } from './operations/lockEntities';
import { KnownTarget } from './operations/readTargets';
import { PreparedDocument } from './PreparedDocument';

/** What becomes of documents, each in one of the lists. */
export interface PlacedDocuments {
  /** Become current. */
  fresh: PreparedDocument[];
  /** Are kept, older than what is current. */
  late: { item: PreparedDocument; target: KnownTarget }[];
  /** Are current already. */
  unchanged: { item: PreparedDocument; snapshotId: number }[];
  refused: { item: PreparedDocument; error: Error }[];
}

/** Decides what becomes of documents, as things stand under the lock of their entities. */
export function placeDocuments(options: {
  documents: readonly PreparedDocument[];
  entities: Map<number, LockedEntity>;
  targets: readonly KnownTarget[];
}): PlacedDocuments {
  const { documents, entities, targets } = options;
  const placed: PlacedDocuments = {
    fresh: [],
    late: [],
    unchanged: [],
    refused: [],
  };
  for (const item of documents) {
    const entity = entities.get(item.entityId);
    const target = findTarget(targets, item);
    const current = target?.current;
    if (!entity || entity.isGone) {
      placed.refused.push({
        item,
        error: new NotFoundError(
          `The catalog no longer has an entity '${item.entityRef}'`,
        ),
      });
    } else if (!target || !current) {
      placed.fresh.push(item);
    } else if (current.sha256 === item.sha256) {
      placed.unchanged.push({ item, snapshotId: current.snapshotId });
    } else if (
      isNewer(
        { documentAt: item.document.timestamp, receivedAt: item.receivedAt },
        current,
      )
    ) {
      placed.fresh.push(item);
    } else {
      placed.late.push({ item, target });
    }
  }
  return placed;
}

export function findTarget(
  targets: readonly KnownTarget[],
  item: PreparedDocument,
): KnownTarget | undefined {
  return targets.find(
    known =>
      known.entityId === item.entityId &&
      known.target === item.target &&
      known.stream === item.stream,
  );
}
