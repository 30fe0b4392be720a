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

import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aBom, aLibrary } from '../__testUtils__/builders';
import { runCli } from './runCli';

async function run(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const code = await runCli(args, {
    print: text => printed.push(text),
    complain: text => complaints.push(text),
  });
  return { code, output: printed.join(''), complaints: complaints.join('') };
}

function aFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-cli-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const good = aBom({
  components: [aLibrary('a', { licenses: [{ license: { id: 'MIT' } }] })],
});

describe('the command', () => {
  it('prints one JSON object a line with the same keys for each', async () => {
    const folder = aFolder({ 'b.json': 'broken', 'a.json': good });
    const { code, output } = await run(folder, '--json');
    const lines = output
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(code).toBe(1);
    const keys = [
      'file',
      'ok',
      'format',
      'specVersion',
      'components',
      'packages',
      'relations',
      'findings',
      'error',
    ];
    expect(lines.map(line => Object.keys(line))).toEqual([keys, keys]);
    expect(lines[0]).toMatchObject({
      file: join(folder, 'a.json'),
      ok: true,
      format: 'CycloneDX',
      specVersion: '1.6',
      components: 1,
      packages: 1,
      relations: 0,
      error: null,
    });
    expect(lines[1]).toMatchObject({
      ok: false,
      format: null,
      specVersion: null,
      components: null,
      packages: null,
      relations: null,
      findings: [],
      error: { code: 'not-an-sbom', mend: expect.any(String) },
    });
  });

  it('prints for people', async () => {
    const { code, output } = await run(
      join(aFolder({ 'a.json': good }), 'a.json'),
    );
    expect(code).toBe(0);
    expect(output).toContain('CycloneDX 1.6 (json)');
    expect(output).toContain(
      'components 1, packages 1: direct 0, transitive 0, unknown 1',
    );
    expect(output).toContain('licences known 1, unknown 0');
    expect(output).toContain('(subject-missing), 1 ×, first at /');
    expect(output).toContain('1 documents, 0 refused');
  });

  it('walks folders in order, whatever the names, and leaves out what is plainly no document', async () => {
    const folder = aFolder({
      'z/deep/x': good,
      'b.weird': good,
      '.hidden': good,
      'README.md': '',
      'index.csv': '',
      LICENSE: '',
      'node_modules/a.json': good,
      '.git/a.json': good,
    });
    symlinkSync(folder, join(folder, 'z', 'loop'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'z', 'broken'));
    const { output } = await run(folder, '--json');
    const files = output
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).file.slice(folder.length + 1));
    expect(files).toEqual(['.hidden', 'b.weird', 'z/broken', 'z/deep/x']);
  });

  it('goes on behind a folder that cannot be opened', async () => {
    const folder = aFolder({ 'a/a.json': good, 'b.json': good });
    chmodSync(join(folder, 'a'), 0o000);
    const { output } = await run(folder, '--json');
    chmodSync(join(folder, 'a'), 0o700);
    expect(output.trim().split('\n')).toHaveLength(2);
  });

  it.each([[[]], [['--json']], [['--what', 'x']]])(
    'called wrongly with %j ends with 2',
    async args => {
      const { code, output, complaints } = await run(...args);
      expect([code, output]).toEqual([2, '']);
      expect(complaints).toContain('Usage: sbom FILE_OR_DIR');
    },
  );

  it('refuses a file that is not there', async () => {
    const { code, output } = await run('/nowhere.json', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({
      file: '/nowhere.json',
      ok: false,
      error: { code: 'unreadable' },
    });
  });

  it('does not let a document speak to the terminal', async () => {
    const folder = aFolder({
      'a\u001b[31m.json': aBom({
        specVersion: '1.\u001b[2J',
        components: [aLibrary('a', { scope: '\u001b]0;x' })],
      }),
    });
    expect((await run(folder)).output).not.toContain('\u001b');
  });
});
