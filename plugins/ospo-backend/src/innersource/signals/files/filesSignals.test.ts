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

import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import {
  ReadRepositoryOptions,
  RepositoryLocation,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { findDocuments } from '../documents/findDocuments';
import { fileUrl } from './fileUrls';
import { LocalFilesSignals } from './LocalFilesSignals';
import { UrlFilesSignals } from './UrlFilesSignals';

function options(
  repository: RepositoryLocation,
  more: Partial<ReadRepositoryOptions> = {},
): ReadRepositoryOptions {
  return {
    repository,
    parts: ['files'],
    helpLabels: [],
    validators: {},
    spend: async () => undefined,
    isBot: () => false,
    now: new Date('2026-11-25T12:00:00Z'),
    signal: new AbortController().signal,
    ...more,
  };
}

describe('UrlFilesSignals', () => {
  const repository: RepositoryLocation = {
    url: 'https://github.com/acme/pay',
    host: 'github.com',
    slug: 'acme/pay',
  };

  /** A forge that has these files, with their own text as tag. */
  function setUp(files: Record<string, string>) {
    const asked: string[] = [];
    const signals = UrlFilesSignals.create({
      forgeOf: host =>
        ({
          'github.com': 'github',
          'gitlab.com': 'gitlab',
          'git.example.org': 'gerrit',
        }[host]),
      hostsKey: 'ospo.innerSource.signals.hosts',
      urlReader: mockServices.urlReader.mock({
        readUrl: async (url, given) => {
          const file = url.replace(/.*\/(?:-\/)?blob\/HEAD\//, '');
          asked.push(file);
          if (!(file in files)) {
            throw new NotFoundError(`${url} could not be read`);
          }
          if (given?.etag === files[file]) {
            throw new NotModifiedError();
          }
          return {
            buffer: async () => Buffer.from(files[file]),
            etag: files[file],
          };
        },
      }),
    });
    let spent = 0;
    const read = (validators: Record<string, string> = {}, at = repository) =>
      signals.read(
        options(at, {
          validators,
          spend: async () => {
            spent += 1;
          },
        }),
      );
    return { signals, read, asked, spent: () => spent };
  }

  it('finds files, sections and links, and asks for a file only where the README does not tell', async () => {
    const { read, asked, spent } = setUp({
      'README.md': '# Pay\n## Contributing\n[Conduct](CODE_OF_CONDUCT.md)',
      LICENSE: 'MIT',
    });
    const { parts } = await read();
    expect(parts.files).toMatchObject({
      state: 'read',
      value: { truncated: true },
    });
    const value = parts.files?.state === 'read' ? parts.files.value : undefined;
    expect(
      value &&
        findDocuments(value).documents.map(
          ({ document, as }) => `${document} ${as}`,
        ),
    ).toEqual([
      'readme file',
      'contributing section',
      'code-of-conduct link',
      'licence file',
    ]);
    expect(asked).not.toContain('CONTRIBUTING.md');
    expect(asked).not.toContain('CODE_OF_CONDUCT.md');
    expect(spent()).toBe(asked.length);
    expect(asked.length).toBeLessThanOrEqual(7);
  });

  it('says that nothing changed, and reads the README anew when something beside it did', async () => {
    const files: Record<string, string> = {
      'README.md': '# Pay',
      LICENSE: 'MIT',
    };
    const { read } = setUp(files);
    const { validators } = await read();
    expect(await read(validators)).toEqual({
      parts: { files: { state: 'unchanged' } },
      validators,
    });
    files['SECURITY.md'] = 'new';
    const again = await read(validators);
    expect(again.parts.files).toMatchObject({
      state: 'read',
      value: {
        paths: ['README.md', 'LICENSE', 'SECURITY.md'],
        readme: { text: '# Pay' },
      },
    });
    delete files.LICENSE;
    const less = await read(again.validators);
    expect(less.parts.files).toMatchObject({
      state: 'read',
      value: { paths: ['README.md', 'SECURITY.md'] },
    });
  });

  it('does not take a host that refuses for one without files', async () => {
    const { signals } = setUp({});
    const refusing = UrlFilesSignals.create({
      forgeOf: () => 'github',
      hostsKey: 'x',
      urlReader: mockServices.urlReader.mock({
        readUrl: async () => {
          throw new Error(
            'could not read https://github.com/acme/pay, 429 Too Many Requests',
          );
        },
      }),
    });
    await expect(refusing.read(options(repository))).rejects.toThrow(
      /asked too often/,
    );
    expect(signals.reads(repository)).toBe(true);
    expect(signals.reads({ ...repository, host: 'git.example.org' })).toBe(
      false,
    );
    expect(signals.reads({ ...repository, url: 'file:///etc' })).toBe(false);
  });

  it.each([
    ['github', 'https://github.com/acme/pay/blob/feature/x%20y/docs/a%20b.md'],
    [
      'gitlab',
      'https://github.com/acme/pay/-/blob/feature/x%20y/docs/a%20b.md',
    ],
    [
      'bitbucketCloud',
      'https://github.com/acme/pay/src/feature/x%20y/docs/a%20b.md',
    ],
    [
      'azure',
      'https://github.com/acme/pay?path=/docs/a%20b.md&version=GBfeature%2Fx%20y',
    ],
  ] as const)('names a file at %s', (forge, url) => {
    const at = {
      ...repository,
      url: 'https://github.com/acme/pay/',
      ref: 'feature/x y',
    };
    expect(fileUrl(at, forge, 'docs/a b.md')).toBe(url);
  });
});

describe('LocalFilesSignals', () => {
  let root: string;
  let outside: string;

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'catalog-'));
    outside = mkdtempSync(path.join(tmpdir(), 'outside-'));
    for (const folder of [
      'pay/.github/ISSUE_TEMPLATE',
      'pay/libs/sdk',
      'pay/src',
    ]) {
      mkdirSync(path.join(root, folder), { recursive: true });
    }
    writeFileSync(path.join(root, 'pay/README.md'), '# Pay\n## Contact\n');
    writeFileSync(path.join(root, 'pay/LICENSE'), 'MIT');
    writeFileSync(path.join(root, 'pay/.github/ISSUE_TEMPLATE/bug.yml'), '');
    writeFileSync(
      path.join(root, 'pay/libs/sdk/README.md'),
      '# SDK\n## Contributing\n',
    );
    writeFileSync(path.join(root, 'pay/src/index.ts'), '');
    writeFileSync(path.join(outside, 'CONTRIBUTING.md'), 'secret');
  });

  const at = (
    folder: string,
    more: Partial<RepositoryLocation> = {},
  ): RepositoryLocation => ({
    url: pathToFileURL(folder).href,
    host: '',
    slug: 'pay',
    ...more,
  });
  const read = async (location: RepositoryLocation) => {
    const signals = LocalFilesSignals.create({ roots: [root] });
    const { parts } = await signals.read(options(location));
    const value = parts.files?.state === 'read' ? parts.files.value : undefined;
    return value && findDocuments(value, location.path);
  };

  it('reads what lies there, of the project first', async () => {
    expect(await read(at(path.join(root, 'pay')))).toEqual({
      documents: [
        { document: 'readme', as: 'file', where: 'README.md' },
        { document: 'communication', as: 'section', where: 'Contact' },
        { document: 'licence', as: 'file', where: 'LICENSE' },
        {
          document: 'issue-templates',
          as: 'file',
          where: '.github/ISSUE_TEMPLATE/bug.yml',
        },
      ],
      complete: true,
      readmeRead: true,
    });
    const sdk = await read(at(path.join(root, 'pay'), { path: 'libs/sdk' }));
    expect(sdk?.documents.map(({ where }) => where)).toEqual([
      'libs/sdk/README.md',
      'Contributing',
      'LICENSE',
      '.github/ISSUE_TEMPLATE/bug.yml',
    ]);
  });

  it.each([
    ['outside of the roots', () => at(outside)],
    ['above the roots', () => at(path.join(root, '..'))],
    [
      'through a link',
      () => {
        symlinkSync(outside, path.join(root, 'link'));
        return at(path.join(root, 'link'));
      },
    ],
    ['that is not there', () => at(path.join(root, 'none'))],
  ])('reads nothing %s', async (_name, location) => {
    await expect(read(location())).rejects.toThrow(/disk/);
  });

  it('follows no folder and no link out of the project', async () => {
    symlinkSync(outside, path.join(root, 'pay/docs'));
    symlinkSync(
      path.join(outside, 'CONTRIBUTING.md'),
      path.join(root, 'pay/CONTRIBUTING.md'),
    );
    for (const folder of [undefined, '../../..']) {
      const found = await read(
        at(path.join(root, 'pay'), folder ? { path: folder } : {}),
      );
      expect(JSON.stringify(found)).not.toContain('CONTRIBUTING');
    }
  });
});
