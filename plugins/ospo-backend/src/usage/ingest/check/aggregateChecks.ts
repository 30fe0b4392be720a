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

/** Usages of entities that the catalog has, with what is counted of them. */
const usages = `(
  select c.package_id, c.target_id, c.version_id, c.flags % 4 as relation, t.entity_id,
    v.version, v.licence_id, l.status, p.ecosystem
  from usage_current c
  join usage_targets t on t.id = c.target_id
  join usage_package_versions v on v.id = c.version_id
  join usage_licences l on l.id = v.licence_id
  join usage_packages p on p.id = c.package_id
)`;

const COUNTS = {
  direct: `sum(case when relation = 0 then 1 else 0 end)`,
  transitive: `sum(case when relation = 1 then 1 else 0 end)`,
  unknown: `sum(case when relation > 1 then 1 else 0 end)`,
  licenceKnown: `sum(case when status = 'known' then 1 else 0 end)`,
  licenceUnknown: `sum(case when status <> 'known' then 1 else 0 end)`,
};

/** Rows that one side has and the other has not. */
function compare(name: string, counted: string, stored: string): Check {
  return {
    name,
    sql: `select 'counted' as side, d.* from (select * from (${counted}) as a except select * from (${stored}) as b) as d
          union all
          select 'stored' as side, d.* from (select * from (${stored}) as a except select * from (${counted}) as b) as d`,
  };
}

/** Each entity's versions once, with their strongest relation. */
const entityVersions = `(
  select entity_id, version_id, min(relation) as relation, min(status) as status
  from ${usages} as u group by entity_id, version_id
)`;

const entityCounts = `
  select e.id, count(u.version_id) as packages,
    coalesce(${COUNTS.direct}, 0) as direct, coalesce(${COUNTS.transitive}, 0) as transitive,
    coalesce(${COUNTS.unknown}, 0) as relation_unknown,
    coalesce(${COUNTS.licenceKnown}, 0) as licence_known,
    coalesce(${COUNTS.licenceUnknown}, 0) as licence_unknown
  from usage_entities e left join ${entityVersions} as u on u.entity_id = e.id
  where e.gone_at is null and exists (
    select 1 from usage_targets t where t.entity_id = e.id and t.current_snapshot_id is not null
  )
  group by e.id`;

/** What each aggregate should be, and what it is. */
export const aggregateChecks: Check[] = [
  compare(
    'usage_package_stats',
    `select package_id, count(distinct entity_id) as components,
       count(distinct case when relation = 0 then entity_id end) as direct,
       count(distinct version) as versions, count(*) as usages
     from ${usages} as u group by package_id`,
    'select package_id, components, direct, versions, usages from usage_package_stats',
  ),
  compare(
    'usage_package_versions',
    `select package_id, version_id, count(*) as usages from ${usages} as u group by package_id, version_id`,
    'select package_id, id, usages from usage_package_versions where usages <> 0',
  ),
  compare(
    'usage_licence_packages',
    `select licence_id, package_id, count(*) as usages from ${usages} as u group by licence_id, package_id`,
    'select licence_id, package_id, usages from usage_licence_packages',
  ),
  compare(
    'usage_licence_stats',
    `select licence_id, count(distinct entity_id) as components, count(distinct package_id) as packages,
       count(*) as usages
     from ${usages} as u group by licence_id`,
    'select licence_id, components, packages, usages from usage_licence_stats',
  ),
  compare(
    'usage_ecosystem_stats',
    `select ecosystem, count(distinct package_id) as packages, count(*) as usages
     from ${usages} as u group by ecosystem`,
    'select ecosystem, packages, usages from usage_ecosystem_stats',
  ),
  compare(
    'usage_totals',
    `select
       (select count(*) from (${entityCounts}) as c) as components,
       (select count(distinct package_id) from usage_current) as packages,
       (select count(*) from (select distinct package_id, version from ${usages} as v) as d) as package_versions,
       count(*) as usages, coalesce(${COUNTS.direct}, 0) as direct, coalesce(${COUNTS.transitive}, 0) as transitive,
       coalesce(${COUNTS.unknown}, 0) as relation_unknown,
       coalesce(${COUNTS.licenceKnown}, 0) as licence_known,
       coalesce(${COUNTS.licenceUnknown}, 0) as licence_unknown
     from ${usages} as u`,
    `select components, packages, package_versions, usages, direct, transitive, relation_unknown, licence_known,
       licence_unknown from usage_totals where id = 1`,
  ),
  compare(
    'usage_entities',
    entityCounts,
    `select id, packages, direct, transitive, relation_unknown, licence_known, licence_unknown
     from usage_entities e where gone_at is null and exists (
       select 1 from usage_targets t where t.entity_id = e.id and t.current_snapshot_id is not null
     )`,
  ),
  compare(
    'usage_snapshots',
    `select s.id, count(c.version_id) as packages,
       coalesce(sum(case when c.flags % 4 = 0 then 1 else 0 end), 0) as direct,
       coalesce(sum(case when c.flags % 4 = 1 then 1 else 0 end), 0) as transitive,
       coalesce(sum(case when l.status = 'known' then 1 else 0 end), 0) as licence_known
     from usage_targets t
     join usage_entities e on e.id = t.entity_id and e.gone_at is null
     join usage_snapshots s on s.id = t.current_snapshot_id
     left join usage_current c on c.target_id = t.id
     left join usage_package_versions v on v.id = c.version_id
     left join usage_licences l on l.id = v.licence_id
     group by s.id`,
    `select s.id, s.packages, s.direct, s.transitive, s.licence_known
     from usage_targets t
     join usage_entities e on e.id = t.entity_id and e.gone_at is null
     join usage_snapshots s on s.id = t.current_snapshot_id`,
  ),
  compare(
    'usage_trend_points of everything, newest',
    `select components, packages, usages, direct, licence_known, licence_unknown from usage_totals
     where id = 1 and exists (select 1 from usage_trend_points where scope_id = 0)`,
    `select components, packages, usages, direct, licence_known, licence_unknown from usage_trend_points
     where scope_id = 0 and day = (select max(day) from usage_trend_points where scope_id = 0)`,
  ),
  compare(
    'usage_trend_points of entities, newest',
    entityCounts.replace('e.id, count', 'e.id as scope_id, count'),
    `select p.scope_id, p.packages, p.direct, e.transitive, e.relation_unknown, p.licence_known, p.licence_unknown
     from usage_trend_points p join usage_entities e on e.id = p.scope_id
     where e.gone_at is null and e.packages is not null and p.day = (
       select max(n.day) from usage_trend_points n where n.scope_id = p.scope_id
     )`,
  ),
];
