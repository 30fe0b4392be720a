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
/* eslint-disable no-control-regex -- finding control characters is what this is for */

import { readSbom } from '../readSbom';
import { mutateDocument } from './mutateDocument';
import { SeededRandom } from './SeededRandom';

/** What came of a run. */
export interface FuzzReport {
  count: number;
  read: number;
  refused: number;
  /** Refusals by code. */
  codes: Record<string, number>;
  slowestMs: number;
  /** What must not happen, with the number of the document in the run. */
  failures: string[];
}

/** Of processor time, so that the work of others does not count. */
const ALLOWED_MS = 2000;

/** Reads mutated documents and notes everything that must not happen. The same seed gives the same documents. */
export async function fuzzReader(options: {
  documents: readonly Buffer[];
  count: number;
  seed: number;
  onProgress?: (done: number) => void;
}): Promise<FuzzReport> {
  const { documents, count, seed } = options;
  const random = new SeededRandom(seed);
  const codes = new Map<string, number>();
  const failures: string[] = [];
  let read = 0;
  let slowestMs = 0;
  for (let number = 0; number < count; number++) {
    const bytes = mutateDocument(random.pick(documents), random);
    const start = process.cpuUsage();
    try {
      const reading = await readSbom(bytes);
      if (reading.ok) {
        read += 1;
        const bad = findBadText(reading);
        if (bad !== undefined) {
          failures.push(`${number}: a text with ${JSON.stringify(bad)}`);
        }
      } else {
        const { code } = reading.error;
        codes.set(code, (codes.get(code) ?? 0) + 1);
        if (code === 'reader-failure') {
          failures.push(`${number}: ${reading.error.message}`);
        }
      }
    } catch (error) {
      failures.push(`${number}: threw ${error}`);
    }
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1000;
    slowestMs = Math.max(slowestMs, took);
    if (took > ALLOWED_MS) {
      failures.push(`${number}: took ${Math.round(took)} ms`);
    }
    if ('polluted' in {}) {
      failures.push(`${number}: Object.prototype was changed`);
    }
    options.onProgress?.(number + 1);
  }
  const byCode = [...codes].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    count,
    read,
    refused: count - read,
    codes: Object.fromEntries(byCode),
    slowestMs: Math.round(slowestMs),
    failures,
  };
}

/** A control character or half a character anywhere in a result would break a store, a page or a log. */
function findBadText(value: unknown): string | undefined {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') {
      if (/[\u0000-\u001f\u007f]|\p{Surrogate}/u.test(next)) {
        return next.slice(0, 60);
      }
    } else if (typeof next === 'object' && next !== null) {
      for (const part of Object.values(next)) {
        waiting.push(part);
      }
    }
  }
  return undefined;
}
