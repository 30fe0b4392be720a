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
  CompetencyDeclaration,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { DirectoryGroup } from '../CompetencyDirectory';

/** A Competency as its entity tells it. */
export interface DeclaredCompetency extends CompetencyDeclaration {
  ref: string;
  title: string;
  description?: string;
  tags: string[];
}

/** One pair of the annotation `ospo/competencies`. */
export interface ShortFormEntry {
  providerRef: string;
  competencyRef: string;
  /** Absent when it is not one. */
  authority?: CompetencyAuthority;
  /** Annotation and value, as in `group:default/a ospo/competencies: 'x:boss'`. */
  where: string;
}

export interface CatalogGroup extends DirectoryGroup {
  /** ISO 8601 date. */
  contractEnds?: string;
}

export interface CatalogSystem {
  ref: string;
  title?: string;
  ownerRef?: string;
}

/** What the catalog said at one moment; the same object as long as it says the same. */
export interface CatalogReading {
  readAt: string;
  competencies: ReadonlyMap<string, DeclaredCompetency>;
  groups: ReadonlyMap<string, CatalogGroup>;
  systems: readonly CatalogSystem[];
  users: ReadonlySet<string>;
  /** Names of the users that provide something. */
  userTitles: ReadonlyMap<string, string>;
  shortForms: readonly ShortFormEntry[];
  /** Users and groups by `handleKey`. */
  handles: ReadonlyMap<string, string>;
  /** Why competencies cannot be used, each with its ref. */
  leftOut: readonly string[];
}
