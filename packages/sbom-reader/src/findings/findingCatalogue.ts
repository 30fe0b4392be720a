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
/* eslint-disable max-lines -- a table */

/** How bad a finding is, what it means, and what the producer of the document does about it. */
export interface CatalogueEntry {
  severity: 'error' | 'warning' | 'info';
  message: string;
  mend: string;
}

const SAY_PRODUCER =
  'Report it to the maker of the tool that wrote the document.';

const entries = {
  // Refusals
  'not-an-sbom': {
    severity: 'error',
    message: 'This is no CycloneDX or SPDX document',
    mend: 'Send the bill of materials itself: CycloneDX as JSON or XML, or SPDX as JSON, YAML, tag-value or RDF.',
  },
  empty: {
    severity: 'error',
    message: 'The document is empty',
    mend: 'Check that the step that writes the document ran and wrote to this file.',
  },
  truncated: {
    severity: 'error',
    message: 'The document ends in the middle',
    mend: 'Send the whole document; check the disk space and the transfer.',
  },
  'json-syntax': {
    severity: 'error',
    message: 'The document is not valid JSON',
    mend: 'Mend the document at this place, or write it with a tool.',
  },
  'json-too-deep': {
    severity: 'error',
    message: 'The JSON is nested too deeply',
    mend: 'Write nested components as a flat list with dependencies.',
  },
  'element-too-large': {
    severity: 'error',
    message: 'One element of the document is too large',
    mend: 'Leave out embedded files and full licence texts.',
  },
  'wrapped-too-often': {
    severity: 'error',
    message: 'The document is wrapped in too many others',
    mend: 'Send the bill of materials itself.',
  },
  'xml-syntax': {
    severity: 'error',
    message: 'The document is not well-formed XML',
    mend: 'Mend the document at this place, or write it with a tool.',
  },
  'xml-doctype': {
    severity: 'error',
    message: 'The document has a document type declaration',
    mend: 'Leave out the DOCTYPE; entities are never expanded.',
  },
  'xml-too-deep': {
    severity: 'error',
    message: 'The XML is nested too deeply',
    mend: 'Write nested components as a flat list with dependencies.',
  },
  'yaml-syntax': {
    severity: 'error',
    message: 'The document is not valid YAML',
    mend: 'Mend the document at this place, or send JSON.',
  },
  'yaml-too-deep': {
    severity: 'error',
    message: 'The YAML is nested too deeply',
    mend: 'Send the same document as JSON.',
  },
  'yaml-too-large': {
    severity: 'error',
    message: 'The YAML document is too large',
    mend: 'Send the same document as JSON.',
  },
  'tag-value-syntax': {
    severity: 'error',
    message: 'The document is not valid SPDX tag-value',
    mend: 'Close every <text> with </text>, and write each tag as "Tag: value".',
  },
  'unsupported-version': {
    severity: 'error',
    message: 'This version of the format is not supported',
    mend: 'Write CycloneDX 1.0 to 1.7, SPDX 2.1 to 2.3 or SPDX 3.0.',
  },
  'unsupported-compression': {
    severity: 'error',
    message: 'This compression is not supported',
    mend: 'Send the document plain, or compressed with gzip or zstd.',
  },
  'unsupported-archive': {
    severity: 'error',
    message: 'This is an archive',
    mend: 'Unpack it and send the document itself.',
  },
  'unsupported-encoding': {
    severity: 'error',
    message: 'This encoding is not supported',
    mend: 'Write the document in UTF-8.',
  },
  'compression-broken': {
    severity: 'error',
    message: 'The compressed document cannot be unpacked',
    mend: 'Compress it again and compare the sizes after the transfer.',
  },
  'too-large': {
    severity: 'error',
    message: 'The document is larger than allowed',
    mend: 'Leave out files and full licence texts, split the document by product, or ask for a higher limit.',
  },
  'inflated-too-large': {
    severity: 'error',
    message: 'The unpacked document is larger than allowed',
    mend: 'Leave out files and full licence texts, split the document by product, or ask for a higher limit.',
  },
  'inflation-ratio': {
    severity: 'error',
    message: 'The document unpacks to many times its size',
    mend: 'Send it plain, or ask for a higher limit.',
  },
  'too-many-components': {
    severity: 'error',
    message: 'The document has more components than allowed',
    mend: 'Split the document by product, or ask for a higher limit.',
  },
  'identifiers-too-large': {
    severity: 'error',
    message: 'The identifiers of the document take more memory than allowed',
    mend: 'Use short identifiers, or split the document by product.',
  },
  'too-many-edges': {
    severity: 'error',
    message: 'The document has more dependencies than allowed',
    mend: 'Split the document by product, or ask for a higher limit.',
  },
  timeout: {
    severity: 'error',
    message: 'Reading the document took too long',
    mend: 'Split the document by product, or ask for a longer time limit.',
  },
  'out-of-memory': {
    severity: 'error',
    message: 'Reading the document took too much memory',
    mend: 'Split the document by product.',
  },
  aborted: {
    severity: 'error',
    message: 'Reading was cut off',
    mend: 'Send the document again.',
  },
  unreadable: {
    severity: 'error',
    message: 'The file cannot be read',
    mend: 'Check the path and its permissions.',
  },
  'reader-failure': {
    severity: 'error',
    message: 'The reader failed on this document',
    mend: 'Report it with the document to the makers of the reader.',
  },
} satisfies Record<string, CatalogueEntry>;

