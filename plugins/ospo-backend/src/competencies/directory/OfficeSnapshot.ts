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

import { OspoFinding } from '@ospo-suite/backstage-plugin-ospo-common';
import { DirectorySnapshot } from '../CompetencyDirectory';
import { CatalogSystem } from './CatalogReading';

/** The directory as the slice itself sees it. */
export interface OfficeSnapshot extends DirectorySnapshot {
  readAt: string;
  /** The day that coverage and contracts are as of, ISO 8601 date. */
  today: string;
  contractEndingDays: number;
  systems: readonly CatalogSystem[];
  /** Parts of each competency. */
  children: ReadonlyMap<string, readonly string[]>;
  /** The entity that a finding tells of, where not every reader of the competency may know it. */
  findingSubjects: ReadonlyMap<OspoFinding, string>;
}
