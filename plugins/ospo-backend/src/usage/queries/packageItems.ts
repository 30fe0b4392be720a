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

import { UsagePackage } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { KnownRows } from './KnownRows';
import { ABSENT_LICENCE, licencesById } from './licenceRefs';
import { PackageCounts, SetAggregate } from './SetAggregate';
import { packageColumns, PackageRow, toPackageName } from './packageRow';
import { MAX_LICENCES } from './topLicences';
import { whereIds } from './whereIds';

/** Packages with counts over everything, which the store keeps up to date. */
export async function packageItems(
  known: KnownRows,
  counted: (PackageCounts & { versions: number })[],
): Promise<UsagePackage[]> {
  const ids = counted.map(row => row.packageId);
  const [names, licences] = await Promise.all([
    known.packages(ids),
    known.topLicences(ids),
  ]);
  return counted.flatMap(row => {
    const name = names.get(row.packageId);
    return name
      ? [
          {
            ...toPackageName(name),
            components: row.components,
            direct: row.direct,
            versions: row.versions,
            licences: licences.get(row.packageId) ?? [],
          },
        ]
      : [];
  });
}

/** The same with counts within a set of components. */
export async function packageItemsWithin(
  knex: Knex,
  aggregate: SetAggregate,
  counted: PackageCounts[],
): Promise<UsagePackage[]> {
  const inUse = counted.map(row => aggregate.versionsOf(row.packageId));
  const [names, texts, licences] = await Promise.all([
    packagesById(
      knex,
      counted.map(row => row.packageId),
    ),
    versionTexts(
      knex,
      inUse.flat().map(version => version.versionId),
    ),
    licencesById(
      knex,
      inUse.flat().map(version => version.licenceId),
    ),
  ]);
  return counted.flatMap((row, index) => {
    const name = names.get(row.packageId);
    const usages = new Map<number, number>();
    for (const version of inUse[index]) {
      const before = usages.get(version.licenceId) ?? 0;
      usages.set(version.licenceId, before + version.usages);
    }
    return name
      ? [
          {
            ...toPackageName(name),
            components: row.components,
            direct: row.direct,
            versions: new Set(
              inUse[index].map(version => texts.get(version.versionId)),
            ).size,
            licences: [...usages]
              .sort((a, b) => b[1] - a[1] || a[0] - b[0])
              .slice(0, MAX_LICENCES)
              .map(([id]) => licences.get(id) ?? ABSENT_LICENCE),
          },
        ]
      : [];
  });
}

async function packagesById(
  knex: Knex,
  ids: number[],
): Promise<Map<number, PackageRow>> {
  const rows: PackageRow[] = await knex('usage_packages as p')
    .whereRaw(whereIds(knex, 'p.id', ids))
    .select(packageColumns);
  return new Map(rows.map(row => [row.id, row]));
}

async function versionTexts(
  knex: Knex,
  ids: number[],
): Promise<Map<number, string>> {
  const rows: { id: number; version: string }[] = await knex(
    'usage_package_versions',
  )
    .whereRaw(whereIds(knex, 'id', ids))
    .select('id', 'version');
  return new Map(rows.map(row => [row.id, row.version]));
}
