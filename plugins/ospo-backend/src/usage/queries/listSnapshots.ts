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
import { z } from 'zod';
import { cursorBinding, decodeCursor, encodeCursor } from '../../shared/cursor';
import {
  boundedCount,
  DEFAULT_LIMIT,
  pageOf,
  positionNumber,
  QueryContext,
} from './QueryContext';
import { SnapshotRow, snapshotRows, toSnapshot } from './snapshotRows';
import { UsageRows } from './UsageRows';

const position = z.tuple([positionNumber]);

/** Everything that was ever received for a component, the newest first. */
export async function listSnapshots(
  context: QueryContext,
  component: { id: number; entity_ref: string },
  query: { cursor?: string; limit?: number },
): Promise<UsageRows<UsageSnapshot>> {
  const { knex } = context;
  const limit = query.limit ?? DEFAULT_LIMIT;
  const binding = cursorBinding({
    list: 'snapshots',
    of: component.entity_ref,
  });
  const after = decodeCursor({ cursor: query.cursor, binding, position });
  const rows = snapshotRows(knex, component.id)
    .orderBy('s.id', 'desc')
    .limit(limit + 1);
  if (after) {
    rows.where('s.id', '<', after[0]);
  }
  const page = pageOf<SnapshotRow>({
    rows: await rows,
    limit,
    cursorAfter: last => encodeCursor({ binding, position: [last.id] }),
  });
  return {
    items: page.rows.map(toSnapshot),
    nextCursor: page.nextCursor,
    total: await boundedCount(
      knex,
      knex('usage_snapshots as s')
        .join('usage_targets as t', 't.id', 's.target_id')
        .where('t.entity_id', component.id)
        .select('s.id'),
    ),
  };
}

/** One snapshot of this component. */
export async function findSnapshot(
  context: QueryContext,
  entityId: number,
  snapshotId: number,
): Promise<SnapshotRow | undefined> {
  const rows = await snapshotRows(context.knex, entityId).where(
    's.id',
    snapshotId,
  );
  return rows[0];
}
