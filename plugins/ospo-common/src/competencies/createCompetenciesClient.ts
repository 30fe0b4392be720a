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
import type { CompetenciesApi } from './CompetenciesApi';

/** The slice's part of the client. */
export function createCompetenciesClient(http: OspoHttp): CompetenciesApi {
  return {
    listCompetencies: (query, options) =>
      http.json('/competencies', query, options),
    getCompetency: (query, options) =>
      http.json('/competencies/by-ref', query, options),
    matchCompetencies: (query, options) =>
      http.json('/competencies/match', query, options),
    whoCanHelp: (query, options) =>
      http.json('/competencies/help', query, options),
    getCoverageMap: (query, options) =>
      http.json('/competencies/coverage', query, options),
    getEvidencePack: options =>
      http.json('/competencies/evidence-pack', {}, options),
    downloadEvidencePackCsv: options =>
      http.blob('/competencies/evidence-pack.csv', {}, options),
    getMyProfile: options => http.json('/me/profile', {}, options),
    saveMyProfile: profile => http.send('PUT', '/me/profile', profile),
    deleteMyProfile: () => http.send('DELETE', '/me/profile'),
    exportMyData: options => http.blob('/me/export', {}, options),
    erasePerson: person => http.send('POST', '/people/erase', person),
    confirmProfileEntry: confirmation =>
      http.send('POST', '/competencies/confirmations', confirmation),
    listAbsences: (query, options) => http.json('/absences', query, options),
    addAbsence: absence => http.send('POST', '/absences', absence),
    removeAbsence: id =>
      http.send('DELETE', `/absences/${encodeURIComponent(id)}`),
    listAgreements: (query, options) =>
      http.json('/agreements', query, options),
    addAgreement: agreement => http.send('POST', '/agreements', agreement),
    removeAgreement: id =>
      http.send('DELETE', `/agreements/${encodeURIComponent(id)}`),
    listEvidence: (query, options) => http.json('/evidence', query, options),
    addEvidence: evidence => http.send('POST', '/evidence', evidence),
    removeEvidence: id =>
      http.send('DELETE', `/evidence/${encodeURIComponent(id)}`),
    listRota: (query, options) => http.json('/rota', query, options),
    addRotaTurn: turn => http.send('POST', '/rota', turn),
    removeRotaTurn: id =>
      http.send('DELETE', `/rota/${encodeURIComponent(id)}`),
  };
}
