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
  TrendPoint,
  UsageAttention,
  UsageEcosystem,
  UsageLicence,
  UsageOverview,
  UsagePackage,
  UsageTotals,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { EntitySet } from '../access/EntitySet';
import { whereEntities } from './EntityFilter';
import { countStates } from './getCoverage';
import { QueryContext } from './QueryContext';
import { readRows } from './readRows';
import { SetAggregate } from './SetAggregate';
import { CountedLicence } from './listLicences';

/** The parts of the overview that come from elsewhere. */
export interface OverviewParts {
  totals: UsageTotals;
  topPackages: UsagePackage[];
  licences: UsageLicence[];
  ecosystems: UsageEcosystem[];
  trend: TrendPoint[];
}

export async function getOverview(
  context: QueryContext,
  visible: EntitySet | undefined,
  parts: OverviewParts,
): Promise<Omit<UsageOverview, 'basis'>> {
  return { ...parts, attention: await countAttention(context, visible) };
}

/** What somebody should look at; each kind leads to the components behind it. */
async function countAttention(
  context: QueryContext,
  visible: EntitySet | undefined,
): Promise<UsageAttention[]> {
  const { knex } = context;
  const [states, [row]] = await Promise.all([
    countStates(context, visible),
    knex('usage_entities as e')
      .modify(whereEntities(knex, {}, visible))
      .select<Record<string, number | string | null>[]>(
        knex.raw(
          `sum(case when e.owner_state = 'none' then 1 else 0 end) as no_owner,
           sum(case when e.owner_state = 'missing' then 1 else 0 end) as owner_missing,
           sum(case when e.licence_unknown > 0 then 1 else 0 end) as licence_unknown`,
        ),
      ),
  ]);
  return [
    { kind: 'no-owner', components: Number(row.no_owner ?? 0) },
    { kind: 'owner-missing', components: Number(row.owner_missing ?? 0) },
    { kind: 'no-sbom', components: states.none },
    { kind: 'sbom-failed', components: states.failed },
    { kind: 'sbom-stale', components: states.stale },
    { kind: 'licence-unknown', components: Number(row.licence_unknown ?? 0) },
  ];
}

/** Totals over everything, from the row that the store keeps. */
export async function totalsOfEverything(knex: Knex): Promise<UsageTotals> {
  const [row] = await readRows<number[]>(
    knex,
    `select t.packages, t.package_versions, t.usages, t.direct, t.transitive, t.relation_unknown, t.licence_known,
       t.licence_unknown, (select count(*) from usage_licence_stats) as licences
     from usage_totals t where t.id = 1`,
  );
  const [packages, packageVersions, usages, direct, transitive, ...rest] = row;
  const [relationUnknown, licenceKnown, licenceUnknown, licences] = rest;
  return {
    ...{ packages, packageVersions, usages, direct, transitive },
    ...{ relationUnknown, licenceKnown, licenceUnknown },
    licences: Number(licences),
  };
}

/** Totals within a set of components. */
export function totalsWithin(
  aggregate: SetAggregate,
  licences: readonly CountedLicence[],
): UsageTotals {
  const known = licences
    .filter(licence => licence.status === 'known')
    .reduce((sum, licence) => sum + licence.usages, 0);
  return {
    ...aggregate.totals,
    licenceKnown: known,
    licenceUnknown: aggregate.totals.usages - known,
  };
}
