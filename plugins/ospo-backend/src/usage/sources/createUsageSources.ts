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
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SbomInbox } from '@ospo-suite/backstage-plugin-ospo-node';
import { Knex } from 'knex';
import { UsageConfig } from '../UsageConfig';
import { AnnotationSbomSource } from './AnnotationSbomSource';
import { DatabaseRequestBudgets } from '../../shared/budgets/DatabaseRequestBudgets';
import { DatabaseSourceStore } from './DatabaseSourceStore';
import { LocalSbomReader } from './LocalSbomReader';
import { LOCAL_BUDGET_KEY } from './localPath';
import { SbomSourceRegistry } from './SbomSourceRegistry';
import { SourceFetcher } from './SourceFetcher';
import { SourceRunner } from './SourceRunner';

/** Our own disk needs no sparing. */
const LOCAL_BUDGET = {
  requestsPerHour: Number.MAX_SAFE_INTEGER,
  requestsPerMinute: Number.MAX_SAFE_INTEGER,
};

/** Adds the annotation to the sources, and makes the runner that reads from all of them. */
export function createUsageSources(options: {
  config: UsageConfig;
  integrationsConfig: RootConfigService;
  knex: Knex;
  inbox: SbomInbox;
  sbomSources: SbomSourceRegistry;
  catalog: CatalogService;
  auth: AuthService;
  urlReader: UrlReaderService;
  logger: LoggerService;
  now: () => Date;
  random: () => number;
}): SourceRunner {
  const { config, knex, sbomSources, urlReader } = options;
  const { budgets, defaultBudget, limits } = config.sboms;
  const integrations = ScmIntegrations.fromConfig(options.integrationsConfig);
  sbomSources.addSbomSource(
    AnnotationSbomSource.create({
      urlReader,
      localReader: LocalSbomReader.create({ roots: config.catalog.fileRoots }),
      prefixes: config.annotationPrefixes,
      resolveUrl: place => integrations.resolveUrl(place),
    }),
  );
  return SourceRunner.create({
    ...options,
    ...config.sboms,
    fetcher: SourceFetcher.create({
      ...options,
      ...config.sboms,
      sourceOf: id => sbomSources.get(id),
      maxBytes: limits.maxBytes,
    }),
    store: DatabaseSourceStore.create({ knex }),
    budgets: DatabaseRequestBudgets.create({
      knex,
      limitsOf: key =>
        key === LOCAL_BUDGET_KEY
          ? LOCAL_BUDGET
          : budgets.get(key) ?? defaultBudget,
    }),
  });
}
