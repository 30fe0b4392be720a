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
import { readTimestamp } from '../model/readTimestamp';
import { SbomLimits, SbomReading } from '../types';
import { SbomRefusal } from '../findings/SbomRefusal';
import { findPurls, KeptElement, keptElement, kindOf } from './KeptElement';
import { readSpdxVersion } from './readSpdxVersion';
import { findRelationshipRule, relationshipKey } from './relationshipRules';
import { RawElement } from './spdx3Shapes';
import { Spdx3Licences } from './Spdx3Licences';

const BUNDLES = new Set([
  'sbom',
  'bom',
  'bundle',
  'spdxdocument',
  'elementcollection',
]);

/** Packages of software, of a model and of data. */
const PACKAGES = new Set(['package', 'aipackage', 'datasetpackage']);

/**
 * Turns the graph of an SPDX 3 document into the neutral model. The graph is read as plain JSON; elements name each other
 * in any order, so everything is gathered first.
 */
export class Spdx3Mapper {
  readonly #findings: FindingList;
  readonly #limits: SbomLimits;
  readonly #builder: DocumentBuilder;
  readonly #elements = new Map<string, KeptElement>();
  readonly #software: {
    element: KeptElement;
    id: string | undefined;
    place: string;
  }[] = [];
  readonly #described: string[] = [];
  readonly #licences: Spdx3Licences;
  #creation: RawElement | undefined;
  #document: KeptElement | undefined;
  #documentId: string | undefined;
  #seen = 0;
  #kept = 0;
  #licenceLinks = 0;

  constructor(options: {
    findings: FindingList;
    limits: SbomLimits;
    builder: DocumentBuilder;
    licences: LicenceReader;
  }) {
    this.#findings = options.findings;
    this.#limits = options.limits;
    this.#builder = options.builder;
    this.#licences = new Spdx3Licences({
      elements: this.#elements,
      licences: options.licences,
      maxLength: options.limits.maxLicenceLength,
    });
  }

  get isSpdx(): boolean {
    return this.#seen > 0;
  }

  takeElement(raw: RawElement, where: () => string): void {
    this.#seen += 1;
    const kind = kindOf(raw);
    if (kind === 'relationship' || kind === 'lifecyclescopedrelationship') {
      this.#takeRelationship(raw, where);
      return;
    }
    const id = raw.spdxId ?? raw['@id'];
    this.#kept += 1;
    // Agents, licences and identifiers come on top of the components.
    if (this.#kept > this.#limits.maxComponents * 2) {
      throw new SbomRefusal(
        'too-many-components',
        where(),
        `more than ${this.#limits.maxComponents * 2} elements`,
      );
    }
    const element = keptElement(raw, kind);
    if (id !== undefined) {
      if (this.#elements.has(id)) {
        this.#findings.add('duplicate-ref', where, id);
      } else {
        this.#elements.set(id, element);
      }
    }
    if (PACKAGES.has(kind) || kind === 'file' || kind === 'snippet') {
      this.#software.push({ element, id, place: where() });
    } else if (kind === 'creationinfo') {
      this.#creation ??= raw;
    } else if (kind === 'spdxdocument') {
      this.#document ??= element;
      this.#documentId ??= id;
    }
  }

  finish(): SbomReading {
    this.#addSoftware();
    const { refs } = this.#builder;
    for (const root of this.#findRoots()) {
      this.#builder.addRoot(refs.idOf(root));
    }
    return this.#builder.finish({
      format: 'SPDX',
      serialization: 'json-ld',
      specVersion: readSpdxVersion(this.#creation?.specVersion, this.#findings),
      tools: (this.#creation?.createdUsing ?? [])
        .slice(0, 20)
        .map(id => this.#elements.get(id)?.name ?? id),
      timestamp: readTimestamp(this.#creation?.created, {
        findings: this.#findings,
        where: '/@graph',
      }),
      id: this.#documentId,
    });
  }

  #takeRelationship(raw: RawElement, where: () => string): void {
    const { from, relationshipType } = raw;
    const targets = raw.to ?? [];
    if (from === undefined || relationshipType === undefined) {
      this.#findings.add('relationship-incomplete', where);
      return;
    }
    const key = relationshipKey(relationshipType);
    if (key === 'hasdeclaredlicense' || key === 'hasconcludedlicense') {
      this.#licenceLinks += targets.length;
      if (this.#licenceLinks > this.#limits.maxEdges) {
        throw new SbomRefusal('too-many-edges', where());
      }
      this.#licences.take(from, targets, key === 'hasdeclaredlicense');
      return;
    }
    const rule = findRelationshipRule(relationshipType, raw.scope);
    if (rule && 'describes' in rule) {
      this.#described.push(...targets.slice(0, 1000));
    } else if (rule) {
      const { refs } = this.#builder;
      for (const to of targets) {
        if (isNone(to)) {
          this.#findings.add('relationship-to-nothing', where, to);
        } else {
          const isForward = rule.edge === 'forward';
          this.#builder.addEdge(
            refs.idOf(isForward ? from : to),
            refs.idOf(isForward ? to : from),
            rule.scope,
          );
        }
      }
    }
  }

  #addSoftware(): void {
    for (const { element, id, place } of this.#software) {
      const where = () => place;
      const { kind } = element;
      if (kind === 'snippet') {
        if (id !== undefined) {
          this.#builder.addOther(this.#builder.refs.idOf(id));
        }
        continue;
      }
      const purls = findPurls(element, this.#elements);
      if (purls.length > 1) {
        this.#findings.add('several-purls', where);
      }
      this.#builder.addComponent(
        {
          ref: id ? this.#builder.refs.idOf(id) : undefined,
          purl: kind === 'file' ? undefined : purls[0],
          type: element.purpose,
          group: undefined,
          name: element.name,
          version: element.version,
          declared: this.#licences.of(id, true),
          concluded: this.#licences.of(id, false),
          hashes: element.hashes,
          supplier:
            this.#nameOf(element.suppliedBy) ??
            this.#nameOf(element.originatedBy),
          externalReferences: readExternalReferences(
            element.homePage
              ? [{ type: 'website', url: element.homePage }]
              : [],
            { findings: this.#findings, where },
          ),
          scope: 'unknown',
          isPackage: kind !== 'file',
        },
        where,
      );
    }
    for (const [id, element] of this.#elements) {
      if (BUNDLES.has(element.kind)) {
        this.#builder.addOther(this.#builder.refs.idOf(id));
      }
    }
  }

  #nameOf(id: string | undefined): string | undefined {
    const name = id === undefined ? undefined : this.#elements.get(id)?.name;
    return name && name !== 'NOASSERTION' ? name : undefined;
  }

  /** The document's root elements; those that are collections stand for their own root elements. */
  #findRoots(): Set<string> {
    const waiting = [
      ...(this.#document?.rootElement ?? []),
      ...this.#described,
    ];
    const roots = new Set<string>();
    const seen = new Set<string>();
    for (let i = 0; i < waiting.length; i++) {
      const id = waiting[i];
      const element = this.#elements.get(id);
      if (!seen.has(id)) {
        seen.add(id);
        if (element && BUNDLES.has(element.kind)) {
          waiting.push(...(element.rootElement ?? []));
        } else {
          roots.add(id);
        }
      }
    }
    return roots;
  }
}

function isNone(ref: string): boolean {
  return /(?:^|\/|:|_)(?:NoneElement|NoAssertionElement|NONE|NOASSERTION)$/i.test(
    ref,
  );
}
