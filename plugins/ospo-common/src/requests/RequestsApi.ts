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

import { JsonObject } from '@backstage/types';
import { OspoRequestOptions } from '../competencies/CompetenciesApi';
import { OspoPage } from '../competencies/types';
import {
  OspoRequest,
  Precedent,
  RequestCommand,
  RequestDetail,
  RequestFigures,
  RequestPreview,
  RequestSubject,
  RequestType,
  RoutingExplanation,
  RoutingGap,
} from './types';
import {
  Confidentiality,
  RequestState,
  RequestView,
  TriageReason,
} from './words';

/** @public */
export interface ListRequestsQuery {
  view: RequestView;
  q?: string;
  state?: RequestState[];
  type?: string[];
  /** Competency refs. */
  competency?: string[];
  triage?: TriageReason[];
  entityRef?: string;
  packageKey?: string;
  licenceKey?: string;
  sort?: '-updatedAt' | 'doneDue' | '-createdAt';
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ListPrecedentsQuery {
  q?: string;
  type?: string[];
  competency?: string[];
  entityRef?: string;
  packageKey?: string;
  licenceKey?: string;
  state?: Precedent['state'][];
  limit?: number;
  cursor?: string;
}

/** @public */
export interface SaveRequest {
  typeId: string;
  title: string;
  answers: JsonObject;
  subject: RequestSubject;
  confidentiality?: Confidentiality;
}

/**
 * What the `requests` slice answers. A request that the caller may not read is in no answer, no count and no search.
 * Every method throws a `ResponseError` when the backend refuses; 409 when somebody changed the request meanwhile.
 *
 * @public
 */
export interface RequestsApi {
  /** `GET /request-types` */
  listRequestTypes(
    options?: OspoRequestOptions,
  ): Promise<{ items: RequestType[] }>;
  /** `GET /requests` */
  listRequests(
    query: ListRequestsQuery,
    options?: OspoRequestOptions,
  ): Promise<OspoPage<OspoRequest>>;
  /** `GET /requests/counts`: of the caller's lists; `triage` is absent for others than the core team. */
  countRequests(
    options?: OspoRequestOptions,
  ): Promise<{ mine: number; waiting: number; triage?: number }>;
  /** `POST /requests`: a draft. */
  createRequest(request: SaveRequest): Promise<RequestDetail>;
  /** `PUT /requests/:id`: changes a draft. */
  saveRequest(
    id: string,
    request: SaveRequest & { version: number },
  ): Promise<RequestDetail>;
  /** `GET /requests/:id` */
  getRequest(id: string, options?: OspoRequestOptions): Promise<RequestDetail>;
  /** `DELETE /requests/:id`: a draft only. */
  deleteRequest(id: string): Promise<void>;
  /** `POST /requests/:id/commands` */
  commandRequest(
    id: string,
    command: { version: number; command: RequestCommand },
  ): Promise<RequestDetail>;
  /** `POST /requests/preview` */
  previewRequest(
    request: Pick<SaveRequest, 'typeId' | 'answers' | 'subject'> & {
      title?: string;
    },
    options?: OspoRequestOptions,
  ): Promise<RequestPreview>;
  /** `GET /requests/:id/routing?workItemId=`. Core team and the competency's owner. */
  explainRouting(
    query: { requestId: string; workItemId: string },
    options?: OspoRequestOptions,
  ): Promise<RoutingExplanation>;
  /** `GET /requests/gaps`. Core team only. */
  listGaps(
    query: { open?: boolean; limit?: number; cursor?: string },
    options?: OspoRequestOptions,
  ): Promise<OspoPage<RoutingGap>>;
  /** `GET /requests/figures?from=&to=&by=`. Core team only. */
  getFigures(
    query: { from: string; to: string; by: 'type' | 'competency' },
    options?: OspoRequestOptions,
  ): Promise<RequestFigures>;
  /** `GET /precedents` */
  listPrecedents(
    query: ListPrecedentsQuery,
    options?: OspoRequestOptions,
  ): Promise<OspoPage<Precedent>>;
  /** `GET /precedents/:id` */
  getPrecedent(id: string, options?: OspoRequestOptions): Promise<Precedent>;
  /** `GET /requests.csv` with the query of the list, without page. */
  downloadRequestsCsv(
    query: ListRequestsQuery,
    options?: OspoRequestOptions,
  ): Promise<Blob>;
}
