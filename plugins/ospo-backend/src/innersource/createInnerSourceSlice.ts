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
import { EventsService } from '@backstage/plugin-events-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { Router } from 'express';
import { Knex } from 'knex';
import { CompetencyDirectory } from '../competencies';
import { PublishedPackages } from '../usage';
import { ProjectAnnouncer } from './announce/ProjectAnnouncer';
import { BusinessCalendar } from '../shared/time/BusinessCalendar';
import {
  createInnerSourceApi,
  InnerSourceApiOptions,
} from './createInnerSourceApi';
import { ProjectDirectory } from './directory/ProjectDirectory';
import { DiscoveryPass } from './discovery/DiscoveryPass';
import { FilesRunner } from './files/FilesRunner';
import { FilesStore } from './files/FilesStore';
import { InnerSourceConfig } from './InnerSourceConfig';
import { InnerSourceService } from './InnerSourceService';
import {
  createSignals,
  RepositorySignalsRegistry,
  SIGNALS_HOSTS_KEY,
} from './signals';
import { SignalsTargets } from './SignalsReader';
import { ProjectStore } from './store/ProjectStore';
import { toSignalsTarget } from './toSignalsTarget';

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
  /** Entity refs of the groups and users that run the office. */
  coreTeam: readonly string[];
  config: InnerSourceConfig;
  /** Folders of the operator's `file` locations in the catalog. */
  events: EventsService;
  fileRoots: readonly string[];
  knex: Knex;
  logger: LoggerService;
  notifications: NotificationService;
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
  const files = FilesStore.create({ knex });
  const signals = createSignals({
    ...options,
    config: config.signals,
    sources: options.signalSources,
    targets: targetsOf(store),
    logger,
  });
  const discovery = DiscoveryPass.create({
    ...options,
    config: config.discovery,
    helpLabels: config.helpLabels,
    store,
    forgeOf: signals.filesForgeOf,
    evidence: {
      readFiles: () => files.readAll(),
      readSignals: () => signals.reader.readAll(),
      readImported: () => signals.imported.list(),
    },
    keepPlaces: places => files.keep(places, options.now().toISOString()),
    logger,
  });
  const directory = ProjectDirectory.create({
    ...options,
    ...config,
    store,
    signals: signals.reader,
    files,
    published: PublishedPackages.create(options),
    imported: signals.imported,
    businessHours: duration => signals.context().businessHours(duration),
    isConnected: signals.isConnected,
    forgeOf: signals.filesForgeOf,
    logger,
  });
  const announcer = ProjectAnnouncer.create({
    ...options,
    ...config,
    directory,
    store,
    logger,
  });
  const filesRunner = FilesRunner.create({
    ...options,
    ...config.files,
    store: files,
    projects: store,
    signals: signals.reader,
    budgets: signals.budgets,
    budgetKey: signals.budgetKey,
    forgeOf: signals.filesForgeOf,
    hostsKey: SIGNALS_HOSTS_KEY,
    readTimeoutMs: config.signals.readTimeoutMs,
    logger,
  });
  await scheduler.scheduleTask({
    ...config.discovery.schedule,
    id: 'innersource-discover',
    scope: 'global',
    fn: async signal => {
      await discovery.run(signal);
      await announcer.run();
    },
  });
  await scheduler.scheduleTask({
    ...config.files.schedule,
    id: 'innersource-read-files',
    scope: 'global',
    fn: signal => filesRunner.run(signal),
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
      (await store.list(page)).map(({ facts }) => toSignalsTarget(facts)),
    discoveredAt: () => store.discoveredAt(),
  };
}
