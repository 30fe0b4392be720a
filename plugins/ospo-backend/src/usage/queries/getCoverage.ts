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
  CoverageGroup,
  SbomState,
  UsageCoverage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { EntitySet } from '../access/EntitySet';
import { sbomStateOf } from './componentRef';
import { whereEntities } from './EntityFilter';
import { daysAgo, given, QueryContext } from './QueryContext';

type Counted = Omit<CoverageGroup, 'value' | 'state'>;

/** Who has an SBOM, how old it is, and who never appears. */
export async function getCoverage(
  context: QueryContext,
  visible: EntitySet | undefined,
): Promise<Omit<UsageCoverage, 'basis'>> {
  const [total, owners, systems, types, lifecycles, ages] = await Promise.all([
    countStates(context, visible),
    countGroups(context, visible, 'e.owner_ref', 'e.owner_state'),
    countGroups(context, visible, 'e.system_ref'),
    countGroups(context, visible, 'e.type'),
    countGroups(context, visible, 'e.lifecycle'),
    countAges(context, visible),
  ]);
  return { total, ages, owners, systems, types, lifecycles };
}

/** Components by the state of their SBOM. */
export async function countStates(
  context: QueryContext,
  visible: EntitySet | undefined,
): Promise<Counted> {
  const rows = await components(context, visible)
    .groupBy('state')
    .select('state', context.knex.raw('count(*) as n'));
  return addUp(rows);
}

interface StateRow {
  state: SbomState;
  n: number | string;
}

type GroupRow = StateRow & { value: string | null; owner_state?: string };

async function countGroups(
  context: QueryContext,
  visible: EntitySet | undefined,
  column: string,
  ownerState?: string,
): Promise<CoverageGroup[]> {
  const shown = column.replace('e.', '');
  const columns = ownerState ? [shown, 'owner_state'] : [shown];
  const rows: GroupRow[] = await components(context, visible)
    .groupBy('state', ...columns)
    .select('state', context.knex.raw('count(*) as n'), `${shown} as value`)
    .modify(select => (ownerState ? select.select('owner_state') : undefined));
  const groups = new Map<string, GroupRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.value, row.owner_state]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()]
    .map(([first, ...others]) => ({
      value: given(first.value),
      state: stateOf(first),
      ...addUp([first, ...others]),
    }))
    .sort(
      (a, b) =>
        b.components - a.components ||
        (a.value ?? '').localeCompare(b.value ?? '', 'en'),
    );
}

/** Of systems, types and lifecycles the store knows only whether one is named. */
function stateOf(row: GroupRow): CoverageGroup['state'] {
  if (given(row.value) === undefined) {
    return 'none';
  }
  return row.owner_state === 'missing' ? 'missing' : 'present';
}

function addUp(rows: readonly StateRow[]): Counted {
  const counted = { components: 0, current: 0, stale: 0, failed: 0, none: 0 };
  for (const { state, n } of rows) {
    counted[state] += Number(n);
    counted.components += Number(n);
  }
  return counted;
}

function components(
  context: QueryContext,
  visible: EntitySet | undefined,
): Knex.QueryBuilder {
  const { knex } = context;
  const rows = knex('usage_entities as e')
    .modify(whereEntities(knex, {}, visible))
    .select(
      'e.owner_ref',
      'e.owner_state',
      'e.system_ref',
      'e.type',
      'e.lifecycle',
    )
    .select({ state: sbomStateOf(context) });
  return knex.from(rows.as('components'));
}

async function countAges(
  context: QueryContext,
  visible: EntitySet | undefined,
): Promise<UsageCoverage['ages']> {
  const { knex } = context;
  const since = (days: number) => daysAgo(context, days);
  const [row]: Record<string, number | string | null>[] = await knex(
    'usage_entities as e',
  )
    .modify(whereEntities(knex, {}, visible))
    .whereNotNull('e.last_sbom_at')
    .select(
      knex.raw(
        `sum(case when e.last_sbom_at >= ? then 1 else 0 end) as under_30,
         sum(case when e.last_sbom_at < ? and e.last_sbom_at >= ? then 1 else 0 end) as under_90,
         sum(case when e.last_sbom_at < ? and e.last_sbom_at >= ? then 1 else 0 end) as under_365,
         sum(case when e.last_sbom_at < ? then 1 else 0 end) as older`,
        [since(30), since(30), since(90), since(90), since(365), since(365)],
      ),
    );
  return {
    under30Days: Number(row.under_30 ?? 0),
    under90Days: Number(row.under_90 ?? 0),
    under365Days: Number(row.under_365 ?? 0),
    older: Number(row.older ?? 0),
  };
}
