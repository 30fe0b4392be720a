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
import { TrendPoint } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { runSql } from '../../database/runSql';
import { EntitySet } from '../access/EntitySet';
import { UsageTrendPointRow } from '../tables';
import { QueryContext } from './QueryContext';
import { whereIds } from './whereIds';

/** Scope of the points that are written for everything. */
const EVERYTHING = 0;

/**
 * Components a statement looks at. SQLite computes on the thread that serves everybody: its statements stay in the
 * tens of milliseconds.
 */
const CHUNK = { sqlite: 100, postgres: 50_000 };

/** Points over everything. */
export async function trendOfEverything(
  context: QueryContext,
): Promise<TrendPoint[]> {
  return (await pointsOf(context.knex, EVERYTHING)).map(toPoint);
}

/** Points of one component. */
export async function trendOfComponent(
  context: QueryContext,
  entityId: number,
): Promise<TrendPoint[]> {
  return (await pointsOf(context.knex, entityId)).map(row => ({
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
  { knex }: QueryContext,
  set: EntitySet,
): Promise<TrendPoint[]> {
  const changes = new Map<string, Sums>();
  const chunk = isPostgres(knex) ? CHUNK.postgres : CHUNK.sqlite;
  for (let at = 0; at < set.size; at += chunk) {
    const rows = await changesByDay(knex, set.ids.subarray(at, at + chunk));
    for (const { day, ...change } of rows) {
      changes.set(day, plus(changes.get(day), change));
    }
    await setImmediate();
  }
  let sums: Sums | undefined;
  return [...changes].sort(byDay).map(([day, change]) => {
    sums = plus(sums, change);
    return { day, ...sums };
  });
}

type Sums = Pick<
  TrendPoint,
  'usages' | 'direct' | 'licenceKnown' | 'licenceUnknown'
> & { componentsWithSbom: number };

/** What the points of a day changed, each against the point before of its component: sums, where points were many. */
async function changesByDay(
  knex: Knex,
  scopes: Int32Array,
): Promise<(Sums & { day: string })[]> {
  const change = (column: string) =>
    `${column} - coalesce(lag(${column}) over scope, 0) as ${column}`;
  const within = whereIds(knex, 'scope_id', scopes).toSQL();
  const rows = await runSql<Record<string, string | number>>(
    knex,
    `select day, sum(is_first) as components, sum(usages) as usages, sum(direct) as direct,
       sum(licence_known) as licence_known, sum(licence_unknown) as licence_unknown
     from (
       select day, case when lag(day) over scope is null then 1 else 0 end as is_first,
         ${change('usages')}, ${change('direct')},
         ${change('licence_known')}, ${change('licence_unknown')}
       from usage_trend_points where ${within.sql}
       window scope as (partition by scope_id order by day)
     ) as changes
     group by day`,
    within.bindings,
  );
  return rows.map(row => ({
    day: String(row.day),
    componentsWithSbom: Number(row.components),
    usages: Number(row.usages),
    direct: Number(row.direct),
    licenceKnown: Number(row.licence_known),
    licenceUnknown: Number(row.licence_unknown),
  }));
}

function plus(a: Sums | undefined, b: Sums): Sums {
  return {
    componentsWithSbom: (a?.componentsWithSbom ?? 0) + b.componentsWithSbom,
    usages: (a?.usages ?? 0) + b.usages,
    direct: (a?.direct ?? 0) + b.direct,
    licenceKnown: (a?.licenceKnown ?? 0) + b.licenceKnown,
    licenceUnknown: (a?.licenceUnknown ?? 0) + b.licenceUnknown,
  };
}

function byDay([a]: [string, Sums], [b]: [string, Sums]): number {
  return a < b ? -1 : 1;
}

async function pointsOf(
  knex: Knex,
  scope: number,
): Promise<UsageTrendPointRow[]> {
  return await knex('usage_trend_points')
    .where({ scope_id: scope })
    .orderBy('day')
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
