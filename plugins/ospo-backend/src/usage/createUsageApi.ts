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
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SbomInbox } from '@ospo-suite/backstage-plugin-ospo-node';
import { Router } from 'express';
import { Knex } from 'knex';
import { UsageAccess, UsageAccessConfig } from './access/UsageAccess';
import { VisibleEntities } from './access/VisibleEntities';
import { createUsageRouter } from './createUsageRouter';
import { DocumentStore } from './ingest/DocumentStore';
import { findEntityIds } from './queries/findEntityIds';
import { UsageQueries } from './queries/UsageQueries';
import { UsageService } from './UsageService';

export interface UsageApiOptions {
  knex: Knex;
  inbox: SbomInbox;
  documents: DocumentStore;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  access: UsageAccessConfig;
  /** Catalog kinds that SBOMs can be about, lower case. */
  kinds: readonly string[];
  /** Age from which an SBOM is stale. */
  staleAfterMs: number;
  /** For so long a caller's visible components are kept. */
  visibilityTtlMs: number;
  /** Bytes of a sent SBOM, as received. */
  maxBytes: number;
  now: () => Date;
}

/** Reading and sending over HTTP: guard, read model, service and routes. */
export function createUsageApi(options: UsageApiOptions): {
  usage: UsageService;
  queries: UsageQueries;
  router: Router;
} {
  const { knex, catalog, kinds, now } = options;
  const queries = UsageQueries.create(options);
  const visibleEntities = VisibleEntities.create({
    catalog,
    kinds,
    findEntityIds: refs => findEntityIds(knex, refs),
    ttlMs: options.visibilityTtlMs,
    now: () => now().getTime(),
  });
  const access = UsageAccess.create({
    ...options,
    visibleEntities,
    config: options.access,
  });
  const usage = UsageService.create({ ...options, access, queries });
  const router = createUsageRouter({
    ...options,
    usage,
    generation: queries.generation,
  });
  return { usage, queries, router };
}
