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

import { Knex } from 'knex';
import { runOverRows } from '../../../database/runSql';
import { UsageCurrentRow } from '../../tables';
import { CountedRow } from '../aggregates/computeDeltas';
import { VersionFacts } from '../dictionary/UsageDictionary';

interface FactsRow {
  id: number;
  package_id: number;
  ecosystem: string;
  version: string;
  qualifiers: string;
  licence_id: number;
  status: string;
}

/**
 * The rows of these targets as they stand. What the aggregates need to know of their versions is looked up for those
 * that the caller does not know already, and added to `facts`.
 */
export async function readStoredRows(
  tx: Knex,
  targetIds: readonly number[],
  facts: Map<number, VersionFacts>,
): Promise<CountedRow[]> {
  const rows = await runOverRows<UsageCurrentRow>(tx, {
    sql: `select c.package_id, c.target_id, c.version_id, c.flags, c.since_day
          from $rows join usage_current c on c.target_id = i.target_id`,
    columns: { target_id: 'integer' },
    rows: targetIds.map(id => [id]),
  });
  const unknown = new Set<number>();
  for (const row of rows) {
    if (!facts.has(row.version_id)) {
      unknown.add(row.version_id);
    }
  }
  const found = await runOverRows<FactsRow>(tx, {
    sql: `select v.id, v.package_id, p.ecosystem, v.version, v.qualifiers, v.licence_id, l.status
          from $rows join usage_package_versions v on v.id = i.id
          join usage_packages p on p.id = v.package_id
          join usage_licences l on l.id = v.licence_id`,
    columns: { id: 'integer' },
    rows: [...unknown].map(id => [id]),
  });
  for (const row of found) {
    facts.set(row.id, {
      versionId: row.id,
      packageId: row.package_id,
      ecosystem: row.ecosystem,
      version: row.version,
      qualifiers: row.qualifiers,
      licenceId: row.licence_id,
      licenceKnown: row.status === 'known',
    });
  }
  return rows.map(row => ({ ...row, ...countedBy(facts, row.version_id) }));
}

function countedBy(facts: Map<number, VersionFacts>, versionId: number) {
  const version = facts.get(versionId);
  if (!version) {
    throw new Error(
      `Row ${versionId} of usage_package_versions is missing, though usages refer to it`,
    );
  }
  const { ecosystem, licenceId, licenceKnown } = version;
  return { version: version.version, ecosystem, licenceId, licenceKnown };
}
