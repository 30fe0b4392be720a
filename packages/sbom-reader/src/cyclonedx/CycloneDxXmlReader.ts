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
import { RefTable } from '../model/RefTable';
import { SbomLimits, SbomReading } from '../types';
import { XmlFormatReader } from '../xml/XmlFormatReader';
import { XmlNode } from '../xml/XmlNode';
import { CycloneDxMapper } from './CycloneDxMapper';
import {
  RawComponent,
  RawLicenceChoice,
  RawReference,
  RawService,
} from './cyclonedxShapes';

/** Large parts of which nothing is kept. */
const NOT_KEPT = new Set([
  'annotations',
  'compositions',
  'copyright',
  'cryptoProperties',
  'data',
  'declarations',
  'definitions',
  'description',
  'evidence',
  'formulation',
  'modelCard',
  'pedigree',
  'releaseNotes',
  'Signature',
  'signature',
  'swid',
  'text',
]);

/** Of an element that is not handed over piece by piece; real components have a few dozen. */
const MOST_CHILDREN = 1000;

const TOP_LEVEL = new Set([
  'components',
  'dependencies',
  'metadata',
  'services',
  'vulnerabilities',
]);

/** Turns the elements of CycloneDX XML into the same parts as those of its JSON. */
export class CycloneDxXmlReader implements XmlFormatReader {
  readonly #mapper: CycloneDxMapper;
  readonly #refs: RefTable;
  readonly #findings: FindingList;
  readonly #limits: SbomLimits;

  constructor(options: {
    findings: FindingList;
    limits: SbomLimits;
    createStore: () => ComponentStore;
    namespace: string | undefined;
  }) {
    const { findings, limits } = options;
    const builder = new DocumentBuilder(options);
    this.#refs = builder.refs;
    this.#findings = findings;
    this.#limits = limits;
    this.#mapper = new CycloneDxMapper({
      findings,
      limits,
      builder,
      licences: new LicenceReader({ maxLength: limits.maxLicenceLength }),
    });
    const version = /cyclonedx\.org\/schema\/bom\/(.+)$/i.exec(
      options.namespace ?? '',
    )?.[1];
    this.#mapper.specVersion = version;
    this.#mapper.bomFormat = version ? 'CycloneDX' : options.namespace ?? '';
  }

  keeps(name: string, parent: XmlNode | undefined, line: number): boolean {
    if (!parent) {
      return true;
    }
    if (parent.children.length >= MOST_CHILDREN) {
      this.#findings.add('list-too-long', `line ${line}`);
      return false;
    }
    return parent.name === 'bom'
      ? TOP_LEVEL.has(name)
      : !NOT_KEPT.has(name) && parent.name !== 'vulnerability';
  }

  open(node: XmlNode, parent: XmlNode | undefined): void {
    if (!parent) {
      this.#mapper.serialNumber = node.attributes.get('serialNumber');
    }
    node.keepsChildren =
      parent?.name === 'tools' || parent?.keepsChildren === true;
  }

  close(node: XmlNode, parent: XmlNode | undefined): void {
    const where = () => `line ${node.line}`;
    if (parent?.name === 'bom') {
      if (node.name === 'metadata') {
        this.#takeMetadata(node);
      }
    } else if (parent?.name === 'components' && node.name === 'component') {
      this.#closeComponent(node, parent);
    } else if (parent?.name === 'dependencies' && node.name === 'dependency') {
      this.#mapper.takeDependency(
        {
          ref: refOf(node, 'ref', this.#refs),
          dependsOn: node.refs,
        },
        where,
      );
    } else if (parent?.name === 'dependency') {
      this.#takeTarget(node, parent);
    } else if (parent?.name === 'services' && node.name === 'service') {
      this.#closeService(node, parent);
    } else if (parent?.name === 'vulnerabilities') {
      this.#mapper.vulnerabilities += 1;
    } else {
      parent?.children.push(node);
    }
  }

  #takeTarget(node: XmlNode, parent: XmlNode): void {
    const ref = refOf(node, 'ref', this.#refs);
    if (parent.refs.length >= this.#limits.maxEdges) {
      throw new SbomRefusal('too-many-edges', `line ${node.line}`);
    }
    if (ref !== undefined && node.name === 'dependency') {
      parent.refs.push(ref);
    }
  }

  finish(): SbomReading {
    return this.#mapper.finish('xml');
  }

  /** Components are handed over as soon as they close, the innermost first; only metadata's tools and subject wait. */
  #closeComponent(node: XmlNode, parent: XmlNode): void {
    if (parent.keepsChildren) {
      parent.children.push(node);
      return;
    }
    this.#mapper.takeComponent(
      readComponent(node, this.#refs),
      () => `line ${node.line}`,
    );
  }

  #closeService(node: XmlNode, parent: XmlNode): void {
    const service: RawService = {
      'bom-ref': refOf(node, 'bom-ref', this.#refs),
    };
    if (!parent.keepsChildren) {
      this.#mapper.takeService(service);
    } else {
      parent.children.push(node);
    }
  }

  #takeMetadata(node: XmlNode): void {
    const subject = node.child('component');
    const tools = node.child('tools');
    const toolNodes = [
      ...(tools?.all('tool') ?? []),
      ...(tools?.child('components')?.all('component') ?? []),
      ...(tools?.child('services')?.all('service') ?? []),
    ];
    this.#mapper.takeMetadata(
      {
        timestamp: node.textOf('timestamp'),
        tools: toolNodes.map(tool => ({
          name: tool.textOf('name'),
          version: tool.textOf('version'),
        })),
        component: subject && readComponent(subject, this.#refs),
        lifecycles: node
          .child('lifecycles')
          ?.all('lifecycle')
          .map(lifecycle => ({ phase: lifecycle.textOf('phase') })),
      },
      () => `line ${node.line}`,
    );
  }
}

