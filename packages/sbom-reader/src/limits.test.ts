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
import {
  aBom,
  aLibrary,
  anSpdx,
  aSubject,
  codesOf,
  inPieces,
  readGood,
  readRefused,
} from './__testUtils__/builders';
import { defaultSbomLimits } from './defaultSbomLimits';
import { readSbom } from './readSbom';

const text = aBom({
  metadata: aSubject(),
  components: [aLibrary('a'), aLibrary('b')],
  dependencies: [{ ref: 'app', dependsOn: ['a', 'b'] }],
});

describe('limits', () => {
  it('are those that were agreed', () => {
    expect(defaultSbomLimits).toEqual({
      maxBytes: 64 * 1024 * 1024,
      maxInflatedBytes: 256 * 1024 * 1024,
      maxInflationRatio: 100,
      maxJsonDepth: 512,
      maxXmlDepth: 64,
      maxComponents: 200_000,
      maxEdges: 2_000_000,
      maxStringLength: 4096,
      maxPurlLength: 2048,
      maxLicenceLength: 4096,
      maxNameLength: 512,
      timeoutMs: 30_000,
    });
  });

  it('maxBytes', async () => {
    const { length } = Buffer.from(text);
    await readGood(text, { limits: { maxBytes: length } });
    expect(
      (await readRefused(text, { limits: { maxBytes: length - 1 } })).code,
    ).toBe('too-large');
  });

  it('maxInflatedBytes', async () => {
    const { length } = Buffer.from(text);
    const packed = gzipSync(text);
    await readGood(packed, { limits: { maxInflatedBytes: length } });
    expect(
      (await readRefused(packed, { limits: { maxInflatedBytes: length - 1 } }))
        .code,
    ).toBe('inflated-too-large');
  });

  it('maxInflationRatio', async () => {
    const large = Buffer.from(
      aBom({ components: [aLibrary('a')], note: 'x'.repeat(3_000_000) }),
    );
    const packed = gzipSync(large);
    const ratio = Math.ceil(large.length / packed.length);
    await readGood(packed, { limits: { maxInflationRatio: ratio } });
    expect(
      (await readRefused(packed, { limits: { maxInflationRatio: ratio - 1 } }))
        .code,
    ).toBe('inflation-ratio');
  });

  it('maxJsonDepth, of what is kept and of what is passed over', async () => {
    // The root is the first level and the array in "x" the second.
    const nested = (key: string, levels: number) =>
      `{"bomFormat":"CycloneDX","specVersion":"1.6","${key}":${'['.repeat(
        levels - 1,
      )}${']'.repeat(levels - 1)}}`;
    for (const key of ['x', 'metadata', 'components', 'dependencies']) {
      await readGood(nested(key, 20), { limits: { maxJsonDepth: 20 } });
      expect(
        (await readRefused(nested(key, 21), { limits: { maxJsonDepth: 20 } }))
          .code,
      ).toBe('json-too-deep');
    }
    expect((await readRefused(nested('x', 1_000_000))).code).toBe(
      'json-too-deep',
    );
  });

  it('maxXmlDepth', async () => {
    const nested = (levels: number) =>
      `<bom xmlns="http://cyclonedx.org/schema/bom/1.6">${'<x>'.repeat(
        levels - 1,
      )}${'</x>'.repeat(levels - 1)}</bom>`;
    await readGood(nested(64));
    expect((await readRefused(nested(65))).code).toBe('xml-too-deep');
  });

  it('maxComponents', async () => {
    await readGood(text, { limits: { maxComponents: 2 } });
    expect(
      await readRefused(text, { limits: { maxComponents: 1 } }),
    ).toMatchObject({
      code: 'too-many-components',
      where: expect.stringContaining('/components/1'),
    });
  });

  it('maxEdges', async () => {
    await readGood(text, { limits: { maxEdges: 2 } });
    expect((await readRefused(text, { limits: { maxEdges: 1 } })).code).toBe(
      'too-many-edges',
    );
  });

  it.each<
    [
      string,
      (
        | 'maxStringLength'
        | 'maxNameLength'
        | 'maxLicenceLength'
        | 'maxPurlLength'
      ),
      number,
      object,
      string,
    ]
  >([
    [
      'a text',
      'maxStringLength',
      20,
      { publisher: 'x'.repeat(20) },
      'string-too-long',
    ],
    ['a name', 'maxNameLength', 30, { name: 'x'.repeat(30) }, 'name-too-long'],
    [
      'a version',
      'maxNameLength',
      30,
      { version: 'x'.repeat(30) },
      'version-too-long',
    ],
    [
      'a purl',
      'maxPurlLength',
      30,
      { purl: `pkg:npm/${'x'.repeat(22)}` },
      'purl-too-long',
    ],
  ])('cut %s that is longer', async (_title, limit, length, part, code) => {
    const bom = aBom({ components: [{ name: 'n', ...part }] });
    expect(
      codesOf(await readGood(bom, { limits: { [limit]: length } })),
    ).not.toHaveProperty(code);
    expect(
      codesOf(await readGood(bom, { limits: { [limit]: length - 1 } })),
    ).toHaveProperty(code, 1);
  });

  it('keep two long names with the same beginning apart', async () => {
    const long = 'x'.repeat(600);
    const reading = await readGood(
      aBom({ components: [{ name: `${long}a` }, { name: `${long}b` }] }),
    );
    const [a, b] = reading.components;
    expect(a.packageKey).not.toBe(b.packageKey);
    expect(a.name).toHaveLength(512);
  });

  it('timeoutMs', async () => {
    const long = Buffer.from(
      aBom({
        components: Array.from({ length: 20_000 }, (_, i) => aLibrary(`p${i}`)),
      }),
    );
    expect((await readRefused(long, { limits: { timeoutMs: 1 } })).code).toBe(
      'timeout',
    );
  });

  it('abort', async () => {
    expect(
      (await readRefused(text, { signal: AbortSignal.abort() })).code,
    ).toBe('aborted');
  });
});

