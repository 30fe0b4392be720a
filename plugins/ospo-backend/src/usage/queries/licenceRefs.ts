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
  LicenceRef,
  licenceKey,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { UsageLicenceRow, UsageLicenceTextRow } from '../tables';
import { given } from './QueryContext';
import { whereIds } from './whereIds';

/** A licence as it counts, without the spelling of any one document. */
export function toLicenceRef(
  row: Pick<UsageLicenceRow, 'status' | 'text'>,
): LicenceRef {
  const licence =
    row.status === 'known'
      ? { status: row.status, expression: row.text }
      : { status: row.status, raw: given(row.text) };
  return { key: licenceKey(licence), ...licence };
}

/** Licences by `usage_licences.id`. */
export async function licencesById(
  knex: Knex,
  ids: Iterable<number>,
): Promise<Map<number, LicenceRef>> {
  const rows: UsageLicenceRow[] = await knex('usage_licences')
    .whereRaw(whereIds(knex, 'id', new Set(ids)))
    .select('id', 'status', 'text');
  return new Map(rows.map(row => [row.id, toLicenceRef(row)]));
}

/** A licence as a document wrote it. */
export function toWrittenLicenceRef(
  row: Pick<UsageLicenceRow, 'status' | 'text'> &
    Pick<UsageLicenceTextRow, 'raw' | 'mapped_from'>,
): LicenceRef {
  const ref = toLicenceRef(row);
  return row.status === 'known'
    ? {
        ...ref,
        raw: row.raw === row.text ? undefined : given(row.raw),
        mappedFrom: given(row.mapped_from),
      }
    : ref;
}

/** What is kept when nothing is known of a licence, which a foreign row alone can bring about. */
export const ABSENT_LICENCE: LicenceRef = { key: 'absent:', status: 'absent' };
