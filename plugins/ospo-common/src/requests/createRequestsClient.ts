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

import type { OspoHttp } from '../OspoHttp';
import type { RequestsApi } from './RequestsApi';

/** The slice's part of the client. */
export function createRequestsClient(http: OspoHttp): RequestsApi {
  return {
    listRequestTypes: options => http.json('/request-types', {}, options),
    listRequests: (query, options) => http.json('/requests', query, options),
    countRequests: options => http.json('/requests/counts', {}, options),
    createRequest: request => http.send('POST', '/requests', request),
    saveRequest: (id, request) => http.send('PUT', requestPath(id), request),
    getRequest: (id, options) => http.json(requestPath(id), {}, options),
    deleteRequest: id => http.send('DELETE', requestPath(id)),
    commandRequest: (id, command) =>
      http.send('POST', `${requestPath(id)}/commands`, command),
    previewRequest: (request, options) =>
      http.send('POST', '/requests/preview', request, options),
    explainRouting: ({ requestId, workItemId }, options) =>
      http.json(`${requestPath(requestId)}/routing`, { workItemId }, options),
    listGaps: (query, options) => http.json('/requests/gaps', query, options),
    getFigures: (query, options) =>
      http.json('/requests/figures', query, options),
    listPrecedents: (query, options) =>
      http.json('/precedents', query, options),
    getPrecedent: (id, options) =>
      http.json(`/precedents/${encodeURIComponent(id)}`, {}, options),
    downloadRequestsCsv: (query, options) =>
      // A file holds every page.
      http.blob(
        '/requests.csv',
        { ...query, cursor: undefined, limit: undefined },
        options,
      ),
  };
}

function requestPath(id: string): string {
  return `/requests/${encodeURIComponent(id)}`;
}
