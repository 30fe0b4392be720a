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
import { EntitySet } from '../access/EntitySet';
import { UsageEntityRow, UsagePackageRow } from '../tables';
import { KnownComponent } from './getComponent';
import { QueryContext } from './QueryContext';
import { SetAggregate } from './SetAggregate';
import { whereIds } from './whereIds';

/** Packages that more components use say nothing about what a component is for. */
const MAX_COMPONENTS = 50;
const MAX_PACKAGES = 200;
const MAX_SIMILAR = 50;
const MAX_NAMED = 5;

/** A component that shares packages with another which few use. */
export interface SimilarComponent {
  entityRef: string;
  title?: string;
  ownerRef?: string;
  shared: number;
  /** Of those that were compared. */
  compared: number;
  /** Names of some of them. */
  packages: string[];
}

/** What the caller sees, and how often packages are used within it. */
export interface SeenUse {
  visible: EntitySet;
  aggregate: SetAggregate;
}

/**
 * Components that share the most packages with this one, of those that few components use. What the caller does not
 * see counts nowhere: neither in what is few, nor in what was compared, nor in any order.
 */
export async function similarComponents(
  { knex }: QueryContext,
  component: KnownComponent,
  seen: SeenUse | undefined,
): Promise<SimilarComponent[]> {
  const packages = await rarest(
    knex,
    seen
      ? await rareWithin(knex, component.id, seen.aggregate)
      : await rareOfAll(knex, component.id),
  );
  if (packages.size === 0) {
    return [];
  }
  const shared = new Map<number, Set<number>>();
  for (const use of await usesByOthers(knex, component.id, packages, seen)) {
    const ids = shared.get(use.entity_id) ?? new Set();
    shared.set(use.entity_id, ids.add(use.package_id));
  }
  const best = [...shared]
    .sort(([a, x], [b, y]) => y.size - x.size || a - b)
    .slice(0, MAX_SIMILAR);
  return describe(knex, best, packages);
}

/** Packages and how many components use them. */
type Counts = Map<number, number>;

async function rareOfAll(knex: Knex, entityId: number): Promise<Counts> {
  const rows: { package_id: number; components: number }[] = await packagesOf(
    knex,
    entityId,
  )
    .join('usage_package_stats as s', 's.package_id', 'c.package_id')
    .whereBetween('s.components', [2, MAX_COMPONENTS])
    .distinct('c.package_id', 's.components');
  return new Map(rows.map(row => [row.package_id, row.components]));
}

async function rareWithin(
  knex: Knex,
  entityId: number,
  aggregate: SetAggregate,
): Promise<Counts> {
  const own = new Set<number>(
    await packagesOf(knex, entityId).distinct().pluck('c.package_id'),
  );
  const rare: Counts = new Map();
  for (let at = aggregate.packageIds.length - 1; at >= 0; at--) {
    const { packageId, components } = aggregate.packageAt(at);
    if (components > MAX_COMPONENTS) {
      break;
    }
    if (components >= 2 && own.has(packageId)) {
      rare.set(packageId, components);
    }
  }
  return rare;
}

function packagesOf(knex: Knex, entityId: number): Knex.QueryBuilder {
  return knex('usage_current as c')
    .join('usage_targets as t', 't.id', 'c.target_id')
    .where('t.entity_id', entityId);
}

/** The rarest of them in order, with their names. Ids would tell which of two was seen first, by whomever. */
async function rarest(
  knex: Knex,
  counts: Counts,
): Promise<Map<number, string>> {
  const rows: Pick<UsagePackageRow, 'id' | 'key' | 'name'>[] = await knex(
    'usage_packages',
  )
    .whereRaw(whereIds(knex, 'id', counts.keys()))
    .select('id', 'key', 'name');
  const countOf = (id: number) => counts.get(id) ?? 0;
  const sorted = rows
    .sort((a, b) => countOf(a.id) - countOf(b.id) || (a.key < b.key ? -1 : 1))
    .slice(0, MAX_PACKAGES);
  return new Map(sorted.map(({ id, name }) => [id, name]));
}

async function usesByOthers(
  knex: Knex,
  entityId: number,
  packages: ReadonlyMap<number, string>,
  seen: SeenUse | undefined,
): Promise<{ package_id: number; entity_id: number }[]> {
  const uses = knex('usage_current as c')
    .join('usage_targets as t', 't.id', 'c.target_id')
    .whereRaw(whereIds(knex, 'c.package_id', packages.keys()))
    .whereNot('t.entity_id', entityId);
  if (seen) {
    uses.whereRaw(whereIds(knex, 't.entity_id', seen.visible.ids));
  }
  return await uses.distinct('c.package_id', 't.entity_id');
}

async function describe(
  knex: Knex,
  best: [entityId: number, packageIds: ReadonlySet<number>][],
  packages: ReadonlyMap<number, string>,
): Promise<SimilarComponent[]> {
  const entities: Pick<
    UsageEntityRow,
    'id' | 'entity_ref' | 'title' | 'owner_ref'
  >[] = await knex('usage_entities')
    .whereRaw(
      whereIds(
        knex,
        'id',
        best.map(([id]) => id),
      ),
    )
    .whereNull('gone_at')
    .select('id', 'entity_ref', 'title', 'owner_ref');
  const entityOf = new Map(entities.map(entity => [entity.id, entity]));
  return best.flatMap(([id, ids]) => {
    const entity = entityOf.get(id);
    return entity
      ? [
          {
            entityRef: entity.entity_ref,
            title: entity.title ?? undefined,
            ownerRef: entity.owner_ref ?? undefined,
            shared: ids.size,
            compared: packages.size,
            packages: [...packages]
              .filter(([packageId]) => ids.has(packageId))
              .slice(0, MAX_NAMED)
              .map(([, name]) => name),
          },
        ]
      : [];
  });
}
