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
  GovernanceLevel,
  ProjectFieldSource,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { RepositoryLocation } from '@ospo-suite/backstage-plugin-ospo-node';
import { KeptSignals } from '../../SignalsReader';

/** What the computation needs to know of a project besides what was read of its repository. */
export interface ProjectFacts {
  /** Absent when nothing was ever read. */
  kept?: KeptSignals;
  declared: DeclaredFacts;
  /** Entities that depend on it, of those that the reader may see; absent when nobody looked. */
  dependants?: number;
  /** Components whose SBOM contains one of its packages, of those that the reader may see; absent when nobody looked. */
  usedBy?: number;
  /** Package URLs that the project is known to publish; with none, nobody can be found to use it. */
  packages?: readonly string[];
}

/** What the project says of itself, as its fields were merged. */
export interface DeclaredFacts {
  repository?: RepositoryLocation;
  /** Whether some source of signals reads from this repository. */
  isConnected: boolean;
  /** Archived or deprecated: no score. */
  isRetired: boolean;
  ownerRef?: string;
  ownerState: 'present' | 'missing' | 'none';
  description?: string;
  motivation?: string;
  governanceLevel?: GovernanceLevel;
  governanceLevelSource?: ProjectFieldSource;
  /** ISO 8601 duration of business time. */
  reviewSlo?: string;
  helpLabels: readonly string[];
  licence?: string;
  /** Trusted committers that the catalog has, or whose handle is known. */
  trustedCommitters: number;
  /** ISO date of the last review by the owners. */
  reviewedOn?: string;
  isReviewStale: boolean;
  /** http(s) page on which the catalog file is edited. */
  catalogEditUrl?: string;
}

/** What a public release rests on besides. */
export interface ReleaseFacts {
  /** Undefined when the reader may not know of SBOMs. */
  hasSbom?: boolean;
  /** Packages of its SBOM whose licence is not known. */
  packagesWithUnknownLicence?: number;
}

/** What is the same for all projects. */
export interface ComputeContext {
  now: Date;
  /** Hours of business time that a promise is long; undefined when it is none. */
  businessHours: (duration: string) => number | undefined;
  /** The kind of forge behind a host, where it has an editor that can be linked to. */
  forgeOf: (host: string) => 'github' | 'gitlab' | undefined;
}
