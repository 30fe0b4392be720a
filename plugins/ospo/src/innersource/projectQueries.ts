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
  governanceLevels,
  ListProjectsQuery,
  ProjectFilters,
  ProjectSort,
  projectStandings,
  signalLevels,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { QueryState } from '../shared/useQueryState';

/** Levels that a list can be narrowed to; what is not known is one of them. */
export const filterLevels = [...signalLevels, 'unknown'] as const;

export const projectSorts = [
  'relevance',
  'activity',
  'welcoming',
  'reach',
  'last-push',
  'wanted-help',
  'title',
] as const satisfies readonly ProjectSort[];

/** Parameters of the address that narrow the list. */
export const filterNames = [
  'skill',
  'language',
  'contribution',
  'governanceLevel',
  'businessUnit',
  'system',
  'activity',
  'welcoming',
  'standing',
] as const satisfies readonly Exclude<keyof ProjectFilters, 'q'>[];

/** A page is drawn whole with each key that is typed, so it holds what one looks through. */
const PAGE_SIZE = 24;

function chosen<T extends string>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** What the address narrows the list to; words that do not exist are left out. */
export function readProjectFilters(query: QueryState): ProjectFilters {
  return {
    q: query.one('q'),
    skill: chosen(query.many('skill')),
    language: chosen(query.many('language')),
    contribution: chosen(query.many('contribution')),
    governanceLevel: chosen(query.words('governanceLevel', governanceLevels)),
    businessUnit: chosen(query.many('businessUnit')),
    system: chosen(query.many('system')),
    activity: chosen(query.words('activity', filterLevels)),
    welcoming: chosen(query.words('welcoming', filterLevels)),
    standing: chosen(query.words('standing', projectStandings)),
  };
}

/** The order that the address asks for, or the one that fits: by the words when there are any. */
export function readProjectSort(
  query: QueryState,
  q: string | undefined,
): ProjectSort {
  const asked = projectSorts.find(word => word === query.one('sort'));
  return asked ?? (q ? 'relevance' : 'activity');
}

/** The page of the list that is asked for, with the words as typed so far. */
export function readProjectsQuery(
  query: QueryState,
  q: string | undefined,
): ListProjectsQuery {
  const filters = readProjectFilters(query);
  return {
    ...filters,
    q,
    sort: readProjectSort(query, q),
    limit: PAGE_SIZE,
    // A later page belongs to the words that the address holds.
    cursor: q === filters.q ? query.cursor : undefined,
  };
}

/** True when a question asks for less than everything. */
export function isNarrowed(filters: ProjectFilters): boolean {
  return (['q', ...filterNames] as const).some(
    name => filters[name] !== undefined,
  );
}
