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
  AuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Router } from 'express';
import { toDay } from '../shared/days';
import { CompetenciesConfig } from './CompetenciesConfig';
import { CompetenciesService } from './CompetenciesService';
import { CompetencyDirectory } from './CompetencyDirectory';
import {
  CompetenciesApiOptions,
  createCompetenciesApi,
} from './createCompetenciesApi';
import { CatalogReader } from './directory/CatalogReader';
import { DefaultCompetencyDirectory } from './directory/DefaultCompetencyDirectory';
import { purgeRecords } from './purgeRecords';
import { RecordsGeneration } from './records/RecordsGeneration';

export interface CompetenciesSliceOptions
  extends Omit<CompetenciesApiOptions, 'directory' | 'records'> {
  config: CompetenciesConfig;
  /** Entities asked for in one request. */
  pageSize: number;
  auth: AuthService;
  logger: LoggerService;
  scheduler: SchedulerService;
}

/** What the organisation is able to do for open source, and who does it. */
export async function createCompetenciesSlice(
  options: CompetenciesSliceOptions,
): Promise<{
  competencies: CompetenciesService;
  directory: CompetencyDirectory;
  /** Skills that somebody told of themselves; undefined when they told nothing. */
  skillsOf: (userRef: string) => Promise<string[] | undefined>;
  routers: Router[];
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
    reader: CatalogReader.create({ ...options, ...config }),
    logger,
  });
  const { competencies, profiles, routers, stores } = createCompetenciesApi({
    ...options,
    directory,
    records,
  });
  await scheduler.scheduleTask({
    ...config.schedule,
    id: 'competencies-read-catalog',
    // Each instance keeps its own directory in memory.
    scope: 'local',
    fn: async () => {
      await directory.refresh();
    },
  });
  await scheduler.scheduleTask({
    ...config.retention.schedule,
    id: 'competencies-purge',
    scope: 'global',
    fn: () =>
      purgeRecords({
        stores,
        retention: config.retention,
        today: toDay(now()),
        logger,
      }),
  });
  return {
    competencies,
    directory,
    skillsOf: async userRef => (await profiles.get(userRef))?.skills,
    routers,
  };
}
