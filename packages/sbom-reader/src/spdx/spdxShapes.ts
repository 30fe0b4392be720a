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

export interface RawChecksum {
  algorithm?: string;
  checksumValue?: string;
}

export interface RawExternalRef {
  referenceCategory?: string;
  referenceType?: string;
  referenceLocator?: string;
}

/** An SPDX 2 package with the parts that are kept; the readers of tag-value and RDF make the same. */
export interface RawPackage {
  SPDXID?: string;
  name?: string;
  versionInfo?: string;
  licenseDeclared?: string;
  licenseConcluded?: string;
  supplier?: string;
  originator?: string;
  primaryPackagePurpose?: string;
  homepage?: string;
  checksums?: RawChecksum[];
  externalRefs?: RawExternalRef[];
}

export interface RawFile {
  SPDXID?: string;
  fileName?: string;
  licenseConcluded?: string;
  licenseInfoInFiles?: string[];
  checksums?: RawChecksum[];
}

export interface RawRelationship {
  spdxElementId?: string;
  relationshipType?: string;
  relatedSpdxElement?: string;
}

export interface RawCreationInfo {
  created?: string;
  creators?: string[];
}

export interface RawExtractedLicence {
  licenseId?: string;
}

export interface RawSnippet {
  SPDXID?: string;
}

const checksumShape = JsonShape.create<RawChecksum>(() => ({
  algorithm: undefined,
  checksumValue: undefined,
}));

const externalRefShape = JsonShape.create<RawExternalRef>(() => ({
  referenceCategory: undefined,
  referenceType: undefined,
  referenceLocator: undefined,
}));

export const packageShape = JsonShape.create<RawPackage>(
  () => ({
    SPDXID: undefined,
    name: undefined,
    versionInfo: undefined,
    licenseDeclared: undefined,
    licenseConcluded: undefined,
    supplier: undefined,
    originator: undefined,
    primaryPackagePurpose: undefined,
    homepage: undefined,
    checksums: undefined,
    externalRefs: undefined,
  }),
  {
    checksums: { list: () => checksumShape },
    externalRefs: { list: () => externalRefShape },
  },
);

export const fileShape = JsonShape.create<RawFile>(
  () => ({
    SPDXID: undefined,
    fileName: undefined,
    licenseConcluded: undefined,
    licenseInfoInFiles: undefined,
    checksums: undefined,
  }),
  { licenseInfoInFiles: 'texts', checksums: { list: () => checksumShape } },
);

export const relationshipShape = JsonShape.create<RawRelationship>(() => ({
  spdxElementId: undefined,
  relationshipType: undefined,
  relatedSpdxElement: undefined,
}));

export const creationInfoShape = JsonShape.create<RawCreationInfo>(
  () => ({ created: undefined, creators: undefined }),
  { creators: 'texts' },
);

export const extractedLicenceShape = JsonShape.create<RawExtractedLicence>(
  () => ({ licenseId: undefined }),
);

export const snippetShape = JsonShape.create<RawSnippet>(() => ({
  SPDXID: undefined,
}));
