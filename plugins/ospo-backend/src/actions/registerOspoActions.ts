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

import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { registerDraftRequest } from './registerDraftRequest';
import { registerFindCompetency } from './registerFindCompetency';
import { registerFindInnerSource } from './registerFindInnerSource';
import { registerFindPrecedent } from './registerFindPrecedent';
import { registerRequestStatus } from './registerRequestStatus';
import { OfficeServices } from './OfficeServices';

/**
 * What assistants and other plugins can do with the office. Every action calls the services that the HTTP API calls,
 * with the credentials of whoever invokes it, so that it shows and does no more than they may.
 */
export function registerOspoActions(
  options: OfficeServices & { actionsRegistry: ActionsRegistryService },
): void {
  const { actionsRegistry, ...services } = options;
  registerFindCompetency(actionsRegistry, services);
  registerFindPrecedent(actionsRegistry, services);
  registerFindInnerSource(actionsRegistry, services);
  registerDraftRequest(actionsRegistry, services);
  registerRequestStatus(actionsRegistry, services);
}
