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
  CompetenciesApi,
  Competency,
  CompetencyProfile,
  CoverageCell,
  CoverageMap,
  EvidencePack,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { seedPage } from '../seedPage';
import { seedCompetencies } from './seedCompetencies';
import { seedPrecedents } from './seedRequests';

const AS_OF = '2026-11-23T04:00:00.000Z';
const USER = 'user:default/guest';

function find(ref: string): Competency {
  const found = seedCompetencies.find(competency => competency.ref === ref);
  if (!found) {
    throw Object.assign(new Error(`No competency '${ref}' found`), {
      statusCode: 404,
    });
  }
  return found;
}

const named = ({ ref, title }: Competency) => ({ ref, title });

function cellOf(competency: Competency, column: string): CoverageCell {
  const external = competency.providers.filter(
    ({ kind }) => kind === 'external',
  );
  return {
    column,
    state: competency.coverage,
    internal: competency.providers.length - external.length,
    external: external.length,
    contractEnds: external[0]?.contractEnds,
  };
}

const coverageMap: CoverageMap = {
  dimension: 'business-unit',
  columns: [
    { key: 'group:default/tjansteutveckling', title: 'Tjänsteutveckling' },
    { key: 'group:default/plattform', title: 'Plattform och drift' },
  ],
  rows: seedCompetencies.map(competency => ({
    competency: named(competency),
    overall: cellOf(competency, ''),
    cells: ['group:default/tjansteutveckling', 'group:default/plattform'].map(
      column => cellOf(competency, column),
    ),
  })),
  load: [
    {
      ref: 'group:default/juridik',
      kind: 'group',
      agreedHoursPerMonth: 28,
      openWorkItems: 9,
      openHours: 36,
      doneHours: 22,
      doneEstimated: 3,
      state: 'overloaded',
    },
    {
      ref: 'group:external/lagbyran',
      kind: 'external',
      openWorkItems: 1,
      openHours: 4,
      doneHours: 0,
      doneEstimated: 0,
      state: 'unknown',
    },
  ],
  asOf: AS_OF,
};

const profile: CompetencyProfile = {
  userRef: USER,
  entries: [
    {
      competencyRef: 'competency:default/licenser',
      authority: 'decide',
      scope: {},
      hoursPerMonth: 4,
    },
  ],
  skills: ['rust', 'upphandling'],
  languages: ['sv', 'en'],
  optedInAt: '2026-10-01T08:00:00.000Z',
  absences: [
    {
      id: 'absence-1',
      providerRef: USER,
      from: '2026-12-21',
      to: '2027-01-08',
    },
  ],
};

const evidence = {
  id: 'evidence-1',
  subjectRef: USER,
  competencyRef: 'competency:default/licenser',
  kind: 'training' as const,
  title: 'Kurs i licensrätt',
  date: '2026-03-02',
  expires: '2028-03-02',
};

const agreement = {
  id: 'agreement-1',
  providerRef: USER,
  competencyRef: 'competency:default/licenser',
  hoursPerMonth: 4,
  validFrom: '2026-10-01',
  agreedBy: 'group:default/juridik',
};

const pack: EvidencePack = {
  asOf: AS_OF,
  clauses: [
    {
      standard: 'ISO/IEC 5230:2020',
      clause: '3.1.2',
      title: 'Competence',
      state: 'partly-met',
      missing: [
        {
          text: 'Nobody of group:default/grunddata has evidence',
          mend: 'Record a training or an assessment on a profile',
        },
      ],
      competencies: ['competency:default/licenser'],
    },
  ],
  roles: seedCompetencies.map(competency => ({
    competency: named(competency),
    type: competency.type,
    ownerRef: competency.ownerRef,
    holders: competency.providers.map(({ ref, kind, state, authority }) => ({
      ref,
      kind,
      state,
      authority,
      evidence: [],
    })),
  })),
  legalExpertise: [{ ref: 'group:default/juridik', kind: 'group' }],
};

/** The competencies in memory: what the screens ask is answered, nothing is stored. */
export function createSeededCompetenciesApi(): CompetenciesApi {
  return {
    listCompetencies: async query =>
      seedPage(
        seedCompetencies.filter(
          ({ title, type, coverage }) =>
            title.toLowerCase().includes((query.q ?? '').toLowerCase()) &&
            (!query.type || query.type.includes(type)) &&
            (!query.coverage || query.coverage.includes(coverage)),
        ),
        query,
      ),
    getCompetency: async ({ ref }) => {
      const competency = find(ref);
      return {
        ...competency,
        parents: seedCompetencies
          .filter(item => item.ref === competency.partOf)
          .map(named),
        children: seedCompetencies
          .filter(item => item.partOf === ref)
          .map(named),
        speed: {
          n: 12,
          medianAckHours: 5.5,
          medianDoneHours: 31,
          since: '2025-11-25T00:00:00.000Z',
        },
        precedents: seedPrecedents.length,
        onDuty: competency.providers.slice(0, 1).map(item => item.ref),
        may: { manage: true },
      };
    },
    matchCompetencies: async ({ q }) => ({
      items: seedCompetencies
        .filter(({ tags }) => tags.some(tag => q.includes(tag)))
        .map(competency => ({
          competency,
          matched: [{ field: 'tags', words: [q] }],
        })),
    }),
    whoCanHelp: async () => ({
      owner: { ref: 'group:default/plattform', state: 'present' },
      trustedCommitters: [],
      suggestions: [
        {
          competency: {
            ...named(seedCompetencies[0]),
            coverage: seedCompetencies[0].coverage,
          },
          reasons: [
            {
              code: 'licence',
              fact: 'GPL-3.0-only in 2 packages',
              source: 'sbom',
            },
          ],
          requestType: 'licensfraga',
        },
      ],
    }),
    getCoverageMap: async ({ by }) => ({ ...coverageMap, dimension: by }),
    getEvidencePack: async () => pack,
    downloadEvidencePackCsv: async () =>
      new Blob(['clause,state\n'], { type: 'text/csv' }),
    getMyProfile: async () => profile,
    saveMyProfile: async saved => ({ ...profile, ...saved }),
    deleteMyProfile: async () => {},
    exportMyData: async () => new Blob(['{}'], { type: 'application/json' }),
    erasePerson: async () => ({ rows: 4 }),
    confirmProfileEntry: async () => {},
    listAbsences: async () => ({ items: profile.absences }),
    addAbsence: async absence => ({ ...absence, id: 'absence-2' }),
    removeAbsence: async () => {},
    listAgreements: async () => ({ items: [agreement] }),
    addAgreement: async added => ({
      ...added,
      id: 'agreement-2',
      agreedBy: USER,
    }),
    removeAgreement: async () => {},
    listEvidence: async () => ({ items: [evidence] }),
    addEvidence: async added => ({ ...added, id: 'evidence-2' }),
    removeEvidence: async () => {},
    listRota: async ({ competencyRef }) => ({
      items: [
        {
          id: 'turn-1',
          competencyRef,
          providerRef: 'group:default/juridik',
          from: '2026-11-01',
          to: '2099-12-31',
        },
      ],
    }),
    addRotaTurn: async turn => ({ ...turn, id: 'turn-2' }),
    removeRotaTurn: async () => {},
  };
}
