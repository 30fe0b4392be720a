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

import { SbomRefusal } from '../findings/SbomRefusal';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** The encoding of a text by its byte order mark, or by where its zero bytes lie; `skip` is the length of the mark. */
export function detectEncoding(head: Uint8Array): {
  encoding: Encoding;
  skip: number;
} {
  const [a, b, c, d] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) {
    return { encoding: 'utf-8', skip: 3 };
  }
  const isWide =
    (a === 0xff && b === 0xfe && c === 0 && d === 0) ||
    (a === 0 && b === 0 && (c === 0xfe || c === 0));
  if (isWide) {
    throw new SbomRefusal('unsupported-encoding', 'byte 0', 'UTF-32');
  }
  if (a === 0xff && b === 0xfe) {
    return { encoding: 'utf-16le', skip: 2 };
  }
  if (a === 0xfe && b === 0xff) {
    return { encoding: 'utf-16be', skip: 2 };
  }
  if (a !== undefined && a !== 0 && b === 0) {
    return { encoding: 'utf-16le', skip: 0 };
  }
  if (a === 0 && b !== undefined && b !== 0) {
    return { encoding: 'utf-16be', skip: 0 };
  }
  return { encoding: 'utf-8', skip: 0 };
}

/** The same text in UTF-8, piece by piece. */
export async function* recodeToUtf8(
  chunks: AsyncIterable<Buffer>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) {
    yield Buffer.from(decoder.decode(chunk, { stream: true }));
  }
  const rest = decoder.decode();
  if (rest !== '') {
    yield Buffer.from(rest);
  }
}
