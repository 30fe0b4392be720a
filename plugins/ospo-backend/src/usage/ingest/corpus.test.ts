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

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { defaultSbomLimits, readSbomFile } from '@ospo-suite/sbom-reader';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { IngestHarness } from './__testUtils__/IngestHarness';

const corpus = resolvePackagePath(
  '@ospo-suite/backstage-plugin-ospo-backend',
  '../../../shared/data/sbom-corpus',
);

const MAX_BYTES = 600_000;
const PER_FORMAT = 2;

/** Documents that real tools wrote, some of each format. Fails when the corpus is not there. */
function realDocuments(): { file: string; bytes: Buffer }[] {
  const [header, ...lines] = readFileSync(`${corpus}/index.csv`, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split(','));
  const column = (name: string) => header.indexOf(name);
  const byFormat = new Map<string, string[]>();
  for (const line of lines) {
    const isReal = line[column('category')] === 'real';
    if (isReal && Number(line[column('bytes')]) < MAX_BYTES) {
      const format = line[column('format')];
      const files = byFormat.get(format) ?? [];
      byFormat.set(format, [...files, line[column('file')]]);
    }
  }
  return [...byFormat.values()]
    .flatMap(files => files.slice(0, PER_FORMAT))
    .map(file => ({ file, bytes: readFileSync(`${corpus}/${file}`) }));
}

jest.setTimeout(300_000);

describe.each(everyDatabase)('real documents, %s', (_name, createDatabase) => {
  it('are stored as they are read, given back byte for byte, and counted right', async () => {
    const store = await IngestHarness.create(createDatabase, {
      readSbomFile,
      limits: defaultSbomLimits,
    });
    const documents = realDocuments();
    expect(documents.length).toBeGreaterThan(4);
    for (const [index, { file, bytes }] of documents.entries()) {
      const to = `component:default/c${index}`;
      const sent = index % 2 === 0 ? bytes : gzipSync(bytes);

      const { outcome, snapshot } = await store.sendBytes(sent, { to });

      expect({ file, outcome }).toEqual({ file, outcome: 'stored' });
      expect(snapshot.counts.packages).toBe((await store.usagesOf(to)).length);
      expect((await store.download(snapshot.id)).equals(sent)).toBe(true);
      const again = await store.sendBytes(sent, { to });
      expect(again.outcome).toBe('unchanged');
    }
    const before = await store.usagesOf('component:default/c0');
    await store.detach('component:default/c0');
    await store.attach('component:default/c0');
    expect(await store.usagesOf('component:default/c0')).toEqual(before);
    await store.assertSound();
  });
});
