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
  ListPrecedentsQuery,
  ListRequestsQuery,
  requestStates,
  RequestView,
  triageReasons,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { QueryState } from '../shared/useQueryState';

export const requestSorts = ['-updatedAt', 'doneDue', '-createdAt'] as const;
export const precedentStates = ['valid', 'expiring', 'expired'] as const;

function chosen<T extends string>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** What the address asks of a list of requests; words that do not exist are left out. */
export function readRequestsQuery(
  query: QueryState,
  view: RequestView,
): ListRequestsQuery {
  return {
    view,
    q: query.one('q'),
    state: chosen(query.words('state', requestStates)),
    type: chosen(query.many('type')),
    competency: chosen(query.many('competency')),
    triage: chosen(query.words('triage', triageReasons)),
    sort: requestSorts.find(sort => sort === query.one('sort')),
    cursor: query.cursor,
  };
}

export function readPrecedentsQuery(query: QueryState): ListPrecedentsQuery {
  return {
    q: query.one('q'),
    type: chosen(query.many('type')),
    competency: chosen(query.many('competency')),
    state: chosen(query.words('state', precedentStates)),
    cursor: query.cursor,
  };
}

/** True when a question asks for less than everything. */
export function isNarrowed(
  question: ListRequestsQuery | ListPrecedentsQuery,
): boolean {
  return Object.entries(question).some(
    ([name, value]) =>
      value !== undefined &&
      !['view', 'sort', 'cursor', 'limit'].includes(name),
  );
}
