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

import { LicenceRef } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { UsagePackageVersionRow } from '../tables';
import { ABSENT_LICENCE, licenceTextsById } from './licenceRefs';
import { whereIds } from './whereIds';

/** A version as documents describe it. */
export interface DescribedVersion {
  version: string;
  qualifiers: string;
  packageId: number;
  licence: LicenceRef;
  declared: LicenceRef;
  concluded: LicenceRef;
}

/** Versions by `usage_package_versions.id`, with their licences in the documents' spelling. */
export async function versionsById(
  knex: Knex,
  ids: Iterable<number>,
): Promise<Map<number, DescribedVersion>> {
  const rows: UsagePackageVersionRow[] = await knex('usage_package_versions')
    .whereRaw(whereIds(knex, 'id', new Set(ids)))
    .select('*');
  const texts = await licenceTextsById(
    knex,
    rows.flatMap(row => [row.declared_id, row.concluded_id]),
  );
  return new Map(
    rows.map(row => {
      const declared = texts.get(row.declared_id);
      const concluded = texts.get(row.concluded_id);
      const counting =
        concluded?.licenceId === row.licence_id ? concluded : declared;
      return [
        row.id,
        {
          version: row.version,
          qualifiers: row.qualifiers,
          packageId: row.package_id,
          licence: counting?.ref ?? ABSENT_LICENCE,
          declared: declared?.ref ?? ABSENT_LICENCE,
          concluded: concluded?.ref ?? ABSENT_LICENCE,
        },
      ];
    }),
  );
}
