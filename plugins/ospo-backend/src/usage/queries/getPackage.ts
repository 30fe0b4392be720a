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
  UsagePackageDetail,
  UsagePackageVersion,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { EntitySet } from '../access/EntitySet';
import { ABSENT_LICENCE, licencesById } from './licenceRefs';
import { PackageWithKey } from './KnownRows';
import { toPackageName } from './packageItems';
import { given, QueryContext } from './QueryContext';
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

/** One package within what the caller sees; undefined when nothing that they see uses it. */
export async function getPackage(
  context: QueryContext,
  found: PackageWithKey,
  visible: EntitySet | undefined,
): Promise<Omit<UsagePackageDetail, 'basis'> | undefined> {
  const { knex } = context;
  const usages = () => usagesOf(knex, found.id, visible);
  const [sums, versions, licences] = await Promise.all([
    countComponents(knex, usages()),
    countByVersion(knex, usages()),
    countByLicence(knex, usages()),
  ]);
  if (sums.components === 0) {
    return undefined;
  }
  const refs = await licencesById(
    knex,
    licences.map(row => row.licence_id),
  );
  const toRef = (id: number) => refs.get(id) ?? ABSENT_LICENCE;
  const perLicence = new Map<number, number>();
  for (const row of licences) {
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
      .map(([id]) => toRef(id)),
    versionList: versions.slice(0, MAX_VERSIONS).map(
      (row): UsagePackageVersion => ({
        version: given(row.version),
        components: Number(row.components),
        licences: licences
          .filter(licence => licence.version === row.version)
          .map(licence => toRef(licence.licence_id)),
      }),
    ),
    moreVersions: versions.length > MAX_VERSIONS,
    // When others used it first is nothing that they may know who see only some.
    firstSeenAt: visible ? undefined : given(found.first_seen_at),
  };
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
): Promise<{ version: string; components: number | string }[]> {
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
): Promise<{ version: string; licence_id: number; usages: number | string }[]> {
  return await usages
    .groupBy('v.version', 'v.licence_id')
    .select('v.version', 'v.licence_id', knex.raw('count(*) as usages'))
    .orderBy([{ column: 'usages', order: 'desc' }, { column: 'v.licence_id' }]);
}
