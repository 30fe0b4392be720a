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
import { CompetencyDirectory, CompetencyHistory } from '../competencies';
import { PersonRecords } from '../database/PersonRecords';
import { RequestClock } from './clock/RequestClock';
import { createRequestsRouter } from './createRequestsRouter';
import { RequestFacts } from './facts/RequestFacts';
import { UsageFactsReader } from './facts/UsageFactsReader';
import { RequestNotifier } from './notify/RequestNotifier';
import { RequestOutbox } from './notify/RequestOutbox';
import { RequestAccess } from './RequestAccess';
import { RequestChanges } from './RequestChanges';
import { RequestDrafts } from './RequestDrafts';
import { RequestPresenter } from './RequestPresenter';
import { RequestPreviews } from './RequestPreviews';
import { RequestHistory } from './RequestHistory';
import { RequestPeople } from './RequestPeople';
import { RequestRouting } from './RequestRouting';
import { RequestsConfig } from './RequestsConfig';
import { RequestsService } from './RequestsService';
import { ClockStore } from './store/ClockStore';
import { FigureQueries } from './store/FigureQueries';
import { GapQueries } from './store/GapQueries';
import { LoadQueries } from './store/LoadQueries';
import { OutboxStore } from './store/OutboxStore';
import { PrecedentQueries } from './store/PrecedentQueries';
import { RequestQueries } from './store/RequestQueries';
import { RequestsStore } from './store/RequestsStore';
import { BusinessCalendar } from '../shared/time/BusinessCalendar';
import { RequestTypes } from './types/RequestTypes';

export interface RequestsSliceOptions {
  config: RequestsConfig;
  annotationPrefixes: readonly string[];
  coreTeam: readonly string[];
  knex: Knex;
  callers: OfficeCallers;
  directory: CompetencyDirectory;
  notifier: RequestNotifier;
  usage?: UsageFactsReader;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  scheduler: SchedulerService;
  newId: () => string;
  now: () => Date;
}

/** Asking the office, and the way of a request through it. */
export async function createRequestsSlice(
  options: RequestsSliceOptions,
): Promise<{
  router: Router;
  requests: RequestsService;
  clock: RequestClock;
  history: CompetencyHistory;
  people: PersonRecords;
}> {
  const { config, scheduler } = options;
  const logger = options.logger.child({ slice: 'requests' });
  const types = RequestTypes.create(config.types);
  const time = BusinessCalendar.create(config.calendar);
  const deps = { ...options, ...config, logger, types, time };
  const store = RequestsStore.create(deps);
  const routing = RequestRouting.create({
    ...deps,
    loads: LoadQueries.create(deps),
  });
  const facts = RequestFacts.create(deps);
  const precedents = PrecedentQueries.create(deps);
  const outbox = RequestOutbox.create({
    ...deps,
    store,
    outboxStore: OutboxStore.create(deps),
  });
  const changes = RequestChanges.create({
    ...deps,
    store,
    routing,
    facts,
    outbox,
  });
  const requests = RequestsService.create({
    ...deps,
    store,
    routing,
    precedents,
    access: RequestAccess.create(deps),
    changes,
    drafts: RequestDrafts.create({ ...deps, store }),
    figures: FigureQueries.create(deps),
    gaps: GapQueries.create(deps),
    presenter: RequestPresenter.create(deps),
    previews: RequestPreviews.create({ ...deps, facts, precedents }),
    queries: RequestQueries.create(deps),
  });
  const clock = RequestClock.create({
    ...deps,
    changes,
    outbox,
    store,
    clockStore: ClockStore.create(deps),
  });
  await scheduler.scheduleTask({
    ...config.schedule,
    id: 'requests-clock',
    scope: 'global',
    fn: signal => clock.run(signal),
  });
  return {
    router: createRequestsRouter({ ...options, requests }),
    requests,
    clock,
    history: RequestHistory.create(deps),
    people: RequestPeople.create({ ...deps, changes, outbox }),
  };
}
