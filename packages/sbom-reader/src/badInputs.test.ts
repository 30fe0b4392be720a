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
/* eslint-disable jest/no-standalone-expect, jest/expect-expect -- the tests are a table */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  aBom,
  aLibrary,
  anSpdx,
  aSubject,
  codesOf,
  readGood,
  readRefused,
  relationsOf,
} from './__testUtils__/builders';
import { readCorpusFile } from './__testUtils__/corpus';
import { normaliseLicence } from './licence/normaliseLicence';
import { parsePurl } from './purl/parsePurl';
import { readSbom } from './readSbom';
import { readSbomFile } from './readSbomFile';

/** A case of the list of inputs that broke other readers: tested here, or the reason why it is not the reader's. */
type Case = (() => Promise<void>) | string;

const purlOf = (raw: string) => {
  const reading = parsePurl(raw);
  return reading.ok ? reading.parts.purl : undefined;
};
const bomWithLicences = (licenses: unknown) =>
  aBom({ components: [aLibrary('a', { licenses })] });
const declaredOf = async (licenses: unknown) =>
  (await readGood(bomWithLicences(licenses))).components[0].declared;
const packageOf = (id: string, more: Record<string, unknown> = {}) => ({
  SPDXID: `SPDXRef-${id}`,
  name: id,
  versionInfo: '1',
  downloadLocation: 'NOASSERTION',
  ...more,
});
const relate = (from: string, type: unknown, to: string | null) => ({
  spdxElementId: `SPDXRef-${from}`,
  relationshipType: type,
  relatedSpdxElement: to === null ? null : `SPDXRef-${to}`,
});
const describesApp = relate('DOCUMENT', 'DESCRIBES', 'app');

