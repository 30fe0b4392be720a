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
import fc from 'fast-check';
import { readReadme, ReadmeOptions } from './readReadme';

const ROOT = path.resolve(__dirname, '../../../../../..');
const PAGE = 'https://github.com/org/mono/blob/HEAD/README.md';
const repository = {
  url: 'https://github.com/org/mono',
  host: 'github.com',
  slug: 'org/mono',
};

const read = (
  text: string,
  options: Partial<ReadmeOptions> & { path?: string } = {},
) =>
  readReadme(
    { path: options.path ?? 'README.md', text },
    { repository, filesForge: 'github', ...options },
  );

const whole = `
<p align="center"><img src="logo.svg" alt="Logo"></p>

# Payments 💸 [![build](https://ci.example/b.svg)](https://ci.example)

[![npm](https://img.shields.io/npm/v/x)](https://npm.example) [Docs](https://docs.example) | [Chat](https://chat.example)

Takes payments in **every** shop, with
\`one\` call. Write to anna.exempel@example.org.

A second paragraph.

## Why another one?

Because the old one lost money.

- It counts in öre.

## Installation
\`\`\`
# Contributing
\`\`\`
## Contributing

See [the issues](https://github.com/org/mono/issues) and <mailto:anna@example.org>.

### Contributing

> ## Support

## Contact
Ask in [#pay](https://acme.slack.com/archives/C1) or [mail](mailto:anna@example.org); [join](https://join.slack.com/t/acme/shared_invite/zt-key).

## Getting help
Nobody knows.

## Trusted committers

| Who | |
| --- | --- |
| Anna Exempel | @anna-e |

- [Bo](https://github.com/bo) and bo@example.org, @org/payers, @Anna-E, [us](https://elsewhere.example/x)
`;

it('takes from a README what it says of the project', () => {
  expect(read(whole)).toEqual({
    fields: {
      title: 'Payments 💸',
      description: 'Takes payments in every shop, with one call. Write to …',
      motivation: 'Because the old one lost money. It counts in öre.',
      publication: {
        longDescription:
          'Takes payments in every shop, with one call. Write to … A second paragraph.',
      },
      trustedCommitters: [
        { handle: 'anna-e' },
        { handle: 'org/payers' },
        { handle: 'bo' },
      ],
      channels: [
        { type: 'docs', url: `${PAGE}#installation`, title: 'Installation' },
        { type: 'issues', url: 'https://github.com/org/mono/issues' },
        {
          type: 'contributing',
          url: `${PAGE}#contributing`,
          title: 'Contributing',
        },
        {
          type: 'contributing',
          url: `${PAGE}#contributing-1`,
          title: 'Contributing',
        },
        { type: 'chat', url: 'https://acme.slack.com/archives/C1' },
        { type: 'support', url: `${PAGE}#getting-help`, title: 'Getting help' },
      ],
    },
    findings: [],
  });
});

it('links to the section where no place to talk can be named', () => {
  const text = '## Kontakt\n\nMejla [oss](mailto:lag@example.org).';
  expect(read(text).fields.channels).toEqual([
    { type: 'chat', url: `${PAGE}#kontakt`, title: 'Kontakt' },
  ]);
  expect(read(text, { filesForge: 'azure' }).fields.channels?.[0].url).toBe(
    'https://github.com/org/mono?path=/README.md',
  );
  // On a disk nobody can follow a link.
  expect(read(text, { filesForge: undefined }).fields.channels).toBeUndefined();
});

it('takes from a README above the folder of a project only how to take part', () => {
  const folder = { ...repository, path: 'packages/pay' };
  const text =
    '# All of it\n\nMany things in one.\n\n## Usage\n\n## Contributing';
  expect(read(text, { repository: folder }).fields).toEqual({
    channels: [
      {
        type: 'contributing',
        url: `${PAGE}#contributing`,
        title: 'Contributing',
      },
    ],
  });
  expect(
    read(text, { repository: folder, path: 'packages/pay/README.md' }).fields,
  ).toMatchObject({ title: 'All of it', description: 'Many things in one.' });
});

it.each([
  [''],
  ['## Contributing'.slice(2)],
  ['<h1>Title</h1>\n<p>Much text that nobody reads</p>'],
  ['![picture](x.png)'],
  ['[one](a) [two](b) [three](c) [four](d)'],
  ['> # Quoted\n> words that somebody else said'],
])('takes nothing from %j', text => {
  expect(
    Object.values(read(text).fields).filter(value => value !== undefined),
  ).toEqual([]);
});

it('keeps no address, and no link that is none of the web', () => {
  const said = JSON.stringify(
    read(
      `# anna@example.org\n\nMail anna@example.org or bo(at)x.\n\n## Chat anna@example.org\n\n[a](javascript:alert(1)) [b](mailto:anna@example.org) [c](https://u:secret@slack.com/x) [d](https://chat.example.org/?to=anna%40example.org) <anna@example.org>\n\n## Maintainers\n\nanna@example.org`,
    ).fields,
  );
  expect(said).not.toMatch(/anna|secret|javascript|mailto/);
});

it.each([
  ['\0'.repeat(10), 'readme-not-text', undefined],
  [Buffer.from('# Åäö', 'utf16le').toString(), 'readme-not-text', undefined],
  [`# Pay\n\n${'a '.repeat(150_000)}`, 'readme-too-long', 'Pay'],
  [`# Pay\n\n${'> '.repeat(5_000)}deep`, 'readme-too-nested', 'Pay'],
  [
    '# Pay\n\nSome\u0007 words\u202E here\u001B[31m',
    'readme-control-characters',
    'Pay',
  ],
])('says what is wrong with hostile text', (text, code, title) => {
  const { findings, fields } = read(text);
  expect(findings).toEqual([
    expect.objectContaining({ code, where: 'README.md' }),
  ]);
  expect(fields.title).toBe(title);
  expect(JSON.stringify(fields)).not.toMatch(/\\u00|\u202E/);
});

it.each([
  ['a heading', `## Contributing ${'@'.repeat(6_000)}`],
  ['a paragraph', `# Pay\n\nTakes your payments ${'@'.repeat(6_000)}`],
  ['a heading of letters', `## Contributing ${'a@'.repeat(3_000)}`],
  [
    'a link',
    `## Maintainers\n\n[a](https://github.com/a${'/'.repeat(190_000)}b)`,
  ],
])('reads a long run in %s without being held up', (_where, text) => {
  const begun = Date.now();
  expect(read(text).findings).toEqual([]);
  // Milliseconds, and hours where each character looks through all the others.
  expect(Date.now() - begun).toBeLessThan(10_000);
});

it('takes any text, in bounded length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2_000 }), text => {
      const { title = '', description = '' } = read(`# ${text}`).fields;
      expect(title.length + description.length).toBeLessThan(2_300);
    }),
  );
});

const REAL = [
  'README.md',
  ...['plugins', 'packages', 'examples/demo/projects'].flatMap(folder =>
    readdirSync(path.join(ROOT, folder)).map(
      name => `${folder}/${name}/README.md`,
    ),
  ),
];

it.each(
  REAL.flatMap(name => {
    try {
      return [[name, readFileSync(path.join(ROOT, name), 'utf8')]];
    } catch {
      return []; // not each has one
    }
  }),
)('reads %s as people wrote it', (_name, text) => {
  const { fields, findings } = read(text);
  expect(fields.title).toMatch(/\p{L}/u);
  expect(fields.description).toMatch(/\p{L}+ .*\p{L}+/u);
  expect(fields.description).not.toMatch(/[<>]|\]\(/);
  expect(findings).toEqual([]);
});