const notes = {
  wrapped: {
    severity: 'info',
    message: 'The document was wrapped in another and taken out of it',
    mend: 'Nothing needs to be done.',
  },
  'bom-format': {
    severity: 'warning',
    message: 'bomFormat is not "CycloneDX"',
    mend: 'Set bomFormat to "CycloneDX".',
  },
  'spec-version': {
    severity: 'warning',
    message: 'The version of the format is missing or unknown',
    mend: 'State the version that the document follows, such as 1.6 or SPDX-2.3.',
  },
  'serial-number': {
    severity: 'info',
    message: 'serialNumber is not a urn:uuid',
    mend: 'Write serialNumber as urn:uuid: with a random UUID.',
  },
  'timestamp-unreadable': {
    severity: 'warning',
    message: 'The time of the document cannot be read',
    mend: 'Write it as 2026-11-23T12:00:00Z.',
  },
  'timestamp-without-zone': {
    severity: 'info',
    message: 'The time of the document has no time zone; taken as UTC',
    mend: 'Write it with a zone, as 2026-11-23T12:00:00Z.',
  },
  'data-after-end': {
    severity: 'warning',
    message:
      'There is something after the end of the document; it was not read',
    mend: 'Send one document a file.',
  },
  'duplicate-key': {
    severity: 'warning',
    message: 'A key occurs twice in an object; the last one counts',
    mend: SAY_PRODUCER,
  },
  'wrong-type': {
    severity: 'warning',
    message: 'A value has not the type that the format asks for',
    mend: SAY_PRODUCER,
  },
  'null-element': {
    severity: 'info',
    message: 'A list has an empty element; passed over',
    mend: SAY_PRODUCER,
  },
  'prototype-key': {
    severity: 'warning',
    message: 'A key tries to change a prototype; passed over',
    mend: 'Find out how such a key came into the document.',
  },
  'nul-character': {
    severity: 'warning',
    message: 'A text has the character U+0000; taken out',
    mend: SAY_PRODUCER,
  },
  'control-character': {
    severity: 'warning',
    message: 'A text has control characters; taken out',
    mend: SAY_PRODUCER,
  },
  'direction-character': {
    severity: 'warning',
    message:
      'A text has characters that change the direction of writing; taken out',
    mend: 'Find out how they came into the document; they can disguise a name.',
  },
  'lone-surrogate': {
    severity: 'warning',
    message: 'A text has half a character; replaced',
    mend: SAY_PRODUCER,
  },
  'string-too-long': {
    severity: 'warning',
    message: 'A text is longer than allowed; cut',
    mend: 'Leave out full licence texts and embedded files.',
  },
  'name-too-long': {
    severity: 'warning',
    message: 'A name is longer than allowed; cut, with a digest at its end',
    mend: SAY_PRODUCER,
  },
  'version-too-long': {
    severity: 'warning',
    message: 'A version is longer than allowed; cut, with a digest at its end',
    mend: SAY_PRODUCER,
  },
  'name-missing': {
    severity: 'warning',
    message: 'A component has no name',
    mend: 'Name every component.',
  },
  'version-differs-from-purl': {
    severity: 'info',
    message: 'The version of a component and that of its purl differ',
    mend: 'Write the same version in both.',
  },
  'purl-unreadable': {
    severity: 'warning',
    message: 'A purl cannot be read; the component is known by name only',
    mend: 'Write it as pkg:type/namespace/name@version.',
  },
  'purl-too-long': {
    severity: 'warning',
    message:
      'A purl is longer than allowed; the component is known by name only',
    mend: 'Leave out qualifiers that are not needed.',
  },
  'purl-type-alias': {
    severity: 'info',
    message: 'A purl has another word for its type',
    mend: 'Use the type of the purl specification, such as golang, nuget or pypi.',
  },
  'purl-encoding': {
    severity: 'info',
    message: 'A purl is not percent-encoded properly',
    mend: 'Percent-encode what the purl specification asks for.',
  },
  'purl-qualifier': {
    severity: 'info',
    message: 'A purl has a qualifier that cannot be read; passed over',
    mend: 'Write qualifiers as key=value, each key once.',
  },
  'several-purls': {
    severity: 'info',
    message: 'A package has several purls; the first counts',
    mend: 'Give each package one purl.',
  },
  'duplicate-ref': {
    severity: 'warning',
    message: 'Two components have the same identifier; the first keeps it',
    mend: 'Give each component an identifier of its own.',
  },
  'dangling-reference': {
    severity: 'warning',
    message:
      'A dependency leads to something that is not in the document; passed over',
    mend: 'List everything that dependencies name.',
  },
  'reference-by-purl': {
    severity: 'info',
    message: 'A dependency names a component by purl instead of by identifier',
    mend: 'Use the identifier of the component.',
  },
  'dependency-without-ref': {
    severity: 'warning',
    message: 'A dependency does not say whose it is; passed over',
    mend: SAY_PRODUCER,
  },
  'relationship-incomplete': {
    severity: 'warning',
    message: 'A relationship lacks an end or its type; passed over',
    mend: SAY_PRODUCER,
  },
  'relationship-to-nothing': {
    severity: 'info',
    message: 'A relationship leads to NONE or NOASSERTION; passed over',
    mend: 'Nothing needs to be done.',
  },
  'relationship-misspelt': {
    severity: 'info',
    message: 'A relationship type is misspelt; understood all the same',
    mend: 'Write DESCRIBES.',
  },
  'external-document': {
    severity: 'info',
    message: 'A relationship leads to another document; passed over',
    mend: 'Send the other document too, or one document with both.',
  },
  'licence-ref-undefined': {
    severity: 'info',
    message: 'A LicenseRef has no text in the document',
    mend: 'Add it to hasExtractedLicensingInfos.',
  },
  'licence-invalid': {
    severity: 'warning',
    message: 'A licence looks like an SPDX expression and is not a valid one',
    mend: 'Use identifiers of the SPDX licence list with AND, OR, WITH and brackets.',
  },
  'licence-text': {
    severity: 'info',
    message: 'A licence is a text that no rule understands',
    mend: 'Use an identifier of the SPDX licence list.',
  },
  'licence-too-long': {
    severity: 'warning',
    message: 'A licence is longer than allowed; cut',
    mend: 'Write the identifier and leave out the text.',
  },
  'licence-choice-not-stated': {
    severity: 'info',
    message:
      'Several licences are listed and it is not said whether all hold or one may be chosen; taken as all',
    mend: 'Write one expression with AND or OR.',
  },
  'invalid-utf8': {
    severity: 'warning',
    message: 'A text has bytes that are not UTF-8, or replacement characters',
    mend: 'Write the document in UTF-8.',
  },
  'tag-value-line': {
    severity: 'warning',
    message: 'A line is not of the form "Tag: value"; passed over',
    mend: 'Put texts of several lines between <text> and </text>.',
  },
  'duplicate-component': {
    severity: 'info',
    message:
      'A component is listed twice with the same identifier; counted once',
    mend: 'List each component once.',
  },
  'subject-listed': {
    severity: 'info',
    message: 'The subject is also listed as a component; not counted as one',
    mend: 'Nothing needs to be done.',
  },
  'self-dependency': {
    severity: 'info',
    message: 'A component depends on itself; passed over',
    mend: SAY_PRODUCER,
  },
  'duplicate-edge': {
    severity: 'info',
    message: 'A dependency is listed twice; counted once',
    mend: SAY_PRODUCER,
  },
  'dependency-cycle': {
    severity: 'info',
    message: 'Components depend on each other in a circle',
    mend: 'Nothing needs to be done.',
  },
  'subject-missing': {
    severity: 'warning',
    message:
      'The document does not say what it is about, so direct dependencies are unknown',
    mend: 'Name the subject: metadata.component in CycloneDX, DESCRIBES in SPDX.',
  },
  'several-subjects': {
    severity: 'info',
    message:
      'The document is about several things; the subject is the only one with dependencies, or none',
    mend: 'Write one document for each.',
  },
  'no-dependencies': {
    severity: 'warning',
    message:
      'The document lists no dependencies between components, so direct and transitive are unknown',
    mend: 'Use a tool that writes the dependency graph.',
  },
  'not-reached-from-subject': {
    severity: 'info',
    message:
      'No dependency leads from the subject to a component, so its relation is unknown',
    mend: 'Write the dependencies of the subject itself.',
  },
  'no-components': {
    severity: 'warning',
    message: 'The document lists no components',
    mend: 'Check that the tool looked at the right folder and understood its package manager.',
  },
  'scope-unknown': {
    severity: 'info',
    message: 'The scope of a component is no known word',
    mend: 'Write required, optional or excluded.',
  },
  'address-unsafe': {
    severity: 'warning',
    message: 'An address would run code; passed over',
    mend: 'Find out how it came into the document.',
  },
  'address-not-kept': {
    severity: 'info',
    message: 'An address is not http, https or mailto; passed over',
    mend: 'Nothing needs to be done.',
  },
  'list-too-long': {
    severity: 'warning',
    message:
      'A list of a component is longer than any real one; the rest was passed over',
    mend: SAY_PRODUCER,
  },
  'too-many-references': {
    severity: 'info',
    message: 'A component has more external references than are kept',
    mend: 'Nothing needs to be done.',
  },
  'not-an-sbom-vex': {
    severity: 'warning',
    message: 'This is a list of vulnerabilities (VEX), not of components',
    mend: 'Send the SBOM that it belongs to.',
  },
  'not-an-sbom-saasbom': {
    severity: 'warning',
    message: 'This is a list of services (SaaSBOM), not of components',
    mend: 'Send an SBOM of the software.',
  },
  'not-an-sbom-cbom': {
    severity: 'warning',
    message: 'This is a list of cryptographic assets (CBOM), not of packages',
    mend: 'Send an SBOM of the software.',
  },
  'not-an-sbom-hbom': {
    severity: 'warning',
    message: 'This is a list of hardware (HBOM), not of packages',
    mend: 'Send an SBOM of the software.',
  },
  'not-an-sbom-obom': {
    severity: 'warning',
    message:
      'This is a list of a running environment (OBOM), not of what a software is made of',
    mend: 'Send an SBOM of the software.',
  },
} satisfies Record<string, CatalogueEntry>;

/** Every code of a finding. */
export type FindingCode = keyof typeof entries | keyof typeof notes;

/** The words for each code; `docs/sbom-formats.md` has the same table. */
export const findingCatalogue: Readonly<Record<FindingCode, CatalogueEntry>> = {
  ...entries,
  ...notes,
};
