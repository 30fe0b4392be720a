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

import { CoverageDimension } from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller } from '../../access';
import { OfficeSnapshot } from '../directory/OfficeSnapshot';
import { OfficeView } from '../view/OfficeView';
import {
  computeCoverage,
  CoverageTable,
  visibleColumns,
} from './computeCoverage';

type Kept = Map<CoverageDimension, { key: string; table: CoverageTable }>;

/** The tables of the coverage map: computed once a snapshot for whoever sees all of it, and each time for others. */
export class CoverageTables {
  readonly #kept = new WeakMap<OfficeSnapshot, Kept>();

  private constructor() {}

  static create(): CoverageTables {
    return new CoverageTables();
  }

  async get(
    dimension: CoverageDimension,
    asker: { view: OfficeView; caller: OfficeCaller },
    options: { businessUnitTypes: readonly string[] },
  ): Promise<{ table: CoverageTable; isShared: boolean }> {
    const { view } = asker;
    const { snapshot } = view;
    const shown = await visibleColumns(dimension, asker, options);
    if (view.competencies !== snapshot.competencies) {
      return { table: computeCoverage(view, shown), isShared: false };
    }
    const tables: Kept = this.#kept.get(snapshot) ?? new Map();
    const key = shown.columns.map(column => column.key).join(' ');
    const kept = tables.get(dimension);
    if (kept?.key === key) {
      return { table: kept.table, isShared: true };
    }
    const table = computeCoverage(view, shown);
    tables.set(dimension, { key, table });
    this.#kept.set(snapshot, tables);
    return { table, isShared: true };
  }
}
