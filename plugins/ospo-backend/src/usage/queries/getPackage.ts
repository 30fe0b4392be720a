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
  LicenceRef,
  UsagePackageDetail,
  UsagePackageVersion,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { EntitySet } from '../access/EntitySet';
import { ABSENT_LICENCE, licencesById } from './licenceRefs';
import { KnownRows, PackageWithKey } from './KnownRows';
import { toPackageName } from './packageRow';
import { given, QueryContext } from './QueryContext';
import { readRows } from './readRows';
import { whereIds } from './whereIds';

/** Versions listed on the page of a package, the most used first. */
const MAX_VERSIONS = 200;
const MAX_LICENCES = 3;

/** Whether anything that the caller sees uses this package. */
export async function isInUse(
  knex: Knex,
  packageId: number,
  visible: EntitySet | undefined,
): Promise<boolean> {
  const row = visible
    ? await usagesOf(knex, packageId, visible).first('c.package_id')
    : await knex('usage_package_stats')
        .where({ package_id: packageId })
        .first('package_id');
  return row !== undefined;
}

/** One package over everything: what the store keeps up to date, and the components of each version. */
export async function getPackage(
  context: QueryContext,
  known: KnownRows,
  found: PackageWithKey,
): Promise<PackageDetail | undefined> {
  const { knex } = context;
  const [[sums], licences, versions, perVersion] = await Promise.all([
    readRows<[components: number, direct: number, versions: number]>(
      knex,
      'select components, direct, versions from usage_package_stats where package_id = ?',
      [found.id],
    ),
    known.topLicences([found.id]),
    countByVersion(knex, usagesOf(knex, found.id, undefined)),
    licencesInUse(knex, found.id),
  ]);
  if (!sums) {
    return undefined;
  }
  const [components, direct, count] = sums;
  return {
    ...toPackageName(found),
    ...{ components, direct, versions: count },
    licences: licences.get(found.id) ?? [],
    ...listVersions(versions, perVersion, await refsOf(knex, perVersion)),
    firstSeenAt: given(found.first_seen_at),
  };
}

/** One package within what the caller sees; undefined when nothing that they see uses it. */
export async function getPackageWithin(
  context: QueryContext,
  found: PackageWithKey,
  visible: EntitySet,
): Promise<PackageDetail | undefined> {
  const { knex } = context;
  const usages = () => usagesOf(knex, found.id, visible);
  const [sums, versions, perVersion] = await Promise.all([
    countComponents(knex, usages()),
    countByVersion(knex, usages()),
    countByLicence(knex, usages()),
  ]);
  if (sums.components === 0) {
    return undefined;
  }
  const refs = await refsOf(knex, perVersion);
  const perLicence = new Map<number, number>();
  for (const row of perVersion) {
    const before = perLicence.get(row.licence_id) ?? 0;
    perLicence.set(row.licence_id, before + Number(row.usages));
  }
  return {
    ...toPackageName(found),
    ...sums,
    versions: versions.length,
    licences: [...perLicence]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, MAX_LICENCES)
      .map(([id]) => refs.get(id) ?? ABSENT_LICENCE),
    ...listVersions(versions, perVersion, refs),
    // When others used it first is nothing that they may know who see only some.
    firstSeenAt: undefined,
  };
}

type PackageDetail = Omit<UsagePackageDetail, 'basis'>;

interface VersionCount {
  version: string;
  components: number | string;
}

interface VersionLicence {
  version: string;
  licence_id: number;
  usages: number | string;
}

function refsOf(
  knex: Knex,
  perVersion: readonly VersionLicence[],
): Promise<Map<number, LicenceRef>> {
  return licencesById(
    knex,
    perVersion.map(row => row.licence_id),
  );
}

function listVersions(
  versions: readonly VersionCount[],
  perVersion: readonly VersionLicence[],
  refs: ReadonlyMap<number, LicenceRef>,
): Pick<UsagePackageDetail, 'versionList' | 'moreVersions'> {
  const licencesOf = new Map<string, LicenceRef[]>();
  for (const { version, licence_id: id } of perVersion) {
    const licences = licencesOf.get(version) ?? [];
    licences.push(refs.get(id) ?? ABSENT_LICENCE);
    licencesOf.set(version, licences);
  }
  return {
    versionList: versions.slice(0, MAX_VERSIONS).map(
      (row): UsagePackageVersion => ({
        version: given(row.version),
        components: Number(row.components),
        licences: licencesOf.get(row.version) ?? [],
      }),
    ),
    moreVersions: versions.length > MAX_VERSIONS,
  };
}

/** Each version's licences, the most used first, as the store counts them. */
async function licencesInUse(
  knex: Knex,
  packageId: number,
): Promise<VersionLicence[]> {
  return await knex('usage_package_versions as v')
    .where('v.package_id', packageId)
    .where('v.usages', '>', 0)
    .groupBy('v.version', 'v.licence_id')
    .select('v.version', 'v.licence_id', knex.raw('sum(v.usages) as usages'))
    .orderBy([{ column: 'usages', order: 'desc' }, { column: 'v.licence_id' }]);
}

/** Rows of `usage_current as c` of one package, without gone components and with `usage_package_versions as v`. */
function usagesOf(
  knex: Knex,
  packageId: number,
  visible: EntitySet | undefined,
): Knex.QueryBuilder {
  const rows = knex('usage_current as c')
    .join('usage_targets as t', 't.id', 'c.target_id')
    .join('usage_entities as e', 'e.id', 't.entity_id')
    .join('usage_package_versions as v', 'v.id', 'c.version_id')
    .where('c.package_id', packageId)
    .whereNull('e.gone_at');
  return visible ? rows.whereRaw(whereIds(knex, 'e.id', visible.ids)) : rows;
}

async function countComponents(
  knex: Knex,
  usages: Knex.QueryBuilder,
): Promise<{ components: number; direct: number }> {
  const [row]: { components: number | string; direct: number | string }[] =
    await usages.select(
      knex.raw('count(distinct e.id) as components'),
      knex.raw(
        'count(distinct case when c.flags % 4 = 0 then e.id end) as direct',
      ),
    );
  return { components: Number(row.components), direct: Number(row.direct) };
}

async function countByVersion(
  knex: Knex,
  usages: Knex.QueryBuilder,
): Promise<VersionCount[]> {
  return await usages
    .groupBy('v.version')
    .select('v.version', knex.raw('count(distinct e.id) as components'))
    .orderBy([
      { column: 'components', order: 'desc' },
      { column: 'v.version' },
    ]);
}

async function countByLicence(
  knex: Knex,
  usages: Knex.QueryBuilder,
): Promise<VersionLicence[]> {
  return await usages
    .groupBy('v.version', 'v.licence_id')
    .select('v.version', 'v.licence_id', knex.raw('count(*) as usages'))
    .orderBy([{ column: 'usages', order: 'desc' }, { column: 'v.licence_id' }]);
}
