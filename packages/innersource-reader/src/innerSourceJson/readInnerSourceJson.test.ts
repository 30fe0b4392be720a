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

/* eslint-disable no-script-url -- such addresses are what is tested here */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readInnerSourceJson } from './readInnerSourceJson';

const folder = path.resolve(
  __dirname,
  '../../../../../shared/data/innersource/innersource-json',
);
const files = readdirSync(folder).filter(file => file.endsWith('.json'));

function read(value: unknown) {
  return readInnerSourceJson(Buffer.from(JSON.stringify(value)));
}

function codes(reading: ReturnType<typeof readInnerSourceJson>) {
  return reading.findings.map(finding => `${finding.code} ${finding.where}`);
}

describe('readInnerSourceJson', () => {
  it('has real files to read', () => {
    expect(files.length).toBeGreaterThanOrEqual(5);
  });

  it.each(files)('reads %s and keeps no address', file => {
    const bytes = readFileSync(path.join(folder, file));
    const { metadata, findings } = readInnerSourceJson(bytes);
    expect(metadata?.title).toBe(JSON.parse(bytes.toString()).title);
    expect(metadata?.contributions).not.toHaveLength(0);
    expect(JSON.stringify([metadata, findings])).not.toMatch(/@[\w-]+\.\w/);
  });

  it.each([
    ['Anna Exempel <anna@example.org>', 'It is no JSON'],
    [
      '{\n  "owner": "anna@example.org" x }',
      'It is no JSON at line 2, column 31',
    ],
    ['{ anna@example.org }', 'It is no JSON at line 1, column 3'],
  ])('says where %j is no JSON, and nothing of it', (text, message) => {
    expect(readInnerSourceJson(Buffer.from(text)).findings).toEqual([
      expect.objectContaining({ code: 'not-json', message }),
    ]);
  });

  it('says which names it read as which', () => {
    const bytes = readFileSync(
      path.join(folder, 'HCL-TECH-SOFTWARE__domino-jnx.json'),
    );
    const reading = readInnerSourceJson(bytes);
    expect(reading.metadata?.logo).toContain('logo.png');
    expect(codes(reading)).toEqual([
      'alias project_logo',
      'personal-data owner_Id',
    ]);
  });

  it('understands the dialect with people, level and channels', () => {
    const { metadata } = read({
      name: 'A library',
      description: 'Checks pages',
      participating: 'bugs, tests',
      governance_level: 'contributions_welcome',
      trusted_committers: [
        { name: 'Somebody', github: '@some-body', role: 'lead' },
        { name: 'Only a name' },
      ],
      communication: {
        channel: 'https://chat.example.org/c/1',
        issues: 'javascript:alert(1)',
      },
    });
    expect(metadata).toMatchObject({
      title: 'A library',
      motivation: 'Checks pages',
      contributions: ['bugs', 'tests'],
      governanceLevel: 'contributions-welcome',
      trustedCommitters: [{ handle: 'some-body', role: 'lead' }],
      channels: [{ type: 'chat', url: 'https://chat.example.org/c/1' }],
    });
    expect(JSON.stringify(metadata)).not.toContain('Somebody');
  });

  it.each([
    [{ logo: './path/to/your/logo.png' }, 'placeholder logo'],
    [{ motivation: '<!-- TODO: why? -->' }, 'placeholder motivation'],
    [{ docs: 'javascript:alert(1)' }, 'bad-link docs'],
    [{ docs: 'data:text/html,x' }, 'bad-link docs'],
    [{ logo: '../../etc/passwd' }, 'bad-link logo'],
    [{ title: 7 }, 'wrong-type title'],
    [{ skills: { a: 1 } }, 'wrong-type skills'],
    [{ skills: ['a', 3] }, 'wrong-type skills[1]'],
    [{ motivation: 'Ask anna@company.example' }, 'personal-data motivation'],
    [{ title: 'x'.repeat(300) }, 'too-long title'],
    [
      { topics: Array.from({ length: 60 }, (_, i) => `t${i}`) },
      'too-many topics',
    ],
    [{ governance_level: 'anarchy' }, 'unknown-value governance_level'],
    [{ colour: 'red' }, 'unknown-field colour'],
  ])('tells what is wrong with %j', (value, finding) => {
    expect(codes(read(value))).toContain(finding);
  });

  it('reads UTF-16 and a byte order mark', () => {
    const json = JSON.stringify({ title: 'Blåbär' });
    const marked = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(json, 'utf16le'),
    ]);
    const swapped = Buffer.from(json, 'utf16le').swap16();
    for (const bytes of [marked, swapped, Buffer.from(`\uFEFF${json}`)]) {
      expect(readInnerSourceJson(bytes).metadata?.title).toBe('Blåbär');
    }
  });

  it.each([
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]),
      'not-text',
    ],
    ['a page', Buffer.from('<html>'), 'not-json'],
    ['a list', Buffer.from('[]'), 'not-an-object'],
    ['a deep one', Buffer.from('['.repeat(100_000)), 'too-deep'],
    ['a large one', Buffer.alloc(50 * 1024 * 1024, 0x20), 'too-large'],
  ])('refuses %s', (_name, bytes, code) => {
    const reading = readInnerSourceJson(bytes);
    expect(reading.metadata).toBeUndefined();
    expect(codes(reading)).toEqual([`${code} file`]);
  });

  it.each(['{', '@', 'a', '/', '<!--', '{{a'])(
    'reads a long run of %s without being held up',
    sign => {
      const run = sign.repeat(Math.floor(250_000 / sign.length));
      const begun = Date.now();
      expect(codes(read({ motivation: run }))).toEqual(['too-long motivation']);
      // Milliseconds, and minutes where each character looks through all the others.
      expect(Date.now() - begun).toBeLessThan(10_000);
    },
  );

  it('finds an address that the cut would go through', () => {
    const address = `${'a '.repeat(990)}mira.quill@harbour.example`;
    expect(codes(read({ motivation: address }))).toEqual([
      'personal-data motivation',
    ]);
  });

  it('never throws, and keeps no control character', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom(
            'title',
            'skills',
            'docs',
            'logo',
            'communication',
            'trusted_committers',
            '__proto__',
            'x',
          ),
          fc.jsonValue(),
        ),
        value => {
          const { metadata } = read(value);
          expect(metadata).toBeDefined();
          // eslint-disable-next-line no-control-regex -- they are what is looked for
          expect(metadata?.title ?? '').not.toMatch(/[\u0000-\u001f]/);
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), bytes => {
        readInnerSourceJson(bytes);
      }),
    );
  });
});
