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
  SbomComponent,
  SbomLicence,
  SbomReading,
} from '@ospo-suite/sbom-reader';

/** A document that was read, with only the fields that a test is about. */
export function aReading(
  overrides: {
    timestamp?: string;
    components?: SbomComponent[];
    id?: string;
  } = {},
): SbomReading & { ok: true } {
  const components = overrides.components ?? [aComponent()];
  return {
    ok: true,
    document: {
      format: 'CycloneDX',
      serialization: 'json',
      specVersion: '1.6',
      tools: ['a-tool 1.0'],
      timestamp: overrides.timestamp,
      id: overrides.id,
    },
    components,
    edges: [],
    statistics: {
      components: components.length,
      packages: components.length,
      direct: 0,
      transitive: 0,
      unknown: 0,
      licenceKnown: 0,
      licenceUnknown: 0,
      relations: 0,
    },
    findings: [],
  };
}

/** A package as a reader gives it, named as in `lodash@1.0.0`. */
export function aComponent(
  name: string = 'lodash@1.0.0',
  overrides: Partial<SbomComponent> = {},
): SbomComponent {
  const at = name.lastIndexOf('@');
  const [plain, version] = [name.slice(0, at), name.slice(at + 1)];
  return {
    ref: name,
    purl: `pkg:npm/${name}`,
    packageKey: `pkg:npm/${plain}`,
    weak: false,
    ecosystem: 'npm',
    name: plain,
    version,
    qualifiers: '',
    type: 'library',
    isPackage: true,
    declared: aLicence('MIT'),
    concluded: { status: 'absent' },
    hashes: [],
    externalReferences: [],
    relation: 'direct',
    scope: 'runtime',
    ...overrides,
  };
}

export function aLicence(expression: string): SbomLicence {
  return { status: 'known', expression, raw: expression };
}
