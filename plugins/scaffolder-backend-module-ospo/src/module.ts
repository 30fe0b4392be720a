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
  BackstageCredentials,
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createFindSimilarAction } from './createFindSimilarAction';
import { createRequestAction } from './createRequestAction';
import { createUserClient } from './createUserClient';

/**
 * The template actions `ospo:request:create` and `ospo:innersource:find-similar`.
 *
 * @public
 */
export const scaffolderModuleOspo = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'ospo',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        scaffolder: scaffolderActionsExtensionPoint,
      },
      async init({ auth, discovery, scaffolder }) {
        const createClient = (credentials: BackstageCredentials) =>
          createUserClient({ auth, discovery, credentials });
        scaffolder.addActions(
          createRequestAction({ createClient }),
          createFindSimilarAction({ createClient }),
        );
      },
    });
  },
});
