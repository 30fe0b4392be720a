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
  ComponentSort,
  ListComponentsQuery,
  UsageComponent,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { cursorBinding, decodeCursor, encodeCursor } from '../../shared/cursor';
import { EntitySet } from '../access/EntitySet';
import {
  componentColumns,
  ComponentRow,
  sbomStateOf,
  toComponent,
} from './componentRef';
import { whereEntities } from './EntityFilter';
import {
  boundedCount,
  DEFAULT_LIMIT,
  pageOf,
  QueryContext,
  textAndNumberPosition,
  twoNumbersPosition,
} from './QueryContext';
import { UsageRows } from './UsageRows';

/** What a component is shown as, small letters only, and no longer than a cursor holds. */
const SHOWN_NAME = `lower(substr(coalesce(nullif(e.title, ''), e.name), 1, 200))`;

type SortedRow = ComponentRow & { shown_name: string };

/**
 * How components sort. What is unknown comes last when the most is asked for first, and first when the oldest is: a
 * component that never had an SBOM is the oldest of all.
 */
const ORDERS = {
  name: {
    column: SHOWN_NAME,
    direction: 'asc',
    position: textAndNumberPosition,
    value: row => row.shown_name,
  },
  '-packages': {
    column: 'coalesce(e.packages, -1)',
    direction: 'desc',
    position: twoNumbersPosition,
    value: row => row.packages ?? -1,
  },
  lastSbomAt: {
    column: `coalesce(e.last_sbom_at, '')`,
    direction: 'asc',
    position: textAndNumberPosition,
    value: row => row.last_sbom_at ?? '',
  },
} satisfies Record<
  ComponentSort,
  {
    column: string;
    direction: 'asc' | 'desc';
    position: z.ZodType<[string | number, number]>;
    value: (row: SortedRow) => string | number;
  }
>;

/** Components that can have an SBOM, and how they stand. `set`: what the caller sees and a search leaves. */
export async function listComponents(
  context: QueryContext,
  query: ListComponentsQuery,
  set: EntitySet | undefined,
): Promise<UsageRows<UsageComponent>> {
  const { knex } = context;
  const order = ORDERS[query.sort ?? 'name'];
  const limit = query.limit ?? DEFAULT_LIMIT;
  const { limit: _limit, cursor, ...rest } = query;
  const binding = cursorBinding({ list: 'components', ...rest });
  const after = decodeCursor<[string | number, number]>({
    cursor,
    binding,
    position: order.position,
  });
  const chosen = () => chooseComponents(context, query, set);
  const rows = chosen()
    .select(componentColumns)
    .select({
      sbom_state: sbomStateOf(context),
      // Told by the database, because not all of them make the same letters small.
      shown_name: knex.raw(SHOWN_NAME),
    })
    .orderByRaw(`${order.column} ${order.direction}, e.id ${order.direction}`)
    .limit(limit + 1);
  if (after) {
    const comparison = order.direction === 'asc' ? '>' : '<';
    rows.whereRaw(`(${order.column}, e.id) ${comparison} (?, ?)`, after);
  }
  const page = pageOf<SortedRow>({
    rows: await rows,
    limit,
    cursorAfter: last =>
      encodeCursor({ binding, position: [order.value(last), last.id] }),
  });
  return {
    items: page.rows.map(toComponent),
    nextCursor: page.nextCursor,
    total:
      !after && page.nextCursor === undefined
        ? { value: page.rows.length, bounded: false }
        : await boundedCount(knex, chosen().select(knex.raw('1 as one'))),
  };
}

function chooseComponents(
  context: QueryContext,
  query: ListComponentsQuery,
  set: EntitySet | undefined,
): Knex.QueryBuilder {
  const { knex } = context;
  const rows = knex('usage_entities as e').modify(
    whereEntities(knex, query, set),
  );
  if (query.sbomState) {
    rows.whereRaw(`(?) in (${query.sbomState.map(() => '?').join(', ')})`, [
      sbomStateOf(context),
      ...query.sbomState,
    ]);
  }
  if (query.ownerState) {
    rows.whereIn('e.owner_state', query.ownerState);
  }
  if (query.licenceUnknown !== undefined) {
    rows.where('e.licence_unknown', query.licenceUnknown ? '>' : '=', 0);
  }
  return rows;
}
