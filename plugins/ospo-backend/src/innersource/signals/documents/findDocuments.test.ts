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

import fc from 'fast-check';
import { documentsOfPaths } from './documentPaths';
import { findDocuments } from './findDocuments';
import { documentsOfReadme } from './readmeDocuments';

it.each([
  ['README.md', 'readme'],
  ['readme', 'readme'],
  ['README.rst', 'readme'],
  ['CONTRIBUTING.md', 'contributing'],
  ['docs/contributing.adoc', 'contributing'],
  ['.github/CODEOWNERS', 'codeowners'],
  ['.gitlab/CODEOWNERS', 'codeowners'],
  ['LICENSE', 'licence'],
  ['LICENCE.txt', 'licence'],
  ['LICENSE-APACHE', 'licence'],
  ['COPYING', 'licence'],
  ['CODE_OF_CONDUCT.md', 'code-of-conduct'],
  ['SECURITY.md', 'security'],
  ['.github/SUPPORT.md', 'support'],
  ['HISTORY.md', 'changelog'],
  ['.github/ISSUE_TEMPLATE/bug.yml', 'issue-templates'],
  ['.gitlab/issue_templates/bug.md', 'issue-templates'],
  ['.github/pull_request_template.md', 'pull-request-template'],
  ['.gitlab/merge_request_templates/default.md', 'pull-request-template'],
  ['COMMUNICATION.md', 'communication'],
  ['src/README.md', undefined],
  ['node_modules/x/LICENSE', undefined],
  ['licenses.ts', undefined],
  ['security.ts', undefined],
  ['readme.png', undefined],
])('takes %s for %s', (path, document) => {
  expect(documentsOfPaths([path])).toEqual(
    document ? [{ document, as: 'file', where: path }] : [],
  );
});

it("takes the project's own file before that of the repository", () => {
  const paths = [
    'README.md',
    'LICENSE',
    'libs/pay/README.md',
    'libs/other/CONTRIBUTING.md',
  ];
  expect(documentsOfPaths(paths, 'libs/pay')).toEqual([
    { document: 'readme', as: 'file', where: 'libs/pay/README.md' },
    { document: 'licence', as: 'file', where: 'LICENSE' },
  ]);
});

it.each([
  ['## Contributing', 'contributing', 'section'],
  ['Contributing\n---', 'contributing', 'section'],
  ['## How to contribute', 'contributing', 'section'],
  ['## 💬 Community & `Slack`', 'communication', 'section'],
  ['## Kontakt', 'communication', 'section'],
  ['## Where to talk', 'communication', 'section'],
  ['[here](https://chat.example.org/x)', 'communication', 'link'],
  ['### License', 'licence', 'section'],
  ['See [the guide](CONTRIBUTING.md).', 'contributing', 'link'],
  [
    'See [the guide][g].\n\n[g]: ./docs/contributing.md',
    'contributing',
    'link',
  ],
  ['Join <https://acme.slack.com/archives/C1>', 'communication', 'link'],
  [
    '[Our rules](https://example.org/CODE_OF_CONDUCT.md)',
    'code-of-conduct',
    'link',
  ],
])('finds in %j: %s as a %s', (text, document, as) => {
  expect(documentsOfReadme(text)).toEqual([
    expect.objectContaining({ document, as }),
  ]);
});

it.each([
  ['```\n## Contributing\n```'],
  ['<h2>Contributing</h2>'],
  ['![contributing](CONTRIBUTING.md)'],
  ['[contributing](javascript:alert(1)/contributing)'],
  ['Contributing is welcome.'],
  ['[mail](mailto:support@example.org)'],
  ['[x](http://[contributing)'],
])('finds nothing in %j', text => {
  expect(documentsOfReadme(text)).toEqual([]);
});

it('keeps no address, credential, query or invitation', () => {
  const found = JSON.stringify(
    documentsOfReadme(
      [
        '## Contact anna@example.org',
        '[c](https://me:secret@example.org/contributing?token=abc#x)',
        '[s](https://discord.gg/inviteKey)',
        '[l](license?who=anna@example.org)',
      ].join('\n\n'),
    ),
  );
  expect(found).not.toMatch(/anna|secret|abc|inviteKey/);
  expect(found).toContain('https://example.org/contributing');
});

it('says what it could not see', () => {
  expect(
    findDocuments({ paths: ['README.md'], truncated: false }),
  ).toMatchObject({
    complete: true,
    readmeRead: false,
  });
  expect(findDocuments({ paths: [], truncated: false })).toEqual({
    documents: [],
    complete: true,
    readmeRead: true,
  });
  expect(
    findDocuments({
      paths: ['README.md', 'CONTRIBUTING.md'],
      truncated: true,
      readme: { path: 'README.md', text: '## Contributing\n## Support' },
    }),
  ).toEqual({
    documents: [
      { document: 'readme', as: 'file', where: 'README.md' },
      { document: 'contributing', as: 'file', where: 'CONTRIBUTING.md' },
      { document: 'support', as: 'section', where: 'Support' },
    ],
    complete: false,
    readmeRead: true,
  });
});

it('takes any text and any path, in bounded time', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 2_000 }),
      fc.array(fc.string()),
      (text, paths) => {
        const { documents } = findDocuments({
          paths,
          truncated: false,
          readme: { path: 'README', text },
        });
        expect(documents.every(({ where }) => where.length <= 1_000)).toBe(
          true,
        );
      },
    ),
  );
  const hostile = [
    '['.repeat(200_000),
    '> '.repeat(100_000),
    '*_'.repeat(100_000),
    '#\n'.repeat(100_000),
    'a@'.repeat(100_000),
  ];
  for (const text of hostile) {
    const start = performance.now();
    documentsOfReadme(`# ${text}`);
    expect(performance.now() - start).toBeLessThan(5_000);
  }
});
