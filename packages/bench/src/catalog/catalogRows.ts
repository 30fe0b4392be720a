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

import { createHash } from 'node:crypto';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  buildEntitySearch,
  SearchRow,
  stableStringify,
} from './catalogInternals';

export interface RelationRow {
  originating_entity_id: string;
  type: string;
  source_entity_ref: string;
  target_entity_ref: string;
}

/** What the catalog's tables hold of an entity once it is processed and stitched. */
export interface CatalogRows {
  entityId: string;
  entityRef: string;
  unprocessed: string;
  unprocessedHash: string;
  processed: string;
  relations: RelationRow[];
  final: string;
  hash: string;
  search: SearchRow[];
}

/** Fields that name others: the kind that a short name means, and the relation each way. */
const RELATIONS = [
  { field: 'owner', kind: 'group', there: 'ownedBy', back: 'ownerOf' },
  { field: 'system', kind: 'system', there: 'partOf', back: 'hasPart' },
  {
    field: 'dependsOn',
    kind: undefined,
    there: 'dependsOn',
    back: 'dependencyOf',
  },
];

/** The rows of a whole catalog of components, systems and groups, in which no processor changes an entity. */
export function* catalogRowsOf(
  entities: readonly Entity[],
  idOf: (entityRef: string) => string,
): Generator<CatalogRows> {
  const relations = entities.map(entity => relationsOf(entity, idOf));
  const bySource = new Map<string, RelationRow[]>();
  for (const row of relations.flat()) {
    const rows = bySource.get(row.source_entity_ref);
    if (rows) {
      rows.push(row);
    } else {
      bySource.set(row.source_entity_ref, [row]);
    }
  }
  for (const [at, entity] of entities.entries()) {
    const entityRef = stringifyEntityRef(entity);
    const entityId = idOf(entityRef);
    const processed: Entity = {
      ...entity,
      metadata: { ...entity.metadata, uid: entityId },
    };
    const stitched: Entity = {
      ...processed,
      relations: stitchedRelations(bySource.get(entityRef) ?? []),
    };
    const hash = hashOf(stitched);
    const final: Entity = {
      ...stitched,
      metadata: { ...stitched.metadata, etag: hash },
    };
    yield {
      entityId,
      entityRef,
      unprocessed: JSON.stringify(entity),
      unprocessedHash: hashOf(entity),
      processed: JSON.stringify(processed),
      relations: relations[at],
      final: JSON.stringify(final),
      hash,
      search: buildEntitySearch(entityId, final),
    };
  }
}

function relationsOf(
  entity: Entity,
  idOf: (entityRef: string) => string,
): RelationRow[] {
  const own = stringifyEntityRef(entity);
  const originating = { originating_entity_id: idOf(own) };
  return RELATIONS.flatMap(({ field, kind, there, back }) =>
    [entity.spec?.[field] ?? []].flat().flatMap(given => {
      const other = stringifyEntityRef(
        parseEntityRef(String(given), {
          defaultKind: kind,
          defaultNamespace: entity.metadata.namespace,
        }),
      );
      return [
        {
          ...originating,
          type: there,
          source_entity_ref: own,
          target_entity_ref: other,
        },
        {
          ...originating,
          type: back,
          source_entity_ref: other,
          target_entity_ref: own,
        },
      ];
    }),
  );
}

/** As the stitcher lists them: each once, by type and target. */
function stitchedRelations(rows: readonly RelationRow[]) {
  const byText = new Map(
    rows.map(row => [
      `${row.type} ${row.target_entity_ref}`,
      { type: row.type, targetRef: row.target_entity_ref },
    ]),
  );
  // By code unit, as a database without a locale sorts.
  return [...byText.values()].sort(
    (a, b) =>
      byCodeUnit(a.type, b.type) || byCodeUnit(a.targetRef, b.targetRef),
  );
}

function byCodeUnit(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function hashOf(entity: Entity): string {
  return createHash('sha1').update(stableStringify(entity)).digest('hex');
}
