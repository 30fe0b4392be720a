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
import { ABSENT_LICENCE, toWrittenLicenceRef } from './licenceRefs';
import { purlOf } from './packageKey';
import { idsParameter, inIds, readRows } from './readRows';

/** A version as documents describe it. */
export interface DescribedVersion {
  version: string;
  qualifiers: string;
  packageId: number;
  /** The full purl, when the package has one. */
  purl: string | undefined;
  licence: LicenceRef;
  declared: LicenceRef;
  concluded: LicenceRef;
}

type Status = UsageLicenceRow['status'];
/** Licence, its status and text, and what the document wrote; null when there is no such row. */
type LicenceCells = [
  id: number | null,
  status: Status,
  text: string,
  raw: string,
  mappedFrom: string,
];
type VersionCells = [
  id: number,
  version: string,
  qualifiers: string,
  packageId: number,
  licenceId: number,
  key: string,
  weak: boolean | number,
  ...declared: LicenceCells,
  ...concluded: LicenceCells,
];

/** Versions by `usage_package_versions.id`, with their licences in the documents' spelling. */
export async function versionsById(
  knex: Knex,
  ids: Iterable<number>,
): Promise<Map<number, DescribedVersion>> {
  const rows = await readRows<VersionCells>(
    knex,
    `select v.id, v.version, v.qualifiers, v.package_id, v.licence_id, p.key, p.weak,
       d.licence_id as d_id, dl.status as d_status, dl.text as d_text, d.raw as d_raw, d.mapped_from as d_from,
       c.licence_id as c_id, cl.status as c_status, cl.text as c_text, c.raw as c_raw, c.mapped_from as c_from
     from usage_package_versions v join usage_packages p on p.id = v.package_id
     left join usage_licence_texts d on d.id = v.declared_id
     left join usage_licences dl on dl.id = d.licence_id
     left join usage_licence_texts c on c.id = v.concluded_id
     left join usage_licences cl on cl.id = c.licence_id
     where v.id ${inIds(knex)}`,
    [idsParameter(knex, new Set(ids))],
  );
  return new Map(
    rows.map(([id, version, qualifiers, packageId, licenceId, ...cells]) => {
      const [key, weak, d1, d2, d3, d4, d5, ...concludedCells] = cells;
      const declared = toRef([d1, d2, d3, d4, d5]);
      const concluded = toRef(concludedCells);
      return [
        id,
        {
          version,
          qualifiers,
          packageId,
          purl: purlOf({ key, weak: Boolean(weak), version, qualifiers }),
          licence: concludedCells[0] === licenceId ? concluded : declared,
          declared,
          concluded,
        },
      ];
    }),
  );
}

function toRef([id, status, text, raw, mappedFrom]: LicenceCells): LicenceRef {
  return id === null
    ? ABSENT_LICENCE
    : toWrittenLicenceRef({ status, text, raw, mapped_from: mappedFrom });
}
