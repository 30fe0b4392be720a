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
import { DocumentUsage } from '../DocumentUsage';
import { RecentMap } from '../RecentMap';
import { ResolvedKeys } from './ResolvedKeys';
import { resolveIds, rowKey } from './resolveIds';

/** A version as a document describes it, with the ids that its row refers to. */
export interface VersionDescription {
  usage: Pick<DocumentUsage, 'version' | 'qualifiers'>;
  packageId: number;
  declaredId: number;
  concludedId: number;
  licenceId: number;
}

/**
 * Ids of these package versions, and which of them are new. The rows of new ones count their usages at once, which is
 * why every description here is to become a usage in this transaction.
 */
export async function versionIds<D extends VersionDescription>(
  tx: Knex,
  descriptions: readonly D[],
  cache: RecentMap<string, number>,
): Promise<{
  versions: ResolvedKeys<VersionDescription, number>;
  added: Set<number>;
}> {
  const keyOf = (item: VersionDescription) =>
    rowKey([
      item.packageId,
      item.usage.version,
      item.usage.qualifiers,
      item.declaredId,
      item.concludedId,
    ]);
  const resolved = new ResolvedKeys<VersionDescription, number>({
    keyOf,
    cache,
    things: descriptions,
  });
  const counts = new Map<string, number>();
  for (const description of descriptions) {
    const key = keyOf(description);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const missing = resolved.missing
    .map(item => ({ item, key: keyOf(item) }))
    .sort(
      (a, b) => a.item.packageId - b.item.packageId || (a.key < b.key ? -1 : 1),
    );
  const { ids, added } = await resolveIds(tx, {
    table: 'usage_package_versions',
    columns: {
      package_id: 'integer',
      version: 'text',
      qualifiers: 'text',
      declared_id: 'integer',
      concluded_id: 'integer',
      licence_id: 'integer',
      usages: 'integer',
    },
    keys: [
      'package_id',
      'version',
      'qualifiers',
      'declared_id',
      'concluded_id',
    ],
    rows: missing.map(({ item, key }) => [
      item.packageId,
      item.usage.version,
      item.usage.qualifiers,
      item.declaredId,
      item.concludedId,
      item.licenceId,
      counts.get(key) ?? 0,
    ]),
  });
  for (const { item, key } of missing) {
    const id = ids.get(key);
    if (id !== undefined) {
      resolved.add(item, id);
    }
  }
  return { versions: resolved, added };
}
