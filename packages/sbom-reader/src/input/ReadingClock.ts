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

import { setImmediate as nextTurn } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { SbomRefusal } from '../findings/SbomRefusal';

/** How long reading may hold the event loop before others get their turn. */
export const SLICE_MS = 8;

/** Share of a thread's heap from which on reading gives up, while it still can. */
const MOST_HEAP = 0.8;

/** Watches the time limit and the caller's signal while a document is read. */
export class ReadingClock {
  readonly #deadline: number;
  readonly #timeoutMs: number;
  readonly #signal: AbortSignal | undefined;
  #sliceEnds: number;

  constructor(options: { timeoutMs: number; signal?: AbortSignal }) {
    const now = performance.now();
    this.#timeoutMs = options.timeoutMs;
    this.#deadline = now + options.timeoutMs;
    this.#sliceEnds = now + SLICE_MS;
    this.#signal = options.signal;
  }

  /** Refuses when the time is up or the caller does not want to know any more. */
  check(): void {
    if (this.#signal?.aborted) {
      throw new SbomRefusal('aborted', '/');
    }
    if (performance.now() > this.#deadline) {
      throw new SbomRefusal('timeout', '/', `more than ${this.#timeoutMs} ms`);
    }
  }

  /**
   * A thread that runs out of memory takes the whole process with it when the allocation that fails is a large one, so it
   * must not come to that. Only in a thread of the reader's own is all of the heap its own.
   */
  #checkHeap(): void {
    if (isMainThread) {
      return;
    }
    const { used_heap_size: used, heap_size_limit: limit } =
      getHeapStatistics();
    if (used > limit * MOST_HEAP) {
      throw new SbomRefusal('out-of-memory', '/', `${used} bytes`);
    }
  }

  /** Lets other work in when this reading has held the event loop long enough. */
  async pause(): Promise<void> {
    this.check();
    this.#checkHeap();
    if (performance.now() > this.#sliceEnds) {
      await nextTurn();
      this.#sliceEnds = performance.now() + SLICE_MS;
    }
  }
}
