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

import { LoggerService } from '@backstage/backend-plugin-api';
import { OspoConfig } from './readOspoConfig';

/** Tells the operator at start who may do what, where that is not what they might expect. */
export function logAccessRules(options: {
  config: Pick<OspoConfig, 'access' | 'permissionsEnabled'>;
  logger: LoggerService;
}): void {
  const { config, logger } = options;
  if (!config.permissionsEnabled) {
    logger.warn(
      `Permissions are off, so everyone who is signed in sees the usage of every component. What belongs to the core team or to an ingesting service stays closed to others all the same. Set 'permission.enabled' to true and install a policy to change that.`,
    );
  }
  if (config.access.coreTeam.length === 0) {
    logger.warn(
      `Nobody is in the core team, so what belongs to it is closed to everyone. Name its groups or users in 'ospo.access.coreTeam'.`,
    );
  }
  if (config.access.ingestServices.length === 0) {
    logger.info(
      `No service may send SBOMs. Name the subjects of your build systems in 'ospo.access.ingestServices', to let them.`,
    );
  }
}
