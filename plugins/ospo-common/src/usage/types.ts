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
  FindingSeverity,
  LicenceStatus,
  SbomState,
  UsageRelation,
  UsageScope,
} from './words';

/**
 * What a number rests on; shown beside every total.
 *
 * @public
 */
export interface UsageBasis {
  /** `all`: everything in the catalog; `visible`: only what the caller may read there. */
  visibility: 'all' | 'visible';
  /** Catalog entities that could have an SBOM. */
  components: number;
  /** Of these, how many have a current snapshot. */
  componentsWithSbom: number;
  /** Receive time of the oldest and newest current snapshot, ISO 8601 UTC. */
  oldestSbomAt?: string;
  newestSbomAt?: string;
  /** When the numbers were computed, ISO 8601 UTC. */
  asOf: string;
}

/** @public */
export interface UsagePage<T> {
  items: T[];
  /** Opaque; pass it back as `cursor` for the next page. Absent on the last page. */
  nextCursor?: string;
  /** Number of items over all pages; `bounded` when there are at least this many. Absent when it was not counted. */
  total?: { value: number; bounded: boolean };
  basis: UsageBasis;
}

/**
 * A licence as met in SBOMs. `key` identifies it in URLs: `known:<expression>` or `<status>:<raw text>`.
 *
 * @public
 */
export interface LicenceRef {
  key: string;
  status: LicenceStatus;
  /** SPDX expression, only when `status` is `known`. */
  expression?: string;
  /** Text as written in the SBOM, when it differs from the expression. */
  raw?: string;
  /** The spelling that the alias table mapped to the expression. */
  mappedFrom?: string;
}

/** Facts about a catalog entity, as the catalog last told them. @public */
export interface UsageComponentRef {
  /** Full entity ref, `component:default/name`. */
  entityRef: string;
  title?: string;
  type?: string;
  lifecycle?: string;
  /** Entity ref of the owner as written in the catalog. */
  ownerRef?: string;
  /** `missing` when the catalog names an owner that it does not have, `none` when it names none. */
  ownerState: 'present' | 'missing' | 'none';
  systemRef?: string;
}

/** @public */
export interface UsageComponent extends UsageComponentRef {
  sbomState: SbomState;
  /** Receive time of the newest current snapshot, ISO 8601 UTC. */
  lastSbomAt?: string;
  /** Absent while no SBOM was read: unknown, not zero. */
  counts?: UsageCounts;
}

/** @public */
export interface UsageCounts {
  packages: number;
  direct: number;
  transitive: number;
  relationUnknown: number;
  licenceKnown: number;
  licenceUnknown: number;
}

/** @public */
export interface UsagePackage {
  /** purl without version, or a weak key `weak:<type>/<group>/<name>`. */
  key: string;
  /** True when no SBOM gave a purl: the same name may mean different packages. */
  weak: boolean;
  ecosystem: string;
  namespace?: string;
  name: string;
  /** Components that use any version, within what the caller may see. */
  components: number;
  /** Of these, by a direct edge. */
  direct: number;
  versions: number;
  /** The most common licences, at most three. */
  licences: LicenceRef[];
}

/** @public */
export interface UsagePackageVersion {
  version?: string;
  components: number;
  licences: LicenceRef[];
}

/** @public */
export interface UsagePackageDetail extends UsagePackage {
  versionList: UsagePackageVersion[];
  /** True when there are more versions than listed. */
  moreVersions: boolean;
  firstSeenAt?: string;
  basis: UsageBasis;
}

/** One package version in one component. @public */
export interface PackageUsage {
  component: UsageComponentRef;
  target: string;
  stream: string;
  version?: string;
  /** Full purl with version and qualifiers, when known. */
  purl?: string;
  relation: UsageRelation;
  scope: UsageScope;
  licence: LicenceRef;
  /** When this version first appeared in the component, ISO 8601 UTC. */
  since?: string;
}

/** One package version in the component that is being looked at. @public */
export interface ComponentPackage {
  key: string;
  weak: boolean;
  ecosystem: string;
  namespace?: string;
  name: string;
  version?: string;
  purl?: string;
  target: string;
  stream: string;
  relation: UsageRelation;
  scope: UsageScope;
  licence: LicenceRef;
  declared: LicenceRef;
  concluded: LicenceRef;
  since?: string;
}

/** @public */
export interface UsageLicence extends LicenceRef {
  components: number;
  packages: number;
  /** Usages: package versions in components. */
  usages: number;
}

/** @public */
export interface UsageEcosystem {
  ecosystem: string;
  packages: number;
  usages: number;
}

/** A deviation in a document, an annotation or a fetch, with its mend. @public */
export interface UsageFinding {
  /** `document`: from reading an SBOM; `annotation`: a value in the catalog; `source`: fetching failed. */
  origin: 'document' | 'annotation' | 'source';
  code: string;
  severity: FindingSeverity;
  where: string;
  message: string;
  mend: string;
  count: number;
  target?: string;
  stream?: string;
}