describe('what a document arrives as', () => {
  const packings: [string, (bytes: Buffer) => Buffer][] = [
    ['plain', bytes => bytes],
    ['gzip', bytes => gzipSync(bytes)],
    ['zstd', bytes => zstdCompressSync(bytes)],
    [
      'two gzip members',
      bytes =>
        Buffer.concat([
          gzipSync(bytes.subarray(0, 50)),
          gzipSync(bytes.subarray(50)),
        ]),
    ],
  ];
  const xml =
    '<?xml version="1.0" encoding="UTF-8"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6"><components><component type="library"><name>ä𝒳</name></component></components></bom>';
  const tagValue =
    'SPDXVersion: SPDX-2.3\nSPDXID: SPDXRef-DOCUMENT\n\nPackageName: ä𝒳\nSPDXID: SPDXRef-a\nPackageComment: <text>two\nlines</text>\n';
  const forms: [string, string][] = [
    ['JSON', aBom({ components: [aLibrary('ä𝒳', { purl: undefined })] })],
    ['XML', xml],
    ['tag-value', tagValue],
    [
      'YAML',
      'spdxVersion: "SPDX-2.3"\npackages:\n- SPDXID: SPDXRef-a\n  name: ä𝒳\n',
    ],
    ['SPDX JSON', anSpdx({ packages: [{ SPDXID: 'SPDXRef-a', name: 'ä𝒳' }] })],
  ];

  it.each(
    packings.flatMap(([packing, pack]) =>
      forms.map(([form, content]) => [packing, form, pack, content] as const),
    ),
  )(
    'is read as %s %s, in pieces of any size',
    async (_packing, _form, pack, content) => {
      const bytes = pack(Buffer.from(content));
      const whole = await readGood(bytes);
      expect(whole.components.map(({ name }) => name)).toEqual(['ä𝒳']);
      for (const size of [1, 2, 3, 7, 64, 1000]) {
        expect(await readSbom(inPieces(bytes, size))).toEqual(whole);
      }
    },
  );

  it('is refused with a clear word when it cannot be unpacked', async () => {
    const packed = gzipSync(text);
    expect(
      (await readRefused(packed.subarray(0, packed.length - 10))).code,
    ).toBe('compression-broken');
    expect(
      (await readRefused(zstdCompressSync(Buffer.from(text)).subarray(0, 40)))
        .code,
    ).toBe('compression-broken');
    const heads: [number[], string, string][] = [
      [[0x42, 0x5a, 0x68, 0x39], 'unsupported-compression', 'bzip2'],
      [[0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00], 'unsupported-compression', 'xz'],
      [[0x50, 0x4b, 0x03, 0x04], 'unsupported-archive', 'zip'],
    ];
    for (const [head, code, name] of heads) {
      expect(await readRefused(Buffer.from([...head, 1, 2, 3]))).toMatchObject({
        code,
        message: expect.stringContaining(name),
      });
    }
    expect((await readRefused(gzipSync(gzipSync(text)))).code).toBe(
      'not-an-sbom',
    );
    expect((await readRefused(Buffer.from('\ufeff{}', 'utf16le'))).code).toBe(
      'not-an-sbom',
    );
    expect(
      (await readRefused(Buffer.from([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]))).code,
    ).toBe('unsupported-encoding');
  });

  it('may break off with an error of the source', async () => {
    const broken = async function* pieces() {
      yield Buffer.from('{"bomFormat":');
      throw Object.assign(new Error('read ECONNRESET'), {
        code: 'ECONNRESET',
        syscall: 'read',
      });
    };
    expect(await readSbom(broken())).toMatchObject({
      ok: false,
      error: { code: 'unreadable' },
    });
  });
});
