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
  ComponentPackage,
  ListComponentPackagesQuery,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { cursorBinding, decodeCursor, encodeCursor } from '../../shared/cursor';
import { UsageCurrentRow, UsageTargetRow } from '../tables';
import { decodeDay, decodeUsageFlags } from '../usageFlags';
import { licenceIdsOf } from './licenceIds';
import { ABSENT_LICENCE } from './licenceRefs';
import { packageColumns, PackageRow, toPackageName } from './packageRow';
import { purlOf } from './packageKey';
import { wherePackageText } from './packageText';
import {
  boundedCount,
  DEFAULT_LIMIT,
  given,
  pageOf,
  positionNumber,
  positionText,
  QueryContext,
} from './QueryContext';
import { whereFlags } from './usageFilter';
import { UsageRows } from './UsageRows';
import { DescribedVersion, versionsById } from './versionRows';
import { whereIds } from './whereIds';

const position = z.tuple([positionText, positionNumber, positionNumber]);

type Row = PackageRow &
  UsageCurrentRow &
  Pick<UsageTargetRow, 'target' | 'stream'>;

/** The packages of one component, by name. */
export async function listComponentPackages(
  context: QueryContext,
  component: { id: number; entity_ref: string },
  query: ListComponentPackagesQuery,
): Promise<UsageRows<ComponentPackage>> {
  const { knex } = context;
  const { limit = DEFAULT_LIMIT, cursor, ...filter } = query;
  const binding = cursorBinding({ list: component.entity_ref, ...filter });
  const after = decodeCursor({ cursor, binding, position });
  const chosen = await chooseUsages(knex, component.id, query);
  const rows = chosen()
    .orderBy(['p.name', 'c.version_id', 'c.target_id'])
    .limit(limit + 1)
    .select(packageColumns)
    .select('c.*', 't.target', 't.stream');
  if (after) {
    rows.whereRaw('(p.name, c.version_id, c.target_id) > (?, ?, ?)', after);
  }
  const page = pageOf<Row>({
    rows: await rows,
    limit,
    cursorAfter: last =>
      encodeCursor({
        binding,
        position: [last.name, last.version_id, last.target_id],
      }),
  });
  const versions = await versionsById(
    knex,
    page.rows.map(row => row.version_id),
  );
  return {
    items: page.rows.map(row =>
      toComponentPackage(row, versions.get(row.version_id)),
    ),
    nextCursor: page.nextCursor,
    total:
      !after && page.nextCursor === undefined
        ? { value: page.rows.length, bounded: false }
        : await boundedCount(knex, chosen().select('c.version_id')),
  };
}

async function chooseUsages(
  knex: Knex,
  entityId: number,
  query: ListComponentPackagesQuery,
): Promise<() => Knex.QueryBuilder> {
  const licenceIds = query.licence && (await licenceIdsOf(knex, query.licence));
  return () => {
    const rows = knex('usage_targets as t')
      .join('usage_current as c', 'c.target_id', 't.id')
      .join('usage_packages as p', 'p.id', 'c.package_id')
      .where('t.entity_id', entityId)
      .modify(whereFlags(query));
    if (query.target !== undefined) {
      rows.where('t.target', query.target);
    }
    if (query.stream !== undefined) {
      rows.where('t.stream', query.stream);
    }
    if (query.q) {
      rows.modify(wherePackageText(knex, query.q));
    }
    if (query.ecosystem) {
      rows.whereIn('p.ecosystem', query.ecosystem);
    }
    if (licenceIds) {
      rows
        .join('usage_package_versions as v', 'v.id', 'c.version_id')
        .whereRaw(whereIds(knex, 'v.licence_id', licenceIds));
    }
    return rows;
  };
}

function toComponentPackage(
  row: Row,
  version: DescribedVersion | undefined,
): ComponentPackage {
  return {
    ...toPackageName(row),
    version: given(version?.version ?? ''),
    purl:
      version &&
      purlOf({
        key: row.key,
        weak: Boolean(row.weak),
        version: version.version,
        qualifiers: version.qualifiers,
      }),
    target: row.target,
    stream: row.stream,
    ...decodeUsageFlags(row.flags),
    licence: version?.licence ?? ABSENT_LICENCE,
    declared: version?.declared ?? ABSENT_LICENCE,
    concluded: version?.concluded ?? ABSENT_LICENCE,
    since: decodeDay(row.since_day),
  };
}
