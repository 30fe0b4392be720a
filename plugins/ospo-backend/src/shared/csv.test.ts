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
import { csvCell, csvRecord } from './csv';

/** A reader of RFC 4180 that knows nothing of ours. */
function parseCsv(text: string): string[][] {
  const records: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (quoted) {
      if (character === '"' && text[at + 1] === '"') {
        cell += '"';
        at++;
      } else if (character === '"') {
        quoted = false;
      } else {
        cell += character;
      }
    } else if (character === '"') {
      quoted = true;
    } else if (character === ',' || text.startsWith('\r\n', at)) {
      records[records.length - 1].push(cell);
      cell = '';
      if (character !== ',') {
        records.push([]);
        at++;
      }
    } else {
      cell += character;
    }
  }
  return records.slice(0, -1);
}

describe('csvCell', () => {
  it.each([
    ['plain', 'plain'],
    ['with, comma', '"with, comma"'],
    ['with "quote"', '"with ""quote"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    ['=1+1', `"'=1+1"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@sum(a1)', `"'@sum(a1)"`],
    ['\tx', `"'\tx"`],
    ['\r=1', `"'\r=1"`],
    ['  =1', `"'  =1"`],
    ['\u200B=1', `"'\u200B=1"`],
    ['＝1', `"'＝1"`],
    ['\0=1', `"'=1"`],
    ['pkg:npm/%40types/node', 'pkg:npm/%40types/node'],
  ])('writes %j as %j', (value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });

  it('leaves our own numbers alone, and unknown empty', () => {
    expect(csvRecord([-1, 0, true, undefined])).toBe('-1,0,true,\r\n');
  });
});

describe('csvRecord', () => {
  it('reads back as it was, and never as a formula', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string({ unit: 'binary' }),
            fc
              .tuple(
                fc.constantFrom(
                  '=',
                  '+',
                  '-',
                  '@',
                  '\t',
                  '\r',
                  ' =',
                  '\0@',
                  '"',
                  ',',
                ),
                fc.string(),
              )
              .map(([start, rest]) => start + rest),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        values => {
          const [record] = parseCsv(csvRecord(values));
          expect(record).toHaveLength(values.length);
          record.forEach((cell, index) => {
            expect(cell).not.toMatch(/^[\s\0]*[=+\-@\t\r]/);
            expect(cell.replace(/^'/, '')).toBe(
              values[index].replace(/\0/g, '').replace(/^'/, ''),
            );
          });
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
