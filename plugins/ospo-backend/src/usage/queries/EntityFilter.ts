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
import { EntitySet } from '../access/EntitySet';
import { QueryContext } from './QueryContext';
import { whereIds } from './whereIds';

/** What the catalog says about components, as lists are filtered by it; `none` stands for "names none". */
export interface EntityFilter {
  owner?: string[];
  system?: string[];
  lifecycle?: string[];
  type?: string[];
}

const COLUMNS = {
  owner: 'owner_ref',
  system: 'system_ref',
  lifecycle: 'lifecycle',
  type: 'type',
} as const;

const FIELDS = ['owner', 'system', 'lifecycle', 'type'] as const;

export function hasEntityFilter(filter: EntityFilter): boolean {
  return FIELDS.some(field => filter[field] !== undefined);
}

/** Narrows a query over `usage_entities as e` to what the filter and the caller's sight leave, without gone ones. */
export function whereEntities(
  knex: Knex,
  filter: EntityFilter,
  visible: EntitySet | undefined,
): (query: Knex.QueryBuilder) => void {
  return query => {
    query.whereNull('e.gone_at');
    if (visible) {
      query.whereRaw(whereIds(knex, 'e.id', visible.ids));
    }
    for (const field of FIELDS) {
      const values = filter[field];
      if (values) {
        const column = `e.${COLUMNS[field]}`;
        query.where(either => {
          either.whereIn(column, values);
          if (values.includes('none')) {
            either.orWhereNull(column);
          }
        });
      }
    }
  };
}

/** The components that the filter and the caller's sight leave, for everything that is computed within a set. */
export async function resolveEntities(
  context: QueryContext,
  filter: EntityFilter,
  visible: EntitySet | undefined,
): Promise<EntitySet> {
  const ids: number[] = await context
    .knex('usage_entities as e')
    .modify(whereEntities(context.knex, filter, visible))
    .pluck('e.id');
  return EntitySet.of(ids);
}
