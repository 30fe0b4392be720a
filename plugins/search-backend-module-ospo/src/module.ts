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
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { OspoClient } from '@ospo-suite/backstage-plugin-ospo-common';
import { createServiceFetch } from '@ospo-suite/backstage-plugin-ospo-node';
import { CompetencyCollatorFactory } from './CompetencyCollatorFactory';
import { ComponentPackagesCollatorFactory } from './ComponentPackagesCollatorFactory';
import { InnerSourceCollatorFactory } from './InnerSourceCollatorFactory';
import { PrecedentCollatorFactory } from './PrecedentCollatorFactory';
import { readCollatorConfig } from './readCollatorConfig';

/**
 * Indexes what the OSPO backend knows: one document a component, "Open source in …", whose text lists its packages,
 * one a competency, one a precedent, and one an inner-source project.
 *
 * @public
 */
export const searchModuleOspo = createBackendModule({
  pluginId: 'search',
  moduleId: 'ospo',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        indexRegistry: searchIndexRegistryExtensionPoint,
        logger: coreServices.logger,
        rootConfig: coreServices.rootConfig,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, discovery, indexRegistry, ...deps }) {
        const { schedule, ...config } = readCollatorConfig(deps.rootConfig);
        async function createClient() {
          return OspoClient.create({
            // Asked each time, because where a plugin answers may change.
            baseUrl: await discovery.getBaseUrl('ospo'),
            fetchApi: { fetch: createServiceFetch({ auth }) },
          });
        }
        const precedentsAbout = config.indexEntityPrecedents
          ? (['other', 'entity'] as const)
          : (['other'] as const);
        const factories = [
          ComponentPackagesCollatorFactory.create({
            ...config,
            logger: deps.logger,
            createClient,
          }),
          CompetencyCollatorFactory.create({
            ...config,
            createClient: async () => (await createClient()).competencies,
          }),
          ...precedentsAbout.map(about =>
            PrecedentCollatorFactory.create({
              ...config,
              about,
              createClient: async () => (await createClient()).requests,
            }),
          ),
          InnerSourceCollatorFactory.create({
            ...config,
            createClient: async () => (await createClient()).innersource,
          }),
        ];
        for (const factory of factories) {
          indexRegistry.addCollator({
            schedule: deps.scheduler.createScheduledTaskRunner(schedule),
            factory,
          });
        }
      },
    });
  },
});
