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
import { ospoRepositorySignalsExtensionPoint } from '@ospo-suite/backstage-plugin-ospo-node';
import { GitRepositorySignals } from './GitRepositorySignals';
import { readGitConfig } from './readGitConfig';
import { hasGit } from './runGit';

/**
 * Adds git to the sources of signals, for the hosts and folders in `ospo.innerSource.git`.
 *
 * @public
 */
export const ospoModuleGit = createBackendModule({
  pluginId: 'ospo',
  moduleId: 'git',
  register(env) {
    env.registerInit({
      deps: {
        logger: coreServices.logger,
        rootConfig: coreServices.rootConfig,
        signals: ospoRepositorySignalsExtensionPoint,
      },
      async init({ logger, rootConfig, signals }) {
        const config = readGitConfig(rootConfig);
        if (config.origins.size === 0 && config.fileRoots.length === 0) {
          return;
        }
        if (!(await hasGit(config.command))) {
          logger.error(
            `'ospo.innerSource.git' is configured, but the program '${config.command}' does not run here. Install git 2.30 or later in the image of the backend; no signals are read with git until then.`,
          );
          return;
        }
        signals.addRepositorySignals(GitRepositorySignals.create({ config }));
      },
    });
  },
});
