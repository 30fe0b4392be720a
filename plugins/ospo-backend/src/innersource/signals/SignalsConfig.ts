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

import { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { RequestBudgetLimits } from '../../shared/budgets/requestWindow';

/** `ospo.innerSource.signals` of the configuration. */
export interface SignalsConfig {
  /** Subjects of the services that may send signals. */
  services: readonly string[];
  checkEveryMs: number;
  readTimeoutMs: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
  defaultBudget: RequestBudgetLimits;
  /** By host in lower case. */
  budgets: ReadonlyMap<string, RequestBudgetLimits>;
  /** Logins of bots, in lower case. */
  bots: ReadonlySet<string>;
  imports: readonly ImportConfig[];
  importSchedule: SchedulerServiceTaskScheduleDefinition;
}

/** A list of repositories in the form of `repos.json`. */
export interface ImportConfig {
  /** URL, or path on the disk of the backend. */
  target: string;
  /** Host of rows without a URL of their own. */
  host?: string;
}
