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

import {
  ListSourcesQuery,
  UsageSource,
  UsageSourceState,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { cursorBinding, decodeCursor, encodeCursor } from '../../shared/cursor';
import { EntitySet } from '../access/EntitySet';
import { UsageSourceRow } from '../tables';
import {
  componentRefColumns,
  ComponentRefRow,
  toComponentRef,
} from './componentRef';
import { whereEntities } from './EntityFilter';
import {
  boundedCount,
  DEFAULT_LIMIT,
  given,
  pageOf,
  positionNumber,
  QueryContext,
} from './QueryContext';
import { UsageRows } from './UsageRows';

/** The places that one component's SBOMs are read from. */
export async function sourcesOf(
  knex: Knex,
  entityId: number,
): Promise<UsageSourceRow[]> {
  return await knex<UsageSourceRow>('usage_sources')
    .where({ entity_id: entityId })
    .orderBy('id');
}

export function toSourceState(row: UsageSourceRow): UsageSourceState {
  return {
    sourceId: row.source,
    location: row.location,
    target: row.target,
    stream: row.stream,
    state: row.state,
    message: given(row.message),
    checkedAt: given(row.checked_at),
    lastGoodAt: given(row.last_good_at),
    nextCheckAt: given(row.next_check_at),
    failures: row.failures,
  };
}

const position = z.tuple([positionNumber]);

/** All places over the components that the caller sees. */
export async function listSources(
  context: QueryContext,
  query: ListSourcesQuery,
  visible: EntitySet | undefined,
): Promise<UsageRows<UsageSource>> {
  const { knex } = context;
  const limit = query.limit ?? DEFAULT_LIMIT;
  const binding = cursorBinding({ list: 'sources', state: query.state });
  const after = decodeCursor({ cursor: query.cursor, binding, position });
  const chosen = () => {
    const rows = knex('usage_sources as s')
      .join('usage_entities as e', 'e.id', 's.entity_id')
      .modify(whereEntities(knex, {}, visible));
    return query.state ? rows.whereIn('s.state', query.state) : rows;
  };
  const rows = chosen()
    .orderBy('s.id')
    .limit(limit + 1)
    .select(componentRefColumns)
    .select('s.*');
  if (after) {
    rows.where('s.id', '>', after[0]);
  }
  const page = pageOf<UsageSourceRow & ComponentRefRow>({
    rows: await rows,
    limit,
    cursorAfter: last => encodeCursor({ binding, position: [last.id] }),
  });
  return {
    items: page.rows.map(row => ({
      ...toSourceState(row),
      component: toComponentRef(row),
    })),
    nextCursor: page.nextCursor,
    total:
      !after && page.nextCursor === undefined
        ? { value: page.rows.length, bounded: false }
        : await boundedCount(knex, chosen().select('s.id')),
  };
}
