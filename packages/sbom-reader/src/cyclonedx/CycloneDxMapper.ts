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
import { DocumentBuilder } from '../model/DocumentBuilder';
import { readExternalReferences } from '../model/readExternalReferences';
import { readHashes } from '../model/readHashes';
import { readTimestamp } from '../model/readTimestamp';
import { TextCleaner } from '../text/TextCleaner';
import {
  SbomDocument,
  SbomLicence,
  SbomLimits,
  SbomReading,
  SbomScope,
  SbomSerialization,
} from '../types';
import {
  DEVELOPMENT_PROPERTIES,
  RawComponent,
  RawDependency,
  RawLicenceChoice,
  RawMetadata,
  RawService,
} from './cyclonedxShapes';
import { noteKindOfBom } from './noteKindOfBom';
import { readSpecVersion } from './readSpecVersion';
import { readTools } from './readTools';

const SCOPES: ReadonlyMap<string, SbomScope> = new Map([
  ['required', 'runtime'],
  ['optional', 'optional'],
  ['excluded', 'excluded'],
]);

/** Component types that are no software packages. */
const NO_PACKAGES: ReadonlySet<string> = new Set([
  'file',
  'device',
  'data',
  'cryptographic-asset',
]);

/** Turns the parts of a CycloneDX document, JSON or XML, into the neutral model. */
export class CycloneDxMapper {
  readonly #findings: FindingList;
  readonly #limits: SbomLimits;
  readonly #builder: DocumentBuilder;
  readonly #licences: LicenceReader;
  readonly #types = new Map<string, number>();
  bomFormat: string | undefined;
  specVersion: string | undefined;
  serialNumber: string | undefined;
  #metadata: RawMetadata | undefined;
  #services = 0;
  vulnerabilities = 0;

  constructor(options: {
    findings: FindingList;
    limits: SbomLimits;
    builder: DocumentBuilder;
    licences: LicenceReader;
  }) {
    this.#findings = options.findings;
    this.#limits = options.limits;
    this.#builder = options.builder;
    this.#licences = options.licences;
  }

