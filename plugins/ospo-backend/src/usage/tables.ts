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
  gone_at: string | null;
  last_sbom_at: string | null;
  packages: number | null;
  direct: number | null;
  transitive: number | null;
  relation_unknown: number | null;
  licence_known: number | null;
  licence_unknown: number | null;
}

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
