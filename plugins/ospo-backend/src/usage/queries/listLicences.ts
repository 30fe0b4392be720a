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
  LicenceSort,
  ListLicencesQuery,
  UsageLicence,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { cursorBinding, decodeCursor, encodeCursor } from '../../shared/cursor';
import { UsageLicenceRow } from '../tables';
import { toLicenceRef } from './licenceRefs';
import {
  boundedTotal,
  DEFAULT_LIMIT,
  pageOf,
  positionNumber,
  positionText,
} from './QueryContext';
import { readRows } from './readRows';
import { LicenceCounts } from './SetAggregate';
import { UsageRows } from './UsageRows';
import { whereIds } from './whereIds';

/** A licence with its counts and the place it has in each sort. */
export type CountedLicence = UsageLicence & { id: number };

/** Every licence in use with its counts over everything, named, by one statement. */
export async function licenceStats(knex: Knex): Promise<CountedLicence[]> {
  const rows = await readRows<
    [
      id: number,
      status: UsageLicenceRow['status'],
      text: string,
      components: number,
      packages: number,
      usages: number,
    ]
  >(
    knex,
    `select l.id, l.status, l.text, s.components, s.packages, s.usages
     from usage_licence_stats s join usage_licences l on l.id = s.licence_id`,
  );
  return rows.map(([id, status, text, components, packages, usages]) => ({
    id,
    ...toLicenceRef({ status, text }),
    ...{ components, packages, usages },
  }));
}

/** Puts names to counts. There are some hundreds of licences, a few thousand at most, so sorting them is cheap. */
export async function nameLicences(
  knex: Knex,
  counts: readonly LicenceCounts[],
): Promise<CountedLicence[]> {
  const rows: UsageLicenceRow[] = await knex('usage_licences')
    .whereRaw(
      whereIds(
        knex,
        'id',
        counts.map(row => row.licenceId),
      ),
    )
    .select('id', 'status', 'text');
  const byId = new Map(rows.map(row => [row.id, row]));
  return counts.flatMap(({ licenceId, ...numbers }) => {
    const row = byId.get(licenceId);
    return row ? [{ id: licenceId, ...toLicenceRef(row), ...numbers }] : [];
  });
}

const position = z.tuple([
  z.union([positionNumber, positionText]),
  positionNumber,
]);

/** One page of licences, chosen and sorted. */
export function pageOfLicences(
  licences: readonly CountedLicence[],
  query: ListLicencesQuery,
): UsageRows<UsageLicence> {
  const chosen = licences
    .filter(licence => isChosen(licence, query))
    .sort((a, b) => compare(placeOf(a, query.sort), placeOf(b, query.sort)));
  const binding = licencesBinding(query);
  const limit = query.limit ?? DEFAULT_LIMIT;
  const after = decodeCursor({ cursor: query.cursor, binding, position });
  const first = after
    ? chosen.findIndex(
        licence => compare(placeOf(licence, query.sort), after) > 0,
      )
    : 0;
  const page = pageOf({
    rows: first < 0 ? [] : chosen.slice(first, first + limit + 1),
    limit,
    cursorAfter: last =>
      encodeCursor({ binding, position: placeOf(last, query.sort) }),
  });
  return {
    items: page.rows.map(({ id: _id, ...licence }) => licence),
    nextCursor: page.nextCursor,
    total: boundedTotal(chosen.length),
  };
}

/** The licences under which most is used. */
export function mostUsedLicences(
  licences: readonly CountedLicence[],
  count: number,
): UsageLicence[] {
  return [...licences]
    .sort((a, b) => b.usages - a.usages || a.id - b.id)
    .slice(0, count)
    .map(({ id: _id, ...licence }) => licence);
}

function isChosen(licence: CountedLicence, query: ListLicencesQuery): boolean {
  const part = query.q?.toLocaleLowerCase('en-US');
  return (
    (query.licence?.includes(licence.key) ?? true) &&
    (part === undefined ||
      nameOf(licence).toLocaleLowerCase('en-US').includes(part))
  );
}

function nameOf(licence: CountedLicence): string {
  return licence.expression ?? licence.raw ?? licence.status;
}

/** Rising places give the sort; falling counts are negated. */
function placeOf(
  licence: CountedLicence,
  sort: LicenceSort = '-components',
): [number | string, number] {
  switch (sort) {
    case 'name':
      return [nameOf(licence).slice(0, 5_000), licence.id];
    case '-packages':
      return [-licence.packages, licence.id];
    default:
      return [-licence.components, licence.id];
  }
}

function compare(
  a: [number | string, number],
  b: [number | string, number],
): number {
  if (a[0] === b[0]) {
    return a[1] - b[1];
  }
  return a[0] < b[0] ? -1 : 1;
}

function licencesBinding(query: ListLicencesQuery): string {
  const { limit: _limit, cursor: _cursor, ...rest } = query;
  return cursorBinding({ list: 'licences', ...rest });
}
