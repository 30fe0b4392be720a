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
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { decodeCursor, encodeCursor } from '../../shared/cursor';
import { EntitySet } from '../access/EntitySet';
import { licenceIdsOf } from './licenceIds';
import { packagesBinding } from './listPackages';
import { packageItemsWithin } from './packageItems';
import { wherePackageText } from './packageText';
import {
  boundedTotal,
  DEFAULT_LIMIT,
  pageOf,
  QueryContext,
  textAndNumberPosition,
  twoNumbersPosition,
} from './QueryContext';
import { PackageCounts, SetAggregate } from './SetAggregate';
import { SetAggregates } from './SetAggregates';
import { UsageRows } from './UsageRows';
import { whereIds } from './whereIds';

/** Packages within a set of components: the same list, every number computed inside the set. */
export async function listPackagesWithin(
  context: QueryContext,
  aggregates: SetAggregates,
  query: ListPackagesQuery,
  set: EntitySet,
): Promise<UsageRows<UsagePackage>> {
  const { knex } = context;
  const { relation, scope } = query;
  const { aggregate, asOf } = await aggregates.within(set, { relation, scope });
  const chosen = await choosePackages(knex, aggregate, query);
  const page =
    query.sort === 'name'
      ? await pageByName(knex, query, chosen)
      : pageByComponents(query, chosen);
  return {
    items: await packageItemsWithin(knex, aggregate, page.rows),
    nextCursor: page.nextCursor,
    total: boundedTotal(chosen.length),
    asOf,
  };
}

/** The packages that the filter leaves, the most used first. */
async function choosePackages(
  knex: Knex,
  aggregate: SetAggregate,
  query: ListPackagesQuery,
): Promise<PackageCounts[]> {
  const { q, ecosystem, licence } = query;
  const ids = aggregate.packageIds;
  let matches: ReadonlySet<number> | undefined;
  if (q || ecosystem) {
    const rows = knex('usage_packages as p').whereRaw(
      whereIds(knex, 'p.id', ids),
    );
    if (q) {
      rows.modify(wherePackageText(knex, q));
    }
    if (ecosystem) {
      rows.whereIn('p.ecosystem', ecosystem);
    }
    matches = new Set<number>(await rows.pluck('p.id'));
  }
  const licensed =
    licence &&
    aggregate.packagesUnder(new Set(await licenceIdsOf(knex, licence)));
  const chosen: PackageCounts[] = [];
  ids.forEach((id, index) => {
    if ((matches?.has(id) ?? true) && (licensed?.has(id) ?? true)) {
      chosen.push(aggregate.packageAt(index));
    }
  });
  return chosen;
}

interface PackagesPage {
  rows: PackageCounts[];
  nextCursor: string | undefined;
}

function pageByComponents(
  query: ListPackagesQuery,
  chosen: PackageCounts[],
): PackagesPage {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const binding = packagesBinding(query);
  const after = decodeCursor({
    cursor: query.cursor,
    binding,
    position: twoNumbersPosition,
  });
  const first = after
    ? chosen.findIndex(
        row =>
          row.components < after[0] ||
          (row.components === after[0] && row.packageId < after[1]),
      )
    : 0;
  return pageOf({
    rows: first < 0 ? [] : chosen.slice(first, first + limit + 1),
    limit,
    cursorAfter: last =>
      encodeCursor({ binding, position: [last.components, last.packageId] }),
  });
}

async function pageByName(
  knex: Knex,
  query: ListPackagesQuery,
  chosen: PackageCounts[],
): Promise<PackagesPage> {
  const limit = query.limit ?? DEFAULT_LIMIT;
  const binding = packagesBinding(query);
  const after = decodeCursor({
    cursor: query.cursor,
    binding,
    position: textAndNumberPosition,
  });
  const counts = new Map(chosen.map(row => [row.packageId, row]));
  const rows = knex('usage_packages as p').whereRaw(
    whereIds(knex, 'p.id', counts.keys()),
  );
  if (after) {
    rows.whereRaw('(p.name, p.id) > (?, ?)', after);
  }
  const named: { id: number; name: string }[] = await rows
    .orderBy([{ column: 'p.name' }, { column: 'p.id' }])
    .limit(limit + 1)
    .select('p.id', 'p.name');
  const page = pageOf({
    rows: named,
    limit,
    cursorAfter: last =>
      encodeCursor({ binding, position: [last.name, last.id] }),
  });
  return {
    ...page,
    rows: page.rows.flatMap(row => counts.get(row.id) ?? []),
  };
}
