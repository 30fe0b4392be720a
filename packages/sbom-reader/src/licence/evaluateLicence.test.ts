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
import { evaluateLicence, LicenceVerdict } from './evaluateLicence';
import { LicenceLeaf } from './parseLicenceExpression';

const VERDICTS: Record<string, LicenceVerdict> = {
  MIT: 'allow',
  'GPL-3.0-only': 'deny',
  ISC: 'unknown',
};
const verdictOf = (leaf: LicenceLeaf) => VERDICTS[leaf.licence] ?? 'unknown';

describe('evaluateLicence', () => {
  it.each<[string, LicenceVerdict]>([
    ['MIT', 'allow'],
    ['GPL-3.0-only', 'deny'],
    ['MIT AND MIT', 'allow'],
    ['MIT AND GPL-3.0-only', 'deny'],
    ['MIT AND ISC', 'unknown'],
    ['ISC AND GPL-3.0-only', 'deny'],
    ['MIT OR GPL-3.0-only', 'allow'],
    ['MIT OR ISC', 'allow'],
    ['GPL-3.0-only OR ISC', 'unknown'],
    ['(MIT OR GPL-3.0-only) AND ISC', 'unknown'],
    ['MIT OR GPL-3.0-only AND ISC', 'allow'],
    ['no expression at all', 'unknown'],
    ['', 'unknown'],
  ])('judges %s as %s', (expression, verdict) => {
    expect(evaluateLicence(expression, verdictOf)).toBe(verdict);
  });

  it('sees the exception of a leaf', () => {
    const seen: LicenceLeaf[] = [];
    evaluateLicence('GPL-2.0-only WITH Classpath-exception-2.0', leaf => {
      seen.push(leaf);
      return 'allow';
    });
    expect(seen).toEqual([
      {
        licence: 'GPL-2.0-only',
        orLater: false,
        exception: 'Classpath-exception-2.0',
        text: 'GPL-2.0-only WITH Classpath-exception-2.0',
      },
    ]);
  });

  it('takes time in proportion to the length of what is exponential elsewhere', () => {
    const family = (n: number) =>
      Array.from({ length: n }, () => '(MIT OR GPL-3.0-only)').join(' AND ');
    const fastest = (n: number) => {
      const expression = family(n);
      let best = Number.POSITIVE_INFINITY;
      for (let i = 0; i < 50; i++) {
        const start = performance.now();
        expect(evaluateLicence(expression, verdictOf)).toBe('allow');
        best = Math.min(best, performance.now() - start);
      }
      return best;
    };
    expect(fastest(20)).toBeLessThan(1);
    // 400 members: n from 1 to 200, and brackets to a depth of 100,000.
    for (let n = 1; n <= 200; n++) {
      expect(evaluateLicence(family(n), verdictOf)).toBe('allow');
      const depth = Math.ceil((n / 200) ** 3 * 100_000);
      const deep = `${'('.repeat(depth)}MIT${')'.repeat(depth)}`;
      expect(evaluateLicence(deep, verdictOf)).toBe('allow');
    }
  });

  it('never lets an unknown part turn a denial into an allowance', () => {
    const id = fc.constantFrom('MIT', 'GPL-3.0-only', 'ISC');
    fc.assert(
      fc.property(fc.array(id, { minLength: 1, maxLength: 6 }), ids => {
        const all = evaluateLicence(ids.join(' AND '), verdictOf);
        const any = evaluateLicence(ids.join(' OR '), verdictOf);
        expect(all === 'allow').toBe(ids.every(name => name === 'MIT'));
        expect(any === 'allow').toBe(ids.includes('MIT'));
        expect(all === 'deny').toBe(ids.includes('GPL-3.0-only'));
      }),
    );
  });
});
