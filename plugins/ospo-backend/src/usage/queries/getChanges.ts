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
  UsageChange,
  UsageChanges,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { InputError, NotFoundError } from '@backstage/errors';
import { Knex } from 'knex';
import { isNewer } from '../ingest/isNewer';
import { UsageSnapshotRow } from '../tables';
import { ABSENT_LICENCE } from './licenceRefs';
import { findSnapshot } from './listSnapshots';
import { packageColumns, PackageRow, toPackageName } from './packageRow';
import { given, QueryContext } from './QueryContext';
import { SnapshotRow, toSnapshot } from './snapshotRows';
import { versionsById } from './versionRows';
import { whereIds } from './whereIds';

/** Changes listed in one answer. */
const MAX_CHANGES = 1_000;

/** What changed between two snapshots: the changes of every snapshot on the way, added up. */
export async function getChanges(
  context: QueryContext,
  component: { id: number; entity_ref: string },
  query: { from: number; to: number },
): Promise<UsageChanges> {
  const { knex } = context;
  const [from, to] = await Promise.all([
    snapshotOf(context, component, query.from),
    snapshotOf(context, component, query.to),
  ]);
  if (from.target_id !== to.target_id) {
    throw new InputError(
      `Snapshots ${from.id} and ${to.id} are of different targets or streams; compare two of the same`,
    );
  }
  const net = await netChanges(knex, from, to);
  const shown = await describeChanges(knex, net);
  return {
    from: toSnapshot(from),
    to: toSnapshot(to),
    changes: shown,
    more: net.size > MAX_CHANGES,
  };
}

async function snapshotOf(
  context: QueryContext,
  component: { id: number; entity_ref: string },
  id: number,
): Promise<SnapshotRow> {
  const found = await findSnapshot(context, component.id, id);
  if (!found) {
    throw new NotFoundError(
      `'${component.entity_ref}' has no snapshot ${id}; its snapshots list the ids`,
    );
  }
  return found;
}

/** Version ids with 1 for added and -1 for removed, on the way from one snapshot to the other. */
async function netChanges(
  knex: Knex,
  from: SnapshotRow,
  to: SnapshotRow,
): Promise<Map<number, number>> {
  const history = await currentHistory(knex, from.target_id);
  for (const snapshot of [from, to]) {
    if (!history.includes(snapshot.id)) {
      throw new InputError(
        `Snapshot ${snapshot.id} came later than a newer document and never was the current one, so its packages were not kept; download its SBOM instead`,
      );
    }
  }
  const direction = from.id <= to.id ? 1 : -1;
  const [first, last] = [from.id, to.id].sort((a, b) => a - b);
  const rows: { version_id: number; net: number | string }[] = await knex(
    'usage_changes',
  )
    .whereRaw(
      whereIds(
        knex,
        'snapshot_id',
        history.filter(id => id > first && id <= last),
      ),
    )
    .groupBy('version_id')
    .select('version_id', knex.raw('sum(op) as net'));
  return new Map(
    rows
      .map((row): [number, number] => [
        row.version_id,
        Math.sign(Number(row.net)) * direction,
      ])
      .filter(([, net]) => net !== 0),
  );
}

/** Ids of the snapshots that were current one after the other. */
async function currentHistory(knex: Knex, targetId: number): Promise<number[]> {
  const rows = await knex<UsageSnapshotRow>('usage_snapshots')
    .where({ target_id: targetId })
    .orderBy('id')
    .select('id', 'document_at', 'received_at');
  const history: typeof rows = [];
  for (const row of rows) {
    const current = history.at(-1);
    if (!current || isNewer(timesOf(row), timesOf(current))) {
      history.push(row);
    }
  }
  return history.map(row => row.id);
}

function timesOf(
  row: Pick<UsageSnapshotRow, 'document_at' | 'received_at'>,
): Parameters<typeof isNewer>[0] {
  return {
    documentAt: given(row.document_at),
    receivedAt: row.received_at,
  };
}

async function describeChanges(
  knex: Knex,
  net: ReadonlyMap<number, number>,
): Promise<UsageChange[]> {
  const rows: (PackageRow & { version_id: number })[] = await knex(
    'usage_package_versions as v',
  )
    .join('usage_packages as p', 'p.id', 'v.package_id')
    .whereRaw(whereIds(knex, 'v.id', net.keys()))
    .orderBy(['p.name', 'v.id'])
    .limit(MAX_CHANGES)
    .select(packageColumns)
    .select('v.id as version_id');
  const versions = await versionsById(
    knex,
    rows.map(row => row.version_id),
  );
  return rows.map(row => {
    const version = versions.get(row.version_id);
    const { key, ecosystem, namespace, name } = toPackageName(row);
    return {
      change: (net.get(row.version_id) ?? 0) > 0 ? 'added' : 'removed',
      key,
      ecosystem,
      namespace,
      name,
      version: given(version?.version ?? ''),
      licence: version?.licence ?? ABSENT_LICENCE,
    };
  });
}
