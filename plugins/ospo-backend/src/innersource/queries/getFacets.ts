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
  ProjectFacet,
  ProjectFacets,
  ProjectFilters,
  projectStandings,
  signalLevels,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ProjectIndex } from '../search/ProjectIndex';
import { ProjectsView } from '../view/ProjectsView';
import { FacetName, facetNames, facetTable, wantedNumbers } from './facetTable';

/** More values than anybody reads; the most frequent are kept. */
const MAX_VALUES = 200;

const ORDERED: Partial<Record<FacetName, readonly string[]>> = {
  governanceLevel: governanceLevels,
  activity: [...signalLevels, 'unknown'],
  welcoming: [...signalLevels, 'unknown'],
  standing: projectStandings,
};

/** Of each facet its values, counted over the projects that fit all other filters. */
export function getFacets(
  view: ProjectsView,
  filters: ProjectFilters,
): ProjectFacets {
  const table = facetTable(view);
  const wanted = wantedNumbers(filters, table);
  const weights =
    filters.q === undefined
      ? undefined
      : ProjectIndex.of(view.snapshot).search(filters.q, view);
  const counts = new Map(
    facetNames.map(name => [name, new Uint32Array(table[name].values.length)]),
  );
  for (const { index, place } of view.projects) {
    if (weights === undefined || weights[index] > 0) {
      const failed = wanted.filter(
        ([name, numbers]) =>
          !table[name].of[place].some(number => numbers.has(number)),
      );
      if (failed.length === 0) {
        facetNames.forEach(name => count(name, place));
      } else if (failed.length === 1) {
        // What only its own filter leaves out still counts among the values of that facet.
        count(failed[0][0], place);
      }
    }
  }

  function count(name: FacetName, place: number): void {
    const numbers = counts.get(name);
    if (numbers) {
      table[name].of[place].forEach(number => {
        numbers[number] += 1;
      });
    }
  }

  const facets = facetNames.map(
    name =>
      [
        name,
        toFacet(name, view, {
          values: table[name].values,
          counts: counts.get(name) ?? new Uint32Array(),
          wanted: wanted.find(([own]) => own === name)?.[1],
        }),
      ] as const,
  );
  return Object.fromEntries(facets) as unknown as ProjectFacets;
}

function toFacet(
  name: FacetName,
  view: ProjectsView,
  column: {
    values: string[];
    counts: Uint32Array;
    wanted: Set<number> | undefined;
  },
): ProjectFacet[] {
  const { values, counts, wanted } = column;
  const order = ORDERED[name];
  return values
    .map((value, number) => ({ value, number, count: counts[number] }))
    .filter(({ count, number }) => count > 0 || wanted?.has(number))
    .sort((a, b) =>
      order
        ? order.indexOf(a.value) - order.indexOf(b.value)
        : b.count - a.count || (a.value < b.value ? -1 : 1),
    )
    .slice(0, MAX_VALUES)
    .map(({ value, count }) => {
      const title = titleOf(name, value, view);
      return { value, ...(title ? { title } : {}), count };
    });
}

function titleOf(
  name: FacetName,
  value: string,
  { snapshot }: ProjectsView,
): string | undefined {
  if (name === 'businessUnit') {
    return snapshot.tree.titleOf(value);
  }
  return name === 'system' ? snapshot.systemTitles.get(value) : undefined;
}
