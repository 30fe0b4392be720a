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

import { CompetencyScope, CoverageDimension } from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeSnapshot } from '../directory/OfficeSnapshot';
import { businessUnitsOf } from '../rules/businessUnits';

/** More columns than anybody reads, or a page can be quick with. */
export const MAX_COLUMNS = 100;

export interface CoverageColumn {
  key: string;
  title: string;
  /** Whether what a provider answers for includes all of this column. */
  includes: (scope: CompetencyScope) => boolean;
}

/**
 * The columns of the coverage map: business units are the groups of the configured types, or the children of the top
 * groups where there are none of these; countries are those that a provider names; systems are the catalog's, each
 * covered as the group that owns it is.
 */
export function coverageColumns(
  dimension: CoverageDimension,
  snapshot: OfficeSnapshot,
  options: { businessUnitTypes: readonly string[] },
): CoverageColumn[] {
  switch (dimension) {
    case 'country':
      return countriesOf(snapshot).map(country => ({
        key: country,
        title: country,
        includes: ({ countries }) =>
          countries === undefined || countries.includes(country),
      }));
    case 'system':
      return byTitle(
        snapshot.systems.map(({ ref, title, ownerRef }) => ({
          key: ref,
          title: title ?? nameOf(ref),
          includes: includesGroup(ownerRef, snapshot),
        })),
      );
    default:
      return byTitle(
        businessUnitsOf(snapshot, options.businessUnitTypes).map(
          ({ ref, title }) => ({
            key: ref,
            title: title ?? nameOf(ref),
            includes: includesGroup(ref, snapshot),
          }),
        ),
      );
  }
}

function countriesOf({ competencies }: OfficeSnapshot): string[] {
  const countries = new Set<string>();
  for (const { providers } of competencies.values()) {
    for (const { scope } of providers) {
      scope.countries?.forEach(country => countries.add(country));
    }
  }
  return [...countries].sort();
}

/** A scope that names a group includes what is below it. */
function includesGroup(
  ref: string | undefined,
  { groups }: OfficeSnapshot,
): CoverageColumn['includes'] {
  const line = new Set<string>();
  for (
    let next = ref;
    next !== undefined && !line.has(next);
    next = groups.get(next)?.parentRef
  ) {
    line.add(next);
  }
  return ({ businessUnits }) =>
    businessUnits === undefined || businessUnits.some(unit => line.has(unit));
}

function byTitle(columns: CoverageColumn[]): CoverageColumn[] {
  return columns.sort(
    (a, b) => a.title.localeCompare(b.title, 'en') || (a.key < b.key ? -1 : 1),
  );
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
