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
import { SbomRefusal } from '../findings/SbomRefusal';
import { LicenceReader } from '../licence/LicenceReader';
import { ComponentStore } from '../model/ComponentStore';
import { DocumentBuilder } from '../model/DocumentBuilder';
import { SbomLimits, SbomReading } from '../types';
import { XmlFormatReader } from '../xml/XmlFormatReader';
import { XmlNode } from '../xml/XmlNode';
import { RdfLicences } from './RdfLicences';
import { fragmentOf, idOf, nameOfNode, resourceOf } from './rdfNames';
import { SpdxMapper } from './SpdxMapper';
import { RawChecksum, RawExternalRef } from './spdxShapes';

/** Properties with long texts of which nothing is kept. */
const NOT_KEPT = new Set([
  'annotation',
  'attributionText',
  'comment',
  'copyrightText',
  'description',
  'extractedText',
  'licenseText',
  'noticeText',
  'sourceInfo',
  'summary',
]);

const MOST_NODES = 500_000;

/**
 * Turns SPDX 2 as RDF/XML into the same parts as its JSON. Elements may stand within each other or name each other, so
 * the tree is read to its end first.
 */
export class RdfReader implements XmlFormatReader {
  readonly #mapper: SpdxMapper;
  readonly #licences = new RdfLicences();
  readonly #seen = new Set<string>();
  #root: XmlNode | undefined;
  #nodes = 0;
  #sawDocument = false;

  constructor(options: {
    findings: FindingList;
    limits: SbomLimits;
    createStore: () => ComponentStore;
  }) {
    const { findings, limits } = options;
    this.#mapper = new SpdxMapper({
      findings,
      builder: new DocumentBuilder(options),
      licences: new LicenceReader({ maxLength: limits.maxLicenceLength }),
    });
  }

  keeps(name: string): boolean {
    return !NOT_KEPT.has(name);
  }

  open(node: XmlNode): void {
    this.#nodes += 1;
    if (this.#nodes > MOST_NODES) {
      throw new SbomRefusal(
        'too-many-components',
        `line ${node.line}`,
        `more than ${MOST_NODES} elements of RDF`,
      );
    }
    this.#root ??= node;
  }

  close(node: XmlNode, parent: XmlNode | undefined): void {
    parent?.children.push(node);
    const id = nameOfNode(node);
    if (id !== undefined && node.children.length > 0) {
      this.#licences.remember(id, node);
    }
  }

  finish(): SbomReading {
    // Depth is bounded by the limit for XML.
    this.#walk(this.#root, undefined);
    if (!this.#mapper.isSpdx && !this.#sawDocument) {
      throw new SbomRefusal('not-an-sbom', 'line 1', 'RDF without SPDX');
    }
    return this.#mapper.finish('rdf-xml');
  }

  #walk(node: XmlNode | undefined, owner: string | undefined): void {
    if (!node) {
      return;
    }
    const id = idOf(node);
    const isNew = id !== undefined && !this.#seen.has(id);
    let inner = owner;
    if (node.name === 'SpdxDocument') {
      this.#takeDocument(node, id);
      inner = id ?? owner;
    } else if (node.name === 'Package' || node.name === 'File') {
      inner = id ?? owner;
      if (isNew && node.children.length > 0) {
        this.#seen.add(id);
        this.#take(node, id);
      }
    } else if (node.name === 'Snippet') {
      inner = id ?? owner;
      this.#mapper.takeSnippet(id);
    } else if (node.name === 'Relationship') {
      this.#takeRelationship(node, owner);
    } else if (node.name === 'ExtractedLicensingInfo') {
      this.#mapper.takeExtractedLicence(node.textOf('licenseId') ?? id);
    } else if (node.name === 'describesPackage') {
      const described = resourceOf(node) ?? idOf(node.children[0]);
      this.#mapper.takeDescribed(described === undefined ? [] : [described]);
    }
    for (const child of node.children) {
      this.#walk(child, inner);
    }
  }

  #takeDocument(node: XmlNode, id: string | undefined): void {
    const mapper = this.#mapper;
    this.#sawDocument = true;
    mapper.spdxVersion = node.textOf('specVersion');
    mapper.spdxId = id;
    const about = node.attributes.get('rdf:about') ?? '';
    mapper.namespace = about.slice(0, Math.max(0, about.lastIndexOf('#')));
    const creation = node.child('creationInfo')?.child('CreationInfo');
    mapper.creationInfo = {
      created: creation?.textOf('created'),
      creators: creation
        ?.all('creator')
        .flatMap(creator => creator.trimmed() ?? []),
    };
  }

  #take(node: XmlNode, id: string): void {
    const where = () => `line ${node.line}`;
    const licence = (name: string) => this.#licences.read(node.child(name));
    const checksums = node.all('checksum').map(readChecksum);
    if (node.name === 'File') {
      this.#mapper.takeFile(
        {
          SPDXID: id,
          fileName: node.textOf('fileName') ?? node.textOf('name'),
          licenseConcluded: licence('licenseConcluded'),
          licenseInfoInFiles: node
            .all('licenseInfoInFile')
            .flatMap(child => this.#licences.read(child) ?? []),
          checksums,
        },
        where,
      );
      return;
    }
    this.#mapper.takePackage(
      {
        SPDXID: id,
        name: node.textOf('name'),
        versionInfo: node.textOf('versionInfo'),
        licenseDeclared: licence('licenseDeclared'),
        licenseConcluded: licence('licenseConcluded'),
        supplier: node.textOf('supplier'),
        originator: node.textOf('originator'),
        primaryPackagePurpose: fragmentOf(
          node.child('primaryPackagePurpose')?.attributes.get('rdf:resource'),
        )?.replace(/^purpose_/, ''),
        homepage: node.textOf('homepage'),
        checksums,
        externalRefs: node.all('externalRef').map(readExternalRef),
      },
      where,
    );
  }

  #takeRelationship(node: XmlNode, owner: string | undefined): void {
    const related = node.child('relatedSpdxElement');
    this.#mapper.takeRelationship(
      {
        spdxElementId: owner,
        relationshipType: fragmentOf(
          node.child('relationshipType')?.attributes.get('rdf:resource'),
        )?.replace(/^relationshipType_/, ''),
        relatedSpdxElement:
          related && (resourceOf(related) ?? idOf(related.children[0])),
      },
      () => `line ${node.line}`,
    );
  }
}

function readChecksum(node: XmlNode): RawChecksum {
  const checksum = node.child('Checksum');
  return {
    algorithm: fragmentOf(
      checksum?.child('algorithm')?.attributes.get('rdf:resource'),
    ),
    checksumValue: checksum?.textOf('checksumValue'),
  };
}

function readExternalRef(node: XmlNode): RawExternalRef {
  const reference = node.child('ExternalRef');
  const type = reference?.child('referenceType');
  return {
    referenceType:
      fragmentOf(type?.attributes.get('rdf:resource')) ?? type?.trimmed(),
    referenceLocator: reference?.textOf('referenceLocator'),
  };
}
