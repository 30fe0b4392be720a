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

/** Tools of the npm family write development dependencies as optional, with this property. */
export const DEVELOPMENT_PROPERTIES = [
  'cdx:npm:package:development',
  'cdx:composer:package:isDevRequirement',
  'cdx:pnpm:package:development',
  'cdx:yarn:package:development',
] as const;

export interface RawLicence {
  id?: string;
  name?: string;
  acknowledgement?: string;
}

export interface RawLicenceChoice {
  license?: RawLicence;
  expression?: string;
  acknowledgement?: string;
}

export interface RawHash {
  algorithm?: string;
  value?: string;
}

export interface RawReference {
  type?: string;
  url?: string;
}

export interface RawProperty {
  name?: string;
  value?: string;
}

export interface RawNamed {
  name?: string;
}

/** A CycloneDX component with the parts that are kept; the XML reader makes the same. */
export interface RawComponent {
  'bom-ref'?: number;
  type?: string;
  group?: string;
  name?: string;
  version?: string;
  purl?: string;
  scope?: string;
  licenses?: RawLicenceChoice[];
  hashes?: RawHash[];
  supplier?: RawNamed;
  manufacturer?: RawNamed;
  publisher?: string;
  externalReferences?: RawReference[];
  properties?: RawProperty[];
  components?: RawComponent[];
}

export interface RawDependency {
  ref?: number;
  dependsOn?: number[];
}

export interface RawService {
  'bom-ref'?: number;
  services?: RawService[];
}

export interface RawMetadata {
  timestamp?: string;
  tools?: unknown;
  component?: RawComponent;
  lifecycles?: { phase?: string }[];
}

const licenceShape = JsonShape.create<RawLicence>((v, i) => ({
  id: v[i],
  name: v[i + 1],
  acknowledgement: v[i + 2],
}));

const licenceChoiceShape = JsonShape.create<RawLicenceChoice>(
  (v, i) => ({
    license: v[i],
    expression: v[i + 1],
    acknowledgement: v[i + 2],
  }),
  { license: { object: () => licenceShape } },
);

const hashShape = JsonShape.create<RawHash>(
  (v, i) => ({ algorithm: v[i], value: v[i + 1] }),
  {},
  { algorithm: 'alg', value: 'content' },
);

const referenceShape = JsonShape.create<RawReference>((v, i) => ({
  type: v[i],
  url: v[i + 1],
}));

const propertyShape = JsonShape.create<RawProperty>(
  (v, i) => ({ name: v[i], value: v[i + 1] }),
  { name: { oneOf: DEVELOPMENT_PROPERTIES }, value: { oneOf: ['true'] } },
);

const namedShape = JsonShape.create<RawNamed>((v, i) => ({ name: v[i] }));

export const componentShape: JsonShape<RawComponent> =
  JsonShape.create<RawComponent>(
    (v, i) => ({
      'bom-ref': v[i],
      type: v[i + 1],
      group: v[i + 2],
      name: v[i + 3],
      version: v[i + 4],
      purl: v[i + 5],
      scope: v[i + 6],
      licenses: v[i + 7],
      hashes: v[i + 8],
      supplier: v[i + 9],
      manufacturer: v[i + 10],
      publisher: v[i + 11],
      externalReferences: v[i + 12],
      properties: v[i + 13],
      components: v[i + 14],
    }),
    {
      'bom-ref': 'ref',
      licenses: { list: () => licenceChoiceShape },
      hashes: { list: () => hashShape },
      supplier: { object: () => namedShape },
      manufacturer: { object: () => namedShape },
      externalReferences: { list: () => referenceShape },
      properties: { list: () => propertyShape, needs: 'name' },
      components: { list: () => componentShape },
    },
  );

export const dependencyShape = JsonShape.create<RawDependency>(
  (v, i) => ({ ref: v[i], dependsOn: v[i + 1] }),
  { ref: 'ref', dependsOn: 'refs' },
);

export const serviceShape: JsonShape<RawService> = JsonShape.create<RawService>(
  (v, i) => ({ 'bom-ref': v[i], services: v[i + 1] }),
  { 'bom-ref': 'ref', services: { list: () => serviceShape } },
);

const phaseShape = JsonShape.create<{ phase?: string }>((v, i) => ({
  phase: v[i],
}));

export const metadataShape = JsonShape.create<RawMetadata>(
  (v, i) => ({
    timestamp: v[i],
    tools: v[i + 1],
    component: v[i + 2],
    lifecycles: v[i + 3],
  }),
  {
    tools: 'value',
    component: { object: () => componentShape },
    lifecycles: { list: () => phaseShape },
  },
);
