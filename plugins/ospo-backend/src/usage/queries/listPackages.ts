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
  ListPackagesQuery,
  UsagePackage,
  UsagePage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { cursorBinding, decodeCursor, encodeCursor } from '../../shared/cursor';
import { toSearchText } from '../searchText';
import { GenerationCache } from './GenerationCache';
import { KnownRows } from './KnownRows';
import { licenceIdsOf } from './licenceIds';
import { PackageHead } from './PackageHead';
import { packageItems } from './packageItems';
import { whereAnyPackageText } from './packageText';
import {
  boundedCount,
  DEFAULT_LIMIT,
  pageOf,
  QueryContext,
  textAndNumberPosition,
  twoNumbersPosition,
} from './QueryContext';
import { searchPackages } from './searchPackages';
import { UsageRows } from './UsageRows';
import { whereIds } from './whereIds';

/** The filters that choose packages; the others choose usages and need a set. */
export type PackageFilter = Pick<
  ListPackagesQuery,
  'q' | 'ecosystem' | 'licence'
>;

interface StatsRow {
  package_id: number;
  components: number;
  direct: number;
  versions: number;
  /** Read where it is sorted by. */
  name?: string;
}

export function packagesBinding(query: ListPackagesQuery): string {
  const { limit: _limit, cursor: _cursor, ...rest } = query;
  return cursorBinding({ list: 'packages', ...rest });
}

interface Order<Position> {
  decode(query: ListPackagesQuery): Position | undefined;
  encode(query: ListPackagesQuery, last: StatsRow): string;
  sort(rows: Knex.QueryBuilder, after: Position | undefined): void;
}

const byComponents: Order<z.infer<typeof twoNumbersPosition>> = {
  decode: query =>
    decodeCursor({
      cursor: query.cursor,
      binding: packagesBinding(query),
      position: twoNumbersPosition,
    }),
  encode: (query, last) =>
    encodeCursor({
      binding: packagesBinding(query),
      position: [last.components, last.package_id],
    }),
  sort: (rows, after) => {
    rows.orderBy([
      { column: 's.components', order: 'desc' },
      { column: 's.package_id', order: 'desc' },
    ]);
    if (after) {
      rows.whereRaw('(s.components, s.package_id) < (?, ?)', after);
    }
  },
};

const byName: Order<z.infer<typeof textAndNumberPosition>> = {
  decode: query =>
    decodeCursor({
      cursor: query.cursor,
      binding: packagesBinding(query),
      position: textAndNumberPosition,
    }),
  encode: (query, last) =>
    encodeCursor({
      binding: packagesBinding(query),
      position: [last.name ?? '', last.package_id],
    }),
  sort: (rows, after) => {
    rows.orderBy([{ column: 'p.name' }, { column: 'p.id' }]);
    if (after) {
      rows.whereRaw('(p.name, p.id) > (?, ?)', after);
    }
  },
};

/** What is kept between questions. */
export interface KeptForPackages {
  head: PackageHead;
  cache: GenerationCache;
  known: KnownRows;
}

/** Packages over everything, from the summaries that the store keeps: no usage is read. */
export async function listPackages(
  context: QueryContext,
  kept: KeptForPackages,
  query: ListPackagesQuery,
): Promise<UsageRows<UsagePackage>> {
  const { knex } = context;
  const limit = query.limit ?? DEFAULT_LIMIT;
  const order = query.sort === 'name' ? byName : byComponents;
  const { rows, total } = isPlainSearch(query)
    ? await searchPackages(knex, kept.head, {
        part: toSearchText(query.q),
        after: byComponents.decode(query),
        limit,
      })
    : await readChosen(knex, query, limit);
  const page = pageOf({
    rows,
    limit,
    cursorAfter: last => order.encode(query, last),
  });
  return {
    items: await packageItems(
      kept.known,
      page.rows.map(row => ({ ...row, packageId: row.package_id })),
    ),
    nextCursor: page.nextCursor,
    total:
      total ??
      (query.cursor === undefined && page.nextCursor === undefined
        ? { value: page.rows.length, bounded: false }
        : await kept.cache.get(`count ${packagesBinding(query)}`, () =>
            countChosen(knex, query),
          )),
  };
}

/** Looks for a text among all packages in order of use, as most searches do. */
function isPlainSearch(
  query: ListPackagesQuery,
): query is ListPackagesQuery & { q: string } {
  return (
    query.q !== undefined &&
    !query.ecosystem &&
    !query.licence &&
    query.sort !== 'name'
  );
}

async function readChosen(
  knex: Knex,
  query: ListPackagesQuery,
  limit: number,
): Promise<{ rows: StatsRow[]; total: undefined }> {
  const chosen = (await choosePackages(knex, query))();
  if (query.sort === 'name') {
    chosen.modify(byName.sort, byName.decode(query)).select('p.name');
  } else {
    chosen.modify(byComponents.sort, byComponents.decode(query));
  }
  const rows: StatsRow[] = await chosen
    .limit(limit + 1)
    .select('s.package_id', 's.components', 's.direct', 's.versions');
  return { rows, total: undefined };
}

async function countChosen(
  knex: Knex,
  query: ListPackagesQuery,
): Promise<UsagePage<UsagePackage>['total']> {
  if (query.q || query.ecosystem || query.licence) {
    const chosen = await choosePackages(knex, query);
    return boundedCount(knex, chosen().select(knex.raw('1 as one')));
  }
  const totals = await knex('usage_totals').where({ id: 1 }).first('packages');
  return { value: Number(totals?.packages ?? 0), bounded: false };
}

/** A query over `usage_package_stats as s`, with `usage_packages as p` where the filter or sort looks at it. */
async function choosePackages(
  knex: Knex,
  query: ListPackagesQuery,
): Promise<() => Knex.QueryBuilder> {
  const licenceIds = query.licence && (await licenceIdsOf(knex, query.licence));
  return () => {
    const rows = knex('usage_package_stats as s');
    if (query.q || query.ecosystem || query.sort === 'name') {
      rows.join('usage_packages as p', 'p.id', 's.package_id');
    }
    if (query.q) {
      rows.modify(whereAnyPackageText(knex, query.q));
    }
    if (query.ecosystem) {
      rows.whereIn('p.ecosystem', query.ecosystem);
    }
    if (licenceIds) {
      rows.whereExists(
        knex('usage_licence_packages as lp')
          .whereRaw('lp.package_id = s.package_id')
          .whereRaw(whereIds(knex, 'lp.licence_id', licenceIds))
          .select(knex.raw('1')),
      );
    }
    return rows;
  };
}
