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

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runActivityScore } from './runActivityScore';

describe('activity-score', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'activity-score-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(...args: string[]) {
    const printed: string[] = [];
    const complaints: string[] = [];
    const code = runActivityScore(
      args,
      {
        print: text => printed.push(text),
        complain: text => complaints.push(text),
      },
      () => new Date('2026-11-25T00:00:00Z'),
    );
    return { code, printed, complaint: complaints.join('') };
  }

  function aFile(name: string, content: string): string {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  }

  const row = {
    full_name: 'a/b',
    forks_count: 0,
    created_at: '2026-11-25T00:00:00Z',
    updated_at: '2026-11-25T00:00:00Z',
  };

  it('prints one object a line', () => {
    const file = aFile('two.json', JSON.stringify([row, row]));
    const { code, printed } = run(file, '--as-of', '2026-11-25');
    expect(code).toBe(0);
    expect(printed.map(line => JSON.parse(line))).toEqual([
      expect.objectContaining({
        full_name: 'a/b',
        score: 1050,
        state: 'partial',
        formula: 'innersource-commons-2026',
        as_of: '2026-11-25T00:00:00.000Z',
      }),
      expect.anything(),
    ]);
  });

  it('counts ages to now when no day is given', () => {
    const file = aFile('now.json', JSON.stringify([row]));
    expect(run(file).printed).toEqual(run(file, '--as-of=2026-11-25').printed);
  });

  it('leaves a row out that names nothing, says so, and goes on', () => {
    const file = aFile('odd.json', JSON.stringify([{}, row]));
    const { code, printed, complaint } = run(file);
    expect(code).toBe(1);
    expect(printed).toHaveLength(1);
    expect(complaint).toContain('row 0');
  });

  it.each([
    ['no list', '{}', 'is no list'],
    ['no JSON', '<html>', 'JSON'],
  ])('complains about %s', (_name, content, words) => {
    const { code, complaint } = run(aFile('bad.json', content));
    expect(code).toBe(1);
    expect(complaint).toContain(words);
  });

  it.each([
    [[]],
    [['a.json', 'b.json']],
    [['a.json', '--as-of', 'soon']],
    [['a.json', '--as-of']],
    [['a.json', '--fast']],
  ])('explains itself when called with %j', args => {
    const { code, complaint } = run(...args);
    expect(code).toBe(2);
    expect(complaint).toContain('Usage:');
  });
});
