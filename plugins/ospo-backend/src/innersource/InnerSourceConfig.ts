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
import { DiscoveryRule } from '@ospo-suite/backstage-plugin-ospo-common';
import { SignalsConfig } from './signals';

/** What the slice needs of the configuration, as plain values. */
export interface InnerSourceConfig {
  discovery: DiscoveryConfig;
  /** Labels of issues that ask for help, where the project names none. */
  helpLabels: string[];
  /** Days after which an entry that nobody looked over counts as stale. */
  reviewStaleDays: number;
  /** Days after which an owner is asked again to look over a project; 0 asks nobody. */
  remindEveryDays: number;
  /** How often the files of each repository are read. */
  files: {
    schedule: SchedulerServiceTaskScheduleDefinition;
    checkEveryMs: number;
  };
  /** Of the portal, for links that leave it. */
  appBaseUrl?: string;
  signals: SignalsConfig;
}

export interface DiscoveryConfig {
  /** How often the catalog is read; once across replicas. */
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Kinds of entities that can be projects, lower case. */
  kinds: string[];
  /** In the order in which they are asked; the first that holds lists the project. */
  rules: DiscoveryRule[];
  tags: string[];
  /** Labels of entities; without a value any but `false` and `no` counts. */
  labels: { key: string; value?: string }[];
  /** Topics on the forge. */
  topics: string[];
  /** Share of the known projects that may vanish between two readings. */
  maxShareGone: number;
}
