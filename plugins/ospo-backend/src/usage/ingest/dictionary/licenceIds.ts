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
import { DocumentUsage, StatedLicence } from '../DocumentUsage';
import { textHash } from '../documentText';
import { RecentMap } from '../RecentMap';
import { byKey, ResolvedKeys } from './ResolvedKeys';
import { resolveIds } from './resolveIds';

export interface LicenceIds {
  /** `usage_licences.id` */
  licenceId: number;
  /** `usage_licence_texts.id` */
  textId: number;
}

/** Ids of all licences that these usages state. */
export async function licenceIds(
  tx: Knex,
  usages: readonly DocumentUsage[],
  cache: RecentMap<string, LicenceIds>,
): Promise<ResolvedKeys<StatedLicence, LicenceIds>> {
  const resolved = new ResolvedKeys<StatedLicence, LicenceIds>({
    keyOf: licence =>
      `${licence.status}\0${licence.text}\0${licence.raw}\0${licence.mappedFrom}`,
    cache,
    things: usages.flatMap(usage => [usage.declared, usage.concluded]),
  });
  if (resolved.missing.length === 0) {
    return resolved;
  }

  const hashed = resolved.missing.map(licence => ({
    licence,
    hash: textHash(licence.status, licence.text),
  }));
  const { ids: licences } = await resolveIds(tx, {
    table: 'usage_licences',
    columns: { status: 'text', text: 'text', hash: 'text' },
    keys: ['hash'],
    rows: [...new Map(hashed.map(item => [item.hash, item])).values()]
      .sort(byKey(item => item.hash))
      .map(({ licence, hash }) => [licence.status, licence.text, hash]),
  });

  const texts = hashed
    .map(({ licence, hash }) => {
      const licenceId = licences.get(hash) ?? 0;
      return {
        licence,
        licenceId,
        hash: textHash(licenceId, licence.raw, licence.mappedFrom),
      };
    })
    .sort(byKey(item => item.hash));
  const { ids: textIds } = await resolveIds(tx, {
    table: 'usage_licence_texts',
    columns: {
      licence_id: 'integer',
      raw: 'text',
      mapped_from: 'text',
      hash: 'text',
    },
    keys: ['hash'],
    rows: texts.map(({ licence, licenceId, hash }) => [
      licenceId,
      licence.raw,
      licence.mappedFrom,
      hash,
    ]),
  });
  for (const { licence, licenceId, hash } of texts) {
    resolved.add(licence, { licenceId, textId: textIds.get(hash) ?? 0 });
  }
  return resolved;
}
