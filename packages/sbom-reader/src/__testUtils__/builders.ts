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

import { readSbom, ReadSbomOptions } from '../readSbom';
import { SbomReading } from '../types';

type Good = Extract<SbomReading, { ok: true }>;
type Refused = Extract<SbomReading, { ok: false }>;

/** A CycloneDX document with the parts a test is about. */
export function aBom(parts: Record<string, unknown> = {}): string {
  return JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    ...parts,
  });
}

/** An SPDX 2.3 document with the parts a test is about. */
export function anSpdx(parts: Record<string, unknown> = {}): string {
  return JSON.stringify({
    spdxVersion: 'SPDX-2.3',
    SPDXID: 'SPDXRef-DOCUMENT',
    documentNamespace: 'https://example.org/doc',
    creationInfo: { created: '2026-11-23T12:00:00Z', creators: ['Tool: t-1'] },
    ...parts,
  });
}

/** A library with a purl, `name` also being its identifier. */
export function aLibrary(name: string, more: Record<string, unknown> = {}) {
  return {
    'bom-ref': name,
    type: 'library',
    name,
    version: '1.0.0',
    purl: `pkg:npm/${name}@1.0.0`,
    ...more,
  };
}

export function aSubject(ref = 'app') {
  return { component: { 'bom-ref': ref, type: 'application', name: ref } };
}

/** What a document is read as; fails when it is refused. */
export async function readGood(
  source: string | Uint8Array,
  options?: ReadSbomOptions,
): Promise<Good> {
  const reading = await readSbom(Buffer.from(source), options);
  if (!reading.ok) {
    throw new Error(`Refused: ${JSON.stringify(reading.error)}`);
  }
  return reading;
}

/** The refusal of a document; fails when it is read. */
export async function readRefused(
  source: string | Uint8Array,
  options?: ReadSbomOptions,
): Promise<Refused['error']> {
  const reading = await readSbom(Buffer.from(source), options);
  if (reading.ok) {
    throw new Error(`Read with ${reading.components.length} components`);
  }
  return reading.error;
}

/** How often each finding occurs. */
export function codesOf(reading: SbomReading): Record<string, number> {
  return Object.fromEntries(
    reading.findings.map(finding => [finding.code, finding.count]),
  );
}

/** `relation/scope` of each component by name. */
export function relationsOf(reading: Good): Record<string, string> {
  return Object.fromEntries(
    reading.components.map(({ name, relation, scope }) => [
      name,
      `${relation}/${scope}`,
    ]),
  );
}

/** The bytes in pieces of a size, as they come from a network. */
export async function* inPieces(
  bytes: Uint8Array,
  size: number,
): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < bytes.length; i += size) {
    yield bytes.subarray(i, i + size);
  }
}