const cases: Record<number, [title: string, test: Case]> = {
  // Identity and graph
  1: [
    'duplicate bom-refs: the first keeps it, edges are merged, it is said',
    async () => {
      const reading = await readGood(
        aBom({
          metadata: aSubject(),
          components: [
            aLibrary('a'),
            { ...aLibrary('b'), 'bom-ref': 'a' },
            aLibrary('c'),
          ],
          dependencies: [
            { ref: 'app', dependsOn: ['a'] },
            { ref: 'a', dependsOn: ['c'] },
            { ref: 'a', dependsOn: ['c'] },
          ],
        }),
      );
      expect(reading.components.map(({ name, ref }) => [name, ref])).toEqual([
        ['a', 'a'],
        ['b', 'a#1'],
        ['c', 'c'],
      ]);
      expect(relationsOf(reading)).toMatchObject({
        a: 'direct/unknown',
        b: 'unknown/unknown',
        c: 'transitive/unknown',
      });
      expect(codesOf(reading)).toMatchObject({
        'duplicate-ref': 1,
        'duplicate-edge': 1,
      });
    },
  ],
  2: [
    'the same component under several bom-refs keeps the edges of each',
    async () => {
      const reading = await readGood(readCorpusFile('unit/bom-issue4455.json'));
      expect(reading.statistics.components).toBe(23);
      expect(new Set(reading.components.map(({ ref }) => ref)).size).toBe(23);
    },
  ],
  3: [
    'reading the same document again gives the same result',
    async () => {
      const bytes = readCorpusFile('unit/bom-issue2519.xml');
      expect(await readGood(bytes)).toEqual(await readGood(bytes));
    },
  ],
  4: [
    'a duplicate within itself does not recurse',
    async () => {
      const inner = { ...aLibrary('a'), components: [aLibrary('a')] };
      const reading = await readGood(
        aBom({ components: [{ ...aLibrary('a'), components: [inner] }] }),
      );
      expect(reading.components).toHaveLength(1);
      expect(codesOf(reading)).toMatchObject({ 'duplicate-component': 2 });
    },
  ],
  5: [
    'components nested 200 deep are read, 300 deep refused with the limit',
    async () => {
      const nested = (depth: number) => {
        const open = Array.from(
          { length: depth },
          (_, i) => `{"bom-ref":"${i}","name":"n${i}","components":[`,
        );
        return `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${open.join(
          '',
        )}${']}'.repeat(depth)}]}`;
      };
      expect((await readGood(nested(200))).components).toHaveLength(200);
      expect((await readRefused(nested(300))).code).toBe('json-too-deep');
    },
  ],
  6: [
    'XML nested deeper than the limit is refused at its place',
    async () => {
      const xml = (depth: number) =>
        `<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components>${'<component><components>'.repeat(
          depth,
        )}${'</components></component>'.repeat(depth)}</components></bom>`;
      expect((await readGood(xml(31))).components).toHaveLength(31);
      expect(await readRefused(xml(40))).toMatchObject({
        code: 'xml-too-deep',
        where: expect.stringContaining('line 1'),
      });
    },
  ],
  7: [
    'components within metadata.component are read',
    async () => {
      const reading = await readGood(
        aBom({
          metadata: {
            component: {
              ...aSubject().component,
              components: [aLibrary('inner')],
            },
          },
        }),
      );
      expect(reading.components.map(({ name }) => name)).toEqual(['inner']);
    },
  ],
  8: [
    'empty and missing metadata and subjects are read',
    async () => {
      for (const metadata of [
        undefined,
        null,
        {},
        { component: {} },
        { component: null },
        [],
        'x',
      ]) {
        const reading = await readGood(
          aBom({ metadata, components: [aLibrary('a')] }),
        );
        expect(relationsOf(reading)).toEqual({ a: 'unknown/unknown' });
      }
    },
  ],
  9: [
    'edges that do not begin at the subject leave the relation unknown, not transitive',
    async () => {
      const reading = await readGood(
        aBom({
          metadata: aSubject(),
          components: [aLibrary('a'), aLibrary('b')],
          dependencies: [{ ref: 'a', dependsOn: ['b'] }],
        }),
      );
      expect(reading.statistics).toMatchObject({
        direct: 0,
        transitive: 0,
        unknown: 2,
        relations: 1,
      });
      expect(codesOf(reading)).toMatchObject({ 'not-reached-from-subject': 2 });
    },
  ],
  10: [
    'circles end and are said',
    async () => {
      const reading = await readGood(
        aBom({
          metadata: aSubject(),
          components: ['a', 'b', 'c'].map(name => aLibrary(name)),
          dependencies: [
            { ref: 'app', dependsOn: ['a'] },
            { ref: 'a', dependsOn: ['b'] },
            { ref: 'b', dependsOn: ['c'] },
            { ref: 'c', dependsOn: ['a'] },
          ],
        }),
      );
      expect(reading.components.map(({ depth }) => depth)).toEqual([1, 2, 3]);
      expect(codesOf(reading)).toMatchObject({ 'dependency-cycle': 1 });
      expect(
        (await readGood(readCorpusFile('cyclonedx/cyclonedx-circular.json')))
          .ok,
      ).toBe(true);
    },
  ],
  11: [
    'a component that depends on itself',
    async () => {
      const reading = await readGood(
        aBom({
          metadata: aSubject(),
          components: [aLibrary('a')],
          dependencies: [{ ref: 'a', dependsOn: ['a'] }],
        }),
      );
      expect(reading.edges).toEqual([]);
      expect(codesOf(reading)).toMatchObject({ 'self-dependency': 1 });
    },
  ],
  12: [
    'a dependency on what is not there',
    async () => {
      const reading = await readGood(
        aBom({
          metadata: aSubject(),
          components: [aLibrary('a')],
          dependencies: [
            { ref: 'app', dependsOn: ['a', 'ghost'] },
            { ref: 'phantom', dependsOn: ['a'] },
          ],
        }),
      );
      expect(reading.edges).toEqual([{ from: 'app', to: 'a' }]);
      expect(reading.findings).toContainEqual(
        expect.objectContaining({
          code: 'dangling-reference',
          where: 'ghost',
          count: 2,
        }),
      );
      expect(
        codesOf(await readGood(readCorpusFile('cyclonedx/broken-refs.json'))),
      ).toHaveProperty('dangling-reference');
    },
  ],
  13: [
    'the same dependency twice counts once',
    async () => {
      const reading = await readGood(
        aBom({
          metadata: aSubject(),
          components: [aLibrary('a')],
          dependencies: [{ ref: 'app', dependsOn: ['a', 'a', 'a'] }],
        }),
      );
      expect(reading.edges).toEqual([{ from: 'app', to: 'a' }]);
      expect(codesOf(reading)).toMatchObject({ 'duplicate-edge': 2 });
    },
  ],
  14: [
    'dependencies without dependsOn',
    async () => {
      const reading = await readGood(
        readCorpusFile('npm-cyclonedx-dependencies-missing-depends-on.json'),
      );
      expect(reading.statistics.components).toBe(1);
    },
  ],
  15: [
    'a merged document with an incomplete graph leaves the rest unknown',
    async () => {
      const reading = await readGood(
        aBom({
          metadata: aSubject(),
          components: [
            aLibrary('one', { components: [aLibrary('a')] }),
            aLibrary('two', { components: [aLibrary('b')] }),
          ],
          dependencies: [
            { ref: 'app', dependsOn: ['one'] },
            { ref: 'one', dependsOn: ['a'] },
          ],
        }),
      );
      expect(relationsOf(reading)).toEqual({
        one: 'direct/unknown',
        a: 'transitive/unknown',
        two: 'unknown/unknown',
        b: 'unknown/unknown',
      });
    },
  ],
  16: [
    'no purl, and an empty purl, give a weak key',
    async () => {
      const reading = await readGood(
        aBom({
          components: [
            { type: 'library', group: 'g', name: 'a/b' },
            { type: 'library', name: 'c', purl: '' },
          ],
        }),
      );
      expect(
        reading.components.map(({ packageKey, weak, ecosystem }) => [
          packageKey,
          weak,
          ecosystem,
        ]),
      ).toEqual([
        ['weak:library/g/a%2Fb', true, 'unknown'],
        ['weak:library//c', true, 'unknown'],
      ]);
    },
  ],
  17: [
    'an empty name',
    async () => {
      const reading = await readGood(
        aBom({ components: [{ 'bom-ref': 'x', type: 'library', name: '' }] }),
      );
      expect(reading.components[0].name).toBe('(no name)');
      expect(codesOf(reading)).toMatchObject({ 'name-missing': 1 });
    },
  ],
  18: [
    'no version, or only in the purl',
    async () => {
      const reading = await readGood(
        aBom({
          components: [
            { name: 'a', purl: 'pkg:npm/a@2.0.0' },
            { name: 'b', purl: 'pkg:npm/b' },
          ],
        }),
      );
      expect(reading.components.map(({ version }) => version)).toEqual([
        '2.0.0',
        undefined,
      ]);
    },
  ],
  19: [
    'a purl of 300 characters is fine, one beyond the limit is said and the component weak',
    async () => {
      const long = (length: number) => `pkg:npm/${'a'.repeat(length)}@1`;
      const reading = await readGood(
        aBom({
          components: [
            { name: 'a', purl: long(300) },
            { name: 'b', purl: long(3000) },
          ],
        }),
      );
      expect(reading.components.map(({ weak }) => weak)).toEqual([false, true]);
      expect(codesOf(reading)).toMatchObject({ 'purl-too-long': 1 });
    },
  ],
  20: [
    'an author or publisher of 300 characters',
    async () => {
      const reading = await readGood(
        aBom({
          components: [
            aLibrary('a', {
              author: 'x'.repeat(300),
              publisher: 'y'.repeat(300),
            }),
          ],
        }),
      );
      expect(reading.components[0].supplier).toBe('y'.repeat(300));
    },
  ],
  21: [
    'an npm purl with special characters',
    async () => {
      expect(purlOf('pkg:npm/a b~c!d@1.0.0 beta')).toBe(
        'pkg:npm/a%20b~c%21d@1.0.0%20beta',
      );
    },
  ],
  22: [
    'control characters in name and purl',
    async () => {
      const reading = await readGood(
        aBom({
          components: [
            {
              name: 'äb\u0001FileVersion',
              version: '1 2  3',
              purl: 'pkg:generic/%C3%A4b%01FileVersion@1%202',
            },
          ],
        }),
      );
      expect(reading.components[0]).toMatchObject({
        name: 'äbFileVersion',
        version: '1 2  3',
        purl: 'pkg:generic/%C3%A4bFileVersion@1%202',
      });
      expect(codesOf(reading)).toMatchObject({
        'control-character': 1,
        'purl-encoding': 1,
      });
    },
  ],
  23: [
    'a purl that cannot be read stays beside a weak key',
    async () => {
      const reading = await readGood(
        aBom({ components: [{ name: 'a', purl: 'pkg:no-type' }] }),
      );
      expect(reading.components[0]).toMatchObject({
        weak: true,
        rawPurl: 'pkg:no-type',
        purl: undefined,
      });
      expect(codesOf(reading)).toMatchObject({ 'purl-unreadable': 1 });
    },
  ],
  24: [
    '%25 and a lone % in qualifiers',
    async () => {
      expect(purlOf('pkg:npm/a@1?x=50%25')).toBe('pkg:npm/a@1?x=50%25');
      expect(purlOf('pkg:npm/a@1?x=50%')).toBe('pkg:npm/a@1?x=50%25');
    },
  ],
  25: [
    'colon and plus are the same however they are encoded',
    async () => {
      expect(purlOf('pkg:deb/debian/a@1%3A2%2B3')).toBe(
        purlOf('pkg:deb/debian/a@1:2+3'),
      );
      expect(purlOf('pkg:generic/a@1?u=https%3A%2F%2Fx')).toBe(
        purlOf('pkg:generic/a@1?u=https://x'),
      );
    },
  ],
  26: [
    'a name that begins with a colon',
    async () => {
      expect(purlOf('pkg:maven/g/:a@1')).toBe('pkg:maven/g/:a@1');
    },
  ],
  27: [
    'an npm scope that is not encoded',
    async () => {
      for (const raw of [
        'pkg:npm/@vue/core@1',
        'pkg:npm/%40vue/core@1',
        'pkg:npm/%40vue%2Fcore@1',
      ]) {
        expect(purlOf(raw)).toBe('pkg:npm/%40vue/core@1');
      }
    },
  ],
  28: [
    'the same coordinates with other qualifiers are other artefacts of one package',
    async () => {
      const purls = ['pkg:maven/g/a@1?type=pom', 'pkg:maven/g/a@1?type=jar'];
      const reading = await readGood(
        aBom({
          components: purls.map(purl => ({ 'bom-ref': purl, name: 'a', purl })),
        }),
      );
      expect(
        reading.components.map(({ packageKey, qualifiers }) => [
          packageKey,
          qualifiers,
        ]),
      ).toEqual([
        ['pkg:maven/g/a', 'type=pom'],
        ['pkg:maven/g/a', 'type=jar'],
      ]);
    },
  ],
  29: [
    'the qualifier epoch is kept',
    async () => {
      const reading = parsePurl('pkg:rpm/fedora/a@1-2?epoch=3&arch=x86_64');
      expect(reading).toMatchObject({
        ok: true,
        parts: { qualifiers: 'arch=x86_64&epoch=3' },
      });
    },
  ],
  30: [
    'a group is neither dropped nor glued to the name',
    async () => {
      const reading = await readGood(
        aBom({
          components: ['sentry', 'fullstory'].map(scope => ({
            group: `@${scope}`,
            name: 'browser',
            purl: `pkg:npm/%40${scope}/browser@1`,
          })),
        }),
      );
      expect(
        reading.components.map(({ namespace, name, packageKey }) => [
          namespace,
          name,
          packageKey,
        ]),
      ).toEqual([
        ['@sentry', 'browser', 'pkg:npm/%40sentry/browser'],
        ['@fullstory', 'browser', 'pkg:npm/%40fullstory/browser'],
      ]);
    },
  ],
  31: [
    'other words for a type',
    async () => {
      const reading = parsePurl('pkg:dotnet/Newtonsoft.Json@13');
      expect(reading).toMatchObject({
        ok: true,
        problems: ['purl-type-alias'],
        parts: { packageKey: 'pkg:nuget/Newtonsoft.Json' },
      });
    },
  ],
  32: [
    'several purls of an SPDX package: the first counts, it is said',
    async () => {
      const externalRefs = ['pkg:npm/a@1', 'pkg:npm/b@1'].map(
        referenceLocator => ({
          referenceCategory: 'PACKAGE-MANAGER',
          referenceType: 'purl',
          referenceLocator,
        }),
      );
      const reading = await readGood(
        anSpdx({ packages: [packageOf('a', { externalRefs })] }),
      );
      expect(reading.components[0].purl).toBe('pkg:npm/a@1');
      expect(codesOf(reading)).toMatchObject({ 'several-purls': 1 });
    },
  ],
  33: [
    'the same purl under another SPDXID is kept',
    async () => {
      const externalRefs = [
        {
          referenceCategory: 'PACKAGE-MANAGER',
          referenceType: 'purl',
          referenceLocator: 'pkg:npm/a@1',
        },
      ];
      const reading = await readGood(
        anSpdx({
          packages: [
            packageOf('a', { externalRefs }),
            packageOf('b', { externalRefs }),
          ],
        }),
      );
      expect(reading.components.map(({ ref }) => ref)).toEqual([
        'SPDXRef-a',
        'SPDXRef-b',
      ]);
    },
  ],
  // Bytes and encodings
  34: [
    'U+0000 is taken out everywhere',
    async () => {
      const reading = await readGood(
        aBom({
          components: [
            {
              'bom-ref': 'a\u0000',
              name: 'b\u0000c',
              version: '\u00001',
              licenses: [{ license: { name: 'x\u0000' } }],
            },
          ],
        }),
      );
      expect(JSON.stringify(reading)).not.toContain('\\u0000');
      expect(codesOf(reading)).toHaveProperty('nul-character');
    },
  ],
  35: [
    'raw control characters within JSON strings',
    async () => {
      const reading = await readGood(
        readCorpusFile('data/ControlCharacters.spdx.json'),
      );
      expect(
        reading.statistics.components + (reading.document.subject ? 1 : 0),
      ).toBe(2);
      expect(
        (
          await readGood(
            '{"bomFormat":"CycloneDX","specVersion":"1.6","components":[{"name":"a\u0001\tb"}]}',
          )
        ).components[0].name,
      ).toBe('a b');
    },
  ],
  36: [
    'a byte order mark before JSON and XML',
    async () => {
      expect(
        (await readGood(`\ufeff${aBom({ components: [aLibrary('a')] })}`))
          .components,
      ).toHaveLength(1);
      expect(
        (await readGood(readCorpusFile('resources/bom-1.2-utf8bom.xml')))
          .document.specVersion,
      ).toBe('1.2');
    },
  ],
  37: [
    'UTF-16 in both orders, with and without mark',
    async () => {
      const little = Buffer.from(
        aBom({ components: [aLibrary('ä')] }),
        'utf16le',
      );
      const big = Buffer.from(little).swap16();
      const mark = Buffer.from([0xff, 0xfe]);
      for (const bytes of [
        little,
        big,
        Buffer.concat([mark, little]),
        Buffer.concat([Buffer.from(mark).swap16(), big]),
      ]) {
        expect((await readGood(bytes)).components[0].name).toBe('ä');
      }
      for (const file of [
        'SPDXJSONExample-UTF-16.spdx.json',
        'SPDXTagExample-UTF-16.spdx',
      ]) {
        const { statistics, document } = await readGood(readCorpusFile(file));
        expect(statistics.packages).toBe(document.subject ? 3 : 4);
      }
    },
  ],
  38: [
    'data after the end',
    async () => {
      const reading = await readGood(
        `${aBom({ components: [aLibrary('a')] })}\n{"more":1}`,
      );
      expect(reading.components).toHaveLength(1);
      expect(codesOf(reading)).toMatchObject({ 'data-after-end': 1 });
    },
  ],
  39: [
    'cut off or wrong JSON is refused at its place',
    async () => {
      const whole = aBom({ components: [aLibrary('a'), aLibrary('b')] });
      for (let length = 1; length < whole.length; length++) {
        const { code, where } = await readRefused(whole.slice(0, length));
        expect([code, where]).toEqual([
          'truncated',
          expect.stringMatching(/byte \d+$/),
        ]);
      }
      expect(
        await readRefused(readCorpusFile('cdx-1-3-syntax-err-2.json')),
      ).toMatchObject({
        code: 'json-syntax',
        where: '/components/0 at byte 4451',
      });
    },
  ],
  40: [
    'specVersion at the end of the file',
    async () => {
      const reading = await readGood(
        '{"components":[{"name":"a"}],"bomFormat":"CycloneDX","specVersion":"1.5"}',
      );
      expect(reading.document.specVersion).toBe('1.5');
    },
  ],
  41: [
    'a wrong or templated version is said, one of another age refused',
    async () => {
      for (const specVersion of ['1.x', '1', '${specVersion}', '', '1.99']) {
        expect(
          codesOf(
            await readGood(aBom({ specVersion, components: [aLibrary('a')] })),
          ),
        ).toHaveProperty('spec-version');
      }
      expect((await readRefused(aBom({ specVersion: '3.0' }))).code).toBe(
        'unsupported-version',
      );
      expect(
        (await readRefused(anSpdx({ spdxVersion: 'SPDX-1.2' }))).code,
      ).toBe('unsupported-version');
    },
  ],
  42: [
    'tools as array and as object',
    async () => {
      const tool = { name: 't', version: '1' };
      for (const tools of [[tool], { components: [tool] }]) {
        expect(
          (await readGood(aBom({ metadata: { tools } }))).document.tools,
        ).toEqual(['t 1']);
      }
    },
  ],
  43: [
    'author and authors',
    async () => {
      expect(
        (await readGood(readCorpusFile('bom-issue3936-author.json'))).statistics
          .components,
      ).toBe(1);
      expect(
        (await readGood(readCorpusFile('bom-issue3936-both.json'))).statistics
          .components,
      ).toBe(1);
    },
  ],
  44: [
    'metadata that changes its class on a second upload',
    'The reader keeps no state between documents; the store replaces whole snapshots (ospo-backend, usage slice).',
  ],
  45: [
    'XML with several namespaces and prefixes',
    async () => {
      expect(
        (await readGood(readCorpusFile('unit/bom-issue4008.xml'))).statistics
          .components,
      ).toBe(1);
      const xml =
        '<c:bom xmlns:c="http://cyclonedx.org/schema/bom/1.4" xmlns:o="urn:o"><c:components><c:component type="library"><c:name>a</c:name><o:name>b</o:name></c:component></c:components></c:bom>';
      expect((await readGood(xml)).components[0].name).toBe('a');
    },
  ],
  46: [
    'addresses with encoded brackets',
    async () => {
      const url = 'https://example.org/?a=%5B1%5D';
      const reading = await readGood(
        aBom({
          components: [
            aLibrary('a', { externalReferences: [{ type: 'website', url }] }),
          ],
        }),
      );
      expect(reading.components[0].externalReferences).toEqual([
        { type: 'website', url },
      ]);
    },
  ],
  47: [
    'against the schema but usable',
    async () => {
      const reading = await readGood(
        aBom({
          serialNumber: 'urn:uuid:x',
          components: [aLibrary('a'), aLibrary('a')],
        }),
      );
      expect(reading.components).toHaveLength(1);
      expect(codesOf(reading)).toMatchObject({
        'serial-number': 1,
        'duplicate-component': 1,
      });
    },
  ],
  48: [
    'the same property twice',
    async () => {
      const property = { name: 'cdx:npm:package:development', value: 'true' };
      const reading = await readGood(
        aBom({
          components: [aLibrary('a', { properties: [property, property] })],
        }),
      );
      expect(relationsOf(reading)).toEqual({ a: 'unknown/dev' });
    },
  ],
  49: [
    'something else altogether is refused',
    async () => {
      for (const text of [
        '<!DOCTYPE html><html><body>502</body></html>',
        '<html></html>',
        '{"error":"not found"}',
        '[]',
        '{}',
        'hello',
        '%PDF-1.4',
        '{"components":[]}',
      ]) {
        expect(['not-an-sbom', 'xml-doctype']).toContain(
          (await readRefused(text)).code,
        );
      }
      expect((await readRefused('')).code).toBe('empty');
      expect((await readRefused(' \n ')).code).toBe('empty');
    },
  ],
  50: [
    "wrapped in GitHub's export, an in-toto statement and a DSSE envelope",
    async () => {
      const bom = JSON.parse(aBom({ components: [aLibrary('a')] }));
      const statement = {
        _type: 'https://in-toto.io/Statement/v1',
        predicateType: 'https://cyclonedx.org/bom',
        predicate: bom,
      };
      const envelope = {
        payloadType: 'application/vnd.in-toto+json',
        payload: Buffer.from(JSON.stringify(statement)).toString('base64'),
        signatures: [],
      };
      for (const wrapped of [
        { sbom: bom },
        statement,
        envelope,
        { dsseEnvelope: envelope },
      ]) {
        const reading = await readGood(JSON.stringify(wrapped));
        expect(reading.components).toHaveLength(1);
        expect(codesOf(reading)).toHaveProperty('wrapped');
      }
      let deep = JSON.stringify(envelope);
      for (let i = 0; i < 5; i++) {
        deep = JSON.stringify({
          payload: Buffer.from(deep).toString('base64'),
        });
      }
      expect((await readRefused(deep)).code).toBe('wrapped-too-often');
    },
  ],
  51: [
    'bills of other things are recognised',
    async () => {
      const kinds = {
        'not-an-sbom-vex': { vulnerabilities: [{ id: 'CVE-1' }] },
        'not-an-sbom-saasbom': { services: [{ name: 's' }] },
        'not-an-sbom-cbom': {
          components: [{ type: 'cryptographic-asset', name: 'k' }],
        },
        'not-an-sbom-hbom': { components: [{ type: 'device', name: 'd' }] },
        'not-an-sbom-obom': {
          metadata: { lifecycles: [{ phase: 'operations' }] },
        },
      };
      for (const [code, parts] of Object.entries(kinds)) {
        expect(codesOf(await readGood(aBom(parts)))).toHaveProperty(code);
      }
      expect(
        codesOf(
          await readGood(readCorpusFile('VEX/Use-Cases/Case-9/vex.json')),
        ),
      ).toHaveProperty('not-an-sbom-vex');
      expect(
        codesOf(await readGood(readCorpusFile('CBOM/Protocol/bom.json'))),
      ).toHaveProperty('not-an-sbom-cbom');
    },
  ],
  // Licences
  52: [
    'a name that two entries of the list have stays text',
    async () => {
      expect((await declaredOf([{ license: { name: 'BSD' } }])).status).toBe(
        'text',
      );
    },
  ],
  53: [
    'an expression in license.name',
    async () => {
      expect(
        await declaredOf([{ license: { name: 'MIT OR Apache-2.0' } }]),
      ).toMatchObject({ status: 'known', expression: 'MIT OR Apache-2.0' });
    },
  ],
  54: [
    'WITH',
    async () => {
      expect(
        await declaredOf([
          { expression: 'GPL-2.0-only WITH Classpath-exception-2.0' },
        ]),
      ).toMatchObject({ status: 'known' });
    },
  ],
  55: [
    'one invalid expression is one finding and no refusal',
    async () => {
      const reading = await readGood(
        aBom({
          components: [
            aLibrary('a', { licenses: [{ expression: 'MIT AND (' }] }),
            aLibrary('b', { licenses: [{ expression: 'MIT' }] }),
          ],
        }),
      );
      expect(reading.components.map(({ declared }) => declared.status)).toEqual(
        ['invalid', 'known'],
      );
      expect(codesOf(reading)).toMatchObject({ 'licence-invalid': 1 });
    },
  ],
  56: [
    'several licences are all kept',
    async () => {
      expect(
        await declaredOf([
          { license: { id: 'MIT' } },
          { license: { id: 'ISC' } },
        ]),
      ).toEqual({
        status: 'known',
        expression: 'MIT AND ISC',
        raw: 'MIT; ISC',
        choiceNotStated: true,
      });
    },
  ],
  57: [
    'a plus behind an exception is invalid, before it is not',
    async () => {
      expect(
        normaliseLicence('GPL-2.0-only WITH Classpath-exception-2.0+').status,
      ).toBe('invalid');
      expect(
        normaliseLicence('GPL-2.0+ WITH Classpath-exception-2.0').status,
      ).toBe('known');
    },
  ],
  58: [
    'LicenseRef WITH an exception',
    async () => {
      expect(
        normaliseLicence('LicenseRef-x WITH Classpath-exception-2.0').status,
      ).toBe('known');
    },
  ],
  59: [
    'AND binds before OR, also when entries are joined',
    async () => {
      expect(
        await declaredOf([
          { expression: 'MIT OR ISC' },
          { license: { id: 'GPL-3.0-only' } },
        ]),
      ).toMatchObject({ expression: '(MIT OR ISC) AND GPL-3.0-only' });
    },
  ],
  60: [
    'no exponential evaluation',
    async () => {
      const expression = Array(40).fill('(MIT OR ISC)').join(' AND ');
      const start = performance.now();
      expect(normaliseLicence(expression).status).toBe('known');
      expect(performance.now() - start).toBeLessThan(100);
    },
  ],
  61: [
    'no licence is absent and counts as unknown',
    async () => {
      const reading = await readGood(aBom({ components: [aLibrary('a')] }));
      expect(reading.components[0].declared).toEqual({ status: 'absent' });
      expect(reading.statistics).toMatchObject({
        licenceKnown: 0,
        licenceUnknown: 1,
      });
    },
  ],
  62: [
    'UNLICENSED is not the Unlicense',
    async () => {
      expect(await declaredOf([{ license: { name: 'UNLICENSED' } }])).toEqual({
        status: 'text',
        raw: 'UNLICENSED',
      });
    },
  ],
  63: [
    'old identifiers',
    async () => {
      expect(
        await declaredOf([{ license: { id: 'LGPL-2.1+' } }]),
      ).toMatchObject({
        expression: 'LGPL-2.1-or-later',
        mappedFrom: 'LGPL-2.1+',
      });
      expect(await declaredOf([{ license: { id: 'GPL-2.0' } }])).toMatchObject({
        expression: 'GPL-2.0',
      });
    },
  ],
  64: [
    'NONE and NOASSERTION are what they say',
    async () => {
      const reading = await readGood(
        anSpdx({
          packages: [
            packageOf('a', {
              licenseDeclared: 'NONE',
              licenseConcluded: 'NOASSERTION',
            }),
          ],
        }),
      );
      expect(reading.components[0]).toMatchObject({
        declared: { status: 'none' },
        concluded: { status: 'noassertion' },
      });
      expect(reading.statistics.licenceKnown).toBe(0);
    },
  ],
  65: [
    'a LicenseRef with characters that are not allowed',
    async () => {
      expect(normaliseLicence('LicenseRef-foo_bar/1')).toMatchObject({
        status: 'known',
        expression: 'LicenseRef-foo-bar-1',
        mappedFrom: 'LicenseRef-foo_bar/1',
      });
    },
  ],
  66: [
    'a LicenseRef without text is said',
    async () => {
      const reading = await readGood(
        anSpdx({
          packages: [
            packageOf('a', {
              licenseDeclared: 'LicenseRef-1 AND LicenseRef-2',
            }),
          ],
          hasExtractedLicensingInfos: [
            { licenseId: 'LicenseRef-1', extractedText: 'x' },
          ],
        }),
      );
      expect(reading.findings).toContainEqual(
        expect.objectContaining({
          code: 'licence-ref-undefined',
          count: 1,
          message: expect.stringContaining('LicenseRef-2'),
        }),
      );
    },
  ],
  67: [
    'a full licence text in the name, or embedded, is not kept',
    async () => {
      const text = 'Permission is hereby granted. '.repeat(2000);
      const reading = await readGood(
        bomWithLicences([{ license: { name: text, text: { content: text } } }]),
      );
      expect(reading.components[0].declared).toMatchObject({ status: 'text' });
      expect(JSON.stringify(reading).length).toBeLessThan(8000);
    },
  ],
  // SPDX relations
  68: [
    'NOASSERTION and NONE as target',
    async () => {
      const relationships = ['NONE', 'NOASSERTION'].map(relatedSpdxElement => ({
        spdxElementId: 'SPDXRef-a',
        relationshipType: 'DEPENDS_ON',
        relatedSpdxElement,
      }));
      const reading = await readGood(
        anSpdx({ packages: [packageOf('a')], relationships }),
      );
      expect(reading.edges).toEqual([]);
      expect(codesOf(reading)).toMatchObject({ 'relationship-to-nothing': 2 });
    },
  ],
  69: [
    'null among relationships and packages',
    async () => {
      const reading = await readGood(
        anSpdx({
          packages: [null, packageOf('a')],
          relationships: [null, relate('a', null, null)],
        }),
      );
      expect(reading.components).toHaveLength(1);
      expect(codesOf(reading)).toMatchObject({
        'null-element': 2,
        'relationship-incomplete': 1,
      });
    },
  ],
  70: [
    'inverse forms',
    async () => {
      const reading = await readGood(
        anSpdx({
          packages: ['app', 'a', 'b', 'c', 'd'].map(id => packageOf(id)),
          relationships: [
            describesApp,
            relate('a', 'DEPENDENCY_OF', 'app'),
            relate('b', 'TEST_DEPENDENCY_OF', 'app'),
            relate('c', 'DEV_DEPENDENCY_OF', 'a'),
            relate('c', 'RUNTIME_DEPENDENCY_OF', 'b'),
            relate('d', 'RUNTIME_DEPENDENCY_OF', 'a'),
          ],
        }),
      );
      // c is dev by way of a, test by way of b: the stronger counts. d runs, as far as a does.
      expect(relationsOf(reading)).toEqual({
        a: 'direct/unknown',
        b: 'direct/test',
        c: 'transitive/test',
        d: 'transitive/unknown',
      });
    },
  ],
  71: [
    'dependencies written the wrong way round',
    'Cannot be seen in a document; the tool that wrote it is shown with every number (document.tools).',
  ],
  72: [
    'no DESCRIBES, and a misspelt one',
    async () => {
      expect(
        codesOf(await readGood(anSpdx({ packages: [packageOf('a')] }))),
      ).toHaveProperty('subject-missing');
      const misspelt = await readGood(
        anSpdx({
          packages: [packageOf('app'), packageOf('a')],
          relationships: [
            relate('DOCUMENT', 'DESCRIBE', 'app'),
            relate('app', 'DEPENDS_ON', 'a'),
          ],
        }),
      );
      expect(relationsOf(misspelt)).toEqual({ a: 'direct/unknown' });
      expect(codesOf(misspelt)).toHaveProperty('relationship-misspelt');
    },
  ],
  73: [
    'several roots, references said twice, loops',
    async () => {
      const reading = await readGood(
        anSpdx({
          documentDescribes: ['SPDXRef-app', 'SPDXRef-x', 'SPDXRef-app'],
          packages: ['app', 'x', 'a'].map(id => packageOf(id)),
          relationships: [
            describesApp,
            relate('app', 'DEPENDS_ON', 'a'),
            relate('a', 'DEPENDS_ON', 'app'),
          ],
        }),
      );
      expect(reading.document.subject?.name).toBe('app');
      expect(relationsOf(reading)).toEqual({
        x: 'unknown/unknown',
        a: 'direct/unknown',
      });
      expect(
        codesOf(await readGood(readCorpusFile('spdx/double-ref.json'))),
      ).toBeDefined();
      expect(
        codesOf(await readGood(readCorpusFile('spdx/self-package.json'))),
      ).toBeDefined();
    },
  ],
  74: [
    'references to other documents',
    async () => {
      const relationships = [
        {
          spdxElementId: 'SPDXRef-a',
          relationshipType: 'DEPENDS_ON',
          relatedSpdxElement: 'DocumentRef-x:SPDXRef-y',
        },
      ];
      expect(
        codesOf(
          await readGood(anSpdx({ packages: [packageOf('a')], relationships })),
        ),
      ).toMatchObject({ 'external-document': 1 });
      expect(
        (await readGood(readCorpusFile('cyclonedx/simple-ext-a.json')))
          .statistics.components,
      ).toBe(8);
    },
  ],
  75: [
    'GENERATED_FROM and source packages are no dependencies',
    async () => {
      const reading = await readGood(
        anSpdx({
          packages: ['app', 'src'].map(id => packageOf(id)),
          relationships: [describesApp, relate('app', 'GENERATED_FROM', 'src')],
        }),
      );
      expect(reading.edges).toEqual([]);
      expect(relationsOf(reading)).toEqual({ src: 'unknown/unknown' });
    },
  ],
  76: [
    'hundreds of thousands of CONTAINS are passed over',
    async () => {
      const contains = JSON.stringify(relate('app', 'CONTAINS', 'f'));
      const text = anSpdx({
        packages: [packageOf('app')],
        relationships: [describesApp],
      }).replace(
        '"relationships":[',
        `"relationships":[${`${contains},`.repeat(200_000)}`,
      );
      const reading = await readGood(text, { limits: { maxEdges: 10 } });
      expect(reading.edges).toEqual([]);
    },
  ],
  77: [
    'SPDX 3 with its components',
    async () => {
      expect(
        (await readGood(readCorpusFile('spdx_3.0/manifest.spdx.json')))
          .statistics,
      ).toMatchObject({ packages: 266, direct: 48 });
    },
  ],
  78: [
    'SPDX 3 licences by relationships',
    async () => {
      const graph = [
        { type: 'software_Package', spdxId: 'urn:a', name: 'a' },
        {
          type: 'simplelicensing_LicenseExpression',
          spdxId: 'urn:l',
          simplelicensing_licenseExpression: 'MIT',
        },
        {
          type: 'expandedlicensing_DisjunctiveLicenseSet',
          spdxId: 'urn:set',
          expandedlicensing_member: [
            'urn:l',
            'https://spdx.org/licenses/ISC',
            'urn:set',
          ],
        },
        {
          type: 'Relationship',
          spdxId: 'urn:r',
          from: 'urn:a',
          relationshipType: 'hasDeclaredLicense',
          to: ['urn:l'],
        },
        {
          type: 'Relationship',
          spdxId: 'urn:s',
          from: 'urn:a',
          relationshipType: 'hasConcludedLicense',
          to: ['urn:set'],
        },
      ];
      const reading = await readGood(
        JSON.stringify({
          '@context': 'https://spdx.org/rdf/3.0.1/spdx-context.jsonld',
          '@graph': graph,
        }),
      );
      expect(reading.components[0]).toMatchObject({
        declared: { expression: 'MIT' },
        concluded: { status: expect.any(String) },
      });
    },
  ],
  79: [
    'upper and lower case of SPDX words',
    async () => {
      const reading = await readGood(
        anSpdx({
          packages: [
            packageOf('app'),
            packageOf('a', {
              primaryPackagePurpose: 'LIBRARY',
              externalRefs: [
                {
                  referenceCategory: 'package_manager',
                  referenceType: 'PURL',
                  referenceLocator: 'pkg:npm/a@1',
                },
              ],
            }),
          ],
          relationships: [
            relate('DOCUMENT', 'describes', 'app'),
            relate('app', 'depends_on', 'a'),
          ],
        }),
      );
      expect(reading.components[0]).toMatchObject({
        relation: 'direct',
        type: 'library',
        purl: 'pkg:npm/a@1',
      });
    },
  ],
  // Lockfiles
  80: [
    'pnpm-lock as several YAML documents',
    'The reader takes bills of materials and no lock files; tools such as syft and cdxgen make them from lock files.',
  ],
  81: [
    'version suffixes of lock files',
    'As 80; a version that a bill of materials states is kept as it is written.',
  ],
  82: [
    'local packages with a purl of the registry',
    'As 80; a document does not show that a purl of the registry is wrong.',
  ],
  // Hostile or huge
  83: [
    'external entities',
    async () => {
      const xml =
        '<?xml version="1.0"?><!DOCTYPE bom [<!ENTITY x SYSTEM "file:///etc/passwd">]><bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component><name>&x;</name></component></components></bom>';
      expect(await readRefused(xml)).toMatchObject({
        code: 'xml-doctype',
        where: expect.stringContaining('line 1'),
      });
    },
  ],
  84: [
    'entity bombs',
    async () => {
      const entities = Array.from(
        { length: 20 },
        (_, i) => `<!ENTITY e${i + 1} "&e${i};&e${i};">`,
      ).join('');
      expect(
        (
          await readRefused(
            `<!DOCTYPE bom [<!ENTITY e0 "x">${entities}]><bom>&e20;</bom>`,
          )
        ).code,
      ).toBe('xml-doctype');
      expect(
        (
          await readRefused(
            '<bom xmlns="http://cyclonedx.org/schema/bom/1.6"><metadata>&e20;</metadata></bom>',
          )
        ).code,
      ).toBe('xml-syntax');
    },
  ],
  85: [
    'compression bombs stop at ratio and size',
    async () => {
      const bomb = gzipSync(
        Buffer.concat([
          Buffer.from('{"a":"'),
          Buffer.alloc(200 * 1024 * 1024, 'x'),
        ]),
      );
      expect((await readRefused(bomb)).code).toBe('inflation-ratio');
      expect(
        (
          await readRefused(bomb, {
            limits: { maxInflationRatio: 1e6, maxInflatedBytes: 2e6 },
          })
        ).code,
      ).toBe('inflated-too-large');
      expect(
        await readRefused(readCorpusFile('test-data/bomb.bz2')),
      ).toMatchObject({
        code: 'unsupported-compression',
        message: expect.stringContaining('bzip2'),
        mend: expect.stringContaining('gzip'),
      });
    },
  ],
  86: [
    'a document over the limit of size is refused with the limit',
    async () => {
      expect(
        await readRefused(aBom(), { limits: { maxBytes: 10 } }),
      ).toMatchObject({
        code: 'too-large',
        message: expect.stringContaining('more than 10 bytes'),
      });
    },
  ],
  87: [
    'very many components are read in time that grows with their number',
    async () => {
      const bom = (size: number) =>
        aBom({
          metadata: aSubject(),
          components: Array.from({ length: size }, (_, i) => aLibrary(`p${i}`)),
          dependencies: Array.from({ length: size }, (_, i) => ({
            ref: `p${i}`,
            dependsOn: [`p${(i * 7) % size}`],
          })),
        });
      const fastest = async (text: string) => {
        let best = Number.POSITIVE_INFINITY;
        for (let i = 0; i < 4; i++) {
          const start = performance.now();
          await readGood(text);
          best = Math.min(best, performance.now() - start);
        }
        return best;
      };
      expect(
        (await fastest(bom(20_000))) / (await fastest(bom(2_000))),
      ).toBeLessThan(40);
    },
  ],
  88: [
    'races between uploads',
    'The reader shares nothing between documents; the store serialises the uploads of a component (ospo-backend, usage slice).',
  ],
  89: [
    'a document that fails again on every retry',
    'A refusal is a result and no exception, so nothing retries it; the store keeps it as the failed state of the source (ospo-backend, usage slice).',
  ],
  90: [
    'limits of bound variables in SQLite',
    "The store's: it inserts in chunks (ospo-backend, usage slice).",
  ],
};

describe('inputs that broke other readers', () => {
  it('are all 90 here', () => {
    expect(Object.keys(cases)).toEqual(
      Array.from({ length: 90 }, (_, i) => `${i + 1}`),
    );
  });

  const tested = Object.entries(cases).flatMap(([number, [title, test]]) =>
    typeof test === 'string' ? [] : [[number, title, test] as const],
  );
  const elsewhere = Object.values(cases).filter(
    ([, test]) => typeof test === 'string',
  );

  it.each(tested)(
    '%s: %s',
    async (_number, _title, test) => {
      await test();
    },
    60_000,
  );

  it("are the reader's business but for eight", () => {
    expect(elsewhere).toHaveLength(8);
    for (const [, reason] of elsewhere) {
      expect(String(reason).length).toBeGreaterThan(40);
    }
  });

  it('do not harm the thread of readSbomFile either', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'sbom-')), 'bomb.gz');
    writeFileSync(path, gzipSync(Buffer.alloc(50 * 1024 * 1024, '{"a":[')));
    expect(await readSbomFile(path)).toMatchObject({
      ok: false,
      error: { code: 'json-too-deep' },
    });
    expect((await readSbom(Buffer.from(aBom()))).ok).toBe(true);
  });
});