/** @public */
export interface UsageSnapshot {
  id: number;
  target: string;
  stream: string;
  isCurrent: boolean;
  format: string;
  specVersion: string;
  tools: string[];
  /** Creation time that the document states, ISO 8601 UTC. */
  documentAt?: string;
  receivedAt: string;
  lastSeenAt: string;
  /** Which way it came: `push`, `upload`, `annotation`, or the id of a module's source. */
  source: string;
  sha256: string;
  bytes: number;
  counts: UsageCounts;
  added: number;
  removed: number;
}

/** How a place that SBOMs are read from is doing. @public */
export interface UsageSourceState {
  sourceId: string;
  location: string;
  target: string;
  stream: string;
  state: 'waiting' | 'ok' | 'unchanged' | 'failed';
  /** Plain cause with the mend, when it failed. */
  message?: string;
  checkedAt?: string;
  lastGoodAt?: string;
  nextCheckAt?: string;
  failures: number;
}

/** A source state with the component that it belongs to; for the core team. @public */
export interface UsageSource extends UsageSourceState {
  component: UsageComponentRef;
}

/** @public */
export interface UsageComponentDetail extends UsageComponent {
  snapshots: UsageSnapshot[];
  sources: UsageSourceState[];
  findings: UsageFinding[];
  licences: UsageLicence[];
  may: { upload: boolean };
  /** Bytes of a document that is taken, counted as it is sent; a larger one is refused. */
  uploadMaxBytes: number;
  basis: UsageBasis;
}

/** @public */
export interface UsageChange {
  change: 'added' | 'removed';
  key: string;
  ecosystem: string;
  name: string;
  namespace?: string;
  version?: string;
  licence: LicenceRef;
}

/** What changed between two snapshots of one target and stream. @public */
export interface UsageChanges {
  from: UsageSnapshot;
  to: UsageSnapshot;
  changes: UsageChange[];
  /** True when there are more than listed. */
  more: boolean;
}

/** @public */
export interface IngestReport {
  /** `stored`: became current; `unchanged`: the same bytes as before; `not-current`: kept, an older document. */
  outcome: 'stored' | 'unchanged' | 'not-current';
  snapshot: UsageSnapshot;
  findings: UsageFinding[];
}

/** @public */
export interface CoverageGroup {
  /** Entity ref of the owner or system, or the plain value of type or lifecycle. Absent for "none given". */
  value?: string;
  /** `missing` when the catalog does not have the entity. */
  state: 'present' | 'missing' | 'none';
  components: number;
  current: number;
  stale: number;
  failed: number;
  none: number;
}

/** @public */
export interface UsageCoverage {
  total: Omit<CoverageGroup, 'value' | 'state'>;
  /** Components whose newest SBOM is younger than 30, 90, 365 days, or older. */
  ages: {
    under30Days: number;
    under90Days: number;
    under365Days: number;
    older: number;
  };
  owners: CoverageGroup[];
  systems: CoverageGroup[];
  types: CoverageGroup[];
  lifecycles: CoverageGroup[];
  basis: UsageBasis;
}

/** One point a day at most, written when something changed. @public */
export interface TrendPoint {
  /** `YYYY-MM-DD`, UTC. */
  day: string;
  componentsWithSbom?: number;
  packages?: number;
  usages: number;
  direct: number;
  licenceKnown: number;
  licenceUnknown: number;
}

/** @public */
export interface UsageTrend {
  /** `all`, `visible` (sums over visible components; distinct packages are unknown then) or an entity ref. */
  scope: string;
  points: TrendPoint[];
  basis: UsageBasis;
}

/** @public */
export interface UsageTotals {
  packages: number;
  packageVersions: number;
  usages: number;
  direct: number;
  transitive: number;
  relationUnknown: number;
  licenceKnown: number;
  licenceUnknown: number;
  licences: number;
}

/** @public */
export interface UsageAttention {
  kind:
    | 'no-owner'
    | 'owner-missing'
    | 'no-sbom'
    | 'sbom-failed'
    | 'sbom-stale'
    | 'licence-unknown';
  /** Components concerned. */
  components: number;
}

/** Everything the Overview tab shows, in one answer. @public */
export interface UsageOverview {
  totals: UsageTotals;
  topPackages: UsagePackage[];
  licences: UsageLicence[];
  ecosystems: UsageEcosystem[];
  attention: UsageAttention[];
  trend: TrendPoint[];
  basis: UsageBasis;
}

/** @public */
export interface UsageSearchResult {
  packages: UsagePackage[];
  licences: UsageLicence[];
  components: UsageComponent[];
  basis: UsageBasis;
}

/** Values that a list can be filtered by, within what the caller may see. @public */
export interface UsageFacets {
  ecosystems: { value: string; packages: number }[];
  owners: { value: string; title?: string; components: number }[];
  systems: { value: string; title?: string; components: number }[];
  lifecycles: { value: string; components: number }[];
  types: { value: string; components: number }[];
}
