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
import { UsageDeltas } from './UsageDeltas';

/**
 * Writes the counts of entities that changed, and their point in the trend: of the day, or of their newest point when
 * that is later, because a document may wait until after midnight while others do not.
 */
export async function writeEntities(
  tx: Knex,
  options: { entities: UsageDeltas['entities']; day: string },
): Promise<void> {
  const rows = [...options.entities].sort((a, b) => a[0] - b[0]);
  await runOverRows(tx, {
    sql: `update usage_entities set
            packages = i.packages, direct = i.direct, transitive = i.transitive,
            relation_unknown = i.relation_unknown, licence_known = i.licence_known,
            licence_unknown = i.licence_unknown,
            last_sbom_at = (
              select max(s.last_seen_at) from usage_targets t
              join usage_snapshots s on s.id = t.current_snapshot_id
              where t.entity_id = usage_entities.id
            )
          from $rows where usage_entities.id = i.entity_id`,
    columns: {
      entity_id: 'integer',
      packages: 'integer',
      direct: 'integer',
      transitive: 'integer',
      relation_unknown: 'integer',
      licence_known: 'integer',
      licence_unknown: 'integer',
    },
    rows: rows.map(([id, counts]) => [
      id,
      counts.packages,
      counts.direct,
      counts.transitive,
      counts.relation_unknown,
      counts.licence_known,
      counts.licence_unknown,
    ]),
  });
  await runOverRows(tx, {
    sql: `insert into usage_trend_points
            (scope_id, day, packages, usages, direct, licence_known, licence_unknown)
          select scope_id,
            coalesce((select max(p.day) from usage_trend_points p where p.scope_id = i.scope_id and p.day > ?), ?),
            packages, usages, direct, licence_known, licence_unknown
          from $rows where true
          on conflict (scope_id, day) do update set
            packages = excluded.packages, usages = excluded.usages, direct = excluded.direct,
            licence_known = excluded.licence_known, licence_unknown = excluded.licence_unknown`,
    bindings: [options.day, options.day],
    columns: {
      scope_id: 'integer',
      packages: 'integer',
      usages: 'integer',
      direct: 'integer',
      licence_known: 'integer',
      licence_unknown: 'integer',
    },
    rows: rows.map(([id, counts]) => [
      id,
      counts.packages,
      counts.usages,
      counts.direct,
      counts.licence_known,
      counts.licence_unknown,
    ]),
  });
}
