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
import { SearchableTexts } from './SearchableTexts';

describe('SearchableTexts', () => {
  it('finds each text once, in their order, and never across two of them', () => {
    const texts = SearchableTexts.of(['abcabc', '', 'xab', 'c', 'bc']);

    expect([...texts.find('abc')]).toEqual([0]);
    expect([...texts.find('bc')]).toEqual([0, 4]);
    expect([...texts.find('ab')]).toEqual([0, 2]);
    expect([...texts.find('b\nc')]).toEqual([]);
    expect([...SearchableTexts.of([]).find('a')]).toEqual([]);
  });

  it('finds what looking at each text finds', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ö', '-') });
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 20 }),
        fc.string({
          unit: fc.constantFrom('a', 'b', 'ö', '-'),
          minLength: 1,
          maxLength: 3,
        }),
        (texts, part) => {
          const expected = texts.flatMap((one, index) =>
            one.includes(part) ? [index] : [],
          );
          expect([...SearchableTexts.of(texts).find(part)]).toEqual(expected);
        },
      ),
    );
  });
});
