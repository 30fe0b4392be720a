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

import { SbomRefusal } from '../findings/SbomRefusal';

const MOST_HEAD_BYTES = 1024 * 1024;

/** Pieces of a document of which the first bytes can be looked at before they are taken. */
export class ChunkSource implements AsyncIterable<Buffer> {
  readonly #iterator: AsyncIterator<Buffer>;
  #head: Buffer;
  #ended: boolean;

  private constructor(
    iterator: AsyncIterator<Buffer>,
    head: Buffer,
    ended: boolean,
  ) {
    this.#iterator = iterator;
    this.#head = head;
    this.#ended = ended;
  }

  /** Waits for the first `bytes` bytes, or for the end. */
  static async create(
    source: AsyncIterable<Buffer>,
    bytes: number,
  ): Promise<ChunkSource> {
    const iterator = source[Symbol.asyncIterator]();
    const pieces: Buffer[] = [];
    let length = 0;
    let ended = false;
    while (length < bytes && !ended) {
      const next = await iterator.next();
      if (next.done) {
        ended = true;
      } else {
        pieces.push(next.value);
        length += next.value.length;
      }
    }
    const head = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
    return new ChunkSource(iterator, head, ended);
  }

  /** The beginning of what is not taken yet. A source that gives all at once does not make the whole of it a beginning. */
  get head(): Buffer {
    return this.#head.subarray(0, MOST_HEAD_BYTES);
  }

  get isWhole(): boolean {
    return this.#ended;
  }

  skip(bytes: number): void {
    this.#head = this.#head.subarray(bytes);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer> {
    try {
      if (this.#head.length > 0) {
        const head = this.#head;
        this.#head = Buffer.alloc(0);
        yield head;
      }
      while (!this.#ended) {
        const next = await this.#iterator.next();
        if (next.done) {
          this.#ended = true;
        } else {
          yield next.value;
        }
      }
    } finally {
      await this.#iterator.return?.();
    }
  }

  /** All that is left as one piece. */
  async readAll(maxBytes: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of this) {
      pieces.push(piece);
      length += piece.length;
      if (length > maxBytes) {
        throw new SbomRefusal('too-large', `byte ${maxBytes}`);
      }
    }
    return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces);
  }
}
