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
  OspoFinding,
  ProjectMark,
  ProjectSignals,
  ProjectStanding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { CatalogFacts, Listing } from '../discovery/CatalogFacts';
import { DeclaredFacts } from '../signals';
import { KeptSignals } from '../SignalsReader';
import { MergedFields } from './mergeFields';
import { OrganisationTree } from './OrganisationTree';

/** A project with everything that is known of it, before anybody looks. */
export interface Project {
  ref: string;
  facts: CatalogFacts;
  listedBy: Listing;
  fields: MergedFields;
  ownerState: 'present' | 'missing' | 'none';
  businessUnitRef?: string;
  standing: ProjectStanding;
  marks: ProjectMark[];
  kept?: KeptSignals;
  declared: DeclaredFacts;
  /** Package URLs that its SBOM says it is published under. */
  packages: readonly string[];
  /** Entity refs of the components whose SBOM contains one of them. */
  users: readonly string[];
  /** As somebody sees them who may see all of the catalog. */
  signals: ProjectSignals;
  findings: OspoFinding[];
  /** Why files of the repository were not read the last time. */
  filesProblem?: string;
}

/** All projects as of one moment; never changed once made. */
export interface ProjectSnapshot {
  /** Another one for another snapshot. */
  generation: number;
  /** When the catalog was last read to its end. */
  discoveredAt?: string;
  projects: readonly Project[];
  tree: OrganisationTree;
  /** By ref, of the systems that projects are part of. */
  systemTitles: ReadonlyMap<string, string>;
  now: Date;
}
