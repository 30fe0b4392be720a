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

import { Knex } from 'knex';
import { runPrepared } from '../../../database/runSql';
import { DistinctChanges } from './writeAggregates';
import { UsageDeltas } from './UsageDeltas';

const ADD_TO_TOTALS = `
  update usage_totals set
    components = components + ?, packages = packages + ?, package_versions = package_versions + ?,
    usages = usages + ?, direct = direct + ?, transitive = transitive + ?, relation_unknown = relation_unknown + ?,
    licence_known = licence_known + ?, licence_unknown = licence_unknown + ?, generation = generation + 1
  where id = 1`;

/** On our day, or on the newest that has a point: a point is what the totals were at the end of its day. */
const WRITE_POINT = `
  insert into usage_trend_points
    (scope_id, day, components, packages, usages, direct, licence_known, licence_unknown)
  select 0, coalesce((select max(day) from usage_trend_points where scope_id = 0 and day > ?), ?),
    components, packages, usages, direct, licence_known, licence_unknown
  from usage_totals where id = 1
  on conflict (scope_id, day) do update set
    components = excluded.components, packages = excluded.packages, usages = excluded.usages,
    direct = excluded.direct, licence_known = excluded.licence_known, licence_unknown = excluded.licence_unknown`;

/**
 * The last rows that a transaction touches: everybody waits for them, so they are held for as short as possible.
 * Raises the generation, so that answers computed before are known to be old.
 */
export async function writeTotals(
  tx: Knex,
  options: {
    totals: UsageDeltas['totals'];
    distinct: DistinctChanges;
    /** `YYYY-MM-DD`, UTC. */
    day: string;
  },
): Promise<void> {
  const { totals, distinct, day } = options;
  const sums = [
    totals.components,
    distinct.packages,
    distinct.packageVersions,
    totals.packages,
    totals.direct,
    totals.transitive,
    totals.relation_unknown,
    totals.licence_known,
    totals.licence_unknown,
  ];
  await runPrepared(tx, ADD_TO_TOTALS, sums);
  // Only a statement that begins under the lock sees the point of whoever had it before.
  await runPrepared(tx, WRITE_POINT, [day, day]);
}
