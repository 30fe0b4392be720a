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

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { withDefaultLimits } from '../defaultSbomLimits';
import { errorCode, errorMessage } from '../findings/errorParts';
import { createFinding } from '../findings/FindingList';
import { FindingCode } from '../findings/findingCatalogue';
import { ReadSbomOptions } from '../readSbom';
import { SbomReading } from '../types';
import { startWorker } from './startWorker';
import { readThroughWorker } from './readThroughWorker';

/** A thread that nobody needs is let go after this time; starting one takes about 100 ms. */
const IDLE_MS = 30_000;
/** The worker watches the time limit itself; the host steps in when it does not get to it. */
const GRACE_MS = 250;
/** After a document like this the thread's heap is so large that a new thread is cheaper to keep. */
const LARGE_COMPONENTS = 25_000;

interface IdleWorker {
  worker: Worker;
  timer: NodeJS.Timeout;
  forget: () => void;
}

/**
 * Reads files in threads. A thread stays for the next document, because starting one costs more than reading a usual
 * document; at most one fewer than there are processors run at once, the others wait their turn.
 */
export class SbomWorkers {
  readonly #most: number;
  readonly #start: () => Worker;
  readonly #idle: IdleWorker[] = [];
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  private constructor(options: { most: number; start: () => Worker }) {
    this.#most = options.most;
    this.#start = options.start;
  }

  static create(options?: {
    most?: number;
    start?: () => Worker;
  }): SbomWorkers {
    return new SbomWorkers({
      most:
        options?.most ?? Math.min(4, Math.max(1, availableParallelism() - 1)),
      start: options?.start ?? startWorker,
    });
  }

  async read(path: string, options: ReadSbomOptions): Promise<SbomReading> {
    if (this.#busy >= this.#most) {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    } else {
      this.#busy += 1;
    }
    try {
      if (options.signal?.aborted) {
        return refuse('aborted', path);
      }
      return await this.#readNow(path, options);
    } finally {
      const next = this.#waiting.shift();
      if (next) {
        next();
      } else {
        this.#busy -= 1;
      }
    }
  }

  async #readNow(path: string, options: ReadSbomOptions): Promise<SbomReading> {
    const limits = withDefaultLimits(options.limits);
    const worker = this.#take();
    let cut: FindingCode | undefined;
    const cutOff = (code: FindingCode) => {
      cut ??= code;
      worker.terminate();
    };
    const abort = () => cutOff('aborted');
    options.signal?.addEventListener('abort', abort);
    const timer = setTimeout(
      () => cutOff('timeout'),
      limits.timeoutMs + GRACE_MS,
    );
    try {
      const reading = await readThroughWorker(worker, { path, limits });
      if (reading.ok && reading.components.length > LARGE_COMPONENTS) {
        worker.terminate();
      } else {
        this.#giveBack(worker);
      }
      return reading;
    } catch (error) {
      worker.terminate();
      const isMemory = errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY';
      const why = isMemory ? 'out-of-memory' : 'reader-failure';
      return refuse(
        cut ?? why,
        path,
        cut === undefined ? errorMessage(error) : undefined,
      );
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', abort);
    }
  }

  #take(): Worker {
    const idle = this.#idle.pop();
    if (!idle) {
      return this.#start();
    }
    clearTimeout(idle.timer);
    idle.worker.off('exit', idle.forget);
    idle.worker.off('error', idle.forget);
    idle.worker.ref();
    return idle.worker;
  }

  #giveBack(worker: Worker): void {
    const forget = () => {
      const position = this.#idle.findIndex(idle => idle.worker === worker);
      if (position >= 0) {
        clearTimeout(this.#idle[position].timer);
        this.#idle.splice(position, 1);
      }
    };
    // A waiting thread must neither keep the process alive nor bring it down.
    worker.unref();
    worker.once('exit', forget);
    worker.once('error', forget);
    const timer = setTimeout(() => {
      forget();
      worker.terminate();
    }, IDLE_MS);
    timer.unref();
    this.#idle.push({ worker, timer, forget });
  }
}

function refuse(code: FindingCode, path: string, detail?: string): SbomReading {
  return {
    ok: false,
    error: createFinding({ code, place: path, detail }),
    findings: [],
  };
}
