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

import { UsageSourceState } from './types';
import { SbomState, UsageRelation, UsageScope } from './words';

/** @public */
export interface UsageFilter {
  /** Any part of the name or purl; at least one character, at most 200. */
  q?: string;
  ecosystem?: string[];
  /** Licence keys. */
  licence?: string[];
  /** Entity refs of owners; `none` for components without one, `me` for the reader and their groups. */
  owner?: string[];
  system?: string[];
  lifecycle?: string[];
  type?: string[];
  relation?: UsageRelation[];
  scope?: UsageScope[];
}

/** @public */
export interface UsagePaging {
  /** 1–200, default 50. */
  limit?: number;
  cursor?: string;
}

/** @public */
export type PackageSort = '-components' | 'name';

/** @public */
export type LicenceSort = '-components' | '-packages' | 'name';

/** @public */
export type ComponentSort = 'name' | '-packages' | 'lastSbomAt';

/** @public */
export interface ListPackagesQuery extends UsageFilter, UsagePaging {
  sort?: PackageSort;
}

/** @public */
export interface ListLicencesQuery extends UsageFilter, UsagePaging {
  sort?: LicenceSort;
}

/** @public */
export interface ListComponentsQuery extends UsagePaging {
  q?: string;
  /** Entity refs of owners; `none` for components without one, `me` for the reader and their groups. */
  owner?: string[];
  system?: string[];
  lifecycle?: string[];
  type?: string[];
  sbomState?: SbomState[];
  ownerState?: ('present' | 'missing' | 'none')[];
  licenceUnknown?: boolean;
  sort?: ComponentSort;
}

/** @public */
export interface ListPackageUsagesQuery
  extends Omit<UsageFilter, 'q' | 'ecosystem'>,
    UsagePaging {
  purl: string;
  version?: string;
}

/** @public */
export interface ListComponentPackagesQuery extends UsagePaging {
  q?: string;
  ecosystem?: string[];
  licence?: string[];
  relation?: UsageRelation[];
  scope?: UsageScope[];
  target?: string;
  stream?: string;
}

/** @public */
export interface ListSourcesQuery extends UsagePaging {
  state?: UsageSourceState['state'][];
}
