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
  CompetencyAuthority,
  Confidentiality,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** What is known of a provider's work, from the work items. */
export interface ProviderLoad {
  /** Work items asked of it or taken, and not done. */
  open: number;
  /** Hours of this month: as reported, or as agreed for one that nobody reported. */
  hoursThisMonth: number;
  /** When it was last asked, ISO 8601 UTC. */
  lastAskedAt?: string;
}

/** The part of a request that routing goes by. */
export interface RoutedWork {
  requestId: string;
  workItemId: string;
  competencyRef: string;
  authority: CompetencyAuthority;
  /** Providers that were asked and did not take it, each with how it ended. */
  tries: readonly { providerRef: string; ended: string }[];
}

/** Everything else that the choice depends on; nothing is looked up and no clock is read. */
export interface RoutingContext {
  /** ISO 8601 UTC. */
  now: string;
  /** Until then a provider should be there. */
  neededUntil: string;
  requesterRef: string;
  confidentiality: Confidentiality;
  /** Groups that the request comes from, or is about. */
  businessUnits: readonly string[];
  /** As far as the answers say. */
  countries: readonly string[];
  languages: readonly string[];
  technologies: readonly string[];
  loads: ReadonlyMap<string, ProviderLoad>;
  /** What one more work item is taken to need. */
  hoursPerWorkItem: number;
}
