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
  Absence,
  CapacityAgreement,
  Competency,
  CompetencyDetail,
  CompetencyMatch,
  CompetencyProfile,
  CoverageMap,
  Evidence,
  EvidencePack,
  OspoPage,
  ProfileEntry,
  RotaTurn,
  WhoCanHelp,
} from './types';
import {
  CompetencyAuthority,
  CompetencyType,
  CoverageDimension,
  CoverageState,
  ProviderKind,
} from './words';

/** @public */
export interface OspoRequestOptions {
  signal?: AbortSignal;
}

/** @public */
export interface ListCompetenciesQuery {
  q?: string;
  type?: CompetencyType[];
  tag?: string[];
  /** Entity refs. */
  provider?: string[];
  providerKind?: ProviderKind[];
  coverage?: CoverageState[];
  sort?: 'title' | 'coverage';
  limit?: number;
  cursor?: string;
}

/** Exactly one of the three. @public */
export interface WhoCanHelpQuery {
  entityRef?: string;
  purl?: string;
  /** Licence key. */
  licence?: string;
}

/** @public */
export interface SaveProfile {
  entries: Omit<ProfileEntry, 'confirmedBy'>[];
  skills: string[];
  languages: string[];
}

/**
 * What the `competencies` slice answers. Competencies and providers that the caller may not read in the catalog are in
 * no answer. Every method throws a `ResponseError` when the backend refuses.
 *
 * @public
 */
export interface CompetenciesApi {
  /** `GET /competencies` */
  listCompetencies(
    query: ListCompetenciesQuery,
    options?: OspoRequestOptions,
  ): Promise<OspoPage<Competency>>;
  /** `GET /competencies/by-ref?ref=` */
  getCompetency(
    query: { ref: string },
    options?: OspoRequestOptions,
  ): Promise<CompetencyDetail>;
  /** `GET /competencies/match?q=`: free words in English or Swedish. */
  matchCompetencies(
    query: { q: string },
    options?: OspoRequestOptions,
  ): Promise<{ items: CompetencyMatch[] }>;
  /** `GET /competencies/help` */
  whoCanHelp(
    query: WhoCanHelpQuery,
    options?: OspoRequestOptions,
  ): Promise<WhoCanHelp>;
  /** `GET /competencies/coverage?by=`. Core team only. */
  getCoverageMap(
    query: { by: CoverageDimension },
    options?: OspoRequestOptions,
  ): Promise<CoverageMap>;
  /** `GET /competencies/evidence-pack`. Core team only. */
  getEvidencePack(options?: OspoRequestOptions): Promise<EvidencePack>;
  /** `GET /competencies/evidence-pack.csv` */
  downloadEvidencePackCsv(options?: OspoRequestOptions): Promise<Blob>;

  /** `GET /me/profile`; empty entries and no `optedInAt` when the caller never opted in. */
  getMyProfile(options?: OspoRequestOptions): Promise<CompetencyProfile>;
  /** `PUT /me/profile`: opts in, or changes what was said. */
  saveMyProfile(profile: SaveProfile): Promise<CompetencyProfile>;
  /** `DELETE /me/profile`: opts out; what was said is gone. */
  deleteMyProfile(): Promise<void>;
  /** `GET /me/export`: everything the office holds about the caller. */
  exportMyData(options?: OspoRequestOptions): Promise<Blob>;
  /** `POST /people/erase`: removes a person from every table; decisions stay without the name. Themselves, or core team. */
  erasePerson(person: { userRef: string }): Promise<{ rows: number }>;
  /** `POST /competencies/confirmations`. Competency's owner or core team, never for themselves. */
  confirmProfileEntry(confirmation: {
    userRef: string;
    competencyRef: string;
    authority: CompetencyAuthority;
    /** Also that they may be given confidential requests, as they say; without it that counts for nothing. */
    confidential?: boolean;
  }): Promise<void>;

  /** `GET /absences?providerRef=`; the caller's own, and those of groups they are in. Core team: all. */
  listAbsences(
    query: { providerRef?: string },
    options?: OspoRequestOptions,
  ): Promise<{ items: Absence[] }>;
  /** `POST /absences` */
  addAbsence(absence: Omit<Absence, 'id'>): Promise<Absence>;
  /** `DELETE /absences/:id` */
  removeAbsence(id: string): Promise<void>;
  /** `GET /agreements`. Members of the provider, the competency's owner, core team. */
  listAgreements(
    query: { providerRef?: string; competencyRef?: string },
    options?: OspoRequestOptions,
  ): Promise<{ items: CapacityAgreement[] }>;
  /** `POST /agreements` */
  addAgreement(
    agreement: Omit<CapacityAgreement, 'id' | 'agreedBy'>,
  ): Promise<CapacityAgreement>;
  /** `DELETE /agreements/:id` */
  removeAgreement(id: string): Promise<void>;
  /** `GET /evidence?subjectRef=&competencyRef=`. Subject and core team; each read is audited. */
  listEvidence(
    query: { subjectRef?: string; competencyRef?: string },
    options?: OspoRequestOptions,
  ): Promise<{ items: Evidence[] }>;
  /** `POST /evidence`. The subject themselves, or core team. */
  addEvidence(evidence: Omit<Evidence, 'id'>): Promise<Evidence>;
  /** `DELETE /evidence/:id` */
  removeEvidence(id: string): Promise<void>;
  /** `GET /rota?competencyRef=` */
  listRota(
    query: { competencyRef: string },
    options?: OspoRequestOptions,
  ): Promise<{ items: RotaTurn[] }>;
  /** `POST /rota`. Competency's owner or core team. */
  addRotaTurn(turn: Omit<RotaTurn, 'id'>): Promise<RotaTurn>;
  /** `DELETE /rota/:id` */
  removeRotaTurn(id: string): Promise<void>;
}
