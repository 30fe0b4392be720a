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

import { OspoRequestOptions } from '../competencies/CompetenciesApi';
import { OspoPage } from '../competencies/types';
import {
  InnerSourceProject,
  InnerSourceProjectDetail,
  OverlapMatch,
  ProjectFacets,
  ProjectSuggestion,
  PushedSignalsResult,
  SignalsOverview,
} from './types';
import { GovernanceLevel, ProjectStanding, SignalLevel } from './words';

/** Filters of the list of projects; all of them together. @public */
export interface ProjectFilters {
  /** Words; each has to be found. */
  q?: string;
  skill?: string[];
  language?: string[];
  contribution?: string[];
  governanceLevel?: GovernanceLevel[];
  /** Group refs. */
  businessUnit?: string[];
  /** Entity refs. */
  system?: string[];
  /** Level of the label; `unknown` for those that have none. */
  activity?: (SignalLevel | 'unknown')[];
  welcoming?: (SignalLevel | 'unknown')[];
  standing?: ProjectStanding[];
}

/** @public */
export type ProjectSort =
  | 'relevance'
  | 'title'
  | 'activity'
  | 'welcoming'
  | 'reach'
  | 'last-push'
  | 'wanted-help';

/** @public */
export interface ListProjectsQuery extends ProjectFilters {
  /** `relevance` when there are words, else `activity`. Unknown comes last; each heading after the other. */
  sort?: ProjectSort;
  limit?: number;
  cursor?: string;
}

/** @public */
export interface OverlapQuery {
  /** What is about to be built, in words. */
  q?: string;
  /** Compare with the packages of this component. */
  entityRef?: string;
  limit?: number;
}

/**
 * Signals that CI sends for a repository; the shape of a row of `git-derived-signals.json`. Names of fields as there.
 *
 * @public
 */
export interface PushedSignals {
  /** Entity ref of the project, or host and slug of its repository. */
  entityRef?: string;
  full_name?: string;
  host?: string;
  /** Of the request when the row has none. */
  as_of?: string;
  [field: string]: unknown;
}

/** Inner-source routes of the backend. @public */
export interface InnerSourceApi {
  /** `GET /innersource/projects` */
  listProjects(
    query: ListProjectsQuery,
    options?: OspoRequestOptions,
  ): Promise<OspoPage<InnerSourceProject>>;
  /** `GET /innersource/facets` */
  getProjectFacets(
    query: ProjectFilters,
    options?: OspoRequestOptions,
  ): Promise<ProjectFacets>;
  /** `GET /innersource/projects.csv` */
  downloadProjectsCsv(
    query: Omit<ListProjectsQuery, 'limit' | 'cursor'>,
    options?: OspoRequestOptions,
  ): Promise<Blob>;
  /** `GET /innersource/projects/by-ref?ref=` */
  getProject(
    query: { ref: string },
    options?: OspoRequestOptions,
  ): Promise<InnerSourceProjectDetail>;
  /** `POST /innersource/projects/refresh`: reads the catalog's and the forge's facts of one project again. */
  refreshProject(project: { ref: string }): Promise<InnerSourceProjectDetail>;
  /** `GET /innersource/for-me`; empty with `optedIn` false when the caller has no profile with skills. */
  getSuggestions(
    options?: OspoRequestOptions,
  ): Promise<{ optedIn: boolean; items: ProjectSuggestion[] }>;
  /** `GET /innersource/overlap` */
  findOverlap(
    query: OverlapQuery,
    options?: OspoRequestOptions,
  ): Promise<{ items: OverlapMatch[] }>;
  /** `GET /innersource/signals`; hosts only for the core team. */
  getSignalsOverview(options?: OspoRequestOptions): Promise<SignalsOverview>;
  /** `POST /innersource/signals`; a service of CI, or the core team. */
  pushSignals(
    signals: PushedSignals | { as_of: string; repos: PushedSignals[] },
  ): Promise<{ items: PushedSignalsResult[] }>;
  /** `GET /innersource/repos.json`, as the SAP project portal reads it. */
  downloadReposJson(options?: OspoRequestOptions): Promise<Blob>;
  /** `GET /innersource/projects/publiccode.yml?ref=` */
  downloadPubliccode(
    query: { ref: string },
    options?: OspoRequestOptions,
  ): Promise<Blob>;
}
