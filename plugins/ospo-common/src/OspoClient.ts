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

import { createCompetenciesClient } from './competencies/createCompetenciesClient';
import type { CompetenciesApi } from './competencies/CompetenciesApi';
import { createInnerSourceClient } from './innersource/createInnerSourceClient';
import type { InnerSourceApi } from './innersource/InnerSourceApi';
import { OspoHttp, queryString, throwUnlessOk } from './OspoHttp';
import { createRequestsClient } from './requests/createRequestsClient';
import type { RequestsApi } from './requests/RequestsApi';
import type { IngestReport, UsageApi, UploadSbomOptions } from './usage';

/** @public */
export interface OspoClientOptions {
  /** Adds the caller's token and resolves `plugin://ospo`. */
  fetchApi: { fetch: typeof fetch };
  /** Where the backend answers; `plugin://ospo` by default. */
  baseUrl?: string;
  /** Sends a body and tells how far it is, which fetch cannot; without it progress jumps from nothing to all. */
  uploadTransport?: UploadTransport;
}

/**
 * Sends a request with a body and reports the share that was sent, 0 to 1.
 *
 * @public
 */
export type UploadTransport = (request: {
  path: string;
  method: 'PUT';
  body: Blob;
  headers: Record<string, string>;
  signal?: AbortSignal;
  onProgress?: (share: number) => void;
}) => Promise<Response>;

/** Everything that the OSPO backend answers, one part a slice. @public */
export interface OspoApi extends UsageApi {
  competencies: CompetenciesApi;
  innersource: InnerSourceApi;
  requests: RequestsApi;
}

/** The backend's API over HTTP. @public */
export class OspoClient implements OspoApi {
  readonly competencies: CompetenciesApi;
  readonly innersource: InnerSourceApi;
  readonly requests: RequestsApi;
  readonly #http: OspoHttp;
  readonly #uploadTransport: UploadTransport | undefined;

  private constructor(options: OspoClientOptions) {
    this.#http = OspoHttp.create(options);
    this.#uploadTransport = options.uploadTransport;
    this.competencies = createCompetenciesClient(this.#http);
    this.innersource = createInnerSourceClient(this.#http);
    this.requests = createRequestsClient(this.#http);
  }

  static create(options: OspoClientOptions): OspoClient {
    return new OspoClient(options);
  }

  getOverview: UsageApi['getOverview'] = options =>
    this.#http.json('/overview', {}, options);

  search: UsageApi['search'] = (query, options) =>
    this.#http.json('/search', query, options);

  getFacets: UsageApi['getFacets'] = options =>
    this.#http.json('/facets', {}, options);

  listPackages: UsageApi['listPackages'] = (query, options) =>
    this.#http.json('/packages', query, options);

  getPackage: UsageApi['getPackage'] = (query, options) =>
    this.#http.json('/packages/by-purl', query, options);

  listPackageUsages: UsageApi['listPackageUsages'] = (query, options) =>
    this.#http.json('/packages/by-purl/usages', query, options);

  listLicences: UsageApi['listLicences'] = (query, options) =>
    this.#http.json('/licences', query, options);

  getLicence: UsageApi['getLicence'] = (query, options) =>
    this.#http.json('/licences/by-key', query, options);

  listComponents: UsageApi['listComponents'] = (query, options) =>
    this.#http.json('/components', query, options);

  getComponent: UsageApi['getComponent'] = (entityRef, options) =>
    this.#http.json(componentPath(entityRef), {}, options);

  listComponentPackages: UsageApi['listComponentPackages'] = (
    entityRef,
    query,
    options,
  ) => this.#http.json(`${componentPath(entityRef)}/packages`, query, options);

  listSnapshots: UsageApi['listSnapshots'] = (entityRef, query, options) =>
    this.#http.json(`${componentPath(entityRef)}/snapshots`, query, options);

  getChanges: UsageApi['getChanges'] = (entityRef, query, options) =>
    this.#http.json(`${componentPath(entityRef)}/changes`, query, options);

  getCoverage: UsageApi['getCoverage'] = options =>
    this.#http.json('/coverage', {}, options);

  getTrend: UsageApi['getTrend'] = (query, options) =>
    this.#http.json('/trends', query, options);

  listSources: UsageApi['listSources'] = (query, options) =>
    this.#http.json('/sources', query, options);

  uploadSbom: UsageApi['uploadSbom'] = async options => {
    const { entityRef, document, target, stream, asOf, onProgress } = options;
    const path = `${componentPath(entityRef)}/sboms${queryString({
      target,
      stream,
      asOf,
    })}`;
    const response = await this.#upload({ path, document, options });
    await throwUnlessOk(response);
    onProgress?.(1);
    // The backend's own contract test holds this answer to its type.
    return (await response.json()) as IngestReport;
  };

  downloadSbom: UsageApi['downloadSbom'] = async (
    entityRef,
    snapshotId,
    options,
  ) =>
    (
      await this.#http.get(
        `${componentPath(entityRef)}/sboms/${snapshotId}`,
        options,
      )
    ).blob();

  downloadCsv: UsageApi['downloadCsv'] = async (list, options) => {
    // A file holds every page.
    const query = { ...list.query, cursor: undefined, limit: undefined };
    const response = await this.#http.get(
      `${csvPath(list)}.csv${queryString(query)}`,
      options,
    );
    return response.blob();
  };

  async #upload(request: {
    path: string;
    document: Blob;
    options: UploadSbomOptions;
  }): Promise<Response> {
    const { path, document, options } = request;
    const { signal, onProgress } = options;
    const headers = { 'content-type': 'application/octet-stream' };
    if (this.#uploadTransport) {
      return this.#uploadTransport({
        path,
        method: 'PUT',
        body: document,
        headers,
        signal,
        onProgress,
      });
    }
    onProgress?.(0);
    return this.#http.fetch(`${this.#http.baseUrl}${path}`, {
      method: 'PUT',
      body: document,
      headers,
      signal,
    });
  }
}

function componentPath(entityRef: string): string {
  const [kind = '', rest = ''] = entityRef.split(/:(.*)/s);
  const [namespace = '', name = ''] = rest.split(/\/(.*)/s);
  return `/components/${[kind, namespace, name]
    .map(encodeURIComponent)
    .join('/')}`;
}

function csvPath(list: Parameters<UsageApi['downloadCsv']>[0]): string {
  switch (list.list) {
    case 'package-usages':
      return '/packages/by-purl/usages';
    case 'component-packages':
      return `${componentPath(list.entityRef)}/packages`;
    default:
      return `/${list.list}`;
  }
}
