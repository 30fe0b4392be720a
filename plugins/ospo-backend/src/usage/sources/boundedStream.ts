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

import { InputError } from '@backstage/errors';
import { raceAbort } from '../../shared/raceAbort';

/**
 * Passes chunks on until there are more bytes than allowed or the signal says stop; then rejects, and gives the stream
 * up so that its connection is closed.
 */
export async function* boundedStream(
  stream: AsyncIterable<Uint8Array>,
  options: { maxBytes: number; signal: AbortSignal },
): AsyncGenerator<Uint8Array, void, undefined> {
  const { maxBytes, signal } = options;
  const iterator = stream[Symbol.asyncIterator]();
  let bytes = 0;
  try {
    for (;;) {
      const next = await raceAbort(iterator.next(), signal);
      if (next.done) {
        return;
      }
      bytes += next.value.byteLength;
      if (bytes > maxBytes) {
        throw new InputError(
          `The file is larger than the ${maxBytes} bytes that are read. Send a smaller or compressed SBOM, or raise 'ospo.sboms.limits.maxBytes'.`,
        );
      }
      yield next.value;
    }
  } finally {
    // Not awaited: a stream that hangs would hang here too.
    iterator.return?.()?.then(undefined, () => undefined);
  }
}
