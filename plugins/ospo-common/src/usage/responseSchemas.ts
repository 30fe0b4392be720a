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

import { z } from 'zod';
import {
  count,
  time,
  day,
  licenceFields,
  licenceRef,
  basis,
  ownerState,
  componentRefFields,
  counts,
  componentFields,
} from './responseFields';
import { FieldsOf } from '../inputFields';
import type {
  ComponentPackage,
  CoverageGroup,
  IngestReport,
  PackageUsage,
  TrendPoint,
  UsageAttention,
  UsageChange,
  UsageChanges,
  UsageComponentDetail,
  UsageCoverage,
  UsageEcosystem,
  UsageFacets,
  UsageFinding,
  UsageLicence,
  UsageOverview,
  UsagePackage,
  UsagePackageDetail,
  UsagePackageVersion,
  UsagePage,
  UsageSearchResult,
  UsageSnapshot,
  UsageSource,
  UsageSourceState,
  UsageTotals,
  UsageTrend,
} from './types';
import { findingSeverities, usageRelations, usageScopes } from './words';

/** A page of what `item` describes. @public */
export function usagePageSchema<T>(
  item: z.ZodType<T>,
): z.ZodType<UsagePage<T>> {
  return z.strictObject({
    items: z.array(item).max(200),
    nextCursor: z.string().optional(),
    total: z.strictObject({ value: count, bounded: z.boolean() }).optional(),
    basis,
  } satisfies FieldsOf<UsagePage<T>>);
}

/** @public */
export const usageComponentSchema = z.strictObject(componentFields);

const packageFields = {
  key: z.string().min(1),
  weak: z.boolean(),
  ecosystem: z.string().min(1),
  namespace: z.string().min(1).optional(),
  name: z.string().min(1),
  components: count,
  direct: count,
  versions: count,
  licences: z.array(licenceRef).max(3),
} satisfies FieldsOf<UsagePackage>;

/** @public */
export const usagePackageSchema = z.strictObject(packageFields);

/** @public */
export const usagePackageDetailSchema = z.strictObject({
  ...packageFields,
  versionList: z.array(
    z.strictObject({
      version: z.string().min(1).optional(),
      components: count,
      licences: z.array(licenceRef),
    } satisfies FieldsOf<UsagePackageVersion>),
  ),
  moreVersions: z.boolean(),
  firstSeenAt: time.optional(),
  basis,
} satisfies FieldsOf<UsagePackageDetail>);

const usageFields = {
  target: z.string().min(1),
  stream: z.string().min(1),
  version: z.string().min(1).optional(),
  purl: z.string().min(1).optional(),
  relation: z.enum(usageRelations),
  scope: z.enum(usageScopes),
  licence: licenceRef,
  since: z.union([time, day]).optional(),
};

/** @public */
export const packageUsageSchema = z.strictObject({
  ...usageFields,
  component: z.strictObject(componentRefFields),
} satisfies FieldsOf<PackageUsage>);

/** @public */
export const componentPackageSchema = z.strictObject({
  ...usageFields,
  key: z.string().min(1),
  weak: z.boolean(),
  ecosystem: z.string().min(1),
  namespace: z.string().min(1).optional(),
  name: z.string().min(1),
  declared: licenceRef,
  concluded: licenceRef,
} satisfies FieldsOf<ComponentPackage>);

/** @public */
export const usageLicenceSchema = z.strictObject({
  ...licenceFields,
  components: count,
  packages: count,
  usages: count,
} satisfies FieldsOf<UsageLicence>);

const findingSchema = z.strictObject({
  origin: z.enum(['document', 'annotation', 'source']),
  code: z.string().min(1),
  severity: z.enum(findingSeverities),
  where: z.string(),
  message: z.string().min(1),
  mend: z.string(),
  count: z.number().int().min(1),
  target: z.string().optional(),
  stream: z.string().optional(),
} satisfies FieldsOf<UsageFinding>);

/** @public */
export const usageSnapshotSchema = z.strictObject({
  id: z.number().int().min(1),
  target: z.string().min(1),
  stream: z.string().min(1),
  isCurrent: z.boolean(),
  format: z.string().min(1),
  specVersion: z.string(),
  tools: z.array(z.string()),
  documentAt: time.optional(),
  receivedAt: time,
  lastSeenAt: time,
  source: z.string().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
  counts,
  added: count,
  removed: count,
} satisfies FieldsOf<UsageSnapshot>);

const sourceStateFields = {
  sourceId: z.string().min(1),
  location: z.string(),
  target: z.string(),
  stream: z.string(),
  state: z.enum(['waiting', 'ok', 'unchanged', 'failed']),
  message: z.string().optional(),
  checkedAt: time.optional(),
  lastGoodAt: time.optional(),
  nextCheckAt: time.optional(),
  failures: count,
} satisfies FieldsOf<UsageSourceState>;

