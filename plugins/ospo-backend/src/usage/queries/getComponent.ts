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
  UsageComponentDetail,
  UsageLicence,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { EntitySet } from '../access/EntitySet';
import { UsageEntityRow } from '../tables';
import { computeSetAggregate } from './computeSetAggregate';
import { ComponentRow, sbomStateOf, toComponent } from './componentRef';
import { nameLicences } from './listLicences';
import { QueryContext } from './QueryContext';
import { snapshotRows, toSnapshot } from './snapshotRows';
import { sourcesOf, toSourceState } from './sourceStates';
import { readFindings } from './storedJson';

export type KnownComponent = ComponentRow;

/** A component by its ref; undefined for what the catalog no longer has. */
export async function findComponent(
  context: QueryContext,
  entityRef: string,
): Promise<KnownComponent | undefined> {
  const rows: KnownComponent[] = await context
    .knex<UsageEntityRow>('usage_entities as e')
    .where('e.entity_ref', entityRef)
    .whereNull('e.gone_at')
    .select('e.*')
    .select({ sbom_state: sbomStateOf(context) });
  return rows[0];
}

/** Everything about one component. */
export async function getComponent(
  context: QueryContext,
  found: KnownComponent,
): Promise<Omit<UsageComponentDetail, 'basis' | 'may' | 'uploadMaxBytes'>> {
  const { knex } = context;
  const [current, sources, licences] = await Promise.all([
    snapshotRows(knex, found.id).whereRaw('t.current_snapshot_id = s.id'),
    sourcesOf(knex, found.id),
    licencesWithin(context, found.id),
  ]);
  current.sort(
    (a, b) => b.received_at.localeCompare(a.received_at) || b.id - a.id,
  );
  return {
    ...toComponent(found),
    snapshots: current.map(toSnapshot),
    sources: sources.map(toSourceState),
    findings: [
      ...readFindings(found.findings, { origin: 'annotation' }),
      ...sources.flatMap(({ findings, target, stream }) =>
        readFindings(findings, { origin: 'source', target, stream }),
      ),
      ...current.flatMap(({ findings, target, stream }) =>
        readFindings(findings, { origin: 'document', target, stream }),
      ),
    ],
    licences,
  };
}

async function licencesWithin(
  context: QueryContext,
  entityId: number,
): Promise<UsageLicence[]> {
  const aggregate = await computeSetAggregate(
    context.knex,
    EntitySet.of([entityId]),
    {},
  );
  const named = await nameLicences(context.knex, aggregate.licences);
  return named
    .sort((a, b) => b.usages - a.usages || a.id - b.id)
    .map(({ id: _id, ...licence }) => licence);
}
