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

import { SbomComponent } from '../types';
import { RawElement } from './spdx3Shapes';

const MOST_IN_LIST = 20;

/** What is kept of an element of an SPDX 3 graph until all of the graph was seen. */
export interface KeptElement {
  kind: string;
  name: string | undefined;
  version: string | undefined;
  purpose: string;
  homePage: string | undefined;
  /** Purls, and elements that may turn out to be identifiers. */
  identifiers: string[];
  hashes: SbomComponent['hashes'];
  suppliedBy: string | undefined;
  originatedBy: string | undefined;
  rootElement: string[] | undefined;
  expression: string | undefined;
  members: string[] | undefined;
  subjectLicence: string | undefined;
  subjectAddition: string | undefined;
}

/** The parts of an element that are kept. */
export function keptElement(raw: RawElement, kind: string): KeptElement {
  return {
    kind,
    name: raw.name,
    version: raw.software_packageVersion,
    purpose: kind === 'file' ? 'file' : purposeOf(raw, kind),
    homePage: raw.software_homePage,
    identifiers: identifiersOf(raw),
    hashes: hashesOf(raw.verifiedUsing),
    suppliedBy: raw.suppliedBy,
    originatedBy: raw.originatedBy?.[0],
    rootElement: raw.rootElement,
    expression: raw.simplelicensing_licenseExpression,
    members: raw.expandedlicensing_member,
    subjectLicence: raw.expandedlicensing_subjectLicense,
    subjectAddition: raw.expandedlicensing_subjectAddition,
  };
}

/** `software_Package`, `software:Package` and `…/Software/Package` are the same kind. */
export function kindOf(raw: RawElement): string {
  const type = raw.type ?? raw['@type'] ?? '';
  return type.slice(type.search(/[^_:/#]*$/)).toLowerCase();
}

/** The purls of a package; its identifiers may be elements of their own. */
export function findPurls(
  element: KeptElement,
  elements: ReadonlyMap<string, KeptElement>,
): string[] {
  const purls = element.identifiers.flatMap(identifier =>
    identifier.startsWith('pkg:')
      ? [identifier]
      : elements.get(identifier)?.identifiers.filter(isPurl) ?? [],
  );
  return [...new Set(purls)];
}

function isPurl(identifier: string): boolean {
  return identifier.startsWith('pkg:');
}

function identifiersOf(raw: RawElement): string[] {
  const found: string[] = [];
  if (raw.software_packageUrl) {
    found.push(raw.software_packageUrl);
  }
  // An identifier that is an element of its own.
  if (raw.identifier && isPurl(raw.identifier)) {
    found.push(raw.identifier);
  }
  for (const entry of listOf(raw.externalIdentifier)) {
    if (typeof entry === 'string') {
      found.push(entry);
    } else {
      const type = textOf(entry, 'externalIdentifierType');
      const identifier = textOf(entry, 'identifier');
      if (
        identifier !== undefined &&
        (/^(?:packageUrl|purl)$/i.test(type ?? '') || isPurl(identifier))
      ) {
        found.push(identifier);
      }
    }
  }
  return found;
}

function hashesOf(verifiedUsing: unknown): SbomComponent['hashes'] {
  const hashes: SbomComponent['hashes'] = [];
  for (const entry of listOf(verifiedUsing)) {
    const algorithm = textOf(entry, 'algorithm');
    const value = textOf(entry, 'hashValue');
    if (algorithm && value) {
      hashes.push({
        algorithm: algorithm.toUpperCase(),
        value: value.slice(0, 256),
      });
    }
  }
  return hashes;
}

function purposeOf(raw: RawElement, kind: string): string {
  return (
    raw.software_primaryPurpose?.toLowerCase() ??
    (kind === 'package' ? 'library' : kind.replace(/package$/, ''))
  );
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, MOST_IN_LIST) : [value];
}

function textOf(value: unknown, name: string): string | undefined {
  if (
    typeof value !== 'object' ||
    value === null ||
    !Object.hasOwn(value, name)
  ) {
    return undefined;
  }
  const text: unknown = Reflect.get(value, name);
  return typeof text === 'string' ? text : undefined;
}
