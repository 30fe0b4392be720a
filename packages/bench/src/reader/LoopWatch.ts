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

/** How long the event loop was held up at most, beyond the millisecond that a timer waits. */
export class LoopWatch {
  #last = performance.now();
  #longest = 0;
  #timer: NodeJS.Timeout;

  private constructor() {
    this.#timer = setInterval(() => this.#tick(), 1);
  }

  static start(): LoopWatch {
    return new LoopWatch();
  }

  /** Milliseconds of the longest stall. */
  async stop(): Promise<number> {
    // A stall that goes on until now ends with the next tick.
    await new Promise(resolve => setTimeout(resolve, 2));
    this.#tick();
    clearInterval(this.#timer);
    return this.#longest;
  }

  #tick(): void {
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - this.#last - 1);
    this.#last = now;
  }
}
