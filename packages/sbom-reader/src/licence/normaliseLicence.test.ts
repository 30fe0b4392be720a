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

import fc from 'fast-check';
import libraryParse from 'spdx-expression-parse';
import { SbomLicence } from '../types';
import { listLicenceAliases, licenceAliasCount } from './licenceAliases';
import { normaliseLicence } from './normaliseLicence';

function known(raw: string): string | undefined {
  const { status, expression } = normaliseLicence(raw);
  return status === 'known' ? expression : undefined;
}

describe('the alias table', () => {
  it('maps every spelling to an expression that the SPDX library accepts', () => {
    for (const [spelling, expression] of listLicenceAliases()) {
      expect(() => libraryParse(expression)).not.toThrow();
      expect({ spelling, expression: known(spelling) }).toEqual({
        spelling,
        expression,
      });
    }
    expect(licenceAliasCount).toBe(listLicenceAliases().length);
  });

  it.each([
    ['Apache 2.0', 'Apache-2.0'],
    ['Apache License, Version 2.0', 'Apache-2.0'],
    ['The Apache Software License, Version 2.0', 'Apache-2.0'],
    ['http://www.apache.org/licenses/LICENSE-2.0.txt', 'Apache-2.0'],
    ['LGPLv2+', 'LGPL-2.0-or-later'],
    ['LGPLV2+', 'LGPL-2.0-or-later'],
    ['GPLv2', 'GPL-2.0-only'],
    ['GPLv3', 'GPL-3.0-only'],
    ['GPLv3+', 'GPL-3.0-or-later'],
    ['GNU General Public License v3 or later (GPLv3+)', 'GPL-3.0-or-later'],
    ['GNU Lesser General Public License, Version 2.1', 'LGPL-2.1-only'],
    ['The MIT License', 'MIT'],
    ['The MIT Licence (MIT)', 'MIT'],
    ['Expat', 'MIT'],
    ['BSD 3-Clause "New" or "Revised" License', 'BSD-3-Clause'],
    ['Eclipse Public License v2.0', 'EPL-2.0'],
    ['EUPL 1.2', 'EUPL-1.2'],
    ['MIT/Apache-2.0', 'MIT OR Apache-2.0'],
    ['apache-2.0', 'Apache-2.0'],
    ['GPLv2+ and LGPLv2+', 'GPL-2.0-or-later AND LGPL-2.0-or-later'],
    ['GPL2 w/ CPE', 'GPL-2.0-only WITH Classpath-exception-2.0'],
  ])('reads "%s" as %s and says where from', (raw, expression) => {
    expect(normaliseLicence(raw)).toMatchObject({
      status: 'known',
      expression,
      mappedFrom: raw,
      raw,
    });
  });

  it.each([
    'BSD',
    'GPL',
    'LGPL',
    'LGPLv2',
    'Public Domain',
    'UNLICENSED',
    'Artistic',
    'Apache',
    'Python',
    'SSPL',
    'GNU Lesser General Public License',
    'MIT, BSD-3-Clause',
    'see LICENSE file',
    'mit or later',
  ])('leaves the ambiguous "%s" as text', raw => {
    expect(normaliseLicence(raw)).toEqual({ status: 'text', raw });
  });
});

