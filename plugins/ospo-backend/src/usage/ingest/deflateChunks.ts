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

import { createReadStream } from 'node:fs';
import { promisify } from 'node:util';
import { constants, deflateRaw } from 'node:zlib';

const CHUNK_BYTES = 1024 * 1024;

const deflate = promisify(deflateRaw);

/**
 * A file's bytes in pieces that are deflated one by one, so that neither writing nor reading ever holds all of it. Fast
 * rather than small: it happens on the way in.
 */
export async function deflateChunks(path: string): Promise<Buffer[]> {
  const chunks: Buffer[] = [];
  const stream = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  for await (const piece of stream) {
    chunks.push(await deflate(piece, { level: constants.Z_BEST_SPEED }));
  }
  return chunks;
}
