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

/** @public */
export type SbomFormat = 'CycloneDX' | 'SPDX';

/** @public */
export type SbomSerialization =
  | 'json'
  | 'xml'
  | 'yaml'
  | 'tag-value'
  | 'rdf-xml'
  | 'json-ld';

/**
 * How a component stands to the subject of the document.
 *
 * `direct` only when an edge from the subject to the component is written in the document; `transitive` when it is
 * reachable from the subject by more than one edge; otherwise `unknown`.
 *
 * @public
 */
export type SbomRelation = 'direct' | 'transitive' | 'unknown';

/** @public */
export type SbomScope =
  | 'runtime'
  | 'dev'
  | 'test'
  | 'optional'
  | 'build'
  | 'provided'
  | 'excluded'
  | 'unknown';

/**
 * What a document says about one licence, and how far it was understood.
 *
 * @public
 */
export interface SbomLicence {
  /**
   * - `known`: `expression` holds a valid SPDX expression
   * - `absent`: the document says nothing
   * - `noassertion` / `none`: the document says just that, in SPDX's words
   * - `text`: free text that no rule understands
   * - `invalid`: looks like an expression, and is not a valid one
   */
  status: 'known' | 'absent' | 'noassertion' | 'none' | 'text' | 'invalid';
  /** Normalised SPDX expression, only when `status` is `known`. */
  expression?: string;
  /** The text as it stood in the document; several entries joined with `; `. */
  raw?: string;
  /** The spelling that the alias table mapped to `expression`. */
  mappedFrom?: string;
  /** True when the document lists several licences without saying AND or OR; they are joined with AND. */
  choiceNotStated?: boolean;
}

/** @public */
export interface SbomComponent {
  /** Identifier inside the document (bom-ref, SPDXID, spdxId), unique after reading. */
  ref: string;
  /** Canonical purl with version, qualifiers and subpath, when the document gave a readable one. */
  purl?: string;
  /** The purl as written, when it differs from `purl` or could not be read. */
  rawPurl?: string;
  /**
   * Identity of the package, without version: canonical purl without version, qualifiers and subpath; for a component
   * without purl a key of the form `weak:<type>/<group>/<name>`.
   */
  packageKey: string;
  /** True when `packageKey` is a weak key. */
  weak: boolean;
  /** purl type (`npm`, `maven`, …), or `unknown`. */
  ecosystem: string;
  namespace?: string;
  name: string;
  /** Version as shown to people; absent when the document has none. */
  version?: string;
  /** Canonical qualifiers of the purl (`arch=amd64&distro=debian-12`), or an empty string. */
  qualifiers: string;
  /** CycloneDX component type or SPDX primary purpose, lower case (`library`, `application`, `file`, …). */
  type: string;
  /** True for what counts as a package: not files, snippets, or the subject itself. */
  isPackage: boolean;
  declared: SbomLicence;
  concluded: SbomLicence;
  hashes: { algorithm: string; value: string }[];
  supplier?: string;
  /** Only http, https and mailto addresses. */
  externalReferences: { type: string; url: string }[];
  relation: SbomRelation;
  /** Shortest number of edges from the subject, when reachable. */
  depth?: number;
  scope: SbomScope;
}

/** A dependency edge: `from` depends on `to`, both a `ref` of a component or of the subject. @public */
export interface SbomEdge {
  from: string;
  to: string;
}

/** @public */
export interface SbomSubject {
  ref?: string;
  name?: string;
  version?: string;
  purl?: string;
  type?: string;
}

/** @public */
export interface SbomDocument {
  format: SbomFormat;
  serialization: SbomSerialization;
  specVersion: string;
  /** Tools that made the document, each as `name version`. */
  tools: string[];
  /** Creation time, ISO 8601 UTC, when the document has a readable one. */
  timestamp?: string;
  /** CycloneDX serialNumber or SPDX documentNamespace. */
  id?: string;
  subject?: SbomSubject;
}

/** @public */
export interface SbomFinding {
  /** Stable, kebab-case, listed in docs/sbom-formats.md. */
  code: string;
  severity: 'error' | 'warning' | 'info';
  /** JSON pointer, XML path, or line of the first place. */
  where: string;
  message: string;
  /** What the producer does about it. */
  mend: string;
  /** In how many places it was found; `where` is the first. */
  count: number;
}

/** @public */
export interface SbomStatistics {
  /** Everything the document lists as component, package or file, the subject aside. */
  components: number;
  /** Of these, what counts as a package. */
  packages: number;
  direct: number;
  transitive: number;
  unknown: number;
  licenceKnown: number;
  licenceUnknown: number;
  relations: number;
}

/** @public */
export interface SbomLimits {
  /** Bytes as received. */
  maxBytes: number;
  maxInflatedBytes: number;
  /** Inflated bytes per received byte. */
  maxInflationRatio: number;
  maxJsonDepth: number;
  maxXmlDepth: number;
  maxComponents: number;
  maxEdges: number;
  /** Characters of any one string that is kept. */
  maxStringLength: number;
  maxPurlLength: number;
  maxLicenceLength: number;
  maxNameLength: number;
  /** Milliseconds of wall time for one document. */
  timeoutMs: number;
}

/** @public */
export type SbomReading =
  | {
      ok: true;
      document: SbomDocument;
      /** By `readSbomFile` an element is made each time it is asked for. */
      components: readonly SbomComponent[];
      /** An element is made each time it is asked for. */
      edges: readonly SbomEdge[];
      statistics: SbomStatistics;
      findings: SbomFinding[];
    }
  | { ok: false; error: SbomFinding; findings: SbomFinding[] };
