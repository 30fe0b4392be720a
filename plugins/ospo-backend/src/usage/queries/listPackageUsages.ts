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
  ListPackageUsagesQuery,
  PackageUsage,
  UsagePage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { cursorBinding, decodeCursor, encodeCursor } from '../../shared/cursor';
import { EntitySet } from '../access/EntitySet';
import { UsageCurrentRow } from '../tables';
import { decodeDay, decodeUsageFlags } from '../usageFlags';
import { hasEntityFilter, resolveEntities } from './EntityFilter';
import { KnownRows, PackageWithKey } from './KnownRows';
import { licenceIdsOf } from './licenceIds';
import { ABSENT_LICENCE } from './licenceRefs';
import { packageKeyOf, purlOf } from './packageKey';
import {
  boundedCount,
  DEFAULT_LIMIT,
  given,
  pageOf,
  QueryContext,
  twoNumbersPosition,
} from './QueryContext';
import { hasFlagFilter, whereFlags } from './usageFilter';
import { readRows } from './readRows';
import { UsageRows } from './UsageRows';
import { whereIds } from './whereIds';

type UsageRow = Omit<UsageCurrentRow, 'package_id'>;

/** Who uses a package: one page along the primary key, then batched look-ups for the names on it. */
export async function listPackageUsages(
  context: QueryContext,
  known: KnownRows,
  found: PackageWithKey,
  query: ListPackageUsagesQuery,
  visible: EntitySet | undefined,
): Promise<UsageRows<PackageUsage>> {
  const { knex } = context;
  const limit = query.limit ?? DEFAULT_LIMIT;
  const after = query.cursor
    ? decodeCursor({
        cursor: query.cursor,
        binding: usagesBinding(query),
        position: twoNumbersPosition,
      })
    : undefined;
  const set =
    visible || hasEntityFilter(query)
      ? await resolveEntities(context, query, visible)
      : undefined;
  const isWhole =
    !set &&
    !query.licence &&
    query.version === undefined &&
    !hasFlagFilter(query);
  const [rows, total] = isWhole
    ? await readAll(knex, found.id, after ?? [0, 0], limit)
    : await readChosen({ knex, found, query, set, after, limit });
  const page = pageOf({
    rows,
    limit,
    cursorAfter: last =>
      encodeCursor({
        binding: usagesBinding(query),
        position: [last.target_id, last.version_id],
      }),
  });
  return {
    items: await describeUsages(known, found, page.rows),
    nextCursor: page.nextCursor,
    total,
  };
}

type UsageCells = [
  targetId: number,
  versionId: number,
  flags: number,
  sinceDay: number,
  usages: number,
];

/** A page along the primary key with the number of all rows, by one statement. */
async function readAll(
  knex: Knex,
  packageId: number,
  after: [number, number],
  limit: number,
): Promise<[UsageRow[], UsagePage<PackageUsage>['total']]> {
  // Components that the catalog lost have no rows here.
  const rows = await readRows<UsageCells>(
    knex,
    `select target_id, version_id, flags, since_day,
       (select s.usages from usage_package_stats s where s.package_id = ?) as usages
     from usage_current
     where package_id = ? and (target_id, version_id) > (?, ?)
     order by target_id, version_id limit ?`,
    [packageId, packageId, ...after, limit + 1],
  );
  return [
    rows.map(([targetId, versionId, flags, sinceDay]) => ({
      target_id: targetId,
      version_id: versionId,
      flags,
      since_day: sinceDay,
    })),
    {
      value: rows.length > 0 ? rows[0][4] : await countAll(knex, packageId),
      bounded: false,
    },
  ];
}

async function countAll(knex: Knex, packageId: number): Promise<number> {
  const [stats] = await readRows<[usages: number]>(
    knex,
    'select usages from usage_package_stats where package_id = ?',
    [packageId],
  );
  return stats?.[0] ?? 0;
}

async function readChosen(options: {
  knex: Knex;
  found: PackageWithKey;
  query: ListPackageUsagesQuery;
  set: EntitySet | undefined;
  after: [number, number] | undefined;
  limit: number;
}): Promise<[UsageRow[], UsagePage<PackageUsage>['total']]> {
  const { knex, found, query, set, after, limit } = options;
  const chosen = await chooseUsages(knex, found.id, query, set);
  const select = chosen()
    .orderBy(['c.target_id', 'c.version_id'])
    .limit(limit + 1)
    .select('c.target_id', 'c.version_id', 'c.flags', 'c.since_day');
  if (after) {
    select.whereRaw('(c.target_id, c.version_id) > (?, ?)', after);
  }
  const rows: UsageRow[] = await select;
  const isEverything = !after && rows.length <= limit;
  return [
    rows,
    isEverything
      ? { value: rows.length, bounded: false }
      : await boundedCount(knex, chosen().select(knex.raw('1 as one'))),
  ];
}

async function chooseUsages(
  knex: Knex,
  packageId: number,
  query: ListPackageUsagesQuery,
  set: EntitySet | undefined,
): Promise<() => Knex.QueryBuilder> {
  const licenceIds = query.licence && (await licenceIdsOf(knex, query.licence));
  return () => {
    // Components that the catalog lost have no rows here.
    const rows = knex('usage_current as c')
      .where('c.package_id', packageId)
      .modify(whereFlags(query));
    if (set) {
      rows
        .join('usage_targets as t', 't.id', 'c.target_id')
        .whereRaw(whereIds(knex, 't.entity_id', set.ids));
    }
    if (licenceIds || query.version !== undefined) {
      rows.join('usage_package_versions as v', 'v.id', 'c.version_id');
    }
    if (licenceIds) {
      rows.whereRaw(whereIds(knex, 'v.licence_id', licenceIds));
    }
    if (query.version !== undefined) {
      rows.where('v.version', query.version);
    }
    return rows;
  };
}

async function describeUsages(
  known: KnownRows,
  found: PackageWithKey,
  rows: UsageRow[],
): Promise<PackageUsage[]> {
  const [targets, versions] = await Promise.all([
    known.targets(rows.map(row => row.target_id)),
    known.versions(rows.map(row => row.version_id)),
  ]);
  return rows.flatMap(row => {
    const target = targets.get(row.target_id);
    const version = versions.get(row.version_id);
    return target
      ? [
          {
            component: target.component,
            target: target.target,
            stream: target.stream,
            version: given(version?.version ?? ''),
            purl:
              version &&
              purlOf({
                key: found.key,
                weak: Boolean(found.weak),
                version: version.version,
                qualifiers: version.qualifiers,
              }),
            ...decodeUsageFlags(row.flags),
            licence: version?.licence ?? ABSENT_LICENCE,
            since: decodeDay(row.since_day),
          },
        ]
      : [];
  });
}

function usagesBinding(query: ListPackageUsagesQuery): string {
  const { limit: _limit, cursor: _cursor, purl, ...rest } = query;
  return cursorBinding({ list: 'usages', purl: packageKeyOf(purl), ...rest });
}
