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

import { PackedTexts } from './PackedTexts';

const TEXTS = [
  'a',
  '',
  'smörgås',
  '漢字'.repeat(9_000),
  '😀'.repeat(5_000),
  'x'.repeat(2_000_000),
  '',
  ...Array.from({ length: 60_000 }, (_, index) => `text number ${index}`),
  'end',
];

function pack(texts: readonly string[], maxBytes = 1e9): PackedTexts {
  const packed = PackedTexts.create({ maxBytes });
  texts.forEach(text => packed.add(text));
  return packed;
}

function unpack(packed: PackedTexts): string[] {
  return Array.from({ length: packed.length }, (_, index) => packed.at(index));
}

describe('PackedTexts', () => {
  it('gives every text back, whatever its length and characters', () => {
    expect(unpack(pack(TEXTS))).toEqual(TEXTS);
  });

  it('gives them back in another thread, without copying the bytes', () => {
    const data = pack(TEXTS).toData();
    const memory = data.pieces.map(piece => piece.buffer as ArrayBuffer);
    const moved = structuredClone(data, { transfer: memory });
    expect(memory.map(buffer => buffer.byteLength)).toEqual(
      memory.map(() => 0),
    );
    expect(unpack(PackedTexts.fromData(moved))).toEqual(TEXTS);
  });

  it('holds nothing when there is nothing', () => {
    const data = pack([]).toData();
    expect(data.pieces).toEqual([]);
    expect(PackedTexts.fromData(data).length).toBe(0);
  });

  it('refuses what takes more memory than it may', () => {
    expect(() => pack(TEXTS, 1_000_000)).toThrow(
      expect.objectContaining({ code: 'out-of-memory' }),
    );
  });
});
