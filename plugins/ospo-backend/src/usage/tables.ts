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

import { LicenceStatus } from '@ospo-suite/backstage-plugin-ospo-common';

/** Rows of the slice's tables, as knex gives them; nothing outside the stores sees them. */

export interface UsageEntityRow {
  id: number;
  entity_ref: string;
  kind: string;
  namespace: string;
  name: string;
  title: string | null;
  type: string | null;
  lifecycle: string | null;
  owner_ref: string | null;
  owner_state: 'present' | 'missing' | 'none';
  system_ref: string | null;
  facts_hash: string;
  findings: string;
  seen_at: string;
  /** Written by `detachEntity` and `attachEntity` alone: whoever finds that the catalog lost it calls these. */
  gone_at: string | null;
  last_sbom_at: string | null;
  packages: number | null;
  direct: number | null;
  transitive: number | null;
  relation_unknown: number | null;
  licence_known: number | null;
  licence_unknown: number | null;
}

export interface UsageLicenceRow {
  id: number;
  status: LicenceStatus;
  /** Expression when known, raw text otherwise; '' when absent, noassertion or none. */
  text: string;
  hash: string;
}

export interface UsageLicenceTextRow {
  id: number;
  licence_id: number;
  raw: string;
  mapped_from: string;
  hash: string;
}

export interface UsagePackageRow {
  id: number;
  key: string;
  weak: boolean | number;
  ecosystem: string;
  namespace: string;
  name: string;
  search_text: string;
  first_seen_at: string;
}

/** Several rows may share package, version and qualifiers: documents that describe its licence differently. */
export interface UsagePackageVersionRow {
  id: number;
  package_id: number;
  version: string;
  qualifiers: string;
  declared_id: number;
  concluded_id: number;
  licence_id: number;
  /** Rows of `usage_current`; the row itself stays when none is left. */
  usages: number;
}

export interface UsageTargetRow {
  id: number;
  entity_id: number;
  target: string;
  stream: string;
  current_snapshot_id: number | null;
}

/** The same document again after another one was current makes a new snapshot. */
export interface UsageSnapshotRow {
  id: number;
  target_id: number;
  document_id: number;
  source: string;
  document_at: string | null;
  received_at: string;
  last_seen_at: string;
  packages: number;
  direct: number;
  transitive: number;
  relation_unknown: number;
  licence_known: number;
  licence_unknown: number;
  added: number;
  removed: number;
}

export interface UsageDocumentRow {
  id: number;
  sha256: string;
  bytes: number;
  format: string;
  serialization: string;
  spec_version: string;
  tools: string;
  document_at: string | null;
  subject: string;
  /** JSON: `SbomFinding[]` as the reader gave them. */
  findings: string;
  received_at: string;
}

export interface UsageCurrentRow {
  package_id: number;
  target_id: number;
  version_id: number;
  flags: number;
  since_day: number;
}

/** The aggregates have a row only for what is in use. */
export interface UsagePackageStatsRow {
  package_id: number;
  /** Entities that use any version. */
  components: number;
  /** Of these, with a direct relation. */
  direct: number;
  /** Distinct version texts in use. */
  versions: number;
  /** Rows of `usage_current`. */
  usages: number;
}

export interface UsageLicencePackagesRow {
  licence_id: number;
  package_id: number;
  usages: number;
}

export interface UsageLicenceStatsRow {
  licence_id: number;
  components: number;
  packages: number;
  usages: number;
}

export interface UsageEcosystemStatsRow {
  ecosystem: string;
  packages: number;
  usages: number;
}

export interface UsageTotalsRow {
  id: number;
  /** Entities with a current snapshot that the catalog has. */
  components: number;
  packages: number;
  /** Distinct pairs of package and version text. */
  package_versions: number;
  usages: number;
  direct: number;
  transitive: number;
  relation_unknown: number;
  licence_known: number;
  licence_unknown: number;
  generation: number;
}

export interface UsageTrendPointRow {
  scope_id: number;
  day: string;
  /** Null for an entity's own points. */
  components: number | null;
  /** Distinct packages; for an entity's own points its package versions. */
  packages: number | null;
  usages: number;
  direct: number;
  licence_known: number;
  licence_unknown: number;
}

export interface UsageSourceRow {
  id: number;
  entity_id: number;
  source: string;
  location: string;
  target: string;
  stream: string;
  budget_key: string;
  etag: string | null;
  state: 'waiting' | 'ok' | 'unchanged' | 'failed';
  message: string | null;
  findings: string;
  checked_at: string | null;
  last_good_at: string | null;
  next_check_at: string;
  claimed_until: string | null;
  failures: number;
}
