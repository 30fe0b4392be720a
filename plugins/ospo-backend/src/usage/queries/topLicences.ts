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
import { UsageLicenceRow } from '../tables';
import { toLicenceRef } from './licenceRefs';
import { idsParameter, inIds, readRows } from './readRows';

/** Licences shown with a package. */
export const MAX_LICENCES = 3;

/** The licences that most usages of a package are under. */
export async function topLicences(
  knex: Knex,
  packageIds: number[],
): Promise<Map<number, LicenceRef[]>> {
  const rows = await readRows<
    [packageId: number, status: UsageLicenceRow['status'], text: string]
  >(
    knex,
    `select lp.package_id, l.status, l.text
     from usage_licence_packages lp join usage_licences l on l.id = lp.licence_id
     where lp.package_id ${inIds(knex)}
     order by lp.usages desc, lp.licence_id`,
    [idsParameter(knex, packageIds)],
  );
  const found = new Map<number, LicenceRef[]>();
  for (const [packageId, status, text] of rows) {
    const licences = found.get(packageId) ?? [];
    if (licences.length < MAX_LICENCES) {
      licences.push(toLicenceRef({ status, text }));
    }
    found.set(packageId, licences);
  }
  return found;
}
