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

import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { aBom, aLibrary, aSubject } from './__testUtils__/builders';
import { readSbom } from './readSbom';
import { readSbomFile } from './readSbomFile';
import { SbomWorkers } from './worker/SbomWorkers';

// The machine may be busy with other tests.
jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'sbom-'));

function aFile(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function aLargeBom(size: number): string {
  const names = Array.from({ length: size }, (_, i) => `p${i}`);
  return aBom({
    metadata: aSubject(),
    components: names.map(name =>
      aLibrary(name, { licenses: [{ license: { id: 'MIT' } }] }),
    ),
    dependencies: [
      { ref: 'app', dependsOn: names.slice(0, 10) },
      ...names.map((ref, i) => ({
        ref,
        dependsOn: [`p${(i * 31 + 7) % size}`],
      })),
    ],
  });
}

describe('readSbomFile', () => {
  it('gives the same as reading in this thread, in many pieces', async () => {
    const text = aLargeBom(3333);
    const path = aFile('large.json', text);
    const here = await readSbom(Buffer.from(text));
    expect(await readSbomFile(path)).toEqual(here);
    expect(here).toMatchObject({ ok: true, statistics: { components: 3333 } });
  });

  it.each([
    ['nothing in it', aBom({})],
    [
      'a subject that is listed too, in the middle',
      aBom({
        metadata: aSubject(),
        components: [aLibrary('a'), aLibrary('app'), aLibrary('ö')],
        dependencies: [
          { ref: 'app', dependsOn: ['a', 'ö'] },
          { ref: 'ö', dependsOn: ['a'] },
        ],
      }),
    ],
    [
      'components listed twice, and one identifier for two',
      aBom({
        components: [
          aLibrary('a'),
          aLibrary('b'),
          aLibrary('a'),
          aLibrary('a', { purl: 'pkg:npm/other@2.0.0' }),
        ],
      }),
    ],
    [
      'dependencies by purl, and licences of every kind',
      aBom({
        metadata: aSubject(),
        components: [
          aLibrary('a', { licenses: [{ expression: 'MIT OR (' }] }),
          aLibrary('b', { licenses: [{ license: { name: 'Ours' } }] }),
          aLibrary('c', {
            licenses: [{ license: { id: 'MIT' } }, { license: { id: 'ISC' } }],
          }),
        ],
        dependencies: [{ ref: 'app', dependsOn: ['pkg:npm/b@1.0.0', 'c'] }],
      }),
    ],
    [
      'another document wrapped in it',
      JSON.stringify({
        components: [aLibrary('outside')],
        payload: Buffer.from(
          aBom({ components: [aLibrary('inside')] }),
        ).toString('base64'),
      }),
    ],
  ])('gives the same for a document with %s', async (title, text) => {
    const here = await readSbom(Buffer.from(text));
    const there = await readSbomFile(aFile(`same.json`, text));
    expect({ title, ...there }).toEqual({ title, ...here });
  });

  it('makes components when they are asked for, and keeps them as they were read', async () => {
    const reading = await readSbomFile(aFile('lazy.json', aLargeBom(10)));
    if (!reading.ok) {
      throw new Error(reading.error.message);
    }
    expect(reading.components[3]).toEqual(reading.components[3]);
    expect(reading.components[3]).not.toBe(reading.components[3]);
    expect(() => Object.assign(reading.components[3], { name: 'x' })).toThrow(
      TypeError,
    );
    expect(reading.components[3].name).toBe('p3');
  });

  it('reads several files at once', async () => {
    const paths = Array.from({ length: 8 }, (_, i) =>
      aFile(`${i}.json`, aBom({ components: [aLibrary(`only${i}`)] })),
    );
    const readings = await Promise.all(paths.map(path => readSbomFile(path)));
    expect(
      readings.map(reading => reading.ok && reading.components[0].name),
    ).toEqual(paths.map((_, i) => `only${i}`));
  });

  it.each([
    ['that is not there', () => join(folder, 'nowhere')],
    ['that is a folder', () => folder],
    [
      'that is a link to itself',
      () => {
        const link = join(folder, 'circle');
        symlinkSync(link, link);
        return link;
      },
    ],
    [
      'that is a pipe without a writer',
      () => {
        const pipe = join(folder, 'pipe');
        execFileSync('mkfifo', [pipe]);
        return pipe;
      },
    ],
  ])('refuses a file %s', async (_title, path) => {
    expect(await readSbomFile(path())).toMatchObject({
      ok: false,
      error: { code: 'unreadable' },
    });
  });

  it('refuses when the time is up, and reads the next one', async () => {
    const path = aFile('slow.json', aLargeBom(20_000));
    expect(
      await readSbomFile(path, { limits: { timeoutMs: 1 } }),
    ).toMatchObject({ ok: false, error: { code: 'timeout' } });
    const small = aFile('small.json', aBom({ components: [aLibrary('a')] }));
    expect(await readSbomFile(small)).toMatchObject({ ok: true });
  });

  it('refuses when the caller aborts, before and in between', async () => {
    const path = aFile('abort.json', aLargeBom(20_000));
    expect(
      await readSbomFile(path, { signal: AbortSignal.abort() }),
    ).toMatchObject({ ok: false, error: { code: 'aborted' } });
    const controller = new AbortController();
    const reading = readSbomFile(path, { signal: controller.signal });
    setImmediate(() => controller.abort());
    expect(await reading).toMatchObject({
      ok: false,
      error: { code: 'aborted' },
    });
  });

  it.each([
    ['throws', 'throw new Error("broken")', 'reader-failure', 20_000],
    ['ends', 'process.exit(0)', 'reader-failure', 20_000],
    ['never answers', 'setInterval(() => {}, 1000)', 'timeout', 300],
    ['never gives the thread back', 'for (;;) {}', 'timeout', 300],
    [
      'takes all memory',
      // In large pieces: with small ones the thread collects garbage for a long time before it gives up.
      'const all = []; for (;;) all.push(new Array(100_000).fill({}));',
      'out-of-memory',
      20_000,
    ],
  ])(
    'refuses when the thread %s, and starts another one',
    async (_title, code, expected, timeoutMs) => {
      let started = 0;
      const workers = SbomWorkers.create({
        most: 1,
        start: () => {
          started += 1;
          return new Worker(
            `require('node:worker_threads').parentPort.on('message', () => { ${code} })`,
            { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } },
          );
        },
      });
      for (let i = 0; i < 2; i++) {
        expect(
          await workers.read('/x', { limits: { timeoutMs } }),
        ).toMatchObject({ ok: false, error: { code: expected } });
      }
      expect(started).toBe(2);
    },
    60_000,
  );
});
