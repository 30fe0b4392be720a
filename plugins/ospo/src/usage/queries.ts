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
  ListComponentsQuery,
  ListLicencesQuery,
  ListPackagesQuery,
  ListPackageUsagesQuery,
  sbomStates,
  UsageFilter,
  usageRelations,
  usageScopes,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { QueryState } from '../shared/useQueryState';

const ownerStates = ['present', 'missing', 'none'] as const;

function oneOf<T extends string>(
  value: string | undefined,
  vocabulary: readonly T[],
): T | undefined {
  return vocabulary.find(word => word === value);
}

/** Leaves out filters that nobody chose, so that equal questions are written equally. */
function chosen<T extends string>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

function readFilter(query: QueryState): UsageFilter {
  return {
    q: query.one('q'),
    ecosystem: chosen(query.many('ecosystem')),
    licence: chosen(query.many('licence')),
    owner: chosen(query.many('owner')),
    system: chosen(query.many('system')),
    lifecycle: chosen(query.many('lifecycle')),
    type: chosen(query.many('type')),
    relation: chosen(query.words('relation', usageRelations)),
    scope: chosen(query.words('scope', usageScopes)),
  };
}

export function readPackagesQuery(query: QueryState): ListPackagesQuery {
  return {
    ...readFilter(query),
    sort: oneOf(query.one('sort'), ['-components', 'name']),
    cursor: query.cursor,
  };
}

export function readLicencesQuery(query: QueryState): ListLicencesQuery {
  return {
    ...readFilter(query),
    sort: oneOf(query.one('sort'), ['-components', '-packages', 'name']),
    cursor: query.cursor,
  };
}

export function readUsagesQuery(
  query: QueryState,
  purl: string,
): ListPackageUsagesQuery {
  const { q, ecosystem, ...filter } = readFilter(query);
  return {
    ...filter,
    purl,
    version: query.one('version'),
    cursor: query.cursor,
  };
}

export function readComponentsQuery(query: QueryState): ListComponentsQuery {
  return {
    q: query.one('q'),
    owner: chosen(query.many('owner')),
    system: chosen(query.many('system')),
    lifecycle: chosen(query.many('lifecycle')),
    type: chosen(query.many('type')),
    sbomState: chosen(query.words('sbomState', sbomStates)),
    ownerState: chosen(query.words('ownerState', ownerStates)),
    licenceUnknown: query.one('licenceUnknown') === 'true' ? true : undefined,
    sort: oneOf(query.one('sort'), ['name', '-packages', 'lastSbomAt']),
    cursor: query.cursor,
  };
}

/** True when a question asks for less than everything. */
export function isNarrowed(question: object): boolean {
  return Object.entries(question).some(
    ([name, value]) =>
      value !== undefined &&
      !['sort', 'cursor', 'limit', 'purl'].includes(name),
  );
}
