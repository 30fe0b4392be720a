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
  UsageEcosystem,
  UsageFacets,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { EntitySet } from '../access/EntitySet';
import { whereEntities } from './EntityFilter';
import { QueryContext } from './QueryContext';
import { SetAggregate } from './SetAggregate';
import { whereIds } from './whereIds';

/** Values that components can be filtered by. */
export async function componentFacets(
  context: QueryContext,
  visible: EntitySet | undefined,
): Promise<Omit<UsageFacets, 'ecosystems'>> {
  const values = (column: string) => countValues(context.knex, visible, column);
  const [owners, systems, lifecycles, types] = await Promise.all([
    values('e.owner_ref'),
    values('e.system_ref'),
    values('e.lifecycle'),
    values('e.type'),
  ]);
  return { owners, systems, lifecycles, types };
}

async function countValues(
  knex: Knex,
  visible: EntitySet | undefined,
  column: string,
): Promise<{ value: string; components: number }[]> {
  const rows: { value: string; n: number | string }[] = await knex(
    'usage_entities as e',
  )
    .modify(whereEntities(knex, {}, visible))
    .whereNotNull(column)
    .where(column, '<>', '')
    .groupBy(column)
    .select(`${column} as value`, knex.raw('count(*) as n'));
  return rows
    .map(row => ({ value: row.value, components: Number(row.n) }))
    .sort((a, b) => b.components - a.components || compare(a.value, b.value));
}

/** Ecosystems over everything, from the summary. */
export async function ecosystemStats(
  context: QueryContext,
): Promise<UsageEcosystem[]> {
  const rows: UsageEcosystem[] = await context
    .knex('usage_ecosystem_stats')
    .select('ecosystem', 'packages', 'usages');
  return rows.sort(byUsages);
}

/** Ecosystems within a set of components. */
export async function ecosystemsWithin(
  context: QueryContext,
  aggregate: SetAggregate,
): Promise<UsageEcosystem[]> {
  const { knex } = context;
  const rows: { id: number; ecosystem: string }[] = await knex('usage_packages')
    .whereRaw(whereIds(knex, 'id', aggregate.packageIds))
    .select('id', 'ecosystem');
  const counted = new Map<string, UsageEcosystem>();
  for (const { id, ecosystem } of rows) {
    const sum = counted.get(ecosystem) ?? { ecosystem, packages: 0, usages: 0 };
    sum.packages += 1;
    for (const version of aggregate.versionsOf(id)) {
      sum.usages += version.usages;
    }
    counted.set(ecosystem, sum);
  }
  return [...counted.values()].sort(byUsages);
}

function byUsages(a: UsageEcosystem, b: UsageEcosystem): number {
  return b.usages - a.usages || compare(a.ecosystem, b.ecosystem);
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
