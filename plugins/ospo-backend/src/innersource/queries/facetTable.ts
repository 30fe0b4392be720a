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
  ProjectFilters,
  SignalLabel,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { ProjectsView, SeenProject } from '../view/ProjectsView';

export const facetNames = [
  'skill',
  'language',
  'contribution',
  'governanceLevel',
  'businessUnit',
  'system',
  'activity',
  'welcoming',
  'standing',
] as const;
export type FacetName = (typeof facetNames)[number];

/** One facet over the projects of a view: values by number, and the numbers of each project. */
export interface FacetColumn {
  /** As shown; the first spelling wins. */
  values: string[];
  /** By the value in lower case, which is how values are compared. */
  numbers: Map<string, number>;
  /** Of each project of the view. */
  of: number[][];
}

const kept = new WeakMap<ProjectsView, Record<FacetName, FacetColumn>>();

/** The facets of a view, worked out once. */
export function facetTable(view: ProjectsView): Record<FacetName, FacetColumn> {
  const found = kept.get(view);
  if (found) {
    return found;
  }
  const columns = facetNames.map(name => [name, columnOf(name, view)] as const);
  const table = Object.fromEntries(columns) as Record<FacetName, FacetColumn>;
  kept.set(view, table);
  return table;
}

function columnOf(name: FacetName, view: ProjectsView): FacetColumn {
  const column: FacetColumn = { values: [], numbers: new Map(), of: [] };
  for (const seen of view.projects) {
    const numbers = new Set<number>();
    for (const value of valuesOf(name, seen, view)) {
      const key = value.toLowerCase();
      const number = column.numbers.get(key) ?? column.values.length;
      if (number === column.values.length) {
        column.numbers.set(key, number);
        column.values.push(value);
      }
      numbers.add(number);
    }
    column.of.push([...numbers]);
  }
  return column;
}

function valuesOf(
  name: FacetName,
  { project, labels }: SeenProject,
  { sees }: ProjectsView,
): string[] {
  const { facts, fields, businessUnitRef, standing } = project;
  const one = (value: string | undefined) =>
    value === undefined ? [] : [value];
  const ref = (value: string | undefined) =>
    one(value).filter(entity => sees(entity));
  const values: Record<FacetName, () => string[]> = {
    skill: () => fields.skills,
    language: () => one(fields.language),
    contribution: () => fields.contributions,
    governanceLevel: () => one(fields.governanceLevel),
    businessUnit: () => ref(businessUnitRef),
    system: () => ref(facts.systemRef),
    activity: () => [levelOf(labels.activity)],
    welcoming: () => [levelOf(labels.welcoming)],
    standing: () => [standing],
  };
  return values[name]();
}

function levelOf(label: SignalLabel): string {
  return label.level ?? 'unknown';
}

/** The values that are asked for of each facet, as numbers; a value that no project has is -1. */
export function wantedNumbers(
  filters: ProjectFilters,
  table: Record<FacetName, FacetColumn>,
): [FacetName, Set<number>][] {
  return facetNames.flatMap(name => {
    const wanted: readonly string[] | undefined = filters[name];
    return wanted === undefined || wanted.length === 0
      ? []
      : [
          [
            name,
            new Set(
              wanted.map(
                value => table[name].numbers.get(value.toLowerCase()) ?? -1,
              ),
            ),
          ] as [FacetName, Set<number>],
        ];
  });
}
