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

import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Router } from 'express';
import { Knex } from 'knex';
import { OfficeCallers } from '../access';
import { PersonRecords } from '../database/PersonRecords';
import { CompetenciesConfig } from './CompetenciesConfig';
import { CompetenciesService } from './CompetenciesService';
import { CompetencyHistory } from './CompetencyHistory';
import { createCompetenciesRouter } from './createCompetenciesRouter';
import { createPeopleRouter } from './createPeopleRouter';
import { DefaultCompetencyDirectory } from './directory/DefaultCompetencyDirectory';
import { UsageReader } from './help/whoCanHelp';
import { PeopleService } from './PeopleService';
import { ProfileStore } from './records/ProfileStore';
import { RecordsGeneration } from './records/RecordsGeneration';
import { createRecordsStores, RecordsStores } from './records/RecordsStore';
import { RecordsService } from './RecordsService';
import { RequestTypeTexts } from './RequestTypeTexts';

export interface CompetenciesApiOptions {
  config: Pick<CompetenciesConfig, 'businessUnitTypes' | 'helpRules'>;
  annotationPrefixes: readonly string[];
  knex: Knex;
  directory: DefaultCompetencyDirectory;
  records: RecordsGeneration;
  people: readonly PersonRecords[];
  callers: OfficeCallers;
  usageFacts: UsageReader;
  auditor: AuditorService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  listRequestTypes?: () => readonly RequestTypeTexts[] | undefined;
  history?: () => CompetencyHistory | undefined;
  newId: () => string;
  now: () => Date;
}

/** Asking and telling over HTTP: stores, services and routes. */
export function createCompetenciesApi(options: CompetenciesApiOptions): {
  competencies: CompetenciesService;
  people: PeopleService;
  records: RecordsService;
  profiles: ProfileStore;
  stores: RecordsStores;
  routers: Router[];
} {
  const { config, annotationPrefixes, catalog, usageFacts } = options;
  const stores = createRecordsStores(options);
  const competencies = CompetenciesService.create({
    ...options,
    ...config,
    stores,
    help: {
      catalog,
      usage: usageFacts,
      rules: config.helpRules,
      annotationPrefixes,
    },
  });
  const profiles = ProfileStore.create(options);
  const people = PeopleService.create({ ...options, stores, profiles });
  const records = RecordsService.create({ ...options, stores });
  return {
    competencies,
    people,
    profiles,
    records,
    stores,
    routers: [
      createCompetenciesRouter({ ...options, competencies }),
      createPeopleRouter({ ...options, people, records }),
    ],
  };
}
