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

import { pipeline, Readable, Transform } from 'node:stream';
import zlib from 'node:zlib';
import { errorCode, errorMessage } from '../findings/errorParts';
import { SbomRefusal } from '../findings/SbomRefusal';
import { SbomLimits } from '../types';

/** Below this size a high ratio is no danger and quite usual. */
const RATIO_COUNTS_FROM = 1024 * 1024;

/** Unpacks piece by piece and stops at the limits, so that a bomb never unfolds. */
export async function* inflate(
  chunks: AsyncIterable<Buffer>,
  options: { compression: 'gzip' | 'zstd'; limits: SbomLimits },
): AsyncGenerator<Buffer> {
  const { limits } = options;
  let received = 0;
  const counted = async function* count() {
    for await (const chunk of chunks) {
      received += chunk.length;
      yield chunk;
    }
  };
  const unpacker = createUnpacker(options.compression);
  pipeline(Readable.from(counted()), unpacker, () => {
    // The error, if any, is thrown by the loop below.
  });
  let inflated = 0;
  try {
    for await (const chunk of unpacker) {
      inflated += chunk.length;
      if (inflated > limits.maxInflatedBytes) {
        throw new SbomRefusal(
          'inflated-too-large',
          `byte ${limits.maxInflatedBytes} after unpacking`,
          `more than ${limits.maxInflatedBytes} bytes`,
        );
      }
      if (
        inflated > RATIO_COUNTS_FROM &&
        inflated > received * limits.maxInflationRatio
      ) {
        throw new SbomRefusal(
          'inflation-ratio',
          `byte ${inflated} after unpacking`,
          `more than ${limits.maxInflationRatio} times`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    throw isZlibError(error)
      ? new SbomRefusal(
          'compression-broken',
          `byte ${received} as received`,
          errorMessage(error),
        )
      : error;
  }
}

function createUnpacker(compression: 'gzip' | 'zstd'): Transform {
  const chunkSize = 256 * 1024;
  if (compression === 'gzip') {
    return zlib.createGunzip({ chunkSize });
  }
  // Node has zstd from 22.15 on.
  if (typeof zlib.createZstdDecompress !== 'function') {
    throw new SbomRefusal(
      'unsupported-compression',
      'byte 0',
      `zstd with Node ${process.version}; 22.15 or later can`,
    );
  }
  return zlib.createZstdDecompress({
    chunkSize,
    // A window of 8 MiB is what the format asks every reader to accept; more is a way to take memory.
    params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 },
  });
}

function isZlibError(error: unknown): boolean {
  return /^(?:Z_|ZSTD_|ERR_ZLIB|ERR_ZSTD|ERR_STREAM_PREMATURE_CLOSE|ERR_TRAILING_JUNK)/.test(
    errorCode(error),
  );
}
