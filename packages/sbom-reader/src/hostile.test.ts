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
/* eslint-disable jest/no-conditional-expect -- what holds depends on whether the input can be read */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { bombs } from './__testUtils__/bombs';
import {
  aBom,
  aLibrary,
  anSpdx,
  aSubject,
  codesOf,
  readGood,
} from './__testUtils__/builders';
import { readCorpusIndex } from './__testUtils__/corpus';
import { fuzzReader } from './fuzz/fuzzReader';
import { readSbom } from './readSbom';
import { SbomReading } from './types';

type Good = Extract<SbomReading, { ok: true }>;

// Two seconds of a fast machine; processor time, because tests share theirs.
const BOMB_MS = 5_000;

describe('bombs', () => {
  it('are more than 60', () => {
    expect(Object.keys(bombs).length).toBeGreaterThan(60);
  });

  it.each(Object.entries(bombs))(
    '%s: refused, or read with findings, in time',
    async (_name, make) => {
      const bytes = Buffer.from(make());
      const before = process.cpuUsage();
      const reading = await readSbom(bytes);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(BOMB_MS);
      if (reading.ok) {
        expect(reading.findings).not.toEqual([]);
        expect(JSON.stringify(reading.findings).length).toBeLessThan(20_000);
      } else {
        expect(['reader-failure', 'timeout']).not.toContain(reading.error.code);
      }
    },
    60_000,
  );
});

describe('mutated real documents', () => {
  it('are refused or read, 5,000 of them', async () => {
    const documents = readCorpusIndex()
      .filter(({ bytes }) => bytes > 0 && bytes < 12_000)
      .map(({ path }) => readFileSync(path));
    const report = await fuzzReader({ documents, count: 5000, seed: 20261123 });
    expect(report.failures).toEqual([]);
    expect(report.read).toBeGreaterThan(500);
    expect(report.refused).toBeGreaterThan(500);
  }, 240_000);
});

