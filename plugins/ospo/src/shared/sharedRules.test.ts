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

import { packageName } from './packageName';
import { fromPathKey, toPathKey } from './pathKey';
import { safeHref } from './safeHref';

describe('toPathKey', () => {
  it.each([
    'pkg:npm/lodash',
    'pkg:npm/%40scope/name',
    'pkg:golang/github.com%2Ffoo/bar',
    'pkg:deb/debian/libc6?arch=amd64#sub',
    'weak:library//name',
    'pkg:npm/../../admin',
    'pkg:npm/./x',
    'text:javascript:alert(1)//..',
    'text:100 % free /\\ åäö 😀 \u202e',
    'known:EPL-2.0 OR GPL-2.0-or-later',
  ])('comes back from an address unchanged: %s', key => {
    const url = new URL(
      `https://portal.example/ospo/open-source/packages/${toPathKey(key)}`,
    );
    expect(url.pathname).toMatch(/^\/ospo\/open-source\/packages\/./);
    expect(fromPathKey(url.pathname, 'packages')).toBe(key);
  });

  it('leaves slashes alone where it can, because proxies refuse encoded ones', () => {
    expect(toPathKey('pkg:npm/lodash')).toBe('pkg%3Anpm/lodash');
  });
});

describe('fromPathKey', () => {
  it.each([
    '/ospo/open-source/packages',
    '/ospo/open-source/packages/',
    '/ospo/open-source/packages/%E0%A4%A',
    '/ospo/open-source/licences/MIT',
  ])('finds no key in %s', path => {
    expect(fromPathKey(path, 'packages')).toBeUndefined();
  });
});

describe('safeHref', () => {
  it.each([
    ['https://example.se/bom.json', 'https://example.se/bom.json'],
    ['http://example.se', 'http://example.se/'],
    ['mailto:ospo@example.se', 'mailto:ospo@example.se'],
    ['javascript:alert(1)', undefined],
    [' JaVaScRiPt:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['data:text/html,<script>alert(1)</script>', undefined],
    ['vbscript:x', undefined],
    ['file:///etc/passwd', undefined],
    ['blob:https://example.se/x', undefined],
    ['//example.se', undefined],
    ['./bom.json', undefined],
    ['', undefined],
  ])('of %j is %j', (text, href) => {
    expect(safeHref(text)).toBe(href);
  });
});

describe('packageName', () => {
  it.each([
    [{ ecosystem: 'npm', namespace: '@scope', name: 'a' }, '@scope/a'],
    [{ ecosystem: 'maven', namespace: 'org.x', name: 'a' }, 'org.x:a'],
    [{ ecosystem: 'npm', name: 'a' }, 'a'],
  ])('of %j is %s', (item, name) => {
    expect(packageName(item)).toBe(name);
  });
});
