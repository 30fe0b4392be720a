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

import { OspoApi } from '@ospo-suite/backstage-plugin-ospo-common';
import { everyMethod } from '../everyMethod';
import { Face } from '../faces';
import { createSeededCompetenciesApi } from './createSeededCompetenciesApi';
import { createSeededRequestsApi } from './createSeededRequestsApi';

type Office = Pick<OspoApi, 'competencies' | 'requests'>;

const noItems = async () => ({ items: [] });

/** The office as it shows one face of every view. */
export function createFaceOffice(face: Face): Office {
  const competencies = createSeededCompetenciesApi();
  const requests = createSeededRequestsApi();
  switch (face) {
    case 'full':
      return { competencies, requests };
    case 'waiting':
    case 'failed':
      return {
        competencies: everyMethod(competencies, face),
        requests: everyMethod(requests, face),
      };
    default:
      return {
        competencies: {
          ...competencies,
          listCompetencies: noItems,
          matchCompetencies: noItems,
          getCompetency: async query => ({
            ...(await competencies.getCompetency(query)),
            providers: [],
            findings: [],
            onDuty: [],
            coverage: 'nobody',
            precedents: 0,
            speed: { n: 0, since: '2025-11-25T00:00:00.000Z' },
          }),
          whoCanHelp: async () => ({ trustedCommitters: [], suggestions: [] }),
          getCoverageMap: async query => ({
            ...(await competencies.getCoverageMap(query)),
            rows: [],
            load: [],
          }),
          getEvidencePack: async () => ({
            asOf: '2026-11-23T04:00:00.000Z',
            clauses: [],
            roles: [],
            legalExpertise: [],
          }),
          getMyProfile: async () => ({
            userRef: 'user:default/guest',
            entries: [],
            skills: [],
            languages: [],
            absences: [],
          }),
          listAgreements: noItems,
          listEvidence: noItems,
        },
        requests: {
          ...requests,
          listRequestTypes: noItems,
          listRequests: noItems,
          countRequests: async () => ({ mine: 0, waiting: 0, triage: 0 }),
          listGaps: noItems,
          listPrecedents: noItems,
          getFigures: async query => ({ ...query, rows: [] }),
        },
      };
  }
}
