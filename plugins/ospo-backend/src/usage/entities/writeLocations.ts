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
import { LocatedSbom } from '../sources/LocatedSbom';
import { UsageSourceRow } from '../tables';

type PlaceRow = Pick<
  UsageSourceRow,
  | 'id'
  | 'entity_id'
  | 'source'
  | 'location'
  | 'target'
  | 'stream'
  | 'budget_key'
>;

/**
 * Makes `usage_sources` hold just the given places of these entities. A new place is due at once; a place that now
 * stands for another artefact is read anew; all others keep their state.
 */
export async function writeLocations(
  tx: Knex.Transaction,
  options: {
    entities: { id: number; locations: LocatedSbom[] }[];
    now: string;
  },
): Promise<void> {
  const { entities, now } = options;
  const rows: PlaceRow[] = await tx('usage_sources')
    .whereIn(
      'entity_id',
      entities.map(entity => entity.id),
    )
    .select(
      'id',
      'entity_id',
      'source',
      'location',
      'target',
      'stream',
      'budget_key',
    );
  const stored = new Map(
    rows.map(row => [placeKey(row.entity_id, row), row] as const),
  );

  const added: Partial<UsageSourceRow>[] = [];
  for (const entity of entities) {
    for (const place of entity.locations) {
      const key = placeKey(entity.id, place);
      const row = stored.get(key);
      stored.delete(key);
      const columns = {
        target: place.target,
        stream: place.stream,
        budget_key: place.budgetKey,
      };
      if (!row) {
        added.push({
          entity_id: entity.id,
          source: place.source,
          location: place.location,
          ...columns,
          next_check_at: now,
        });
      } else if (
        row.target !== place.target ||
        row.stream !== place.stream ||
        row.budget_key !== place.budgetKey
      ) {
        await tx('usage_sources')
          .where({ id: row.id })
          .update({ ...columns, etag: null, next_check_at: now });
      }
    }
  }
  const removed = [...stored.values()].map(row => row.id);
  if (removed.length > 0) {
    await tx('usage_sources').whereIn('id', removed).delete();
  }
  if (added.length > 0) {
    await tx.batchInsert('usage_sources', added, 100);
  }
}

function placeKey(
  entityId: number,
  place: Pick<UsageSourceRow, 'source' | 'location'>,
): string {
  return JSON.stringify([entityId, place.source, place.location]);
}