/** @public */
export const usageSourceSchema = z.strictObject({
  ...sourceStateFields,
  component: z.strictObject(componentRefFields),
} satisfies FieldsOf<UsageSource>);

/** @public */
export const usageComponentDetailSchema = z.strictObject({
  ...componentFields,
  snapshots: z.array(usageSnapshotSchema),
  sources: z.array(z.strictObject(sourceStateFields)),
  findings: z.array(findingSchema),
  licences: z.array(usageLicenceSchema),
  may: z.strictObject({ upload: z.boolean() }),
  uploadMaxBytes: count,
  basis,
} satisfies FieldsOf<UsageComponentDetail>);

/** @public */
export const usageChangesSchema = z.strictObject({
  from: usageSnapshotSchema,
  to: usageSnapshotSchema,
  changes: z.array(
    z.strictObject({
      change: z.enum(['added', 'removed']),
      key: z.string().min(1),
      ecosystem: z.string().min(1),
      name: z.string().min(1),
      namespace: z.string().min(1).optional(),
      version: z.string().min(1).optional(),
      licence: licenceRef,
    } satisfies FieldsOf<UsageChange>),
  ),
  more: z.boolean(),
} satisfies FieldsOf<UsageChanges>);

/** @public */
export const ingestReportSchema = z.strictObject({
  outcome: z.enum(['stored', 'unchanged', 'not-current']),
  snapshot: usageSnapshotSchema,
  findings: z.array(findingSchema),
} satisfies FieldsOf<IngestReport>);

const coverageCounts = {
  components: count,
  current: count,
  stale: count,
  failed: count,
  none: count,
};

const coverageGroups = z.array(
  z.strictObject({
    ...coverageCounts,
    value: z.string().min(1).optional(),
    state: ownerState,
  } satisfies FieldsOf<CoverageGroup>),
);

/** @public */
export const usageCoverageSchema = z.strictObject({
  total: z.strictObject(coverageCounts),
  ages: z.strictObject({
    under30Days: count,
    under90Days: count,
    under365Days: count,
    older: count,
  }),
  owners: coverageGroups,
  systems: coverageGroups,
  types: coverageGroups,
  lifecycles: coverageGroups,
  basis,
} satisfies FieldsOf<UsageCoverage>);

const trendPoints = z.array(
  z.strictObject({
    day,
    componentsWithSbom: count.optional(),
    packages: count.optional(),
    usages: count,
    direct: count,
    licenceKnown: count,
    licenceUnknown: count,
  } satisfies FieldsOf<TrendPoint>),
);

/** @public */
export const usageTrendSchema = z.strictObject({
  scope: z.string().min(1),
  points: trendPoints,
  basis,
} satisfies FieldsOf<UsageTrend>);

/** @public */
export const usageOverviewSchema = z.strictObject({
  totals: z.strictObject({
    packages: count,
    packageVersions: count,
    usages: count,
    direct: count,
    transitive: count,
    relationUnknown: count,
    licenceKnown: count,
    licenceUnknown: count,
    licences: count,
  } satisfies FieldsOf<UsageTotals>),
  topPackages: z.array(usagePackageSchema),
  licences: z.array(usageLicenceSchema),
  ecosystems: z.array(
    z.strictObject({
      ecosystem: z.string().min(1),
      packages: count,
      usages: count,
    } satisfies FieldsOf<UsageEcosystem>),
  ),
  attention: z.array(
    z.strictObject({
      kind: z.enum([
        'no-owner',
        'owner-missing',
        'no-sbom',
        'sbom-failed',
        'sbom-stale',
        'licence-unknown',
      ]),
      components: count,
    } satisfies FieldsOf<UsageAttention>),
  ),
  trend: trendPoints,
  basis,
} satisfies FieldsOf<UsageOverview>);

/** @public */
export const usageSearchResultSchema = z.strictObject({
  packages: z.array(usagePackageSchema),
  licences: z.array(usageLicenceSchema),
  components: z.array(usageComponentSchema),
  basis,
} satisfies FieldsOf<UsageSearchResult>);

const facetOf = z.array(
  z.strictObject({ value: z.string().min(1), components: count }),
);
const titledFacetOf = z.array(
  z.strictObject({
    value: z.string().min(1),
    title: z.string().optional(),
    components: count,
  }),
);

/** @public */
export const usageFacetsSchema = z.strictObject({
  ecosystems: z.array(
    z.strictObject({ value: z.string().min(1), packages: count }),
  ),
  owners: titledFacetOf,
  systems: titledFacetOf,
  lifecycles: facetOf,
  types: facetOf,
} satisfies FieldsOf<UsageFacets>);
