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

import { JsonShape } from '../json/JsonShape';

export interface RawIdentifier {
  externalIdentifierType?: string;
  identifier?: string;
}

/** Any element of an SPDX 3 graph: the union of the parts that are kept of all types. */
export interface RawElement {
  type?: string;
  '@type'?: string;
  spdxId?: string;
  '@id'?: string;
  name?: string;
  software_packageVersion?: string;
  software_packageUrl?: string;
  software_primaryPurpose?: string;
  software_homePage?: string;
  externalIdentifier?: unknown;
  externalIdentifierType?: string;
  identifier?: string;
  verifiedUsing?: unknown;
  suppliedBy?: string;
  originatedBy?: string[];
  from?: string;
  to?: string[];
  relationshipType?: string;
  scope?: string;
  rootElement?: string[];
  simplelicensing_licenseExpression?: string;
  expandedlicensing_member?: string[];
  expandedlicensing_subjectLicense?: string;
  expandedlicensing_subjectAddition?: string;
  created?: string;
  createdUsing?: string[];
  specVersion?: string;
}

export const elementShape = JsonShape.create<RawElement>(
  () => ({
    type: undefined,
    '@type': undefined,
    spdxId: undefined,
    '@id': undefined,
    name: undefined,
    software_packageVersion: undefined,
    software_packageUrl: undefined,
    software_primaryPurpose: undefined,
    software_homePage: undefined,
    externalIdentifier: undefined,
    externalIdentifierType: undefined,
    identifier: undefined,
    verifiedUsing: undefined,
    suppliedBy: undefined,
    originatedBy: undefined,
    from: undefined,
    to: undefined,
    relationshipType: undefined,
    scope: undefined,
    rootElement: undefined,
    simplelicensing_licenseExpression: undefined,
    expandedlicensing_member: undefined,
    expandedlicensing_subjectLicense: undefined,
    expandedlicensing_subjectAddition: undefined,
    created: undefined,
    createdUsing: undefined,
    specVersion: undefined,
  }),
  {
    externalIdentifier: 'value',
    verifiedUsing: 'value',
    originatedBy: 'texts',
    to: 'texts',
    rootElement: 'texts',
    expandedlicensing_member: 'texts',
    createdUsing: 'texts',
  },
);
