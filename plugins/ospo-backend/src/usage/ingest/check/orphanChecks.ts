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

import { Check } from './Check';

/** Rows that cannot be, whatever the counts say. */
export const orphanChecks: Check[] = [
  {
    name: 'usages without a current snapshot',
    sql: `select c.target_id, c.version_id from usage_current c
          left join usage_targets t on t.id = c.target_id
          where t.current_snapshot_id is null`,
  },
  {
    name: 'usages of an entity that is gone',
    sql: `select c.target_id, c.version_id from usage_current c
          join usage_targets t on t.id = c.target_id
          join usage_entities e on e.id = t.entity_id
          where e.gone_at is not null`,
  },
  {
    name: 'usages without their version',
    sql: `select c.target_id, c.version_id, c.package_id from usage_current c
          left join usage_package_versions v on v.id = c.version_id and v.package_id = c.package_id
          where v.id is null`,
  },
  {
    name: 'versions without their package or licences',
    sql: `select v.id from usage_package_versions v
          left join usage_packages p on p.id = v.package_id
          left join usage_licences l on l.id = v.licence_id
          left join usage_licence_texts d on d.id = v.declared_id
          left join usage_licence_texts c on c.id = v.concluded_id
          where p.id is null or l.id is null or d.id is null or c.id is null`,
  },
  {
    name: 'targets whose current snapshot is not theirs',
    sql: `select t.id, t.current_snapshot_id from usage_targets t
          left join usage_snapshots s on s.id = t.current_snapshot_id and s.target_id = t.id
          where t.current_snapshot_id is not null and s.id is null`,
  },
  {
    name: 'targets without any snapshot',
    sql: `select t.id from usage_targets t
          where not exists (select 1 from usage_snapshots s where s.target_id = t.id)`,
  },
  {
    name: 'documents without their bytes',
    sql: `select d.id from usage_documents d
          where not exists (select 1 from usage_document_chunks c where c.document_id = d.id and c.seq = 0)`,
  },
  {
    name: 'documents without a snapshot',
    sql: `select d.id from usage_documents d
          where not exists (select 1 from usage_snapshots s where s.document_id = d.id)`,
  },
  {
    name: 'changes whose number is not the one of their snapshot',
    sql: `select s.id, s.added, s.removed from usage_snapshots s
          left join usage_changes c on c.snapshot_id = s.id
          group by s.id, s.added, s.removed
          having s.added <> coalesce(sum(case when c.op > 0 then 1 else 0 end), 0)
            or s.removed <> coalesce(sum(case when c.op < 0 then 1 else 0 end), 0)`,
  },
];
