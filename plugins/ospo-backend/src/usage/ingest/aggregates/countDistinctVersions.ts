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

/** A row of a version that came into use, or went out of it. */
export interface VersionTurn {
  versionId: number;
  packageId: number;
  isUsed: boolean;
}

interface Sibling {
  package_id: number;
  version: string;
  id: number;
  usages: number | null;
}

/**
 * By how much the number of distinct version texts in use changed, by package. Rows that describe the same version
 * differently stand for one text. The packages' own rows are locked by then, so nobody else turns a sibling meanwhile.
 */
export async function countDistinctVersions(
  tx: Knex,
  turns: readonly VersionTurn[],
): Promise<Map<number, number>> {
  const siblings = await runOverRows<Sibling>(tx, {
    sql: `select v.package_id, v.version, v.id, s.usages
          from $rows join usage_package_versions o on o.id = i.id
          join usage_package_versions v on v.package_id = o.package_id and v.version = o.version
          left join usage_version_stats s on s.package_id = v.package_id and s.version_id = v.id`,
    columns: { id: 'integer' },
    rows: turns.map(turn => [turn.versionId]),
  });
  const turned = new Map(turns.map(turn => [turn.versionId, turn.isUsed]));
  const texts = new Map<
    string,
    { packageId: number; before: boolean; after: boolean }
  >();
  for (const row of siblings) {
    const key = `${row.package_id}\0${row.version}`;
    const text = texts.get(key) ?? {
      packageId: row.package_id,
      before: false,
      after: false,
    };
    const isUsed = (row.usages ?? 0) > 0;
    const turn = turned.get(row.id);
    text.after ||= isUsed;
    text.before ||= turn === undefined ? isUsed : !turn;
    texts.set(key, text);
  }
  const changes = new Map<number, number>();
  for (const { packageId, before, after } of texts.values()) {
    const change = Number(after) - Number(before);
    if (change !== 0) {
      changes.set(packageId, (changes.get(packageId) ?? 0) + change);
    }
  }
  return changes;
}
