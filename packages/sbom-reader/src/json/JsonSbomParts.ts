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

import { CycloneDxMapper } from '../cyclonedx/CycloneDxMapper';
import {
  componentShape,
  dependencyShape,
  metadataShape,
  RawComponent,
  RawDependency,
  RawMetadata,
  RawService,
  serviceShape,
} from '../cyclonedx/cyclonedxShapes';
import { FindingList } from '../findings/FindingList';
import { SbomRefusal } from '../findings/SbomRefusal';
import { LicenceReader } from '../licence/LicenceReader';
import { DocumentBuilder } from '../model/DocumentBuilder';
import type { ReadingContext } from '../readDocument';
import { SbomLimits, SbomReading } from '../types';
import { RootPart } from './JsonDocumentReader';

/** Knows which key of the root belongs to which format, and which format it was in the end. */
export class JsonSbomParts {
  readonly #parts: ReadonlyMap<string, RootPart>;
  readonly #cyclonedx: CycloneDxMapper;

  constructor(options: {
    findings: FindingList;
    limits: SbomLimits;
    builder: DocumentBuilder;
    licences: LicenceReader;
    where: () => string;
  }) {
    const { where } = options;
    const cyclonedx = new CycloneDxMapper(options);
    this.#cyclonedx = cyclonedx;
    this.#parts = new Map<string, RootPart>([
      ['bomFormat', { text: value => (cyclonedx.bomFormat = value) }],
      ['specVersion', { text: value => (cyclonedx.specVersion = value) }],
      ['serialNumber', { text: value => (cyclonedx.serialNumber = value) }],
      [
        'metadata',
        {
          object: {
            shape: metadataShape,
            take: value => cyclonedx.takeMetadata(value as RawMetadata, where),
          },
        },
      ],
      [
        'components',
        {
          each: {
            shape: componentShape,
            take: value =>
              cyclonedx.takeComponent(value as RawComponent, where),
          },
        },
      ],
      [
        'dependencies',
        {
          each: {
            shape: dependencyShape,
            take: value =>
              cyclonedx.takeDependency(value as RawDependency, where),
          },
        },
      ],
      [
        'services',
        {
          each: {
            shape: serviceShape,
            take: value => cyclonedx.takeService(value as RawService),
          },
        },
      ],
      ['vulnerabilities', { count: () => (cyclonedx.vulnerabilities += 1) }],
    ]);
  }

  partFor = (key: string): RootPart | undefined => this.#parts.get(key);

  async finish(_context: ReadingContext): Promise<SbomReading> {
    if (this.#cyclonedx.bomFormat || this.#cyclonedx.specVersion) {
      return this.#cyclonedx.finish('json');
    }
    throw new SbomRefusal('not-an-sbom', '/');
  }
}
