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

const licenceShape = JsonShape.create<RawLicence>(() => ({
  id: undefined,
  name: undefined,
  acknowledgement: undefined,
}));

const licenceChoiceShape = JsonShape.create<RawLicenceChoice>(
  () => ({
    license: undefined,
    expression: undefined,
    acknowledgement: undefined,
  }),
  { license: { object: () => licenceShape } },
);

const hashShape = JsonShape.create<RawHash>(
  () => ({ algorithm: undefined, value: undefined }),
  {},
  { algorithm: 'alg', value: 'content' },
);

const referenceShape = JsonShape.create<RawReference>(() => ({
  type: undefined,
  url: undefined,
}));

const propertyShape = JsonShape.create<RawProperty>(
  () => ({ name: undefined, value: undefined }),
  { name: { oneOf: DEVELOPMENT_PROPERTIES }, value: { oneOf: ['true'] } },
);

const namedShape = JsonShape.create<RawNamed>(() => ({ name: undefined }));

export const componentShape: JsonShape<RawComponent> =
  JsonShape.create<RawComponent>(
    () => ({
      'bom-ref': undefined,
      type: undefined,
      group: undefined,
      name: undefined,
      version: undefined,
      purl: undefined,
      scope: undefined,
      licenses: undefined,
      hashes: undefined,
      supplier: undefined,
      manufacturer: undefined,
      publisher: undefined,
      externalReferences: undefined,
      properties: undefined,
      components: undefined,
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
  () => ({ ref: undefined, dependsOn: undefined }),
  { ref: 'ref', dependsOn: 'refs' },
);

export const serviceShape: JsonShape<RawService> = JsonShape.create<RawService>(
  () => ({ 'bom-ref': undefined, services: undefined }),
  { 'bom-ref': 'ref', services: { list: () => serviceShape } },
);

const phaseShape = JsonShape.create<{ phase?: string }>(() => ({
  phase: undefined,
}));

export const metadataShape = JsonShape.create<RawMetadata>(
  () => ({
    timestamp: undefined,
    tools: undefined,
    component: undefined,
    lifecycles: undefined,
  }),
  {
    tools: 'value',
    component: { object: () => componentShape },
    lifecycles: { list: () => phaseShape },
  },
);
