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
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Router } from 'express';
import { Knex } from 'knex';
import { CompetencyDirectory } from '../competencies';
import { BusinessCalendar } from '../shared/time/BusinessCalendar';
import {
  createInnerSourceApi,
  InnerSourceApiOptions,
} from './createInnerSourceApi';
import { ProjectDirectory } from './directory/ProjectDirectory';
import { DiscoveryPass } from './discovery/DiscoveryPass';
import { InnerSourceConfig } from './InnerSourceConfig';
import { InnerSourceService } from './InnerSourceService';
import { createSignals, RepositorySignalsRegistry } from './signals';
import { SignalsTargets } from './SignalsReader';
import { ProjectStore } from './store/ProjectStore';

export interface InnerSourceSliceOptions
  extends Omit<
    InnerSourceApiOptions,
    'directory' | 'discovery' | 'signals' | 'forgeOf'
  > {
  annotationPrefixes: readonly string[];
  auth: AuthService;
  businessUnitTypes: readonly string[];
  /** When the organisation works; promised answers count in it. */
  calendar: BusinessCalendar;
  catalog: CatalogService;
  config: InnerSourceConfig;
  /** Folders of the operator's `file` locations in the catalog. */
  fileRoots: readonly string[];
  knex: Knex;
  logger: LoggerService;
  organisation: CompetencyDirectory;
  /** Entities asked for in one request. */
  pageSize: number;
  /** For the integrations, which read their own part. */
  rootConfig: RootConfigService;
  scheduler: SchedulerService;
  signalSources: RepositorySignalsRegistry;
  urlReader: UrlReaderService;
  random: () => number;
}

/** What is open inside the organisation, found from the catalog. */
export async function createInnerSourceSlice(
  options: InnerSourceSliceOptions,
): Promise<{ innerSource: InnerSourceService; routers: Router[] }> {
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
  const signals = createSignals({
    ...options,
    config: config.signals,
    sources: options.signalSources,
    targets: targetsOf(store),
    logger,
  });
  const directory = ProjectDirectory.create({
    ...options,
    ...config,
    store,
    signals: signals.reader,
    businessHours: duration => signals.context().businessHours(duration),
    isConnected: signals.isConnected,
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
  await signals.start();
  const { innerSource, router } = createInnerSourceApi({
    ...options,
    ...config,
    directory,
    discovery,
    signals: signals.reader,
    forgeOf: host => signals.context().forgeOf(host),
  });
  return { innerSource, routers: [router, signals.router] };
}

/** The projects as the reading of signals needs to know them. */
function targetsOf(store: ProjectStore): SignalsTargets {
  return {
    listTargets: async page =>
      (await store.list(page)).map(
        ({ facts: { ref, ownerRef, repository, helpLabels } }) => ({
          ref,
          ownerRef,
          repository,
          helpLabels,
        }),
      ),
    discoveredAt: () => store.discoveredAt(),
  };
}
