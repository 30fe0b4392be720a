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
  SbomState,
  UsageComponent,
  UsageComponentRef,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { UsageEntityRow } from '../tables';
import { given, QueryContext, staleBefore } from './QueryContext';

export const componentRefColumns = [
  'e.entity_ref',
  'e.title',
  'e.type',
  'e.lifecycle',
  'e.owner_ref',
  'e.owner_state',
  'e.system_ref',
] as const;

export const componentColumns = [
  ...componentRefColumns,
  'e.id',
  'e.name',
  'e.last_sbom_at',
  'e.packages',
  'e.direct',
  'e.transitive',
  'e.relation_unknown',
  'e.licence_known',
  'e.licence_unknown',
] as const;

export type ComponentRefRow = Pick<
  UsageEntityRow,
  | 'entity_ref'
  | 'title'
  | 'type'
  | 'lifecycle'
  | 'owner_ref'
  | 'owner_state'
  | 'system_ref'
>;

export type ComponentRow = UsageEntityRow & { sbom_state: SbomState };

export function toComponentRef(row: ComponentRefRow): UsageComponentRef {
  return {
    entityRef: row.entity_ref,
    title: given(row.title),
    type: given(row.type),
    lifecycle: given(row.lifecycle),
    ownerRef: given(row.owner_ref),
    ownerState: row.owner_state,
    systemRef: given(row.system_ref),
  };
}

export function toComponent(row: ComponentRow): UsageComponent {
  return {
    ...toComponentRef(row),
    sbomState: row.sbom_state,
    lastSbomAt: given(row.last_sbom_at),
    counts: toCounts(row),
  };
}

function toCounts(row: ComponentRow): UsageComponent['counts'] {
  if (row.packages === null || row.last_sbom_at === null) {
    return undefined;
  }
  return {
    packages: row.packages,
    direct: row.direct ?? 0,
    transitive: row.transitive ?? 0,
    relationUnknown: row.relation_unknown ?? 0,
    licenceKnown: row.licence_known ?? 0,
    licenceUnknown: row.licence_unknown ?? 0,
  };
}

/** The state of a component's SBOM, as the words of the contract define it. */
export function sbomStateOf(context: QueryContext): Knex.Raw {
  return context.knex.raw(
    `case when e.last_sbom_at is null
       then case when exists (select 1 from usage_sources fs where fs.entity_id = e.id and fs.state = 'failed')
         then 'failed' else 'none' end
       when e.last_sbom_at < ? then 'stale' else 'current' end`,
    [staleBefore(context)],
  );
}
