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

import { decodeUsageFlags } from '../../usageFlags';
import { UsageCurrentRow } from '../../tables';
import { countUsages } from '../countUsages';
import { UsageDeltas } from './UsageDeltas';

/** A row of `usage_current` with what the aggregates need to know of its version. */
export interface CountedRow extends UsageCurrentRow {
  /** The version's text. */
  version: string;
  ecosystem: string;
  licenceId: number;
  licenceKnown: boolean;
}

/** All rows of one entity, over all its targets, before and after. */
export interface EntityChange {
  entityId: number;
  before: CountedRow[];
  after: CountedRow[];
  /** Whether the entity counts as a component with an SBOM. */
  hadSnapshot: boolean;
  hasSnapshot: boolean;
}

const RELATION_RANK = { direct: 0, transitive: 1, unknown: 2 };

/** The differences that a change of whole entities makes. */
export function computeDeltas(changes: Iterable<EntityChange>): UsageDeltas {
  const deltas: UsageDeltas = {
    deleted: [],
    inserted: [],
    reflagged: [],
    packages: new Map(),
    versions: new Map(),
    licencePackages: new Map(),
    licences: new Map(),
    totals: { ...countUsages([]), components: 0 },
    entities: new Map(),
  };
  for (const change of changes) {
    addRowDifferences(deltas, change);
    addRows(deltas, change.before, -1);
    addRows(deltas, change.after, 1);
    deltas.totals.components +=
      Number(change.hasSnapshot) - Number(change.hadSnapshot);
    if (change.hasSnapshot) {
      deltas.entities.set(change.entityId, countEntity(change.after));
    }
  }
  dropUnchanged(deltas);
  return deltas;
}

function addRowDifferences(deltas: UsageDeltas, change: EntityChange) {
  const keyOf = (row: UsageCurrentRow) => `${row.target_id}/${row.version_id}`;
  const before = new Map(change.before.map(row => [keyOf(row), row]));
  for (const row of change.after) {
    const key = keyOf(row);
    const known = before.get(key);
    before.delete(key);
    if (!known) {
      deltas.inserted.push(row);
    } else if (known.flags !== row.flags) {
      deltas.reflagged.push(row);
    }
  }
  for (const row of before.values()) {
    deltas.deleted.push(row);
  }
}

/** Adds or takes away all that one entity contributes. */
function addRows(deltas: UsageDeltas, rows: CountedRow[], sign: 1 | -1) {
  const packages = new Map<number, { ecosystem: string; direct: boolean }>();
  const licences = new Set<number>();
  for (const row of rows) {
    const { relation } = decodeUsageFlags(row.flags);
    const direct = relation === 'direct';
    packages.set(row.package_id, {
      ecosystem: row.ecosystem,
      direct: direct || (packages.get(row.package_id)?.direct ?? false),
    });
    licences.add(row.licenceId);

    const version = entry(deltas.versions, row.version_id, () => ({
      packageId: row.package_id,
      version: row.version,
      usages: 0,
    }));
    version.usages += sign;
    packageDelta(deltas, row.package_id, row.ecosystem).usages += sign;
    licenceDelta(deltas, row.licenceId).usages += sign;
    const perPackage = entry(
      deltas.licencePackages,
      row.licenceId,
      () => new Map<number, number>(),
    );
    perPackage.set(
      row.package_id,
      (perPackage.get(row.package_id) ?? 0) + sign,
    );

    deltas.totals.packages += sign;
    deltas.totals[relation === 'unknown' ? 'relation_unknown' : relation] +=
      sign;
    deltas.totals[row.licenceKnown ? 'licence_known' : 'licence_unknown'] +=
      sign;
  }
  for (const [packageId, { ecosystem, direct }] of packages) {
    const delta = packageDelta(deltas, packageId, ecosystem);
    delta.components += sign;
    delta.direct += direct ? sign : 0;
  }
  for (const licenceId of licences) {
    licenceDelta(deltas, licenceId).components += sign;
  }
}

function packageDelta(
  deltas: UsageDeltas,
  packageId: number,
  ecosystem: string,
) {
  return entry(deltas.packages, packageId, () => ({
    ecosystem,
    components: 0,
    direct: 0,
    usages: 0,
  }));
}

function licenceDelta(deltas: UsageDeltas, licenceId: number) {
  return entry(deltas.licences, licenceId, () => ({
    components: 0,
    usages: 0,
  }));
}

/** An entity's counts: each package version once, with its strongest relation over all targets. */
export function countEntity(rows: readonly CountedRow[]) {
  const versions = new Map<number, CountedRow>();
  for (const row of rows) {
    const known = versions.get(row.version_id);
    if (!known || rank(row) < rank(known)) {
      versions.set(row.version_id, row);
    }
  }
  return { ...countUsages(versions.values()), usages: rows.length };
}

function rank(row: CountedRow): number {
  return RELATION_RANK[decodeUsageFlags(row.flags).relation];
}

function dropUnchanged(deltas: UsageDeltas) {
  // A package whose versions change stays, even when its counts come out the same: its number of versions may differ.
  const changed = new Set<number>();
  for (const [id, delta] of deltas.versions) {
    if (delta.usages) {
      changed.add(delta.packageId);
    } else {
      deltas.versions.delete(id);
    }
  }
  for (const [id, delta] of deltas.packages) {
    if (
      !changed.has(id) &&
      !delta.components &&
      !delta.direct &&
      !delta.usages
    ) {
      deltas.packages.delete(id);
    }
  }
  for (const [licenceId, packages] of deltas.licencePackages) {
    for (const [packageId, usages] of packages) {
      if (!usages) {
        packages.delete(packageId);
      }
    }
    if (packages.size === 0) {
      deltas.licencePackages.delete(licenceId);
    }
  }
  for (const [id, delta] of deltas.licences) {
    if (!delta.components && !delta.usages) {
      deltas.licences.delete(id);
    }
  }
}

function entry<K, V>(map: Map<K, V>, key: K, create: () => V): V {
  const known = map.get(key);
  if (known !== undefined) {
    return known;
  }
  const created = create();
  map.set(key, created);
  return created;
}
