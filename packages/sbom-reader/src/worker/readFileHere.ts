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

import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { createFinding } from '../findings/FindingList';
import { ComponentStore } from '../model/ComponentStore';
import { readSource } from '../readSource';
import { SbomLimits, SbomReading } from '../types';

const PIECE_BYTES = 1024 * 1024;

/** Reads a file in this thread, piece by piece. */
export async function readFileHere(
  path: string,
  options: {
    limits: Partial<SbomLimits>;
    createStore: () => ComponentStore;
  },
): Promise<SbomReading> {
  // Without O_NONBLOCK opening a named pipe waits for a writer, for ever.
  const opened = await open(
    path,
    constants.O_RDONLY | constants.O_NONBLOCK,
  ).catch((error: NodeJS.ErrnoException) => error);
  if (!('stat' in opened)) {
    return refuseFile(path, opened.code ?? opened.message);
  }
  try {
    const stat = await opened.stat();
    if (!stat.isFile()) {
      return refuseFile(path, 'no regular file');
    }
    const pieces = async function* read() {
      for (;;) {
        // A new buffer each time: the reader keeps views of what it has not worked off.
        const buffer = Buffer.allocUnsafeSlow(
          Math.min(PIECE_BYTES, Math.max(stat.size, 1) + 1),
        );
        const { bytesRead } = await opened.read(buffer, 0, buffer.length, null);
        if (bytesRead === 0) {
          return;
        }
        yield buffer.subarray(0, bytesRead);
      }
    };
    return await readSource(pieces(), options);
  } finally {
    await opened.close();
  }
}

function refuseFile(path: string, reason: string): SbomReading {
  return {
    ok: false,
    error: createFinding({ code: 'unreadable', place: path, detail: reason }),
    findings: [],
  };
}
