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
  Absence,
  CapacityAgreement,
  CompetencyAuthority,
  CompetencyScope,
  RotaTurn,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** What a person said of one competency, and what somebody confirmed of it. */
export interface StoredProfileEntry {
  userRef: string;
  competencyRef: string;
  authority: CompetencyAuthority;
  confirmedAuthority?: CompetencyAuthority;
  confirmedBy?: string;
  /** Whether it was confirmed that they may be given confidential requests. */
  confirmedConfidential: boolean;
  scope: CompetencyScope;
  hoursPerMonth?: number;
}

/** What our own tables hold for the directory. */
export interface OfficeRecords {
  optedIn: readonly string[];
  entries: readonly StoredProfileEntry[];
  /** Those that are not over. */
  absences: readonly Absence[];
  agreements: readonly CapacityAgreement[];
  rota: readonly RotaTurn[];
}
