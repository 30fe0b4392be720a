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

import { LicenceStatus } from '@ospo-suite/backstage-plugin-ospo-common';

/** A licence as a document states it. */
export interface StatedLicence {
  status: LicenceStatus;
  /** Expression when known, raw text otherwise; empty when the document gives none. */
  text: string;
  /** As written, when that differs from the expression. */
  raw: string;
  mappedFrom: string;
}

/** One package version in one document: what becomes a row of `usage_current`. */
export interface DocumentUsage {
  packageKey: string;
  weak: boolean;
  ecosystem: string;
  namespace: string;
  name: string;
  version: string;
  qualifiers: string;
  declared: StatedLicence;
  concluded: StatedLicence;
  flags: number;
}

export interface UsageCountsRow {
  packages: number;
  direct: number;
  transitive: number;
  relation_unknown: number;
  licence_known: number;
  licence_unknown: number;
}
