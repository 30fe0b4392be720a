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

/** The purls of a package, from its own field and from its external identifiers, which may be elements of their own. */
export function readPurls(
  raw: RawElement,
  elements: ReadonlyMap<string, RawElement>,
): string[] {
  const purls = new Set<string>();
  if (raw.software_packageUrl) {
    purls.add(raw.software_packageUrl);
  }
  for (const entry of listOf(raw.externalIdentifier)) {
    const element: unknown =
      typeof entry === 'string' ? elements.get(entry) : entry;
    const type = textOf(element, 'externalIdentifierType');
    const identifier = textOf(element, 'identifier');
    if (
      identifier !== undefined &&
      (/^(?:packageUrl|purl)$/i.test(type ?? '') ||
        identifier.startsWith('pkg:'))
    ) {
      purls.add(identifier);
    }
  }
  return [...purls];
}

/** The digests of an element. */
export function readHashList(verifiedUsing: unknown): SbomComponent['hashes'] {
  const hashes: SbomComponent['hashes'] = [];
  for (const entry of listOf(verifiedUsing)) {
    const algorithm = textOf(entry, 'algorithm');
    const value = textOf(entry, 'hashValue');
    if (algorithm && value && hashes.length < 20) {
      hashes.push({
        algorithm: algorithm.toUpperCase(),
        value: value.slice(0, 256),
      });
    }
  }
  return hashes;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
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
  return typeof text === 'string'
    ? text.replace(/[\u0000-\u001f]/g, '')
    : undefined;
}
