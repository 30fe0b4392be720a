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

import { FindingList } from '../findings/FindingList';
import { LicenceReader } from '../licence/LicenceReader';
import { DocumentBuilder } from '../model/DocumentBuilder';
import { readExternalReferences } from '../model/readExternalReferences';
import { readHashes } from '../model/readHashes';
import { readTimestamp } from '../model/readTimestamp';
import { SbomLicence, SbomReading, SbomSerialization } from '../types';
import { findRelationshipRule } from './relationshipRules';
import { readSpdxVersion } from './readSpdxVersion';
import {
  RawChecksum,
  RawCreationInfo,
  RawExternalRef,
  RawFile,
  RawPackage,
  RawRelationship,
} from './spdxShapes';

const DOCUMENT = 'SPDXRef-DOCUMENT';

/** Turns the parts of an SPDX 2 document, however it is written, into the neutral model. */
export class SpdxMapper {
  readonly #findings: FindingList;
  readonly #builder: DocumentBuilder;
  readonly #licences: LicenceReader;
  readonly #extracted = new Set<string>();
  readonly #usedReferences = new Set<string>();
  spdxVersion: string | undefined;
  spdxId: string | undefined;
  namespace: string | undefined;
  creationInfo: RawCreationInfo | undefined;
  #described: string[] = [];
  #isEmpty = true;

  constructor(options: {
    findings: FindingList;
    builder: DocumentBuilder;
    licences: LicenceReader;
  }) {
    this.#findings = options.findings;
    this.#builder = options.builder;
    this.#licences = options.licences;
  }

  /** True when something was seen that only an SPDX 2 document has. */
  get isSpdx(): boolean {
    return (
      this.spdxVersion !== undefined ||
      (!this.#isEmpty &&
        (this.spdxId !== undefined ||
          this.namespace !== undefined ||
          this.creationInfo !== undefined))
    );
  }

  takeDescribed(refs: readonly string[]): void {
    this.#described = this.#described.concat(refs);
  }

  takePackage(raw: RawPackage, where: () => string): void {
    this.#isEmpty = false;
    const homepage = isStated(raw.homepage)
      ? [{ type: 'website', url: raw.homepage }]
      : [];
    const others = (raw.externalRefs ?? []).filter(
      reference => !isPurl(reference) && isAddress(reference.referenceLocator),
    );
    this.#builder.addComponent(
      {
        ref: this.#refOf(raw.SPDXID),
        purl: this.#readPurl(raw.externalRefs, where),
        type: raw.primaryPackagePurpose
          ? raw.primaryPackagePurpose.toLowerCase().replace(/_/g, '-')
          : 'library',
        group: undefined,
        name: raw.name,
        version: stated(raw.versionInfo),
        declared: this.#readLicence(raw.licenseDeclared),
        concluded: this.#readLicence(raw.licenseConcluded),
        hashes: hashesOf(raw.checksums),
        supplier: readSupplier(raw.supplier) ?? readSupplier(raw.originator),
        externalReferences: readExternalReferences(
          [
            ...homepage,
            ...others.map(reference => ({
              type: reference.referenceType,
              url: reference.referenceLocator,
            })),
          ],
          { findings: this.#findings, where },
        ),
        scope: 'unknown',
        isPackage: true,
      },
      where,
    );
  }

