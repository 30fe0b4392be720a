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
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { ospoPermissions } from '@ospo-suite/backstage-plugin-ospo-common';
import {
  ospoRepositorySignalsExtensionPoint,
  ospoSbomSourcesExtensionPoint,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { DefaultOfficeCallers } from './access';
import { registerOspoActions } from './actions';
import {
  CompetencyHistory,
  competencyPersonColumns,
  createCompetenciesSlice,
} from './competencies';
import { openDatabase } from './database/openDatabase';
import { PersonRecords } from './database/PersonRecords';
import { PersonTables } from './database/PersonTables';
import {
  createInnerSourceSlice,
  RepositorySignalsRegistry,
} from './innersource';
import { logAccessRules } from './logAccessRules';
import { readOspoConfig } from './readOspoConfig';
import {
  createRequestsSlice,
  DefaultRequestNotifier,
  requestTypeTexts,
  sortableIds,
} from './requests';
import { BusinessCalendar } from './shared/time/BusinessCalendar';
import { createUsageSlice, SbomSourceRegistry } from './usage';

/**
 * The OSPO backend: reads top to bottom as its dependency graph.
 *
 * @public
 */
export const ospoPlugin = createBackendPlugin({
  pluginId: 'ospo',
  register(env) {
    const sbomSources = SbomSourceRegistry.create();
    env.registerExtensionPoint(ospoSbomSourcesExtensionPoint, sbomSources);
    const signalSources = RepositorySignalsRegistry.create();
    env.registerExtensionPoint(
      ospoRepositorySignalsExtensionPoint,
      signalSources,
    );

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { database, httpRouter, logger, permissionsRegistry } = deps;
        const config = readOspoConfig(deps.rootConfig);
        logAccessRules({ config, logger });
        permissionsRegistry.addPermissions(ospoPermissions);

        const knex = await openDatabase(database, { logger });
        const now = () => new Date();
        const newId = sortableIds({ now });
        const { coreTeam } = config.access;
        const callers = DefaultOfficeCallers.create({
          ...deps,
          coreTeam,
          visibilityTtlMs: config.visibility.cacheTtlMs,
          now,
        });
        const usage = await createUsageSlice({
          ...deps,
          config,
          knex,
          sbomSources,
          now,
          random: Math.random,
        });
        httpRouter.use(usage.router);
        const typeTexts = requestTypeTexts(config.requests.types);
        const later: { history?: CompetencyHistory } = {};
        // Each slice that keeps any adds its own.
        const people: PersonRecords[] = [
          PersonTables.create(competencyPersonColumns),
        ];
        const competencies = await createCompetenciesSlice({
          ...deps,
          callers,
          annotationPrefixes: config.annotationPrefixes,
          pageSize: config.catalog.pageSize,
          config: config.competencies,
          knex,
          listRequestTypes: () => typeTexts,
          people,
          // Comes after, because it is routed by the competencies.
          history: () => later.history,
          usageFacts: usage.facts,
          newId,
          now,
        });
        competencies.routers.forEach(router => httpRouter.use(router));
        const requests = await createRequestsSlice({
          ...deps,
          annotationPrefixes: config.annotationPrefixes,
          config: config.requests,
          coreTeam,
          callers,
          directory: competencies.directory,
          knex,
          notifier: DefaultRequestNotifier.create({ ...deps, coreTeam }),
          usage: usage.facts,
          newId,
          now,
        });
        httpRouter.use(requests.router);
        later.history = requests.history;
        people.push(requests.people);

        const innerSource = await createInnerSourceSlice({
          ...deps,
          annotationPrefixes: config.annotationPrefixes,
          businessUnitTypes: config.competencies.businessUnitTypes,
          calendar: BusinessCalendar.create(config.requests.calendar),
          callers,
          coreTeam,
          config: config.innerSource,
          fileRoots: config.catalog.fileRoots,
          knex,
          organisation: competencies.directory,
          skillsOf: competencies.skillsOf,
          pageSize: config.catalog.pageSize,
          signalSources,
          usage: usage.facts,
          now,
          random: Math.random,
        });
        innerSource.routers.forEach(router => httpRouter.use(router));

        registerOspoActions({
          actionsRegistry: deps.actionsRegistry,
          competencies: competencies.competencies,
          innerSource: innerSource.innerSource,
          requests: requests.requests,
        });
      },
    });
  },
});
