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
import { SbomLimits } from '../types';
import { ChunkSource } from './ChunkSource';
import { detectCompression } from './detectCompression';
import { detectEncoding, recodeToUtf8 } from './decodeUnicode';
import { inflate } from './inflate';
import { ReadingClock } from './ReadingClock';

const HEAD_BYTES = 64 * 1024;

/** The document's text as UTF-8 without byte order mark, unpacked, in pieces, within the limits of size. */
export async function openInput(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  options: { limits: SbomLimits; clock: ReadingClock },
): Promise<ChunkSource> {
  const { limits } = options;
  const received = await ChunkSource.create(
    receive(source, options),
    HEAD_BYTES,
  );
  const compression = detectCompression(received.head);
  const unpacked =
    compression === 'none'
      ? received
      : await ChunkSource.create(
          inflate(received, { compression, limits }),
          HEAD_BYTES,
        );
  if (compression !== 'none') {
    detectCompression(unpacked.head);
  }
  const { encoding, skip } = detectEncoding(unpacked.head);
  unpacked.skip(skip);
  const text =
    encoding === 'utf-8'
      ? unpacked
      : await ChunkSource.create(recodeToUtf8(unpacked, encoding), HEAD_BYTES);
  if (text.head.length === 0 || text.head.toString('latin1').trim() === '') {
    if (text.isWhole) {
      throw new SbomRefusal('empty', 'byte 0');
    }
  }
  return text;
}

async function* receive(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  options: { limits: SbomLimits; clock: ReadingClock },
): AsyncGenerator<Buffer> {
  const { maxBytes } = options.limits;
  let length = 0;
  const chunks = source instanceof Uint8Array ? [source] : source;
  for await (const chunk of chunks) {
    options.clock.check();
    length += chunk.length;
    if (length > maxBytes) {
      throw new SbomRefusal(
        'too-large',
        `byte ${maxBytes}`,
        `more than ${maxBytes} bytes`,
      );
    }
    if (chunk.length > 0) {
      yield Buffer.isBuffer(chunk)
        ? chunk
        : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    }
  }
}
