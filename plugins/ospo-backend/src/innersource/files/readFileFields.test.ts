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
import { readFileFields } from './readFileFields';

const DATA = path.resolve(
  __dirname,
  '../../../../../../shared/data/innersource',
);
const bytes = (text: string) => Buffer.from(text);

describe('innersource.json', () => {
  const folder = path.join(DATA, 'innersource-json');

  it.each(readdirSync(folder))('reads %s without a person in it', name => {
    const { fields, findings } = readFileFields(
      'innersource.json',
      readFileSync(path.join(folder, name)),
      undefined,
    );
    expect(
      Object.values(fields).filter(
        value => value !== undefined && String(value) !== '',
      ).length,
    ).toBeGreaterThan(1);
    const text = JSON.stringify({ fields, findings });
    expect(text).not.toMatch(/[\w.]+@[\w-]+\.\w+/);
    expect(text).not.toMatch(/javascript:/i);
  });

  it('is read as Windows saves it, and refused when it is huge', () => {
    const written = Buffer.from('\uFEFF{"title":"Åäö"}', 'utf16le');
    expect(
      readFileFields('innersource.json', written, undefined).fields.title,
    ).toBe('Åäö');
    const { fields, findings } = readFileFields(
      'innersource.json',
      Buffer.alloc(50 * 1024 * 1024, ' '),
      undefined,
    );
    expect(fields).toEqual({});
    expect(findings).toEqual([
      expect.objectContaining({ code: 'innersource-json-too-large' }),
    ]);
  });
});

describe('publiccode.yml', () => {
  const read = (text: string) =>
    readFileFields('publiccode.yml', bytes(text), undefined);

  it('gives what is of use, and nobody', () => {
    const { fields } = read(`
publiccodeYmlVersion: "0.4"
name: Medusa
logo: javascript:alert(1)
categories: [cloud-management, it-development]
roadmap: https://example.org/roadmap
description:
  it: { shortDescription: Corto }
  en: { shortDescription: Short, documentation: "https://example.org/docs" }
legal: { license: EUPL-1.2 }
maintenance:
  type: internal
  contacts: [{ name: Anna Exempel, email: anna@example.org }]
`);
    expect(fields).toMatchObject({
      title: 'Medusa',
      description: 'Short',
      docs: 'https://example.org/docs',
      licence: 'EUPL-1.2',
      topics: ['cloud-management', 'it-development'],
      channels: [{ type: 'roadmap', url: 'https://example.org/roadmap' }],
    });
    expect(fields.logo).toBeUndefined();
    expect(JSON.stringify(fields)).not.toContain('Anna');
  });

  it('keeps no address that stands in a text', () => {
    const { fields, findings } = read(`
name: Medusa of anna@example.org
categories: [mail anna@example.org]
legal: { license: anna@example.org }
description:
  anna@example.org:
    shortDescription: Ask anna@example.org about it
    longDescription: Write to anna@example.org, or to bo.ek@mail.example.org.
    features: [Is kept up by anna@example.org, Counts]
    documentation: 7
`);
    expect(fields.publication?.features).toContain('Counts');
    expect(findings).not.toEqual([]);
    expect(JSON.stringify({ fields, findings })).not.toMatch(/@\w/);
  });

  it.each([
    'name: Medusa\ncontacts:\n  - name: Anna Exempel\n    email: anna@example.org: x',
    'contact: *Anna@example.org',
    'anna@example.org: 1\nanna@example.org: 2',
    'a: "anna@example.org \\q"',
    'a: !<anna@example.org> &b [*b, anna@example.org',
  ])('says where %j is no YAML, and nothing of it', text => {
    const { findings } = read(text);
    expect(findings).toHaveLength(1);
    expect(findings[0].code).toBe('publiccode-not-yaml');
    expect(findings[0].message).toMatch(
      /^It is no YAML (at line \d, column \d+|.*alias.* 50 times)$/,
    );
  });

  it('warns nobody of what it does not know, for a warning quotes the file', () => {
    const warned = jest.spyOn(process, 'emitWarning');
    read('name: !person Anna Exempel');
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  it.each([
    ['a: [', 'publiccode-not-yaml'],
    ['just text', 'publiccode-not-an-object'],
    ['', 'publiccode-not-an-object'],
    [
      `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(60)}]`,
      'publiccode-not-yaml',
    ],
  ])('says what is wrong with %j', (text, code) => {
    expect(read(text).findings).toEqual([expect.objectContaining({ code })]);
  });
});

describe('CODEOWNERS', () => {
  const folder = path.join(DATA, 'codeowners');
  const text = `
* @org/everyone someone@example.org
/docs/ @writer
/packages/pay/ @org/pay @asa
*.ts @typist
`;
  const owners = (of: string | undefined) =>
    readFileFields('codeowners', bytes(text), of).fields.trustedCommitters?.map(
      ({ handle }) => handle,
    );

  it('names the owners of the folder, as forges pick them', () => {
    expect(owners(undefined)).toEqual(['org/everyone']);
    expect(owners('packages/pay')).toEqual(['org/pay', 'asa']);
    expect(owners('packages/pay/core')).toEqual(['org/pay', 'asa']);
    expect(owners('packages/payments')).toEqual(['org/everyone']);
  });

  it.each(readdirSync(folder))('reads %s without an address', name => {
    const { fields } = readFileFields(
      'codeowners',
      readFileSync(path.join(folder, name)),
      undefined,
    );
    for (const { handle } of fields.trustedCommitters ?? []) {
      expect(handle).toMatch(/^[\w.-]+(\/[\w.-]+)*$/);
    }
  });
});