describe('normaliseLicence', () => {
  it.each<[string | undefined, SbomLicence]>([
    [undefined, { status: 'absent' }],
    ['', { status: 'absent' }],
    ['   ', { status: 'absent' }],
    ['NOASSERTION', { status: 'noassertion', raw: 'NOASSERTION' }],
    ['NONE', { status: 'none', raw: 'NONE' }],
    ['MIT', { status: 'known', expression: 'MIT', raw: 'MIT' }],
    [
      'MIT AND Nonsense-1.0',
      { status: 'invalid', raw: 'MIT AND Nonsense-1.0' },
    ],
    ['MIT AND', { status: 'invalid', raw: 'MIT AND' }],
    ['(MIT', { status: 'text', raw: '(MIT' }],
    ['MIT WITH Classpath', { status: 'invalid', raw: 'MIT WITH Classpath' }],
  ])('reads %j', (raw, licence) => {
    expect(normaliseLicence(raw)).toEqual(licence);
  });

  it.each([
    ['GPL-2.0', 'GPL-2.0'],
    ['GPL-2.0+', 'GPL-2.0-or-later'],
    ['LGPL-2.1+', 'LGPL-2.1-or-later'],
    ['Apache-2.0+', 'Apache-2.0+'],
    [
      'MIT OR (Apache-2.0 AND BSD-3-Clause)',
      'MIT OR Apache-2.0 AND BSD-3-Clause',
    ],
    ['(MIT OR Apache-2.0) AND ISC', '(MIT OR Apache-2.0) AND ISC'],
    ['mit or apache-2.0', 'MIT OR Apache-2.0'],
    [
      'GPL-2.0-only WITH classpath-exception-2.0',
      'GPL-2.0-only WITH Classpath-exception-2.0',
    ],
    [
      'LicenseRef-Own WITH Classpath-exception-2.0',
      'LicenseRef-Own WITH Classpath-exception-2.0',
    ],
    ['LicenseRef-our_own', 'LicenseRef-our-own'],
    ['DocumentRef-a:LicenseRef-b', 'DocumentRef-a:LicenseRef-b'],
    [
      'GPL-2.0+ WITH Classpath-exception-2.0',
      'GPL-2.0-or-later WITH Classpath-exception-2.0',
    ],
  ])('writes %s as %s', (raw, expression) => {
    expect(known(raw)).toBe(expression);
  });

  it('bears what breaks recursive parsers', () => {
    const brackets = `${'('.repeat(1900)}MIT${')'.repeat(1900)}`;
    expect(known(brackets)).toBe('MIT');
    const many = Array(900).fill('MIT').join(' OR ').slice(0, 4000);
    expect(['known', 'text', 'invalid']).toContain(
      normaliseLicence(many).status,
    );
    expect(normaliseLicence('MIT OR '.repeat(100_000)).status).toBe('text');
  });

  it('agrees with the SPDX library on every expression that can be built', () => {
    const id = fc.constantFrom(
      'MIT',
      'Apache-2.0',
      'GPL-2.0-only',
      'ISC+',
      'LicenseRef-x',
      'GPL-2.0-or-later WITH Classpath-exception-2.0',
    );
    const { expression } = fc.letrec<{ expression: string }>(tie => ({
      expression: fc.oneof(
        { depthSize: 'small' },
        id,
        fc
          .tuple(
            tie('expression'),
            fc.constantFrom('AND', 'OR'),
            tie('expression'),
          )
          .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      ),
    }));
    fc.assert(
      fc.property(expression, raw => {
        const normal = known(raw);
        expect(normal).toBeDefined();
        expect(truthTable(normal ?? '')).toEqual(truthTable(raw));
      }),
      { numRuns: 500 },
    );
  });

  it('never throws and gives only expressions that the SPDX library accepts', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 60 }),
          fc
            .array(
              fc.constantFrom(
                'MIT',
                'and',
                'OR',
                'WITH',
                '(',
                ')',
                '+',
                'GPLv2+',
                'LicenseRef-a_b',
                '/',
                'BSD',
                'Classpath-exception-2.0',
              ),
            )
            .map(words => words.join(' ')),
        ),
        raw => {
          const licence = normaliseLicence(raw);
          if (licence.status === 'known') {
            expect(() => libraryParse(licence.expression ?? '')).not.toThrow();
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

type Node = ReturnType<typeof libraryParse>;

/** What an expression allows, for every choice of allowed leaves: two expressions with the same table mean the same. */
function truthTable(expression: string): boolean[] {
  const tree = libraryParse(expression);
  const leaves = [
    'MIT',
    'Apache-2.0',
    'GPL-2.0-only',
    'ISC',
    'LicenseRef-x',
    'GPL-2.0-or-later',
  ];
  const allows = (node: Node, allowed: number): boolean => {
    if ('license' in node) {
      // eslint-disable-next-line no-bitwise
      return (allowed & (1 << leaves.indexOf(node.license))) !== 0;
    }
    return node.conjunction === 'and'
      ? allows(node.left, allowed) && allows(node.right, allowed)
      : allows(node.left, allowed) || allows(node.right, allowed);
  };
  return Array.from({ length: 2 ** leaves.length }, (_, allowed) =>
    allows(tree, allowed),
  );
}
