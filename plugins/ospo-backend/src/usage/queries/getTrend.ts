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

import { TrendPoint } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { EntitySet } from '../access/EntitySet';
import { UsageTrendPointRow } from '../tables';
import { QueryContext } from './QueryContext';
import { whereIds } from './whereIds';

/** Scope of the points that are written for everything. */
const EVERYTHING = 0;

/** Points over everything. */
export async function trendOfEverything(
  context: QueryContext,
): Promise<TrendPoint[]> {
  return (await pointsOf(context.knex, [EVERYTHING])).map(toPoint);
}

/** Points of one component. */
export async function trendOfComponent(
  context: QueryContext,
  entityId: number,
): Promise<TrendPoint[]> {
  return (await pointsOf(context.knex, [entityId])).map(row => ({
    ...toPoint(row),
    // For one component the store counts package versions here, which is another thing than packages.
    packages: undefined,
    componentsWithSbom: undefined,
  }));
}

/**
 * Sums over components: on each day the newest point of every component up to then. Distinct packages over several
 * components cannot be summed, so they stay unknown.
 */
export async function trendWithin(
  context: QueryContext,
  set: EntitySet,
): Promise<TrendPoint[]> {
  const latest = new Map<number, UsageTrendPointRow>();
  const sum = { usages: 0, direct: 0, licenceKnown: 0, licenceUnknown: 0 };
  const points = new Map<string, TrendPoint>();
  for (const row of await pointsOf(context.knex, set.ids)) {
    const before = latest.get(row.scope_id);
    latest.set(row.scope_id, row);
    sum.usages += row.usages - (before?.usages ?? 0);
    sum.direct += row.direct - (before?.direct ?? 0);
    sum.licenceKnown += row.licence_known - (before?.licence_known ?? 0);
    sum.licenceUnknown += row.licence_unknown - (before?.licence_unknown ?? 0);
    points.set(row.day, {
      day: row.day,
      componentsWithSbom: latest.size,
      ...sum,
    });
  }
  return [...points.values()];
}

async function pointsOf(
  knex: Knex,
  scopes: Iterable<number>,
): Promise<UsageTrendPointRow[]> {
  return await knex('usage_trend_points')
    .whereRaw(whereIds(knex, 'scope_id', scopes))
    .orderBy(['day', 'scope_id'])
    .select('*');
}

function toPoint(row: UsageTrendPointRow): TrendPoint {
  return {
    day: row.day,
    componentsWithSbom: row.components ?? undefined,
    packages: row.packages ?? undefined,
    usages: row.usages,
    direct: row.direct,
    licenceKnown: row.licence_known,
    licenceUnknown: row.licence_unknown,
  };
}
