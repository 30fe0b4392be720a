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

import { setImmediate } from 'node:timers/promises';
import { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { EntitySet } from '../access/EntitySet';
import {
  LicenceCounts,
  PackageCounts,
  SetAggregate,
  VersionUsages,
} from './SetAggregate';
import { FlagFilter, whereFlags } from './usageFilter';
import { whereIds } from './whereIds';

/** Choice of usages that an aggregate counts. */
export interface AggregateFilter extends FlagFilter {
  ecosystem?: string[];
}

/**
 * Components a statement looks at. SQLite computes on the thread that serves everybody: its statements stay in the
 * tens of milliseconds. PostgreSQL reads the whole table for a large set anyway, so it does it once.
 */
const CHUNK = { sqlite: 100, postgres: 50_000 };

/** Counts usages within a set, component by component in pieces, so that sums over pieces are sums over the set. */
export async function computeSetAggregate(
  knex: Knex,
  set: EntitySet,
  filter: AggregateFilter,
): Promise<SetAggregate> {
  const packages = new Map<number, PackageCounts>();
  const versions = new Map<number, VersionUsages>();
  const licences = new Map<number, LicenceCounts>();
  const versionTexts = new Set<string>();
  const relations = [0, 0, 0, 0];
  const chunk = isPostgres(knex) ? CHUNK.postgres : CHUNK.sqlite;
  for (let at = 0; at < set.size; at += chunk) {
    const usages = () =>
      usagesIn(knex, set.ids.subarray(at, at + chunk), filter);
    const [countedPackages, countedVersions, countedLicences] =
      await Promise.all([
        countPackages(knex, usages()),
        countVersions(knex, usages()),
        countLicences(knex, usages()),
      ]);
    for (const row of countedPackages) {
      const sum = packages.get(row.packageId);
      packages.set(row.packageId, {
        packageId: row.packageId,
        components: (sum?.components ?? 0) + row.components,
        direct: (sum?.direct ?? 0) + row.direct,
      });
    }
    for (const row of countedVersions) {
      const before = versions.get(row.versionId)?.usages ?? 0;
      const { version, ...usagesOfRow } = row;
      versions.set(row.versionId, {
        ...usagesOfRow,
        usages: before + row.usages,
      });
      versionTexts.add(`${row.packageId} ${version}`);
    }
    for (const row of countedLicences) {
      const sum = licences.get(row.licenceId);
      licences.set(row.licenceId, {
        licenceId: row.licenceId,
        components: (sum?.components ?? 0) + row.components,
        packages: 0,
        usages: (sum?.usages ?? 0) + row.usages,
      });
      row.relations.forEach((n, relation) => {
        relations[relation] += n;
      });
    }
    await setImmediate();
  }
  countPackagesUnder(licences, versions.values());
  return SetAggregate.of({
    packages: packages.values(),
    versions: versions.values(),
    licences: [...licences.values()],
    totals: {
      packages: packages.size,
      packageVersions: versionTexts.size,
      usages: relations.reduce((sum, n) => sum + n, 0),
      direct: relations[0],
      transitive: relations[1],
      relationUnknown: relations[2] + relations[3],
      licences: licences.size,
    },
  });
}

function usagesIn(
  knex: Knex,
  entityIds: Int32Array,
  filter: AggregateFilter,
): Knex.QueryBuilder {
  const query = knex('usage_targets as t')
    .join('usage_current as c', 'c.target_id', 't.id')
    .whereRaw(whereIds(knex, 't.entity_id', entityIds))
    .modify(whereFlags(filter));
  if (filter.ecosystem) {
    query
      .join('usage_packages as p', 'p.id', 'c.package_id')
      .whereIn('p.ecosystem', filter.ecosystem);
  }
  return query;
}

async function countPackages(
  knex: Knex,
  usages: Knex.QueryBuilder,
): Promise<PackageCounts[]> {
  const perComponent = usages
    .select('c.package_id')
    .min({ relation: knex.raw('c.flags % 4') })
    .groupBy('c.package_id', 't.entity_id');
  const rows: Record<string, number | string>[] = await knex
    .from(perComponent.as('per_component'))
    .groupBy('package_id')
    .select(
      'package_id',
      knex.raw('count(*) as components'),
      knex.raw('sum(case when relation = 0 then 1 else 0 end) as direct'),
    );
  return rows.map(row => ({
    packageId: Number(row.package_id),
    components: Number(row.components),
    direct: Number(row.direct),
  }));
}

async function countVersions(
  knex: Knex,
  usages: Knex.QueryBuilder,
): Promise<(VersionUsages & { version: string })[]> {
  const rows: Record<string, number | string>[] = await usages
    .join('usage_package_versions as v', 'v.id', 'c.version_id')
    .groupBy('c.package_id', 'c.version_id', 'v.licence_id', 'v.version')
    .select(
      'c.package_id',
      'c.version_id',
      'v.licence_id',
      'v.version',
      knex.raw('count(*) as usages'),
    );
  return rows.map(row => ({
    version: String(row.version),
    packageId: Number(row.package_id),
    versionId: Number(row.version_id),
    licenceId: Number(row.licence_id),
    usages: Number(row.usages),
  }));
}

async function countLicences(
  knex: Knex,
  usages: Knex.QueryBuilder,
): Promise<
  {
    licenceId: number;
    components: number;
    usages: number;
    relations: number[];
  }[]
> {
  const perComponent = usages
    .join('usage_package_versions as v', 'v.id', 'c.version_id')
    .groupBy('v.licence_id', 't.entity_id')
    .select('v.licence_id', knex.raw('count(*) as usages'));
  for (const relation of [0, 1, 2, 3]) {
    perComponent.select(
      knex.raw(
        `sum(case when c.flags % 4 = ${relation} then 1 else 0 end) as relation_${relation}`,
      ),
    );
  }
  const rows: Record<string, number | string>[] = await knex
    .from(perComponent.as('per_component'))
    .groupBy('licence_id')
    .select(
      'licence_id',
      knex.raw('count(*) as components'),
      knex.raw('sum(usages) as usages'),
      ...[0, 1, 2, 3].map(n => knex.raw(`sum(relation_${n}) as relation_${n}`)),
    );
  return rows.map(row => ({
    licenceId: Number(row.licence_id),
    components: Number(row.components),
    usages: Number(row.usages),
    relations: [0, 1, 2, 3].map(n => Number(row[`relation_${n}`])),
  }));
}

/** A package counts once under each licence that any of its versions in use has. */
function countPackagesUnder(
  licences: Map<number, LicenceCounts>,
  versions: Iterable<VersionUsages>,
): void {
  const seen = new Map<number, Set<number>>();
  for (const { licenceId, packageId } of versions) {
    const packages = seen.get(licenceId) ?? new Set();
    seen.set(licenceId, packages.add(packageId));
  }
  for (const [licenceId, packages] of seen) {
    const counts = licences.get(licenceId);
    if (counts) {
      counts.packages = packages.size;
    }
  }
}
