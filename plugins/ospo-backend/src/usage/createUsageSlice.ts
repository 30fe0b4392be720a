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
  PermissionsService,
  RootConfigService,
  SchedulerService,
  UrlReaderService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { readSbomFile } from '@ospo-suite/sbom-reader';
import { Router } from 'express';
import { Knex } from 'knex';
import { createUsageApi } from './createUsageApi';
import { createFactsReader } from './entities/createFactsReader';
import { DatabaseEntityStore } from './entities/DatabaseEntityStore';
import { EntityMirror } from './entities/EntityMirror';
import { createUsageIngest } from './ingest/createUsageIngest';
import { recountJob } from './recountJob';
import { createUsageSources } from './sources/createUsageSources';
import { SbomSourceRegistry } from './sources/SbomSourceRegistry';
import { UsageConfig } from './UsageConfig';
import { UsageFacts } from './UsageFacts';

export interface UsageSliceOptions {
  config: UsageConfig;
  knex: Knex;
  sbomSources: SbomSourceRegistry;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
  /** For the integrations, which read their own part. */
  rootConfig: RootConfigService;
  scheduler: SchedulerService;
  urlReader: UrlReaderService;
  userInfo: UserInfoService;
  now: () => Date;
  random: () => number;
}

/** What open source is used, and where. */
export async function createUsageSlice(
  options: UsageSliceOptions,
): Promise<{ router: Router; facts: UsageFacts }> {
  const { config, knex, sbomSources, scheduler } = options;
  const logger = options.logger.child({ slice: 'usage' });
  const deps = { ...options, logger };

  const ingest = createUsageIngest({
    ...deps,
    limits: config.sboms.limits,
    readSbomFile,
    // eslint-disable-next-line @typescript-eslint/no-use-before-define -- called when both are there
    ensureEntity: entityRef => mirror.ensureEntity(entityRef),
    workingDirectory: config.workingDirectory,
  });
  const mirror = EntityMirror.create({
    ...deps,
    ...config.catalog,
    store: DatabaseEntityStore.create({ knex }),
    presence: ingest,
    readFacts: createFactsReader({
      prefixes: config.annotationPrefixes,
      listSources: () => sbomSources.list(),
      logger,
    }),
  });
  const runner = createUsageSources({
    ...deps,
    inbox: ingest.inbox,
    integrationsConfig: options.rootConfig,
  });

  const { router, usage } = createUsageApi({
    ...deps,
    inbox: ingest.inbox,
    documents: ingest.documents,
    access: config.access,
    kinds: config.catalog.kinds,
    staleAfterMs: config.sboms.staleAfterMs,
    visibilityTtlMs: config.visibility.cacheTtlMs,
    maxBytes: config.sboms.limits.maxBytes,
  });

  await ingest.cleanUp();
  await scheduler.scheduleTask({
    ...config.catalog.schedule,
    id: 'usage-read-catalog',
    scope: 'global',
    fn: async signal => {
      await mirror.reconcile(signal);
    },
  });
  await scheduler.scheduleTask({
    ...config.sboms.schedule,
    id: 'usage-read-sboms',
    scope: 'global',
    fn: async signal => {
      await runner.run(signal);
    },
  });
  await scheduler.scheduleTask({
    ...config.recount.schedule,
    id: 'usage-recount',
    scope: 'global',
    fn: () => recountJob({ recount: ingest.recount, logger }),
  });
  return { router, facts: UsageFacts.create({ usage }) };
}
