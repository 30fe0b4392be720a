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

import { Knex } from 'knex';
import { runOverRows } from '../../../database/runSql';
import { byKey } from '../dictionary/ResolvedKeys';
import { AddedRows } from '../dictionary/UsageDictionary';
import { addCounts } from './addCounts';
import { countDistinctVersions, VersionTurn } from './countDistinctVersions';
import { UsageDeltas } from './UsageDeltas';

/** How the numbers of distinct things changed, which only the rows themselves can tell. */
export interface DistinctChanges {
  packages: number;
  packageVersions: number;
}

/**
 * Counts the deltas into the aggregates. The tables come in the order in which every transaction locks them, rows by
 * key within each. A row whose count comes to nothing is removed.
 */
export async function writeAggregates(
  tx: Knex,
  deltas: UsageDeltas,
  added: AddedRows,
): Promise<DistinctChanges> {
  const turns = await countVersions(tx, deltas, added);
  const versions = await countDistinctVersions(tx, turns, added);
  const packages = await countPackages(tx, deltas, versions);
  await countLicences(tx, deltas);
  await countEcosystems(tx, packages.ecosystems);
  await removeZeros(tx, 'usage_package_stats', ['package_id'], packages.zeros);
  return {
    packages: packages.distinct,
    packageVersions: [...versions.values()].reduce((sum, n) => sum + n, 0),
  };
}

/** Gives the versions that came into use, or went out of it. */
async function countVersions(
  tx: Knex,
  deltas: UsageDeltas,
  added: AddedRows,
): Promise<VersionTurn[]> {
  const known = [...deltas.versions].filter(([id]) => !added.versions.has(id));
  const counted = await runOverRows<{ id: number; usages: number }>(tx, {
    sql: `update usage_package_versions set usages = usage_package_versions.usages + i.usages
          from $rows where usage_package_versions.id = i.id
          returning usage_package_versions.id, usage_package_versions.usages`,
    columns: { id: 'integer', usages: 'integer' },
    rows: known.sort(byId).map(([id, { usages }]) => [id, usages]),
  });
  const after = new Map(counted.map(row => [row.id, row.usages]));
  return [...deltas.versions].flatMap(([versionId, delta]) => {
    // A new row counts its usages since it was added.
    const usages = after.get(versionId) ?? delta.usages;
    const { packageId, version } = delta;
    return existence(usages - delta.usages, usages) === 0
      ? []
      : [{ versionId, packageId, version, isUsed: usages > 0 }];
  });
}

async function countPackages(
  tx: Knex,
  deltas: UsageDeltas,
  versions: Map<number, number>,
) {
  const rows = [...deltas.packages].sort(byId);
  const counted = await addCounts<{ package_id: number; usages: number }>(tx, {
    table: 'usage_package_stats',
    keys: ['package_id'],
    counts: ['components', 'direct', 'versions', 'usages'],
    rows: rows.map(([id, delta]) => [
      id,
      delta.components,
      delta.direct,
      versions.get(id) ?? 0,
      delta.usages,
    ]),
    returning: ['package_id', 'usages'],
  });
  const zeros: number[][] = [];
  const ecosystems = new Map<string, { packages: number; usages: number }>();
  let distinct = 0;
  for (const row of counted) {
    const { ecosystem, usages } = deltas.packages.get(row.package_id) ?? {
      ecosystem: 'unknown',
      usages: 0,
    };
    const change = existence(row.usages - usages, row.usages);
    distinct += change;
    const sum = ecosystems.get(ecosystem) ?? { packages: 0, usages: 0 };
    sum.packages += change;
    sum.usages += usages;
    ecosystems.set(ecosystem, sum);
    if (row.usages === 0) {
      zeros.push([row.package_id]);
    }
  }
  return { zeros, ecosystems, distinct };
}

