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

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSbomFile } from './readSbomFile';

describe('readSbomFile', () => {
  it('reads a file in a thread', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'sbom-')), 'bom.json');
    writeFileSync(
      path,
      JSON.stringify({
        bomFormat: 'CycloneDX',
        specVersion: '1.6',
        metadata: { component: { 'bom-ref': 'app', name: 'app' } },
        components: [
          { 'bom-ref': 'a', name: 'a', purl: 'pkg:npm/a@1', type: 'library' },
        ],
        dependencies: [{ ref: 'app', dependsOn: ['a'] }],
      }),
    );
    const reading = await readSbomFile(path);
    expect(reading).toMatchObject({
      ok: true,
      components: [{ purl: 'pkg:npm/a@1', relation: 'direct' }],
      edges: [{ from: 'app', to: 'a' }],
    });
  });

  it('refuses a file that is not there', async () => {
    expect(await readSbomFile('/nowhere/bom.json')).toMatchObject({
      ok: false,
      error: { code: 'unreadable' },
    });
  });
});
