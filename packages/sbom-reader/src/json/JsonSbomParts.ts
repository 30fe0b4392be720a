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
import { ReadingContext } from '../ReadingContext';
import { SbomLimits, SbomReading } from '../types';
import { SpdxMapper } from '../spdx/SpdxMapper';
import { Spdx3Mapper } from '../spdx/Spdx3Mapper';
import { elementShape, RawElement } from '../spdx/spdx3Shapes';
import {
  creationInfoShape,
  extractedLicenceShape,
  fileShape,
  packageShape,
  RawCreationInfo,
  RawExtractedLicence,
  RawFile,
  RawPackage,
  RawRelationship,
  RawSnippet,
  relationshipShape,
  snippetShape,
} from '../spdx/spdxShapes';
import { RootPart } from './RootPart';
import { readWrapped } from './readWrapped';

/** Knows which key of the root belongs to which format, and which format it was in the end. */
export class JsonSbomParts {
  readonly #parts: ReadonlyMap<string, RootPart>;
  readonly #cyclonedx: CycloneDxMapper;
  readonly #spdx: SpdxMapper;
  readonly #spdx3: Spdx3Mapper;
  #payload: string | undefined;

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
    this.#spdx = new SpdxMapper(options);
    this.#spdx3 = new Spdx3Mapper(options);
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
      ...this.#spdxParts(where),
      ...this.#wrapperParts(options.findings, where),
    ]);
  }

  partFor = (key: string): RootPart | undefined => this.#parts.get(key);

  /** Decides what the document is, now that all of it was seen. */
  async finish(context: ReadingContext): Promise<SbomReading> {
    const { bomFormat, specVersion } = this.#cyclonedx;
    if (bomFormat === 'CycloneDX') {
      return this.#cyclonedx.finish('json');
    }
    if (this.#spdx3.isSpdx) {
      return this.#spdx3.finish();
    }
    if (this.#spdx.isSpdx) {
      return this.#spdx.finish('json');
    }
    if (this.#payload !== undefined) {
      return readWrapped(this.#payload, context);
    }
    if (bomFormat !== undefined || specVersion !== undefined) {
      return this.#cyclonedx.finish('json');
    }
    throw new SbomRefusal('not-an-sbom', '/');
  }

  #spdxParts(where: () => string): [string, RootPart][] {
    const spdx = this.#spdx;
    const spdx3 = this.#spdx3;
    return [
      ['spdxVersion', { text: value => (spdx.spdxVersion = value) }],
      ['SPDXID', { text: value => (spdx.spdxId = value) }],
      ['documentNamespace', { text: value => (spdx.namespace = value) }],
      ['documentDescribes', { texts: refs => spdx.takeDescribed(refs) }],
      [
        'creationInfo',
        {
          object: {
            shape: creationInfoShape,
            take: value => (spdx.creationInfo = value as RawCreationInfo),
          },
        },
      ],
      [
        'packages',
        {
          each: {
            shape: packageShape,
            take: value => spdx.takePackage(value as RawPackage, where),
          },
        },
      ],
      [
        'files',
        {
          each: {
            shape: fileShape,
            take: value => spdx.takeFile(value as RawFile, where),
          },
        },
      ],
      [
        'snippets',
        {
          each: {
            shape: snippetShape,
            take: value => spdx.takeSnippet((value as RawSnippet).SPDXID),
          },
        },
      ],
      [
        'relationships',
        {
          each: {
            shape: relationshipShape,
            take: value =>
              spdx.takeRelationship(value as RawRelationship, where),
          },
        },
      ],
      [
        'hasExtractedLicensingInfos',
        {
          each: {
            shape: extractedLicenceShape,
            take: value =>
              spdx.takeExtractedLicence(
                (value as RawExtractedLicence).licenseId,
              ),
          },
        },
      ],
      [
        '@graph',
        {
          each: {
            shape: elementShape,
            take: value => spdx3.takeElement(value as RawElement, where),
          },
        },
      ],
    ];
  }

  /** GitHub's export, in-toto statements and DSSE envelopes carry the document within. */
  #wrapperParts(
    findings: FindingList,
    where: () => string,
  ): [string, RootPart][] {
    const inside: RootPart = { inside: () => findings.add('wrapped', where) };
    const payload: RootPart = {
      long: value => {
        this.#payload = value;
      },
    };
    return [
      ['sbom', inside],
      ['predicate', inside],
      ['dsseEnvelope', inside],
      ['Data', payload],
      ['payload', payload],
    ];
  }
}
