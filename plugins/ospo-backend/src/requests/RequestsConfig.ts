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
import { ReminderRules } from './rules/remindersOf';
import { BusinessCalendarOptions } from '../shared/time/BusinessCalendar';
import { RequestTypeDefinition } from './types/RequestTypeDefinition';

/** What the slice needs of the configuration, as plain values. */
export interface RequestsConfig {
  /** Shipped and declared, those that are switched off left out. */
  types: readonly RequestTypeDefinition[];
  calendar: BusinessCalendarOptions;
  reminders: ReminderRules;
  /** What one work item is taken to need while nobody reported hours. */
  hoursPerWorkItem: number;
  /** Drafts that a person may begin in a day. */
  draftsPerDay: number;
  /** Subjects of service principals that may read requests that are not confidential. */
  readServices: readonly string[];
  /** Milliseconds; a draft that nobody touched is gone after. */
  keepDraftsMs: number;
  /** Milliseconds; what is over is gone after; absent means never. */
  keepClosedMs?: number;
  /** Days before its end in which a precedent is said to expire. */
  expiringDays: number;
  schedule: SchedulerServiceTaskScheduleDefinition;
}
