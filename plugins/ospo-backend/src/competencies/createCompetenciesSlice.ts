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
  AuditorService,
  AuthService,
  HttpAuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Router } from 'express';
import { Knex } from 'knex';
import { OfficeCallers } from '../access';
import { CompetenciesConfig } from './CompetenciesConfig';
import { CompetenciesService } from './CompetenciesService';
import { CompetencyDirectory } from './CompetencyDirectory';
import { CompetencyHistory } from './CompetencyHistory';
import { createCompetenciesRouter } from './createCompetenciesRouter';
import { CatalogReader } from './directory/CatalogReader';
import { DefaultCompetencyDirectory } from './directory/DefaultCompetencyDirectory';
import { RecordsGeneration } from './records/RecordsGeneration';
import { RequestTypeTexts } from './RequestTypeTexts';

export interface CompetenciesSliceOptions {
  config: CompetenciesConfig;
  annotationPrefixes: readonly string[];
  pageSize: number;
  knex: Knex;
  callers: OfficeCallers;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  scheduler: SchedulerService;
  /** The request types that there are; absent while nobody knows. */
  listRequestTypes?: () => readonly RequestTypeTexts[] | undefined;
  /** What was asked and answered; absent while nobody keeps it. */
  history?: () => CompetencyHistory | undefined;
  now: () => Date;
}

/** What the organisation is able to do for open source, and who does it. */
export async function createCompetenciesSlice(
  options: CompetenciesSliceOptions,
): Promise<{
  competencies: CompetenciesService;
  directory: CompetencyDirectory;
  router: Router;
}> {
  const { config, knex, now, scheduler } = options;
  const logger = options.logger.child({ slice: 'competencies' });
  const records = RecordsGeneration.create({
    knex,
    now: () => now().getTime(),
  });
  const directory = DefaultCompetencyDirectory.create({
    ...options,
    ...config,
    records,
    reader: CatalogReader.create({ ...options, ...config, logger }),
  });
  const competencies = CompetenciesService.create({ ...options, directory });
  const router = createCompetenciesRouter({ ...options, competencies });
  await scheduler.scheduleTask({
    ...config.schedule,
    id: 'competencies-read-catalog',
    // Each instance keeps its own directory in memory.
    scope: 'local',
    fn: async () => {
      await directory.refresh();
    },
  });
  return { competencies, directory, router };
}
