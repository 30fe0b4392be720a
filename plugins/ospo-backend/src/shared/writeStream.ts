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

import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes pieces as they are made, waiting whenever the receiver is slower, and stops asking for more when it has gone.
 */
export async function writeStream(
  target: Writable,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<void> {
  try {
    await pipeline(pieces, target);
  } catch (error) {
    // The receiver hung up: nobody is left to tell.
    if (!hasCode(error, 'ERR_STREAM_PREMATURE_CLOSE')) {
      throw error;
    }
  }
}

function hasCode(error: unknown, code: string): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === code
  );
}
