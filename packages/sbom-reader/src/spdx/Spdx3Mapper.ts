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
import { SbomLicence, SbomLimits, SbomReading } from '../types';
import { SbomRefusal } from '../findings/SbomRefusal';
import { readHashList, readPurls } from './readSpdx3Parts';
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
  readonly #elements = new Map<string, RawElement>();
  readonly #software: { raw: RawElement; place: string; kind: string }[] = [];
  readonly #relationships: RawElement[] = [];
  readonly #licences: Spdx3Licences;
  #creation: RawElement | undefined;
  #document: RawElement | undefined;
  #seen = 0;

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
    if (this.#seen > this.#limits.maxComponents + this.#limits.maxEdges) {
      throw new SbomRefusal('too-many-components', where());
    }
    const kind = kindOf(raw);
    const id = raw.spdxId ?? raw['@id'];
    if (kind === 'relationship' || kind === 'lifecyclescopedrelationship') {
      this.#takeRelationship(raw, where);
      return;
    }
    if (id !== undefined) {
      if (this.#elements.has(id)) {
        this.#findings.add('duplicate-ref', where, id);
      } else {
        this.#elements.set(id, raw);
      }
    }
    if (PACKAGES.has(kind) || kind === 'file' || kind === 'snippet') {
      this.#software.push({ raw, place: where(), kind });
    } else if (kind === 'creationinfo') {
      this.#creation ??= raw;
    } else if (kind === 'spdxdocument') {
      this.#document ??= raw;
    }
  }

  finish(): SbomReading {
    const rules = this.#relationships.map(raw => ({
      raw,
      rule: findRelationshipRule(raw.relationshipType ?? '', raw.scope),
    }));
    this.#addSoftware();
    const { refs } = this.#builder;
    for (const { raw, rule } of rules) {
      const from = raw.from;
      for (const to of raw.to ?? []) {
        if (rule && 'edge' in rule && from !== undefined && !isNone(to)) {
          const isForward = rule.edge === 'forward';
          this.#builder.addEdge(
            refs.idOf(isForward ? from : to),
            refs.idOf(isForward ? to : from),
            rule.scope,
          );
        }
      }
    }
    for (const root of this.#findRoots(rules)) {
      this.#builder.addRoot(refs.idOf(root));
    }
    return this.#builder.finish({
      format: 'SPDX',
      serialization: 'json-ld',
      specVersion: readSpdxVersion(this.#creation?.specVersion, this.#findings),
      tools: (this.#creation?.createdUsing ?? [])
        .map(id => this.#elements.get(id)?.name ?? id)
        .slice(0, 20),
      timestamp: readTimestamp(this.#creation?.created, {
        findings: this.#findings,
        where: '/@graph',
      }),
      id: this.#document?.spdxId ?? this.#document?.['@id'],
    });
  }

  #takeRelationship(raw: RawElement, where: () => string): void {
    if (raw.from === undefined || raw.relationshipType === undefined) {
      this.#findings.add('relationship-incomplete', where);
      return;
    }
    const key = relationshipKey(raw.relationshipType);
    if (key === 'hasdeclaredlicense' || key === 'hasconcludedlicense') {
      const isDeclared = key === 'hasdeclaredlicense';
      this.#licences.take(raw.from, raw.to ?? [], isDeclared);
    } else if (findRelationshipRule(raw.relationshipType)) {
      this.#relationships.push(raw);
    }
  }

  #addSoftware(): void {
    for (const { raw, place, kind } of this.#software) {
      const ref = raw.spdxId ?? raw['@id'];
      const where = () => place;
      if (kind === 'snippet') {
        if (ref !== undefined) {
          this.#builder.addOther(this.#builder.refs.idOf(ref));
        }
        continue;
      }
      const purls = readPurls(raw, this.#elements);
      if (purls.length > 1) {
        this.#findings.add('several-purls', where);
      }
      this.#builder.addComponent(
        {
          ref: ref ? this.#builder.refs.idOf(ref) : undefined,
          purl: kind === 'file' ? undefined : purls[0],
          type: kind === 'file' ? 'file' : purposeOf(raw, kind),
          group: undefined,
          name: raw.name,
          version: raw.software_packageVersion,
          declared: this.#licenceOf(ref, true),
          concluded: this.#licenceOf(ref, false),
          hashes: readHashList(raw.verifiedUsing),
          supplier:
            this.#nameOf(raw.suppliedBy) ?? this.#nameOf(raw.originatedBy?.[0]),
          externalReferences: readExternalReferences(
            raw.software_homePage
              ? [{ type: 'website', url: raw.software_homePage }]
              : [],
            { findings: this.#findings, where },
          ),
          scope: 'unknown',
          isPackage: kind !== 'file',
        },
        where,
      );
    }
    for (const [id, raw] of this.#elements) {
      if (BUNDLES.has(kindOf(raw))) {
        this.#builder.addOther(this.#builder.refs.idOf(id));
      }
    }
  }

  #licenceOf(ref: string | undefined, isDeclared: boolean): SbomLicence {
    return this.#licences.of(ref, isDeclared);
  }

  #nameOf(id: string | undefined): string | undefined {
    const name = id === undefined ? undefined : this.#elements.get(id)?.name;
    return name && name !== 'NOASSERTION' ? name : undefined;
  }

  /** The document's root elements; those that are collections stand for their own root elements. */
  #findRoots(
    rules: { raw: RawElement; rule: ReturnType<typeof findRelationshipRule> }[],
  ): Set<string> {
    const waiting = [...(this.#document?.rootElement ?? [])];
    for (const { raw, rule } of rules) {
      if (rule && 'describes' in rule) {
        waiting.push(...(raw.to ?? []));
      }
    }
    const roots = new Set<string>();
    const seen = new Set<string>();
    for (let i = 0; i < waiting.length; i++) {
      const id = waiting[i];
      const element = this.#elements.get(id);
      if (seen.has(id)) {
        continue;
      }
      seen.add(id);
      if (element && BUNDLES.has(kindOf(element))) {
        waiting.push(...(element.rootElement ?? []));
      } else {
        roots.add(id);
      }
    }
    return roots;
  }
}

/** `software_Package`, `software:Package` and `…/Software/Package` are the same type. */
function kindOf(raw: RawElement): string {
  const type = raw.type ?? raw['@type'] ?? '';
  return type.slice(type.search(/[^_:/#]*$/)).toLowerCase();
}

function purposeOf(raw: RawElement, kind: string): string {
  return (
    raw.software_primaryPurpose?.toLowerCase() ??
    (kind === 'package' ? 'library' : kind.replace(/package$/, ''))
  );
}

function isNone(ref: string): boolean {
  return /(?:^|\/|:|_)(?:NoneElement|NoAssertionElement|NONE|NOASSERTION)$/i.test(
    ref,
  );
}
