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
  Competency,
  RotaTurn,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** A group as the catalog last told it. */
export interface DirectoryGroup {
  ref: string;
  title?: string;
  type?: string;
  parentRef?: string;
  /** Users who are direct members. */
  memberRefs: readonly string[];
  mailbox?: string;
  isExternal: boolean;
}

/** Everything that routing, coverage and search need to know, as of one moment; never changed once made. */
export interface DirectorySnapshot {
  /** Raised whenever something in here differs from the snapshot before. */
  generation: number;
  /** When the catalog was last read in full, ISO 8601 UTC; absent before the first time. */
  readAt?: string;
  competencies: ReadonlyMap<string, Competency>;
  groups: ReadonlyMap<string, DirectoryGroup>;
  /** Refs of users that the catalog has. */
  users: ReadonlySet<string>;
  /** Users and groups by what a forge calls them, by `handleKey`. */
  handles: ReadonlyMap<string, string>;
  /** Refs of users who told about themselves. */
  optedIn: ReadonlySet<string>;
  /** Of providers and of people. */
  absences: readonly Absence[];
  agreements: readonly CapacityAgreement[];
  rota: readonly RotaTurn[];
}

/** What other slices may know of competencies. The instance keeps one snapshot and makes a new one when it must. */
export interface CompetencyDirectory {
  /** Cheap: the snapshot at hand, made anew when the catalog or our own tables have changed since. */
  snapshot(): Promise<DirectorySnapshot>;
}
