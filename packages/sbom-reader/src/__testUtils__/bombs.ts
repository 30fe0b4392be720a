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

import { gzipSync, zstdCompressSync } from 'node:zlib';

const MEBIBYTE = 1024 * 1024;

function cdx(inner: string): string {
  return `{"bomFormat":"CycloneDX","specVersion":"1.6",${inner}}`;
}
function xml(inner: string, before = ''): string {
  return `${before}<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${inner}</bom>`;
}
const component = (inner: string) =>
  cdx(`"components":[{"name":"a",${inner}}]`);

/** Small inputs that unfold, or take time or memory, in readers that do not expect them; made when they are asked for. */
export const bombs: Record<string, () => string | Buffer> = {
  'gzip of one character': () =>
    gzipSync(cdx(`"x":"${'a'.repeat(100 * MEBIBYTE)}"`)),
  'gzip of white space': () => gzipSync(Buffer.alloc(100 * MEBIBYTE, ' ')),
  'gzip of zeros': () => gzipSync(Buffer.alloc(100 * MEBIBYTE)),
  'gzip in gzip': () => gzipSync(gzipSync(Buffer.alloc(100 * MEBIBYTE, '{'))),
  'zstd of one character': () =>
    zstdCompressSync(Buffer.from(cdx(`"x":"${'a'.repeat(100 * MEBIBYTE)}"`))),
  'zstd of empty components': () =>
    zstdCompressSync(
      Buffer.from(cdx(`"components":[${'{},'.repeat(10 * MEBIBYTE)}{}]`)),
    ),
  'many gzip members': () => Buffer.concat(Array(20_000).fill(gzipSync('{'))),
  'arrays 5,000,000 deep': () => cdx(`"x":${'['.repeat(5_000_000)}`),
  'objects 1,000,000 deep': () => cdx(`"x":${'{"a":'.repeat(1_000_000)}`),
  'components 100,000 deep': () =>
    cdx(`"components":${'[{"components":'.repeat(100_000)}`),
  'arrays deep in a component': () =>
    component(`"licenses":${'['.repeat(1_000_000)}`),
  'arrays deep in metadata.tools': () =>
    cdx(`"metadata":{"tools":${'['.repeat(400)}${']'.repeat(400)}}`),
  'services 400 deep': () =>
    cdx(`"services":[${'{"services":['.repeat(200)}${']}'.repeat(200)}]`),
  'wide tools': () =>
    cdx(`"metadata":{"tools":[${'[],'.repeat(3 * MEBIBYTE)}[]]}`),
  'wide hashes': () => component(`"hashes":[${'{},'.repeat(5 * MEBIBYTE)}{}]`),
  'wide licences': () =>
    component(`"licenses":[${'{},'.repeat(5 * MEBIBYTE)}{}]`),
  'wide references': () =>
    component(
      `"externalReferences":[${'{"url":"https://x"},'.repeat(MEBIBYTE)}{}]`,
    ),
  'wide properties': () =>
    component(
      `"properties":[${'{"name":"cdx:npm:package:development"},'.repeat(
        MEBIBYTE / 2,
      )}{}]`,
    ),
  'wide nested components': () =>
    component(`"components":[${'{},'.repeat(5 * MEBIBYTE)}{}]`),
  'wide dependsOn': () =>
    cdx(
      `"dependencies":[{"ref":"a","dependsOn":[${'"b",'.repeat(
        5 * MEBIBYTE,
      )}"b"]}]`,
    ),
  'wide nulls': () => cdx(`"components":[${'null,'.repeat(5 * MEBIBYTE)}null]`),
  'wide numbers': () => cdx(`"components":[${'1,'.repeat(5 * MEBIBYTE)}1]`),
  'many keys at the root': () =>
    cdx(`${Array.from({ length: 300_000 }, (_, i) => `"k${i}":1`).join(',')}`),
  'many keys in a component': () =>
    component(
      `${Array.from({ length: 300_000 }, (_, i) => `"k${i}":1`).join(',')}`,
    ),
  'the same key again and again': () =>
    component(`${'"name":"x",'.repeat(MEBIBYTE)}"name":"y"`),
  'a name of 20 MB': () => component(`"name":"${'x'.repeat(20 * MEBIBYTE)}"`),
  'a name of escapes': () =>
    component(`"name":"${'\\u0041'.repeat(3 * MEBIBYTE)}"`),
  'a name of backslashes': () =>
    component(`"x":"${'\\\\'.repeat(10 * MEBIBYTE)}"`),
  'a name of escaped quotes': () =>
    component(`"x":"${'\\"'.repeat(10 * MEBIBYTE)}"`),
  'a string without an end': () =>
    component(`"x":"${'x'.repeat(20 * MEBIBYTE)}`),
  'a number of 10 MB': () =>
    component(`"version":${'1'.repeat(10 * MEBIBYTE)}`),
  NaN: () => component('"version":NaN'),
  Infinity: () => component('"version":-Infinity'),
  'a huge exponent': () => component('"version":1e999999999'),
  'identifiers of 4 KB': () =>
    cdx(
      `"dependencies":[${Array.from(
        { length: 20_000 },
        (_, i) => `{"ref":"${String(i).padStart(4000, 'r')}"}`,
      ).join(',')}]`,
    ),
  'a complete graph': () =>
    cdx(
      `"dependencies":[${Array.from(
        { length: 1500 },
        (_, i) =>
          `{"ref":"${i}","dependsOn":[${Array.from(
            { length: 1500 },
            (__, k) => `"${k}"`,
          ).join(',')}]}`,
      ).join(',')}]`,
    ),
  'a chain of 200,000': () =>
    cdx(
      `"components":[${Array.from(
        { length: 190_000 },
        (_, i) => `{"bom-ref":"${i}","name":"n"}`,
      ).join(',')}],"dependencies":[${Array.from(
        { length: 190_000 },
        (_, i) => `{"ref":"${i}","dependsOn":["${i + 1}"]}`,
      ).join(',')}]`,
    ),
  'a circle of 100,000': () =>
    cdx(
      `"components":[${Array.from(
        { length: 100_000 },
        (_, i) => `{"bom-ref":"${i}","name":"n"}`,
      ).join(',')}],"dependencies":[${Array.from(
        { length: 100_000 },
        (_, i) => `{"ref":"${i}","dependsOn":["${(i + 1) % 100_000}"]}`,
      ).join(',')}]`,
    ),
  'one ref 100,000 times': () =>
    cdx(
      `"components":[${Array.from(
        { length: 100_000 },
        (_, i) => `{"bom-ref":"r","name":"${i}"}`,
      ).join(',')}]`,
    ),
  'refs that look like new ones': () =>
    cdx(
      `"components":[${Array.from(
        { length: 60_000 },
        (_, i) =>
          `{"bom-ref":"r#${i}","name":"${i}"},{"bom-ref":"r","name":"b${i}"}`,
      ).join(',')}]`,
    ),
  'dangling purls': () =>
    cdx(
      `"dependencies":[${Array.from(
        { length: 100_000 },
        (_, i) => `{"ref":"pkg:npm/${i}","dependsOn":["pkg:npm/x${i}"]}`,
      ).join(',')}]`,
    ),
  'a purl of percent signs': () =>
    component(`"purl":"pkg:npm/${'%'.repeat(2000)}"`),
  'many licence texts': () =>
    cdx(
      `"components":[${Array.from(
        { length: 30_000 },
        (_, i) => `{"name":"${i}","licenses":[{"expression":"MIT AND x${i}"}]}`,
      ).join(',')}]`,
    ),
  'a licence of brackets': () =>
    component(`"licenses":[{"expression":"${'('.repeat(4000)}"}]`),
  'a licence of OR': () =>
    component(`"licenses":[{"expression":"${'MIT OR '.repeat(580)}MIT"}]`),
  'billion laughs': () =>
    xml(
      '&l9;',
      `<!DOCTYPE bom [<!ENTITY l0 "lol">${Array.from(
        { length: 9 },
        (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
      ).join('')}]>`,
    ),
  'quadratic entity': () =>
    xml(
      '&x;'.repeat(1000),
      `<!DOCTYPE bom [<!ENTITY x "${'x'.repeat(100_000)}">]>`,
    ),
  'external entity': () =>
    xml('&x;', '<!DOCTYPE bom [<!ENTITY x SYSTEM "file:///dev/random">]>'),
  'external DTD': () =>
    xml('', '<!DOCTYPE bom SYSTEM "http://127.0.0.1:1/x.dtd">'),
  'XML 1,000,000 deep': () => xml('<a>'.repeat(1_000_000)),
  'XML wide': () =>
    xml(
      `<components><component>${'<x/>'.repeat(
        2 * MEBIBYTE,
      )}</component></components>`,
    ),
  'XML with many attributes': () =>
    xml(
      `<components><component ${Array.from(
        { length: 100_000 },
        (_, i) => `a${i}="1"`,
      ).join(' ')}/></components>`,
    ),
  'XML with many dependencies': () =>
    xml(
      `<dependencies><dependency ref="a">${'<dependency ref="b"/>'.repeat(
        300_000,
      )}</dependency></dependencies>`,
    ),
  'XML with a comment without an end': () =>
    xml(`<!--${'-'.repeat(5 * MEBIBYTE)}`),
  'XML of character references': () =>
    xml(
      `<components><component><name>${'&#65;'.repeat(
        MEBIBYTE,
      )}</name></component></components>`,
    ),
  'YAML aliases': () =>
    `spdxVersion: SPDX-2.3\na0: &a0 [x,x,x,x,x,x,x,x,x]\n${Array.from(
      { length: 9 },
      (_, i) =>
        `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(',')}]\n`,
    ).join('')}`,
  'YAML brackets': () => `spdxVersion: ${'['.repeat(100_000)}`,
  'YAML dashes': () => `spdxVersion: x\npackages:\n${'- '.repeat(50_000)}x\n`,
  'YAML wide': () => `spdxVersion: x\npackages: [${'[],'.repeat(MEBIBYTE)}]\n`,
  'tag-value text without an end': () =>
    `SPDXVersion: SPDX-2.3\nPackageName: <text>${'x\n'.repeat(2 * MEBIBYTE)}`,
  'tag-value lines without a tag': () =>
    `SPDXVersion: SPDX-2.3\nPackageName: a\n${'x\n'.repeat(MEBIBYTE)}`,
  'tag-value creators': () =>
    `SPDXVersion: SPDX-2.3\nPackageName: a\n${'Creator: Tool: x\n'.repeat(
      MEBIBYTE / 4,
    )}`,
  'UTF-16 of a deep array': () =>
    Buffer.from(cdx(`"x":${'['.repeat(500_000)}`), 'utf16le'),
  'wrapped in itself': () => '{"sbom":'.repeat(100_000),
  'SPDX 3 licence sets in a circle': () =>
    `{"@graph":[{"type":"software_Package","spdxId":"a","name":"a"},${Array.from(
      { length: 50 },
      (_, i) =>
        `{"type":"expandedlicensing_ConjunctiveLicenseSet","spdxId":"l${i}","expandedlicensing_member":[${Array.from(
          { length: 50 },
          (__, k) => `"l${k}"`,
        ).join(',')}]}`,
    ).join(
      ',',
    )},{"type":"Relationship","from":"a","to":["l0"],"relationshipType":"hasDeclaredLicense"}]}`,
  'SPDX 3 wide identifiers': () =>
    `{"@graph":[{"type":"software_Package","spdxId":"a","externalIdentifier":[${'{},'.repeat(
      2 * MEBIBYTE,
    )}{}]}]}`,
};