async function countLicences(tx: Knex, deltas: UsageDeltas): Promise<void> {
  const rows = [...deltas.licencePackages]
    .flatMap(([licenceId, packages]) =>
      [...packages].map(([packageId, usages]) => [
        licenceId,
        packageId,
        usages,
      ]),
    )
    .sort(byIds);
  const counted = await addCounts<{
    licence_id: number;
    package_id: number;
    usages: number;
  }>(tx, {
    table: 'usage_licence_packages',
    keys: ['licence_id', 'package_id'],
    counts: ['usages'],
    rows,
    returning: ['licence_id', 'package_id', 'usages'],
  });
  const distinct = new Map<number, number>();
  const zeros: number[][] = [];
  for (const row of counted) {
    const delta =
      deltas.licencePackages.get(row.licence_id)?.get(row.package_id) ?? 0;
    const change = existence(row.usages - delta, row.usages);
    distinct.set(row.licence_id, (distinct.get(row.licence_id) ?? 0) + change);
    if (row.usages === 0) {
      zeros.push([row.licence_id, row.package_id]);
    }
  }
  await removeZeros(
    tx,
    'usage_licence_packages',
    ['licence_id', 'package_id'],
    zeros,
  );

  const ids = new Set([...deltas.licences.keys(), ...distinct.keys()]);
  const licences = await addCounts<{ licence_id: number; usages: number }>(tx, {
    table: 'usage_licence_stats',
    keys: ['licence_id'],
    counts: ['components', 'packages', 'usages'],
    rows: [...ids]
      .sort((a, b) => a - b)
      .map(id => [
        id,
        deltas.licences.get(id)?.components ?? 0,
        distinct.get(id) ?? 0,
        deltas.licences.get(id)?.usages ?? 0,
      ]),
    returning: ['licence_id', 'usages'],
  });
  await removeZeros(
    tx,
    'usage_licence_stats',
    ['licence_id'],
    licences.filter(row => row.usages === 0).map(row => [row.licence_id]),
  );
}

async function countEcosystems(
  tx: Knex,
  ecosystems: Map<string, { packages: number; usages: number }>,
): Promise<void> {
  const rows = [...ecosystems].filter(
    ([, { packages, usages }]) => packages !== 0 || usages !== 0,
  );
  const counted = await runOverRows<{ ecosystem: string; usages: number }>(tx, {
    sql: `insert into usage_ecosystem_stats (ecosystem, packages, usages)
          select ecosystem, packages, usages from $rows where true
          on conflict (ecosystem) do update set
            packages = usage_ecosystem_stats.packages + excluded.packages,
            usages = usage_ecosystem_stats.usages + excluded.usages
          returning ecosystem, usages`,
    columns: { ecosystem: 'text', packages: 'integer', usages: 'integer' },
    rows: rows
      .sort(byKey(([ecosystem]) => ecosystem))
      .map(([ecosystem, { packages, usages }]) => [
        ecosystem,
        packages,
        usages,
      ]),
  });
  await runOverRows(tx, {
    sql: `delete from usage_ecosystem_stats where usages = 0 and ecosystem in (select ecosystem from $rows)`,
    columns: { ecosystem: 'text' },
    rows: counted.filter(row => row.usages === 0).map(row => [row.ecosystem]),
  });
}

async function removeZeros(
  tx: Knex,
  table: string,
  keys: string[],
  rows: number[][],
): Promise<void> {
  const names = keys.join(', ');
  await runOverRows(tx, {
    sql: `delete from ${table} where usages = 0 and (${names}) in (select ${names} from $rows)`,
    columns: Object.fromEntries(keys.map(key => [key, 'integer'])),
    rows,
  });
}

/** 1 when something came into use, -1 when it went out of use. */
function existence(before: number, after: number): number {
  return Number(after > 0) - Number(before > 0);
}

function byId(a: [number, unknown], b: [number, unknown]): number {
  return a[0] - b[0];
}

function byIds(a: number[], b: number[]): number {
  return a[0] - b[0] || a[1] - b[1];
}
