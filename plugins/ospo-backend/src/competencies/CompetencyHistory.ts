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

import { CompetencySpeed } from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller } from '../access';

/** Work that a provider has been given. */
export interface ProviderWork {
  openWorkItems: number;
  /** Estimated hours of open work items. */
  openHours: number;
  /** Hours of work items finished in the last 30 days: as reported, else estimated as those that are open. */
  doneHours: number;
  /** How many of these are estimated. */
  doneEstimated: number;
}

/** What was asked of competencies and answered, as the requests slice knows it. What it leaves out is unknown. */
export interface CompetencyHistory {
  speedOf(
    competencyRefs: readonly string[],
  ): Promise<ReadonlyMap<string, CompetencySpeed>>;
  /** How many precedents the caller may read. */
  precedentsOf(
    competencyRefs: readonly string[],
    caller: OfficeCaller,
  ): Promise<ReadonlyMap<string, number>>;
  /** By provider ref. */
  openWork(): Promise<ReadonlyMap<string, ProviderWork>>;
}
