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
import { packageKeyOf } from './packageKey';
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
import { DescribedVersion } from './versionRows';
import { whereIds } from './whereIds';

type UsageRow = Omit<UsageCurrentRow, 'package_id'>;

/** Whether all usages of the package are asked for, or some of them. */
export function isOfAllUsages(query: ListPackageUsagesQuery): boolean {
  return (
    !query.licence &&
    query.version === undefined &&
    !hasEntityFilter(query) &&
    !hasFlagFilter(query)
  );
}

type UsageCells = [
  targetId: number,
  versionId: number,
  flags: number,
  sinceDay: number,
  usages: number,
];

const BY_ID = allUsagesBy('?');
const BY_KEY = allUsagesBy(
  '(select p.id from usage_packages p where p.key = ?)',
);

/** A page along the primary key with the number of all rows; components that the catalog lost have no rows here. */
function allUsagesBy(id: string): string {
  return `select target_id, version_id, flags, since_day,
      (select s.usages from usage_package_stats s where s.package_id = ${id}) as usages
    from usage_current
    where package_id = ${id} and (target_id, version_id) > (?, ?)
    order by target_id, version_id limit ?`;
}

/**
 * Who uses a package, over everything: one statement for the page, and for the names on it as many as are not known
 * yet. Undefined when nothing is on it, which does not tell whether there is such a package.
 */
export async function listAllUsages(
  context: QueryContext,
  known: KnownRows,
  query: ListPackageUsagesQuery,
): Promise<UsageRows<PackageUsage> | undefined> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const key = packageKeyOf(query.purl);
  const id = known.packageId(key);
  const cells = await readRows<UsageCells>(
    context.knex,
    id === undefined ? BY_KEY : BY_ID,
    [id ?? key, id ?? key, ...(positionOf(query) ?? [0, 0]), limit + 1],
  );
  if (cells.length === 0) {
    return undefined;
  }
  const page = pageOfUsages(
    query,
    cells.map(([targetId, versionId, flags, sinceDay]) => ({
      target_id: targetId,
      version_id: versionId,
      flags,
      since_day: sinceDay,
    })),
  );
  const versions = await known.versions(page.rows.map(row => row.version_id));
  const version = versions.get(cells[0][1]);
  if (version) {
    known.rememberPackageId(key, version.packageId);
  }
  return {
    items: await describeUsages(known, page.rows, versions),
    nextCursor: page.nextCursor,
    total: { value: cells[0][4], bounded: false },
  };
}

/** Who uses a package, within what the caller sees and a filter leaves. */
export async function listPackageUsages(
  context: QueryContext,
  known: KnownRows,
  found: PackageWithKey,
  query: ListPackageUsagesQuery,
  visible: EntitySet | undefined,
): Promise<UsageRows<PackageUsage>> {
  const { knex } = context;
  const limit = query.limit ?? DEFAULT_LIMIT;
  const after = positionOf(query);
  const set =
    visible || hasEntityFilter(query)
      ? await resolveEntities(context, query, visible)
      : undefined;
  const [rows, total] = await readChosen({
    ...{ knex, found, query, set, after, limit },
  });
  const page = pageOfUsages(query, rows);
  const versions = await known.versions(page.rows.map(row => row.version_id));
  return {
    items: await describeUsages(known, page.rows, versions),
    nextCursor: page.nextCursor,
    total,
  };
}

function positionOf(
  query: ListPackageUsagesQuery,
): [number, number] | undefined {
  return query.cursor
    ? decodeCursor({
        cursor: query.cursor,
        binding: usagesBinding(query),
        position: twoNumbersPosition,
      })
    : undefined;
}

function pageOfUsages(
  query: ListPackageUsagesQuery,
  rows: UsageRow[],
): { rows: UsageRow[]; nextCursor: string | undefined } {
  return pageOf({
    rows,
    limit: query.limit ?? DEFAULT_LIMIT,
    cursorAfter: last =>
      encodeCursor({
        binding: usagesBinding(query),
        position: [last.target_id, last.version_id],
      }),
  });
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
  rows: UsageRow[],
  versions: ReadonlyMap<number, DescribedVersion>,
): Promise<PackageUsage[]> {
  const targets = await known.targets(rows.map(row => row.target_id));
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
            purl: version?.purl,
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
