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
  Competency,
  CompetencyProvider,
  CoverageCell,
  CoverageDimension,
  CoverageMap,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller } from '../../access';
import { coverageOf } from '../rules/coverageRules';
import { OfficeView } from '../view/OfficeView';
import { CoverageColumn, coverageColumns, MAX_COLUMNS } from './coverageColumns';

export type CoverageTable = Pick<
  CoverageMap,
  'columns' | 'rows' | 'columnsLeftOut'
>;

/** The columns that a caller may see, as many as are shown. */
export async function visibleColumns(
  dimension: CoverageDimension,
  { view, caller }: { view: OfficeView; caller: OfficeCaller },
  options: { businessUnitTypes: readonly string[] },
): Promise<{ columns: CoverageColumn[]; leftOut: number }> {
  const all = coverageColumns(dimension, view.snapshot, options);
  const visible =
    dimension === 'country'
      ? undefined
      : await caller.visibleRefs(all.map(column => column.key));
  const seen = all.filter(column => visible?.has(column.key) ?? true);
  return {
    columns: seen.slice(0, MAX_COLUMNS),
    leftOut: Math.max(0, seen.length - MAX_COLUMNS),
  };
}

/** The table of the coverage map, over what a caller sees. */
export function computeCoverage(
  view: OfficeView,
  { columns, leftOut }: { columns: readonly CoverageColumn[]; leftOut: number },
): CoverageTable {
  return {
    columns: columns.map(({ key, title }) => ({ key, title })),
    columnsLeftOut: leftOut > 0 ? leftOut : undefined,
    rows: [...view.competencies.values()]
      .sort((a, b) => a.title.localeCompare(b.title, 'en'))
      .map(competency => toRow(competency, columns, view)),
  };
}

function toRow(
  competency: Competency,
  columns: readonly CoverageColumn[],
  view: OfficeView,
): CoverageMap['rows'][number] {
  const { ref, title, providers } = competency;
  const overall = toCell('all', providers, competency, view);
  const isUnlimited = providers.every(
    ({ scope }) => scope.businessUnits === undefined && scope.countries === undefined,
  );
  return {
    competency: { ref, title },
    overall,
    cells: columns.map(({ key, includes }) =>
      isUnlimited
        ? { ...overall, column: key }
        : toCell(
            key,
            providers.filter(({ scope }) => includes(scope)),
            competency,
            view,
          ),
    ),
  };
}

function toCell(
  column: string,
  providers: readonly CompetencyProvider[],
  competency: Competency,
  { snapshot }: OfficeView,
): CoverageCell {
  const askable = providers.filter(({ state }) => state === 'present');
  const external = askable.filter(({ kind }) => kind === 'external').length;
  const ends = askable.flatMap(({ contractEnds }) => contractEnds ?? []).sort();
  return {
    column,
    state: coverageOf(providers, { ...snapshot, ...competency }),
    internal: askable.length - external,
    external,
    contractEnds: ends[0],
  };
}
