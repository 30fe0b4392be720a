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
import type { InnerSourceApi } from './InnerSourceApi';

/** The inner-source part of `OspoClient`. */
export function createInnerSourceClient(http: OspoHttp): InnerSourceApi {
  return {
    listProjects: (query, options) =>
      http.json('/innersource/projects', query, options),
    getProjectFacets: (query, options) =>
      http.json('/innersource/facets', query, options),
    downloadProjectsCsv: (query, options) =>
      http.blob('/innersource/projects.csv', query, options),
    getProject: (query, options) =>
      http.json('/innersource/projects/by-ref', query, options),
    refreshProject: project =>
      http.send('POST', '/innersource/projects/refresh', project),
    getSuggestions: options => http.json('/innersource/for-me', {}, options),
    findOverlap: (query, options) =>
      http.json('/innersource/overlap', query, options),
    getSignalsOverview: options =>
      http.json('/innersource/signals', {}, options),
    pushSignals: signals => http.send('POST', '/innersource/signals', signals),
    downloadReposJson: options =>
      http.blob('/innersource/repos.json', {}, options),
    downloadPubliccode: (query, options) =>
      http.blob('/innersource/projects/publiccode.yml', query, options),
  };
}
