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
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Router } from 'express';
import { Knex } from 'knex';
import { CompetencyDirectory } from '../competencies';
import {
  createInnerSourceApi,
  InnerSourceApiOptions,
} from './createInnerSourceApi';
import { ProjectDirectory } from './directory/ProjectDirectory';
import { DiscoveryPass } from './discovery/DiscoveryPass';
import { InnerSourceConfig } from './InnerSourceConfig';
import { InnerSourceService } from './InnerSourceService';
import { SignalsReader } from './SignalsReader';
import { ProjectStore } from './store/ProjectStore';

export interface InnerSourceSliceOptions
  extends Omit<
    InnerSourceApiOptions,
    'directory' | 'discovery' | 'signals' | 'forgeOf'
  > {
  annotationPrefixes: readonly string[];
  auth: AuthService;
  businessUnitTypes: readonly string[];
  catalog: CatalogService;
  config: InnerSourceConfig;
  knex: Knex;
  logger: LoggerService;
  organisation: CompetencyDirectory;
  /** Entities asked for in one request. */
  pageSize: number;
  scheduler: SchedulerService;
}

/** Nothing reads signals yet. */
const noSignals: SignalsReader = {
  stamp: async () => '',
  readAll: async () => new Map(),
  refresh: async () => undefined,
};

/** What is open inside the organisation, found from the catalog. */
export async function createInnerSourceSlice(
  options: InnerSourceSliceOptions,
): Promise<{ innerSource: InnerSourceService; router: Router }> {
  const { config, knex, scheduler } = options;
  const logger = options.logger.child({ slice: 'innersource' });
  const store = ProjectStore.create({ knex });
  const discovery = DiscoveryPass.create({
    ...options,
    config: config.discovery,
    helpLabels: config.helpLabels,
    store,
    logger,
  });
  const directory = ProjectDirectory.create({
    ...options,
    ...config,
    store,
    signals: noSignals,
    businessHours: () => undefined,
    isConnected: () => false,
    logger,
  });
  await scheduler.scheduleTask({
    ...config.discovery.schedule,
    id: 'innersource-discover',
    scope: 'global',
    fn: async signal => {
      await discovery.run(signal);
    },
  });
  return createInnerSourceApi({
    ...options,
    ...config,
    directory,
    discovery,
    signals: noSignals,
    forgeOf: () => undefined,
  });
}
