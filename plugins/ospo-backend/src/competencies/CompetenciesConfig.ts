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
import { HelpRule } from './help/helpRules';
import { RetentionDays } from './purgeRecords';

/** What the slice needs of the configuration, as plain values. */
export interface CompetenciesConfig {
  /** How often each instance reads competencies, groups and systems from the catalog. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Users are read again only after so long. */
  usersMaxAgeMs: number;
  contractEndingDays: number;
  /** Types of the groups that are the coverage map's business units. */
  businessUnitTypes: string[];
  helpRules: readonly HelpRule[];
  retention: RetentionDays & {
    schedule: SchedulerServiceTaskScheduleDefinition;
  };
}