  takeMetadata(metadata: RawMetadata, where: () => string): void {
    this.#metadata = metadata;
    const subject = metadata.component;
    if (!subject) {
      return;
    }
    const place = () => `${where()}/component`;
    const { refs } = this.#builder;
    const node =
      subject['bom-ref'] ??
      (subject.purl ? refs.idOf(subject.purl) : undefined);
    this.#builder.setSubject(
      {
        ref: node === undefined ? undefined : refs.textOf(node),
        name: this.#fullName(subject),
        version: subject.version,
        purl: subject.purl,
        type: subject.type?.toLowerCase(),
      },
      node,
    );
    this.#countType(subject);
    // Parts of the subject are components, though some readers leave them out.
    this.#takeNested(subject.components, place);
  }

  takeComponent(component: RawComponent, where: () => string): void {
    this.#takeOne(component, where);
    this.#takeNested(component.components, where);
  }

  takeDependency(dependency: RawDependency, where: () => string): void {
    const { ref, dependsOn } = dependency;
    if (ref === undefined) {
      this.#findings.add('dependency-without-ref', where);
      return;
    }
    if (dependsOn) {
      for (let i = 0; i < dependsOn.length; i++) {
        this.#builder.addEdge(ref, dependsOn[i], 'unknown');
      }
    }
  }

  takeService(service: RawService): void {
    const waiting = [service];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      this.#services += 1;
      if (next['bom-ref'] !== undefined) {
        this.#builder.addOther(next['bom-ref']);
      }
      waiting.push(...(next.services ?? []));
    }
  }

  finish(serialization: SbomSerialization): SbomReading {
    const specVersion = readSpecVersion(this.specVersion, this.#findings);
    if (this.bomFormat !== 'CycloneDX') {
      if (this.bomFormat === undefined && this.specVersion === undefined) {
        throw new SbomRefusal('not-an-sbom', '/');
      }
      this.#findings.add('bom-format', '/bomFormat', this.bomFormat);
    }
    const metadata = this.#metadata;
    const document: SbomDocument = {
      format: 'CycloneDX',
      serialization,
      specVersion,
      tools: readTools(metadata?.tools, new TextCleaner(this.#findings)),
      timestamp: readTimestamp(metadata?.timestamp, {
        findings: this.#findings,
        where: '/metadata/timestamp',
      }),
      id: this.serialNumber,
    };
    if (
      this.serialNumber !== undefined &&
      !/^urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(
        this.serialNumber,
      )
    ) {
      this.#findings.add('serial-number', '/serialNumber', this.serialNumber);
    }
    noteKindOfBom({
      findings: this.#findings,
      types: this.#types,
      components: this.#builder.size,
      services: this.#services,
      vulnerabilities: this.vulnerabilities,
      phases: (metadata?.lifecycles ?? []).map(cycle => cycle.phase ?? ''),
    });
    return this.#builder.finish(document);
  }

  /** Parts of parts are components too; worked off without recursion. */
  #takeNested(parts: RawComponent[] | undefined, where: () => string): void {
    if (!parts || parts.length === 0) {
      return;
    }
    const waiting = [{ parts, where }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const parent = next.where;
      next.parts.forEach((part, index) => {
        const place = () => `${parent()}/components/${index}`;
        this.#takeOne(part, place);
        if (part.components && part.components.length > 0) {
          waiting.push({ parts: part.components, where: place });
        }
      });
    }
  }

  #takeOne(raw: RawComponent, where: () => string): void {
    this.#countType(raw);
    const licences = this.#readLicences(raw.licenses);
    this.#builder.addComponent(
      {
        ref: raw['bom-ref'],
        purl: raw.purl,
        type: raw.type === undefined ? 'unknown' : raw.type.toLowerCase(),
        group: raw.group,
        name: raw.name,
        version: raw.version,
        declared: licences.declared,
        concluded: licences.concluded,
        hashes: readHashes(raw.hashes),
        supplier: raw.supplier?.name ?? raw.publisher ?? raw.manufacturer?.name,
        externalReferences: readExternalReferences(raw.externalReferences, {
          findings: this.#findings,
          where,
        }),
        scope: this.#readScope(raw, where),
        isPackage: !NO_PACKAGES.has(raw.type ?? ''),
      },
      where,
    );
  }

  #countType(raw: RawComponent): void {
    const type = raw.type ?? '';
    this.#types.set(type, (this.#types.get(type) ?? 0) + 1);
  }

  #fullName(raw: RawComponent): string | undefined {
    const name = raw.group ? `${raw.group}/${raw.name ?? ''}` : raw.name;
    return name?.slice(0, this.#limits.maxNameLength);
  }

  #readScope(raw: RawComponent, where: () => string): SbomScope {
    const scope = raw.scope;
    if (isDevelopment(raw)) {
      return 'dev';
    }
    if (scope === undefined) {
      return 'unknown';
    }
    const known = SCOPES.get(scope.toLowerCase());
    if (!known) {
      this.#findings.add('scope-unknown', where, scope);
    }
    return known ?? 'unknown';
  }

  #readLicences(choices: RawLicenceChoice[] | undefined): {
    declared: SbomLicence;
    concluded: SbomLicence;
  } {
    const licences = this.#licences;
    if (!choices || choices.length === 0) {
      return {
        declared: licences.read(undefined),
        concluded: licences.read(undefined),
      };
    }
    const only = choices.length === 1 ? choices[0] : undefined;
    if (only && !acknowledgementOf(only)) {
      return {
        declared: licences.read(licenceTextOf(only)),
        concluded: licences.read(undefined),
      };
    }
    const declared: string[] = [];
    const concluded: string[] = [];
    for (const choice of choices) {
      const raw = licenceTextOf(choice);
      if (raw !== undefined && raw !== '') {
        const isConcluded = acknowledgementOf(choice) === 'concluded';
        (isConcluded ? concluded : declared).push(raw);
      }
    }
    return {
      declared: licences.readList(declared),
      concluded: licences.readList(concluded),
    };
  }
}

function licenceTextOf(choice: RawLicenceChoice): string | undefined {
  return choice.expression ?? choice.license?.id ?? choice.license?.name;
}

function acknowledgementOf(choice: RawLicenceChoice): string | undefined {
  return choice.acknowledgement ?? choice.license?.acknowledgement;
}

function isDevelopment(raw: RawComponent): boolean {
  return (
    raw.properties !== undefined &&
    raw.properties.length > 0 &&
    raw.properties.some(
      property =>
        property.value === 'true' &&
        DEVELOPMENT_PROPERTIES.some(name => name === property.name),
    )
  );
}
