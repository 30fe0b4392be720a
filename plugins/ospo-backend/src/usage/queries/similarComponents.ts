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

/** Components that share the most packages with this one, of those that few components use. */
export async function similarComponents(
  { knex }: QueryContext,
  component: KnownComponent,
  visible: EntitySet | undefined,
): Promise<SimilarComponent[]> {
  const packageIds = await rarePackages(knex, component.id);
  if (packageIds.length === 0) {
    return [];
  }
  const uses: { package_id: number; entity_id: number }[] = await knex(
    'usage_current as c',
  )
    .join('usage_targets as t', 't.id', 'c.target_id')
    .whereRaw(whereIds(knex, 'c.package_id', packageIds))
    .whereNot('t.entity_id', component.id)
    .distinct('c.package_id', 't.entity_id');
  const shared = new Map<number, number[]>();
  for (const { package_id: packageId, entity_id: entityId } of uses) {
    if (visible?.has(entityId) ?? true) {
      shared.set(entityId, [...(shared.get(entityId) ?? []), packageId]);
    }
  }
  const best = [...shared]
    .sort(([a, x], [b, y]) => y.length - x.length || a - b)
    .slice(0, MAX_SIMILAR);
  return describe(knex, best, packageIds.length);
}

async function rarePackages(knex: Knex, entityId: number): Promise<number[]> {
  return await knex('usage_current as c')
    .join('usage_targets as t', 't.id', 'c.target_id')
    .join('usage_package_stats as s', 's.package_id', 'c.package_id')
    .where('t.entity_id', entityId)
    .whereBetween('s.components', [2, MAX_COMPONENTS])
    .groupBy('c.package_id', 's.components')
    .orderBy([{ column: 's.components' }, { column: 'c.package_id' }])
    .limit(MAX_PACKAGES)
    .pluck('c.package_id');
}

async function describe(
  knex: Knex,
  best: [entityId: number, packageIds: number[]][],
  compared: number,
): Promise<SimilarComponent[]> {
  const named = new Set(best.flatMap(([, ids]) => ids.slice(0, MAX_NAMED)));
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
  const packages: Pick<UsagePackageRow, 'id' | 'name'>[] = await knex(
    'usage_packages',
  )
    .whereRaw(whereIds(knex, 'id', named))
    .select('id', 'name');
  const entityOf = new Map(entities.map(entity => [entity.id, entity]));
  const nameOf = new Map(packages.map(({ id, name }) => [id, name]));
  return best.flatMap(([id, ids]) => {
    const entity = entityOf.get(id);
    return entity
      ? [
          {
            entityRef: entity.entity_ref,
            title: entity.title ?? undefined,
            ownerRef: entity.owner_ref ?? undefined,
            shared: ids.length,
            compared,
            packages: ids
              .slice(0, MAX_NAMED)
              .flatMap(packageId => nameOf.get(packageId) ?? []),
          },
        ]
      : [];
  });
}