describe('keys that reach for a prototype', () => {
  const keys = [
    '__proto__',
    'constructor',
    'prototype',
    '\\u005f_proto__',
    '__defineGetter__',
    'toString',
  ];
  const values = [
    '{"polluted":true}',
    '[{"polluted":true}]',
    '"polluted"',
    'null',
    '{"prototype":{"polluted":true}}',
  ];
  const places: ((member: string) => string)[] = [
    member => aBom().replace('{', `{${member},`),
    member => aBom({ metadata: { x: 1 } }).replace('"x":1', member),
    member =>
      aBom({ metadata: { component: { x: 1 } } }).replace('"x":1', member),
    member => aBom({ metadata: { tools: { x: 1 } } }).replace('"x":1', member),
    member =>
      aBom({ components: [{ name: 'a', x: 1 }] }).replace('"x":1', member),
    member =>
      aBom({
        components: [{ name: 'a', licenses: [{ license: { x: 1 } }] }],
      }).replace('"x":1', member),
    member =>
      aBom({ dependencies: [{ ref: 'a', x: 1 }] }).replace('"x":1', member),
    member =>
      anSpdx({ packages: [{ SPDXID: 'a', name: 'a', x: 1 }] }).replace(
        '"x":1',
        member,
      ),
    member =>
      anSpdx({ relationships: [{ x: 1 }], packages: [{ name: 'a' }] }).replace(
        '"x":1',
        member,
      ),
    member =>
      JSON.stringify({
        '@graph': [{ type: 'software_Package', externalIdentifier: { x: 1 } }],
      }).replace('"x":1', member),
  ];

  it('change nothing, wherever they stand', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    let count = 0;
    for (const key of keys) {
      for (const value of values) {
        for (const place of places) {
          const reading = await readSbom(
            Buffer.from(place(`"${key}":${value}`)),
          );
          expect(typeof reading.ok).toBe('boolean');
          expect(Object.getPrototypeOf(reading)).toBe(Object.prototype);
          count += 1;
        }
      }
    }
    expect(count).toBe(300);
    expect('polluted' in {}).toBe(false);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  it('are said, and harmless as names and identifiers', async () => {
    const reading = await readGood(
      aBom({
        metadata: aSubject('__proto__'),
        components: [aLibrary('constructor'), aLibrary('toString')],
        dependencies: [
          { ref: '__proto__', dependsOn: ['constructor'] },
          { ref: 'constructor', dependsOn: ['toString'] },
        ],
      }).replace('{', '{"__proto__":{"polluted":true},'),
    );
    expect(reading.components.map(({ relation }) => relation)).toEqual([
      'direct',
      'transitive',
    ]);
    expect(codesOf(reading)).toMatchObject({ 'prototype-key': 1 });
  });
});

describe('what is read', () => {
  const shuffled = fc.tuple(
    fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e'], { minLength: 5 }),
    fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
    fc.shuffledSubarray(
      ['bomFormat', 'specVersion', 'metadata', 'components', 'dependencies'],
      { minLength: 5 },
    ),
  );
  const edges = [
    ['app', 'a'],
    ['a', 'b'],
    ['b', 'c'],
    ['c', 'a'],
    ['app', 'd'],
    ['d', 'b'],
  ];

  it('does not depend on the order of elements and keys', async () => {
    const canonical = (reading: Good) => ({
      ...reading,
      components: [...reading.components].sort((x, y) =>
        x.ref < y.ref ? -1 : 1,
      ),
      edges: reading.edges.map(({ from, to }) => `${from}→${to}`).sort(),
      findings: [...reading.findings]
        .sort((x, y) => (x.code < y.code ? -1 : 1))
        .map(({ code, count }) => [code, count]),
    });
    const build = (names: string[], order: number[], keys: string[]) => {
      const parts: Record<string, unknown> = {
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        metadata: aSubject(),
        components: names.map(name =>
          aLibrary(name, { scope: name === 'd' ? 'optional' : undefined }),
        ),
        dependencies: order.map(i => ({
          ref: edges[i][0],
          dependsOn: [edges[i][1]],
        })),
      };
      return JSON.stringify(
        Object.fromEntries(keys.map(key => [key, parts[key]])),
      );
    };
    const expected = canonical(
      await readGood(
        build(
          ['a', 'b', 'c', 'd', 'e'],
          [0, 1, 2, 3, 4, 5],
          [
            'bomFormat',
            'specVersion',
            'metadata',
            'components',
            'dependencies',
          ],
        ),
      ),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([names, order, keys]) => {
        expect(canonical(await readGood(build(names, order, keys)))).toEqual(
          expected,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('has unique identifiers and edges between what is there, whatever the graph', async () => {
    const ref = fc.constantFrom('app', 'a', 'b', 'c', 'ghost', '');
    const graph = fc.record({
      refs: fc.array(ref, { maxLength: 8 }),
      links: fc.array(fc.tuple(ref, fc.array(ref, { maxLength: 4 })), {
        maxLength: 8,
      }),
    });
    await fc.assert(
      fc.asyncProperty(graph, async ({ refs, links }) => {
        const reading = await readGood(
          aBom({
            metadata: aSubject(),
            components: refs.map((name, i) => ({
              'bom-ref': name,
              name: `n${i % 3}`,
              type: 'library',
            })),
            dependencies: links.map(([from, dependsOn]) => ({
              ref: from,
              dependsOn,
            })),
          }),
        );
        const known = new Set(
          reading.components.map(component => component.ref),
        );
        expect(known.size).toBe(reading.components.length);
        const { direct, transitive, unknown, packages, components } =
          reading.statistics;
        expect([direct + transitive + unknown, packages]).toEqual([
          packages,
          components,
        ]);
        for (const { from, to } of reading.edges) {
          expect(known.has(to) || to === 'app').toBe(true);
          expect(known.has(from) || from === 'app').toBe(true);
          expect(from).not.toBe(to);
        }
        for (const component of reading.components) {
          const isDirect = reading.edges.some(
            ({ from, to }) => from === 'app' && to === component.ref,
          );
          expect(component.relation === 'direct').toBe(isDirect);
          expect(component.depth === undefined).toBe(
            component.relation === 'unknown',
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is any JSON at all without a throw', async () => {
    const key = fc.constantFrom(
      'bomFormat',
      'specVersion',
      'metadata',
      'component',
      'components',
      'dependencies',
      'dependsOn',
      'ref',
      'bom-ref',
      'name',
      'version',
      'purl',
      'licenses',
      'license',
      'expression',
      'hashes',
      'externalReferences',
      'url',
      'tools',
      'packages',
      'relationships',
      'SPDXID',
      'spdxVersion',
      '@graph',
      'type',
      'spdxId',
      'to',
      'from',
      'sbom',
      'payload',
    );
    const { value } = fc.letrec<{ value: unknown }>(tie => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        fc.string(),
        fc.constantFrom(
          'CycloneDX',
          '1.6',
          'SPDX-2.3',
          'pkg:npm/a@1',
          'MIT',
          'DESCRIBES',
          'software_Package',
        ),
        fc.double(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(key, tie('value'), { maxKeys: 6 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(key, value, { maxKeys: 8 }),
        async document => {
          const reading = await readSbom(Buffer.from(JSON.stringify(document)));
          if (!reading.ok) {
            expect(reading.error.code).not.toBe('reader-failure');
          }
        },
      ),
      { numRuns: 1500 },
    );
  }, 60_000);
});
