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
/* eslint-disable jest/no-conditional-expect -- what holds depends on whether the input can be read */
/* eslint-disable no-control-regex -- finding control characters is what this is for */

import fc from 'fast-check';
import { PackageURL } from 'packageurl-js';
import { parsePurl, PurlReading } from './parsePurl';

function partsOf(raw: string) {
  const reading: PurlReading = parsePurl(raw);
  if (!reading.ok) {
    throw new Error(`'${raw}' was not read`);
  }
  return reading.parts;
}

describe('parsePurl', () => {
  it.each([
    ['pkg:npm/lodash@4.17.21', 'pkg:npm/lodash@4.17.21', 'pkg:npm/lodash'],
    ['pkg:npm/Lodash@4.17.21', 'pkg:npm/lodash@4.17.21', 'pkg:npm/lodash'],
    [
      'pkg:npm/%40angular/core@1',
      'pkg:npm/%40angular/core@1',
      'pkg:npm/%40angular/core',
    ],
    [
      'pkg:pypi/Zope.Interface@5',
      'pkg:pypi/zope-interface@5',
      'pkg:pypi/zope-interface',
    ],
    [
      'pkg:pypi/ruamel_yaml@1',
      'pkg:pypi/ruamel-yaml@1',
      'pkg:pypi/ruamel-yaml',
    ],
    [
      'pkg:golang/github.com/Masterminds/semver@v3.1.0',
      'pkg:golang/github.com/masterminds/semver@v3.1.0',
      'pkg:golang/github.com/masterminds/semver',
    ],
    [
      'pkg:maven/org.Apache/Commons@1.0?type=jar',
      'pkg:maven/org.Apache/Commons@1.0?type=jar',
      'pkg:maven/org.Apache/Commons',
    ],
    [
      'pkg:deb/Debian/Curl@7.50.3-1?distro=jessie&arch=i386',
      'pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie',
      'pkg:deb/debian/curl',
    ],
    [
      'pkg:rpm/Fedora/Curl@1?epoch=',
      'pkg:rpm/fedora/Curl@1',
      'pkg:rpm/fedora/Curl',
    ],
    [
      'pkg:github/Package-URL/purl-Spec@1',
      'pkg:github/package-url/purl-spec@1',
      'pkg:github/package-url/purl-spec',
    ],
    ['PKG:NPM/a@1', 'pkg:npm/a@1', 'pkg:npm/a'],
    ['pkg://npm/a@1', 'pkg:npm/a@1', 'pkg:npm/a'],
    [
      'pkg:docker/customer/image@sha256%3A244fd47e07d1004f0aed9c?repository_url=gcr.io',
      'pkg:docker/customer/image@sha256:244fd47e07d1004f0aed9c?repository_url=gcr.io',
      'pkg:docker/customer/image',
    ],
    [
      'pkg:golang/google.golang.org/genproto#/googleapis/../api//annotations/',
      'pkg:golang/google.golang.org/genproto#googleapis/api/annotations',
      'pkg:golang/google.golang.org/genproto',
    ],
    ['pkg:cargo/a@1.0.0+build', 'pkg:cargo/a@1.0.0%2Bbuild', 'pkg:cargo/a'],
    [
      'pkg:generic/openssl@1.1.10g?download_url=https://x.org/a.tgz&checksum=sha256:de4d',
      'pkg:generic/openssl@1.1.10g?checksum=sha256:de4d&download_url=https://x.org/a.tgz',
      'pkg:generic/openssl',
    ],
    [
      'pkg:huggingface/microsoft/x@559062AD',
      'pkg:huggingface/microsoft/x@559062ad',
      'pkg:huggingface/microsoft/x',
    ],
    ['  pkg:npm/a@1 ', 'pkg:npm/a@1', 'pkg:npm/a'],
  ])('reads %s', (raw, purl, packageKey) => {
    expect(partsOf(raw)).toMatchObject({ purl, packageKey });
  });

  it('gives the decoded parts', () => {
    expect(partsOf('pkg:npm/%40scope/name@1%2B2?b=%26&a=1#x/y')).toEqual({
      purl: 'pkg:npm/%40scope/name@1%2B2?a=1&b=%26#x/y',
      packageKey: 'pkg:npm/%40scope/name',
      type: 'npm',
      namespace: '@scope',
      name: 'name',
      version: '1+2',
      qualifiers: 'a=1&b=%26',
      subpath: 'x/y',
    });
  });

  it.each([
    '',
    'npm/a@1',
    'pkg:',
    'pkg:npm',
    'pkg:npm/',
    'pkg:1x/a',
    'pkg:n%70m/a',
    'http://x/y',
    'pkg:EnterpriseLibrary.Common@6.0',
  ])('does not read "%s"', raw => {
    expect(parsePurl(raw)).toEqual({
      ok: false,
      problems: ['purl-unreadable'],
    });
  });

  it.each([
    ['pkg:go/x/y@1', 'purl-type-alias'],
    ['pkg:npm/a%zz@1', 'purl-encoding'],
    ['pkg:npm/a%00b@1', 'purl-encoding'],
    ['pkg:npm/a@1?x=1&x=2', 'purl-qualifier'],
    ['pkg:npm/a@1?=2', 'purl-qualifier'],
  ])('reads %s and says %s', (raw, problem) => {
    expect(parsePurl(raw)).toMatchObject({ ok: true, problems: [problem] });
  });

  it('keeps to its limit', () => {
    const raw = `pkg:npm/${'a'.repeat(90)}@1`;
    expect(parsePurl(raw, { maxLength: raw.length }).ok).toBe(true);
    expect(parsePurl(raw, { maxLength: raw.length - 1 })).toEqual({
      ok: false,
      problems: ['purl-too-long'],
    });
  });

  it('gives a canonical form that reads as itself, whatever was written', () => {
    const part = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
    const type = fc.constantFrom(
      'npm',
      'pypi',
      'golang',
      'maven',
      'deb',
      'generic',
      'cargo',
    );
    const written = fc
      .tuple(type, fc.array(part, { maxLength: 2 }), part, part)
      .map(
        ([kind, namespace, name, version]) =>
          `pkg:${kind}/${[...namespace, name]
            .map(encodeURIComponent)
            .join('/')}@${encodeURIComponent(version)}`,
      );
    fc.assert(
      fc.property(
        fc.oneof(
          written,
          fc.string(),
          fc.string().map(text => `pkg:npm/${text}`),
        ),
        raw => {
          const reading = parsePurl(raw);
          if (reading.ok) {
            const again = partsOf(reading.parts.purl);
            expect(again).toEqual(reading.parts);
            expect(
              reading.parts.purl.startsWith(reading.parts.packageKey),
            ).toBe(true);
            expect(/[\u0000-\u0020\u007f]/.test(reading.parts.purl)).toBe(
              false,
            );
          }
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('finds the same parts as packageurl-js where that library can read', () => {
    const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.~_-]{0,10}$/);
    fc.assert(
      fc.property(
        fc.constantFrom('maven', 'gem', 'cargo', 'nuget'),
        word,
        word,
        word,
        (type, namespace, name, version) => {
          const raw = `pkg:${type}/${namespace}/${name}@${version}`;
          const theirs = PackageURL.fromString(raw);
          const ours = partsOf(raw);
          expect([ours.type, ours.namespace, ours.name, ours.version]).toEqual([
            theirs.type,
            theirs.namespace,
            theirs.name,
            theirs.version,
          ]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes time in proportion to the length of hostile texts', () => {
    for (const piece of [
      '/',
      '@',
      '%',
      '%2',
      '?a=',
      '#',
      'a/',
      '%40',
      '&',
      '%F0%9F',
    ]) {
      const raw = `pkg:npm/${piece.repeat(20_000)}`;
      const start = performance.now();
      parsePurl(raw, { maxLength: 1e6 });
      expect(performance.now() - start).toBeLessThan(500);
    }
  });
});
