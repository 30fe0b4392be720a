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

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readCodeowners } from './readCodeowners';

const folder = path.resolve(
  __dirname,
  '../../../../../shared/data/innersource/codeowners',
);
const files = readdirSync(folder).filter(file => file.endsWith('CODEOWNERS'));

describe('readCodeowners', () => {
  it('has real files to read', () => {
    expect(files.length).toBeGreaterThanOrEqual(20);
  });

  it.each(files)('reads %s without keeping an address', file => {
    const bytes = readFileSync(path.join(folder, file));
    const { rules, findings } = readCodeowners(bytes);
    const lines = bytes
      .toString()
      .split('\n')
      .filter(line => line.trim() && !line.trim().startsWith('#'));
    const places = new Set([
      ...rules.map(rule => `line ${rule.line}`),
      ...findings.map(finding => finding.where),
    ]);
    expect(places.size).toBe(lines.length);
    expect(JSON.stringify(rules)).not.toMatch(/[\w.]+@[\w-]+\.\w/);
  });

  it('tells teams from people, and counts addresses', () => {
    const { rules } = readCodeowners(
      Buffer.from('/docs\\ x/ @org/writers @ada ada@company.example # why\n'),
    );
    expect(rules).toEqual([
      {
        pattern: '/docs\\ x/',
        owners: [
          { kind: 'team', handle: 'org/writers' },
          { kind: 'user', handle: 'ada' },
        ],
        addresses: 1,
        line: 1,
      },
    ]);
  });

  it('leaves sections out, and says which line it did not understand', () => {
    const { rules, findings } = readCodeowners(
      Buffer.from('[Docs] @org/writers\r\n* nobody\r\n*.md\r\n'),
    );
    expect(rules.map(rule => rule.pattern)).toEqual(['*', '*.md']);
    expect(findings).toEqual([
      expect.objectContaining({ code: 'bad-line', where: 'line 2' }),
    ]);
  });

  it('refuses what GitHub refuses', () => {
    const { rules, findings } = readCodeowners(
      Buffer.alloc(3 * 1024 * 1024 + 1, 0x23),
    );
    expect(rules).toEqual([]);
    expect(findings[0].code).toBe('too-large');
  });
});
