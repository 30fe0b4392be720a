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
import { toSearchText } from '../../searchText';
import { DocumentUsage } from '../DocumentUsage';
import { RecentMap } from '../RecentMap';
import { byKey, ResolvedKeys } from './ResolvedKeys';
import { resolveIds } from './resolveIds';

/** Ids of the packages that these usages are of, and which of these are new. */
export async function packageIds(
  tx: Knex,
  usages: readonly DocumentUsage[],
  cache: RecentMap<string, number>,
  firstSeenAt: string,
): Promise<{
  packages: ResolvedKeys<DocumentUsage, number>;
  added: Set<number>;
}> {
  const resolved = new ResolvedKeys<DocumentUsage, number>({
    keyOf: usage => usage.packageKey,
    cache,
    things: usages,
  });
  const missing = resolved.missing.sort(byKey(usage => usage.packageKey));
  const { ids, added } = await resolveIds(tx, {
    table: 'usage_packages',
    columns: {
      key: 'text',
      weak: 'boolean',
      ecosystem: 'text',
      namespace: 'text',
      name: 'text',
      search_text: 'text',
      first_seen_at: 'text',
    },
    keys: ['key'],
    rows: missing.map(usage => [
      usage.packageKey,
      usage.weak,
      usage.ecosystem,
      usage.namespace,
      usage.name,
      searchText(usage),
      firstSeenAt,
    ]),
  });
  for (const usage of missing) {
    const id = ids.get(usage.packageKey);
    if (id !== undefined) {
      resolved.add(usage, id);
    }
  }
  return { packages: resolved, added };
}

/** Both the name as people write it and the purl, where `@` and others are escaped. */
function searchText(usage: DocumentUsage): string {
  const name = usage.namespace
    ? `${usage.namespace}/${usage.name}`
    : usage.name;
  return toSearchText(`${name} ${usage.packageKey}`);
}
