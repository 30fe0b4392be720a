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
  DiscoveryRule,
  GovernanceLevel,
  InnerSourceProjectDetail,
  OspoFinding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { RepositoryLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import { Publication } from './Publication';

/** What one source says of a project; absent means that it says nothing. */
export interface ProjectFields {
  title?: string;
  description?: string;
  motivation?: string;
  skills?: string[];
  contributions?: string[];
  language?: string;
  governanceLevel?: GovernanceLevel;
  licence?: string;
  /** http(s) URL. */
  logo?: string;
  docs?: string;
  trustedCommitters?: DeclaredCommitter[];
  channels?: Omit<InnerSourceProjectDetail['channels'][number], 'source'>[];
  topics?: string[];
  publication?: Publication;
}

/** By entity ref, or by handle on the forge. */
export interface DeclaredCommitter {
  ref?: string;
  handle?: string;
  role?: string;
}

/** What the catalog says of a project, as the table keeps it. */
export interface CatalogFacts {
  /** Entity ref, lower case. */
  ref: string;
  kind: string;
  name: string;
  type?: string;
  lifecycle?: string;
  ownerRef?: string;
  systemRef?: string;
  systemTitle?: string;
  /** Entities that depend on it or consume its APIs. */
  dependants: string[];
  repository?: RepositoryLocation;
  /** Where its files are when they lie on the backend's own disk, as in development; never shown to anybody. */
  folder?: RepositoryLocation;
  /** From our annotations. */
  annotation: ProjectFields;
  /** From everything else in the entity. */
  catalog: ProjectFields;
  /** http(s) page on which the catalog file is edited. */
  editUrl?: string;
  reviewSlo?: string;
  reviewedOn?: string;
  helpLabels: string[];
  /** Wants badges that anybody who may read it can embed. */
  badges: boolean;
  /** About annotation values that cannot be used. */
  findings: OspoFinding[];
}

/** Which rule listed it, and by what. */
export interface Listing {
  rule: DiscoveryRule;
  detail: string;
}

export interface StoredProject {
  facts: CatalogFacts;
  listedBy: Listing;
}
