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
  competencyTypes,
  coverageStates,
  ListCompetenciesQuery,
  providerKinds,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { QueryState } from '../shared/useQueryState';

function chosen<T extends string>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** What the address asks the directory; words that do not exist are left out. */
export function readCompetenciesQuery(
  query: QueryState,
): ListCompetenciesQuery {
  return {
    q: query.one('q'),
    type: chosen(query.words('type', competencyTypes)),
    coverage: chosen(query.words('coverage', coverageStates)),
    providerKind: chosen(query.words('providerKind', providerKinds)),
    tag: chosen(query.many('tag')),
    sort: query.one('sort') === 'coverage' ? 'coverage' : undefined,
    cursor: query.cursor,
  };
}

/** True when a question asks for less than everything. */
export function isNarrowed(question: ListCompetenciesQuery): boolean {
  const { sort, cursor, limit, ...filters } = question;
  return Object.values(filters).some(value => value !== undefined);
}
