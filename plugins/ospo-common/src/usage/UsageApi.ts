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
  ListComponentPackagesQuery,
  ListComponentsQuery,
  ListLicencesQuery,
  ListPackagesQuery,
  ListPackageUsagesQuery,
  ListSourcesQuery,
} from './queryTypes';
import {
  ComponentPackage,
  IngestReport,
  PackageUsage,
  UsageChanges,
  UsageComponent,
  UsageComponentDetail,
  UsageCoverage,
  UsageFacets,
  UsageLicence,
  UsageOverview,
  UsagePackage,
  UsagePackageDetail,
  UsagePage,
  UsageSearchResult,
  UsageSnapshot,
  UsageSource,
  UsageTrend,
} from './types';

/** @public */
export interface UsageRequestOptions {
  signal?: AbortSignal;
}

/** @public */
export interface UploadSbomOptions extends UsageRequestOptions {
  entityRef: string;
  document: Blob;
  target?: string;
  stream?: string;
  /** `YYYY-MM-DD`, the day that a document of former times counts for; for the core team and ingest services only. */
  asOf?: string;
  /** Called with the share sent, 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * What the `usage` slice answers, as a typed client sees it. Every answer holds only what the caller may read in the
 * catalog. Every method throws a `ResponseError` when the backend refuses.
 *
 * @public
 */
export interface UsageApi {
  /** `GET /overview` */
  getOverview(options?: UsageRequestOptions): Promise<UsageOverview>;
  /** `GET /search?q=`, the best few of each kind. */
  search(
    query: { q: string },
    options?: UsageRequestOptions,
  ): Promise<UsageSearchResult>;
  /** `GET /facets` */
  getFacets(options?: UsageRequestOptions): Promise<UsageFacets>;
  /** `GET /packages` */
  listPackages(
    query: ListPackagesQuery,
    options?: UsageRequestOptions,
  ): Promise<UsagePage<UsagePackage>>;
  /** `GET /packages/by-purl?purl=` */
  getPackage(
    query: { purl: string },
    options?: UsageRequestOptions,
  ): Promise<UsagePackageDetail>;
  /** `GET /packages/by-purl/usages?purl=`: every component that uses it. */
  listPackageUsages(
    query: ListPackageUsagesQuery,
    options?: UsageRequestOptions,
  ): Promise<UsagePage<PackageUsage>>;
  /** `GET /licences` */
  listLicences(
    query: ListLicencesQuery,
    options?: UsageRequestOptions,
  ): Promise<UsagePage<UsageLicence>>;
  /** `GET /licences/by-key?key=` */
  getLicence(
    query: { key: string },
    options?: UsageRequestOptions,
  ): Promise<UsageLicence>;
  /** `GET /components` */
  listComponents(
    query: ListComponentsQuery,
    options?: UsageRequestOptions,
  ): Promise<UsagePage<UsageComponent>>;
  /** `GET /components/:kind/:namespace/:name` */
  getComponent(
    entityRef: string,
    options?: UsageRequestOptions,
  ): Promise<UsageComponentDetail>;
  /** `GET /components/:kind/:namespace/:name/packages` */
  listComponentPackages(
    entityRef: string,
    query: ListComponentPackagesQuery,
    options?: UsageRequestOptions,
  ): Promise<UsagePage<ComponentPackage>>;
  /** `GET /components/:kind/:namespace/:name/snapshots` */
  listSnapshots(
    entityRef: string,
    query: { cursor?: string; limit?: number },
    options?: UsageRequestOptions,
  ): Promise<UsagePage<UsageSnapshot>>;
  /** `GET /components/:kind/:namespace/:name/changes?from=&to=` (snapshot ids) */
  getChanges(
    entityRef: string,
    query: { from: number; to: number },
    options?: UsageRequestOptions,
  ): Promise<UsageChanges>;
  /** `GET /coverage` */
  getCoverage(options?: UsageRequestOptions): Promise<UsageCoverage>;
  /** `GET /trends`, over everything the caller may see, or of one component. */
  getTrend(
    query: { entityRef?: string },
    options?: UsageRequestOptions,
  ): Promise<UsageTrend>;
  /** `GET /sources`: how every place that SBOMs are read from is doing. Core team only. */
  listSources(
    query: ListSourcesQuery,
    options?: UsageRequestOptions,
  ): Promise<UsagePage<UsageSource>>;
  /** `PUT /components/:kind/:namespace/:name/sboms?target=&stream=` */
  uploadSbom(options: UploadSbomOptions): Promise<IngestReport>;
  /** `GET /components/:kind/:namespace/:name/sboms/:snapshotId`: the document, byte for byte. */
  downloadSbom(
    entityRef: string,
    snapshotId: number,
    options?: UsageRequestOptions,
  ): Promise<Blob>;
  /** The rows of a list as CSV: the path and query of the list with `.csv` appended to the path. */
  downloadCsv(
    list:
      | { list: 'packages'; query: ListPackagesQuery }
      | { list: 'licences'; query: ListLicencesQuery }
      | { list: 'components'; query: ListComponentsQuery }
      | { list: 'package-usages'; query: ListPackageUsagesQuery }
      | {
          list: 'component-packages';
          entityRef: string;
          query: ListComponentPackagesQuery;
        },
    options?: UsageRequestOptions,
  ): Promise<Blob>;
}
