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

import { codesOf, inPieces } from '../__testUtils__/builders';
import { readSbom } from '../readSbom';

/** What may stand in a string, as it is written in JSON, and what is made of it. */
const PARTS: [written: string, read: string][] = [
  ['\\"', '"'],
  ['\\\\', '\\'],
  ['\\n', ' '],
  ['\\u00e9', 'é'],
  ['\u0001', ''],
  ['\u007f', ''],
  ['é', 'é'],
  ['😀', '😀'],
  // The neighbours of what is special.
  [' ', ' '],
  ['!', '!'],
  ['#', '#'],
  ['[', '['],
  [']', ']'],
  ['~', '~'],
];

async function readName(
  written: string,
  pieceBytes?: number,
): Promise<string | undefined> {
  const bytes = Buffer.from(
    `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[` +
      `{"description":"${written}","type":"library","name":"${written}"},` +
      `{"type":"library","name":"last"}]}`,
  );
  const reading = await readSbom(
    pieceBytes === undefined ? bytes : inPieces(bytes, pieceBytes),
  );
  if (!reading.ok) {
    throw new Error(`${JSON.stringify(written)}: ${reading.error.message}`);
  }
  expect(reading.components.map(({ name }) => name)[1]).toBe('last');
  return reading.components[0].name;
}

describe('strings, of which four bytes are looked at at once', () => {
  it.each(PARTS)(
    'end where they end with %j at any place',
    async (written, read) => {
      for (let before = 0; before < 9; before++) {
        for (let after = 0; after < 5; after++) {
          const [left, right] = ['x'.repeat(before), 'y'.repeat(after)];
          // Nothing but control characters is no name.
          const expected = `${left}${read}${right}` || '(no name)';
          expect(await readName(`${left}${written}${right}`)).toBe(expected);
        }
      }
    },
  );

  it.each([1, 2, 3, 5, 7, 64])(
    'are the same in pieces of %i bytes',
    async pieceBytes => {
      const written = PARTS.map(([text]) => `abc${text}`).join('');
      const read = PARTS.map(([, text]) => `abc${text}`).join('');
      expect(await readName(written, pieceBytes)).toBe(read);
    },
  );

  it('know the key behind one with escapes as that of its own object', async () => {
    const odd = '"ext\\u0072a":1';
    const reading = await readSbom(
      Buffer.from(
        `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[` +
          `{${odd},"name":"a","licenses":[{"license":{${odd},"name":"MIT"}}]},` +
          `{${odd},"name":"b","licenses":[{"license":{${odd},"name":"ISC"}}]}]}`,
      ),
    );
    expect(
      reading.ok &&
        reading.components.map(({ name, declared }) => [
          name,
          declared.expression,
        ]),
    ).toEqual([
      ['a', 'MIT'],
      ['b', 'ISC'],
    ]);
    expect(codesOf(reading)).not.toHaveProperty('duplicate-key');
  });

  it('know keys that begin alike apart', async () => {
    const names = ['a', 'b', 'c'].map(
      (name, index) =>
        `{"name":"${name}","version${'x'.repeat(index)}":"1","type":"library"}`,
    );
    const reading = await readSbom(
      Buffer.from(
        `{"bomFormat":"CycloneDX","specVersion":"1.6","components":[${names}]}`,
      ),
    );
    expect(
      reading.ok &&
        reading.components.map(({ name, version, type }) => [
          name,
          version,
          type,
        ]),
    ).toEqual([
      ['a', '1', 'library'],
      ['b', undefined, 'library'],
      ['c', undefined, 'library'],
    ]);
  });
});
