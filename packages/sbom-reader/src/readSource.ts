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

import { withDefaultLimits } from './defaultSbomLimits';
import { FindingList, refusalFinding } from './findings/FindingList';
import { errorMessage, isSystemError } from './findings/errorParts';
import { SbomRefusal } from './findings/SbomRefusal';
import { openInput } from './input/openInput';
import { readDocument } from './readDocument';
import { ComponentStore } from './model/ComponentStore';
import { SbomLimits, SbomReading } from './types';
import { ReadingClock } from './input/ReadingClock';

const MOST_WRAPS = 3;

/** Reads a bill of materials; its components are kept in the store of whoever asks. */
export async function readSource(
  source: Uint8Array | AsyncIterable<Uint8Array>,
  options: {
    limits?: Partial<SbomLimits>;
    signal?: AbortSignal;
    createStore: () => ComponentStore;
  },
): Promise<SbomReading> {
  const { createStore } = options;
  const limits = withDefaultLimits(options.limits);
  const findings = new FindingList();
  const clock = new ReadingClock({
    timeoutMs: limits.timeoutMs,
    signal: options.signal,
  });
  try {
    const read = async (
      bytes: Uint8Array | AsyncIterable<Uint8Array>,
      wraps: number,
    ): Promise<SbomReading> => {
      if (wraps > MOST_WRAPS) {
        throw new SbomRefusal('wrapped-too-often', '/payload');
      }
      const input = await openInput(bytes, { limits, clock });
      const readInner = (inner: Buffer) => read(inner, wraps + 1);
      return readDocument(input, {
        limits,
        findings,
        clock,
        createStore,
        readInner,
      });
    };
    return await read(source, 0);
  } catch (error) {
    return {
      ok: false,
      error: refusalFinding(asRefusal(error)),
      findings: findings.toArray(),
    };
  }
}

function asRefusal(error: unknown): SbomRefusal {
  if (error instanceof SbomRefusal) {
    return error;
  }
  return new SbomRefusal(
    isSystemError(error) ? 'unreadable' : 'reader-failure',
    '/',
    errorMessage(error),
  );
}