function readComponent(node: XmlNode, refs: RefTable): RawComponent {
  const supplier = node.child('supplier')?.textOf('name');
  const manufacturer = node.child('manufacturer')?.textOf('name');
  return {
    'bom-ref': refOf(node, 'bom-ref', refs),
    type: node.attributes.get('type'),
    group: node.textOf('group'),
    name: node.textOf('name'),
    version: node.textOf('version'),
    purl: node.textOf('purl'),
    scope: node.textOf('scope'),
    licenses: node.child('licenses')?.children.flatMap(readLicence),
    hashes: node
      .child('hashes')
      ?.all('hash')
      .map(hash => ({
        algorithm: hash.attributes.get('alg'),
        value: hash.trimmed(),
      })),
    supplier: supplier === undefined ? undefined : { name: supplier },
    manufacturer:
      manufacturer === undefined ? undefined : { name: manufacturer },
    publisher: node.textOf('publisher'),
    externalReferences: node
      .child('externalReferences')
      ?.all('reference')
      .map(readReference),
    properties: node
      .child('properties')
      ?.all('property')
      .map(property => ({
        name: property.attributes.get('name'),
        value: property.attributes.get('value') ?? property.trimmed(),
      })),
  };
}

function readLicence(node: XmlNode): RawLicenceChoice[] {
  const acknowledgement = node.attributes.get('acknowledgement');
  if (node.name === 'expression') {
    return [{ expression: node.trimmed(), acknowledgement }];
  }
  return node.name === 'license'
    ? [
        {
          license: { id: node.textOf('id'), name: node.textOf('name') },
          acknowledgement,
        },
      ]
    : [];
}

function readReference(node: XmlNode): RawReference {
  return { type: node.attributes.get('type'), url: node.textOf('url') };
}

function refOf(
  node: XmlNode,
  name: string,
  refs: RefTable,
): number | undefined {
  const text = node.attributes.get(name);
  return text ? refs.idOf(text) : undefined;
}
