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

import { SpdxMapper } from './SpdxMapper';
import { RawCreationInfo, RawFile, RawPackage } from './spdxShapes';

const PACKAGE_TEXTS = new Map([
  ['PackageVersion', 'versionInfo'],
  ['PackageSupplier', 'supplier'],
  ['PackageOriginator', 'originator'],
  ['PackageLicenseConcluded', 'licenseConcluded'],
  ['PackageLicenseDeclared', 'licenseDeclared'],
  ['PackageHomePage', 'homepage'],
  ['PrimaryPackagePurpose', 'primaryPackagePurpose'],
] as const);

const KEPT: ReadonlySet<string> = new Set<string>([
  ...PACKAGE_TEXTS.keys(),
  'Created',
  'Creator',
  'DocumentNamespace',
  'ExternalRef',
  'FileChecksum',
  'FileName',
  'LicenseConcluded',
  'LicenseID',
  'LicenseInfoInFile',
  'PackageChecksum',
  'PackageName',
  'Relationship',
  'SPDXID',
  'SPDXVersion',
  'SnippetSPDXID',
  'SnippetSPDXIdentifier',
]);

type Current =
  | { kind: 'document' }
  | { kind: 'package'; raw: RawPackage; line: number }
  | { kind: 'file'; raw: RawFile; line: number }
  | { kind: 'snippet' };

/** Puts tags together to packages and files: each belongs to what was begun last. */
export class TagValueParts {
  readonly #mapper: SpdxMapper;
  readonly #creation: RawCreationInfo = { creators: [] };
  #current: Current = { kind: 'document' };

  constructor(mapper: SpdxMapper) {
    this.#mapper = mapper;
  }

  static keeps(tag: string): boolean {
    return KEPT.has(tag);
  }

  take(tag: string, value: string, line: number): void {
    const mapper = this.#mapper;
    switch (tag) {
      case 'SPDXVersion':
        mapper.spdxVersion = value;
        break;
      case 'DocumentNamespace':
        mapper.namespace = value;
        break;
      case 'Creator':
        pushSome((this.#creation.creators ??= []), value);
        mapper.creationInfo = this.#creation;
        break;
      case 'Created':
        this.#creation.created = value;
        mapper.creationInfo = this.#creation;
        break;
      case 'PackageName':
        this.finish();
        this.#current = { kind: 'package', raw: { name: value }, line };
        break;
      case 'FileName':
        this.finish();
        this.#current = { kind: 'file', raw: { fileName: value }, line };
        break;
      case 'SnippetSPDXID':
      case 'SnippetSPDXIdentifier':
        this.finish();
        this.#current = { kind: 'snippet' };
        mapper.takeSnippet(value);
        break;
      case 'LicenseID':
        this.finish();
        mapper.takeExtractedLicence(value);
        break;
      case 'Relationship':
        this.#takeRelationship(value, line);
        break;
      case 'SPDXID':
        this.#takeId(value);
        break;
      default:
        this.#takeProperty(tag, value);
    }
  }

  /** Hands over what was begun last. */
  finish(): void {
    const current = this.#current;
    this.#current = { kind: 'document' };
    if (current.kind === 'package') {
      this.#mapper.takePackage(current.raw, () => `line ${current.line}`);
    } else if (current.kind === 'file') {
      this.#mapper.takeFile(current.raw, () => `line ${current.line}`);
    }
  }

  #takeId(value: string): void {
    const current = this.#current;
    if (current.kind === 'package' || current.kind === 'file') {
      current.raw.SPDXID = value;
    } else if (current.kind === 'document') {
      this.#mapper.spdxId ??= value;
    }
  }

  #takeRelationship(value: string, line: number): void {
    const [spdxElementId, relationshipType, relatedSpdxElement] =
      value.split(/\s+/);
    this.#mapper.takeRelationship(
      { spdxElementId, relationshipType, relatedSpdxElement },
      () => `line ${line}`,
    );
  }

  #takeProperty(tag: string, value: string): void {
    const current = this.#current;
    if (current.kind === 'package') {
      takePackageProperty(current.raw, tag, value);
    } else if (current.kind === 'file') {
      if (tag === 'LicenseConcluded') {
        current.raw.licenseConcluded = value;
      } else if (tag === 'LicenseInfoInFile') {
        pushSome((current.raw.licenseInfoInFiles ??= []), value);
      } else if (tag === 'FileChecksum') {
        pushSome((current.raw.checksums ??= []), readChecksum(value));
      }
    }
  }
}

function takePackageProperty(
  raw: RawPackage,
  tag: string,
  value: string,
): void {
  for (const [name, field] of PACKAGE_TEXTS) {
    if (name === tag) {
      raw[field] = value;
      return;
    }
  }
  if (tag === 'PackageChecksum') {
    pushSome((raw.checksums ??= []), readChecksum(value));
  } else if (tag === 'ExternalRef') {
    const [referenceCategory, referenceType, referenceLocator] =
      value.split(/\s+/);
    pushSome((raw.externalRefs ??= []), {
      referenceCategory,
      referenceType,
      referenceLocator,
    });
  }
}

function readChecksum(value: string) {
  const colon = value.indexOf(':');
  return {
    algorithm: value.slice(0, Math.max(0, colon)).trim(),
    checksumValue: value.slice(colon + 1).trim(),
  };
}

/** Real packages have a few of each; the rest is passed over. */
function pushSome<T>(list: T[], value: T): void {
  if (list.length < 1000) {
    list.push(value);
  }
}
