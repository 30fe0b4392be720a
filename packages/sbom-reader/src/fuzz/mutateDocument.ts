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

import { gzipSync } from 'node:zlib';
import { SeededRandom } from './SeededRandom';

type Mutation = (bytes: Buffer, random: SeededRandom) => Buffer;

/** Pieces that mean something to one of the formats, or to something that reads their texts later. */
const PIECES = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '<',
  '>',
  '&',
  '/>',
  '<!--',
  '<![CDATA[',
  ']]>',
  '<!DOCTYPE x>',
  '&amp;',
  '&x;',
  'null',
  'true',
  '-1e999',
  'NaN',
  '{}',
  '[]',
  '""',
  '\\u0000',
  '\\ud800',
  '\\uZZZZ',
  '\u0000',
  '\u0001',
  '\u202e',
  '\ufeff',
  '\r\n',
  '\n',
  '"__proto__":{"polluted":true},',
  '"constructor":{"prototype":{"polluted":true}},',
  '"components":',
  '"packages":[null],',
  '"specVersion":"9.9",',
  '<text>',
  '</text>',
  'SPDXID: ',
  'Relationship: ',
  '- ',
  '&a ',
  '*a',
  '? ',
  '!!js/function ',
  '%',
  '%00',
  'pkg:',
  // eslint-disable-next-line no-script-url
  'javascript:alert(1)',
  '=1+1',
  'NOASSERTION',
  'MIT OR ',
  '((((',
  '𝒳',
  'é',
  '\xff',
];

const MUTATIONS: readonly Mutation[] = [
  // A byte becomes another one.
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    for (let i = random.below(8); i >= 0; i--) {
      copy[random.below(copy.length)] = random.below(256);
    }
    return copy;
  },
  // The end is missing.
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  // A part is missing.
  (bytes, random) => {
    const start = random.below(bytes.length);
    return Buffer.concat([
      bytes.subarray(0, start),
      bytes.subarray(start + random.below(200)),
    ]);
  },
  // A part is there twice.
  (bytes, random) => {
    const start = random.below(bytes.length);
    const stop = start + random.below(500);
    return Buffer.concat([bytes.subarray(0, stop), bytes.subarray(start)]);
  },
  // Something is put in.
  (bytes, random) => {
    const place = random.below(bytes.length);
    return Buffer.concat([
      bytes.subarray(0, place),
      Buffer.from(random.pick(PIECES)),
      bytes.subarray(place),
    ]);
  },
  // A value changes its type.
  (bytes, random) => {
    const text = bytes.toString('latin1');
    const values = [...text.matchAll(/"[^"\\]*"(?=\s*[,}\]])|>[^<]+</g)];
    if (values.length === 0) {
      return bytes;
    }
    const value = random.pick(values);
    const other = random.pick([
      'null',
      '{}',
      '[]',
      '1.10',
      'true',
      '"\\u0000"',
      '[[[]]]',
      '{"a":{"b":[]}}',
    ]);
    const put = value[0].startsWith('>') ? `>${other}<` : other;
    return Buffer.from(
      text.slice(0, value.index) +
        put +
        text.slice(value.index + value[0].length),
      'latin1',
    );
  },
  // Two parts change places.
  (bytes, random) => {
    const cuts = [0, 1, 2, 3]
      .map(() => random.below(bytes.length))
      .sort((a, b) => a - b);
    const [a, b, c, d] = cuts;
    return Buffer.concat([
      bytes.subarray(0, a),
      bytes.subarray(c, d),
      bytes.subarray(b, c),
      bytes.subarray(a, b),
      bytes.subarray(d),
    ]);
  },
  // The whole in another encoding.
  bytes => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  // Compressed, and a byte of that is wrong.
  (bytes, random) => {
    const packed = gzipSync(bytes);
    packed[random.below(packed.length)] = random.below(256);
    return packed;
  },
];

/** The same document with one to three things wrong with it. */
export function mutateDocument(bytes: Buffer, random: SeededRandom): Buffer {
  let mutated = bytes;
  for (let i = random.below(3); i >= 0; i--) {
    if (mutated.length === 0) {
      return mutated;
    }
    mutated = random.pick(MUTATIONS)(mutated, random);
  }
  return mutated;
}
