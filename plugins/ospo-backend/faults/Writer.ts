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

import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { WriterMessage, WriterOrder } from './writerProgram';

/** How to start a writer: the program's file, and what Node needs to run it. */
export interface WriterProgram {
  file: string;
  execArgv: string[];
}

/** The parent's side of a writing process. */
export class Writer {
  readonly #child: ChildProcess;
  readonly #heard: WriterMessage[] = [];
  #wake: () => void = () => {};

  static start(program: WriterProgram): Writer {
    return new Writer(
      fork(program.file, [], {
        execArgv: program.execArgv,
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      }),
    );
  }

  private constructor(child: ChildProcess) {
    this.#child = child;
    child.on('message', (message: WriterMessage) => {
      this.#heard.push(message);
      this.#wake();
    });
    child.on('exit', () => this.#wake());
  }

  /** Documents that it says are stored. */
  get stored() {
    return this.#heard.filter(message => message.say === 'stored');
  }

  /** What went wrong for other reasons than that an entity was just detached by somebody else. */
  get failures(): string[] {
    return this.#heard.flatMap(message =>
      message.say === 'failed' &&
      !/The catalog no longer has/.test(message.message)
        ? [message.message]
        : [],
    );
  }

  /** Documents that it took up and that nobody said were stored or failed. */
  get underWay(): number {
    return this.#heard.reduce((count, message) => {
      if (message.say === 'began') {
        return count + 1;
      }
      const isEnd =
        message.say === 'stored' ||
        (message.say === 'failed' && message.isDocument);
      return isEnd ? count - 1 : count;
    }, 0);
  }

  /** Lets it begin, and waits until it has opened the database and cleaned up. */
  async begin(order: WriterOrder): Promise<void> {
    await this.#until('loaded');
    this.#child.send(order);
    await this.#until('ready');
  }

  /** Waits until so many documents are stored, or it takes too long for that. */
  async storedSoMany(count: number, maxMs: number): Promise<void> {
    const since = Date.now();
    while (this.stored.length < count && Date.now() - since < maxMs) {
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }

  /** SIGKILL: it gets no chance to do anything about it. */
  async kill(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, 'exit');
      this.#child.kill('SIGKILL');
      await ended;
    }
  }

  async #until(say: WriterMessage['say']): Promise<void> {
    while (!this.#heard.some(message => message.say === say)) {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) {
        throw new Error(
          `The writer ended before it was '${say}': ${this.failures.join(
            '; ',
          )}`,
        );
      }
      await new Promise<void>(resolve => {
        this.#wake = resolve;
      });
    }
  }
}
