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
  UsageRelation,
  usageRelations,
  UsageScope,
  usageScopes,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';

/** Which rows of `usage_current` count. */
export interface FlagFilter {
  relation?: UsageRelation[];
  scope?: UsageScope[];
}

export function hasFlagFilter(filter: FlagFilter): boolean {
  return filter.relation !== undefined || filter.scope !== undefined;
}

/** Narrows a query over `usage_current as c` by relation and scope, as `usageFlags` encodes them. */
export function whereFlags(
  filter: FlagFilter,
): (query: Knex.QueryBuilder) => void {
  return query => {
    if (filter.relation) {
      const wanted = filter.relation.map(word => usageRelations.indexOf(word));
      query.whereRaw(`c.flags % 4 in (${[-1, ...wanted].join(',')})`);
    }
    if (filter.scope) {
      const wanted = filter.scope.map(word => usageScopes.indexOf(word));
      query.whereRaw(`c.flags / 4 in (${[-1, ...wanted].join(',')})`);
    }
  };
}
