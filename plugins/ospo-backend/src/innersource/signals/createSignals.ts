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
  RootConfigService,
  SchedulerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  RepositoryLocation,
  RepositorySignals,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { Router } from 'express';
import { Knex } from 'knex';
import { OfficeCallers } from '../../access';
import { DatabaseRequestBudgets } from '../../shared/budgets/DatabaseRequestBudgets';
import { RequestBudgets } from '../../shared/budgets/RequestBudgets';
import { BusinessCalendar } from '../../shared/time/BusinessCalendar';
import { SignalsReader, SignalsTargets } from '../SignalsReader';
import { ComputeContext } from './compute/ProjectFacts';
import { createSignalsRouter } from './createSignalsRouter';
import { FilesForge, isFilesForge } from './files/fileUrls';
import { LocalFilesSignals } from './files/LocalFilesSignals';
import { UrlFilesSignals } from './files/UrlFilesSignals';
import { ImportedRepositories } from './imports/ImportedRepositories';
import { ImportRunner } from './imports/ImportRunner';
import { OrganisationReader } from './org/OrganisationReader';
import { ProjectReader } from './reading/ProjectReader';
import { RepositorySignalsRegistry } from './reading/RepositorySignalsRegistry';
import { SignalsRunner } from './reading/SignalsRunner';
import { SIGNALS_HOSTS_KEY } from './readSignalsConfig';
import { SignalsConfig } from './SignalsConfig';
import { SignalsService } from './SignalsService';
import { DatabaseSignalsStore } from './store/DatabaseSignalsStore';
import { toKept } from './store/toKept';

/**
 * Budgets of their own beside those of SBOMs, which are fewer and would wait for what was spent here. No host name has
 * a space.
 */
const BUDGETS = 'signals ';

/** The catalog's users are read again at such a reading when they are older. */
const USERS_MAX_AGE_MS = 10 * 60_000;

export interface SignalsOptions {
  config: SignalsConfig;
  /** Folders of the operator's `file` locations in the catalog. */
  fileRoots: readonly string[];
  /** Entities asked for in one request. */
  pageSize: number;
  /** When the organisation works; promises count in it. */
  calendar: BusinessCalendar;
  targets: SignalsTargets;
  sources: RepositorySignalsRegistry;
  knex: Knex;
  callers: OfficeCallers;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  /** For the integrations, which read their own part. */
  rootConfig: RootConfigService;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
  now: () => Date;
  random: () => number;
}

/** What the rest of the slice gets of the signals. */
export interface Signals {
  reader: SignalsReader;
  imported: Pick<ImportedRepositories, 'list'>;
  router: Router;
  /** What may be asked of hosts, for whoever else of the slice asks them. */
  budgets: RequestBudgets;
  budgetKey: (host: string) => string;
  /** How files of a host are addressed; undefined where no integration tells. */
  filesForgeOf: (host: string) => FilesForge | undefined;
  /** Whether a source reads from a repository, whatever it tells of it. */
  isConnected: (repository: RepositoryLocation) => boolean;
  /** For `computeProjectSignals` and the checklists. */
  context: () => ComputeContext;
  /** Begins to read on a schedule. */
  start: () => Promise<void>;
}

/** Reading, keeping and taking in signals. */
export function createSignals(options: SignalsOptions): Signals {
  const { config, knex, sources, scheduler, calendar, now } = options;
  const logger = options.logger.child({ part: 'signals' });
  const integrations = ScmIntegrations.fromConfig(options.rootConfig);
  const forgeOf = (host: string) => integrations.byHost(host)?.type;
  const filesForgeOf = (host: string) => {
    const type = forgeOf(host);
    return isFilesForge(type) ? type : undefined;
  };
  sources.addRepositorySignals(
    LocalFilesSignals.create({ roots: options.fileRoots }),
  );
  sources.addRepositorySignals(
    UrlFilesSignals.create({
      ...options,
      forgeOf,
      hostsKey: SIGNALS_HOSTS_KEY,
    }),
  );
  const store = DatabaseSignalsStore.create({ knex });
  const imported = ImportedRepositories.create({ knex });
  const budgets = DatabaseRequestBudgets.create({
    knex,
    limitsOf: key =>
      config.budgets.get(key.slice(BUDGETS.length).toLowerCase()) ??
      config.defaultBudget,
  });
  const organisation = OrganisationReader.create({
    ...options,
    maxAgeMs: USERS_MAX_AGE_MS,
  });
  const runner = SignalsRunner.create({
    ...options,
    ...config,
    logger,
    store,
    budgetOf,
    organisation: () => organisation.read(),
    reader: ProjectReader.create({
      ...options,
      ...config,
      logger,
      budgets,
      budgetOf,
      loginAnnotations: host => loginAnnotations(host, forgeOf(host)),
      filesForgeOf,
      isBot: login => config.bots.has(login.toLowerCase()),
      businessMs: (start, end) => calendar.betweenMs(start, end),
      businessHours: duration => businessHours(calendar, duration),
    }),
  });
  const importer = ImportRunner.create({
    ...options,
    ...config,
    logger,
    store,
    repositories: imported,
  });
  const service = SignalsService.create({
    ...options,
    store,
    services: new Set(config.services),
    lookAtBudget: (host, nowMs) => budgets.look(BUDGETS + host, nowMs),
  });
  return {
    reader: {
      stamp: () => store.stamp(),
      readAll: async () =>
        new Map(
          [...(await store.readAll())].map(([ref, record]) => [
            ref,
            toKept(record),
          ]),
        ),
      refresh: target => runner.refresh(target),
    },
    imported,
    router: createSignalsRouter({ ...options, service }),
    budgets,
    budgetKey: host => BUDGETS + host,
    filesForgeOf,
    isConnected: repository => sources.reads(repository),
    context: () => ({
      now: now(),
      businessHours: duration => businessHours(calendar, duration),
      forgeOf: host => {
        const type = forgeOf(host);
        return type === 'github' || type === 'gitlab' ? type : undefined;
      },
    }),
    start: async () => {
      await scheduler.scheduleTask({
        ...config.schedule,
        id: 'innersource-read-signals',
        scope: 'global',
        fn: async signal => {
          await runner.run(signal);
        },
      });
      await scheduler.scheduleTask({
        ...config.importSchedule,
        id: 'innersource-import-repositories',
        scope: 'global',
        fn: signal => importer.run(signal),
      });
    },
  };
}

function budgetOf(
  source: RepositorySignals,
  repository: RepositoryLocation,
): string | undefined {
  return repository.url.startsWith('file:')
    ? undefined
    : BUDGETS + source.budgetKey(repository);
}

/** The organisation providers of Backstage write the host, or that of the public service for any host of its kind. */
function loginAnnotations(host: string, type: string | undefined): string[] {
  const own = `${host.toLowerCase()}/user-login`;
  const publicHost =
    type === 'github' || type === 'gitlab'
      ? `${type}.com/user-login`
      : undefined;
  return publicHost && publicHost !== own ? [own, publicHost] : [own];
}

function businessHours(
  calendar: BusinessCalendar,
  duration: string,
): number | undefined {
  try {
    return calendar.lengthMs(duration) / 3_600_000;
  } catch {
    return undefined;
  }
}