  takeFile(raw: RawFile, where: () => string): void {
    this.#isEmpty = false;
    this.#builder.addComponent(
      {
        ref: this.#refOf(raw.SPDXID),
        purl: undefined,
        type: 'file',
        group: undefined,
        name: raw.fileName,
        version: undefined,
        declared: this.#licences.readList(raw.licenseInfoInFiles ?? []),
        concluded: this.#licences.read(raw.licenseConcluded),
        hashes: hashesOf(raw.checksums),
        supplier: undefined,
        externalReferences: [],
        scope: 'unknown',
        isPackage: false,
      },
      where,
    );
  }

  takeSnippet(ref: string | undefined): void {
    if (ref !== undefined) {
      this.#builder.addOther(this.#builder.refs.idOf(ref));
    }
  }

  takeExtractedLicence(id: string | undefined): void {
    if (id !== undefined) {
      this.#extracted.add(id);
    }
  }

  takeRelationship(raw: RawRelationship, where: () => string): void {
    const { spdxElementId, relationshipType, relatedSpdxElement } = raw;
    if (
      spdxElementId === undefined ||
      relationshipType === undefined ||
      relatedSpdxElement === undefined
    ) {
      this.#findings.add('relationship-incomplete', where);
      return;
    }
    this.#isEmpty = false;
    const rule = findRelationshipRule(relationshipType);
    if (!rule) {
      return;
    }
    if (isNothing(spdxElementId) || isNothing(relatedSpdxElement)) {
      this.#findings.add('relationship-to-nothing', where, relatedSpdxElement);
      return;
    }
    if (
      spdxElementId.startsWith('DocumentRef-') ||
      relatedSpdxElement.startsWith('DocumentRef-')
    ) {
      this.#findings.add('external-document', where, relatedSpdxElement);
      return;
    }
    const isForward =
      ('edge' in rule ? rule.edge : rule.describes) === 'forward';
    const from = isForward ? spdxElementId : relatedSpdxElement;
    const to = isForward ? relatedSpdxElement : spdxElementId;
    if ('edge' in rule) {
      const { refs } = this.#builder;
      this.#builder.addEdge(refs.idOf(from), refs.idOf(to), rule.scope);
    } else if (from === this.#documentRef() || from === DOCUMENT) {
      if (relationshipType.toUpperCase() === 'DESCRIBE') {
        this.#findings.add('relationship-misspelt', where, relationshipType);
      }
      this.#described.push(to);
    }
  }

  finish(serialization: SbomSerialization): SbomReading {
    const documentRef = this.#documentRef();
    this.#builder.addOther(this.#builder.refs.idOf(documentRef));
    for (const ref of this.#described) {
      if (ref !== documentRef && !isNothing(ref)) {
        this.#builder.addRoot(this.#builder.refs.idOf(ref));
      }
    }
    for (const used of this.#usedReferences) {
      if (!this.#extracted.has(used)) {
        this.#findings.add('licence-ref-undefined', '/', used);
      }
    }
    const creators = this.creationInfo?.creators ?? [];
    return this.#builder.finish({
      format: 'SPDX',
      serialization,
      specVersion: readSpdxVersion(this.spdxVersion, this.#findings),
      tools: creators
        .filter(creator => /^tool\s*:/i.test(creator))
        .slice(0, 20)
        .map(creator => creator.replace(/^tool\s*:\s*/i, '').slice(0, 300)),
      timestamp: readTimestamp(this.creationInfo?.created, {
        findings: this.#findings,
        where: '/creationInfo/created',
      }),
      id: this.namespace,
    });
  }

  #refOf(id: string | undefined): number | undefined {
    return id ? this.#builder.refs.idOf(id) : undefined;
  }

  #documentRef(): string {
    return this.spdxId ?? DOCUMENT;
  }

  #readPurl(
    references: RawExternalRef[] | undefined,
    where: () => string,
  ): string | undefined {
    const purls = new Set(
      (references ?? []).flatMap(reference =>
        isPurl(reference) ? reference.referenceLocator ?? [] : [],
      ),
    );
    if (purls.size > 1) {
      this.#findings.add('several-purls', where);
    }
    return [...purls][0];
  }

  #readLicence(raw: string | undefined): SbomLicence {
    const licence = this.#licences.read(raw);
    if (
      licence.status === 'known' &&
      licence.expression?.includes('LicenseRef-')
    ) {
      for (const used of licence.expression.match(
        /(?<![:\w])LicenseRef-[\w.-]+/g,
      ) ?? []) {
        this.#usedReferences.add(used);
      }
    }
    return licence;
  }
}

function isPurl(reference: RawExternalRef): boolean {
  return (
    reference.referenceType?.toLowerCase().endsWith('purl') === true ||
    reference.referenceLocator?.startsWith('pkg:') === true
  );
}

/** Locators of categories such as SECURITY are identifiers (cpe:…) and no addresses. */
function isAddress(locator: string | undefined): boolean {
  return (
    locator !== undefined && /^[a-z+]+:\/\/|^javascript:|^data:/i.test(locator)
  );
}

function hashesOf(checksums: RawChecksum[] | undefined) {
  return readHashes(
    checksums?.map(({ algorithm, checksumValue }) => ({
      // RDF and SPDX 3 write the algorithm as the end of an address.
      algorithm: algorithm?.replace(/^.*checksumAlgorithm_/, '').toUpperCase(),
      value: checksumValue,
    })),
  );
}

function readSupplier(text: string | undefined): string | undefined {
  return stated(text)
    ?.replace(/^(?:Organization|Person|Tool)\s*:\s*/i, '')
    .replace(/\s*\(\s*\)\s*$/, '');
}

function stated(text: string | undefined): string | undefined {
  return isStated(text) ? text : undefined;
}

function isStated(text: string | undefined): text is string {
  return text !== undefined && text !== '' && !isNothing(text);
}

function isNothing(text: string): boolean {
  return text === 'NOASSERTION' || text === 'NONE';
}
