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
/* eslint-disable no-bitwise -- a hash table */

import { randomInt } from 'node:crypto';
import { SbomRefusal } from '../findings/SbomRefusal';
import { sliceable } from '../text/SliceableBuffer';

const FIRST_SLOTS = 4096;
/** 200,000 components with identifiers of 300 characters. */
const MOST_BYTES = 64 * 1024 * 1024;

/**
 * Numbers the identifiers of a document. They are looked up by their bytes, so that no string is made of the many
 * mentions of an identifier in the dependencies, which is a good part of what reading a large document costs.
 */
export class RefTable {
  /** Number + 1 at the place that the hash of the bytes gives, 0 where free. */
  #slots = new Int32Array(FIRST_SLOTS);
  #hashes = new Int32Array(FIRST_SLOTS);
  #starts = new Int32Array(FIRST_SLOTS);
  #bytes = sliceable(Buffer.allocUnsafeSlow(64 * 1024));
  #end = 0;
  #size = 0;
  #isAscii = true;
  // Documents are written by others: with a seed nobody can choose identifiers that all fall into one place.
  readonly #seed = randomInt(0x7fffffff);

  get size(): number {
    return this.#size;
  }

  /** The number of the identifier with these bytes; a new one when it was not seen before. */
  idOfBytes(buffer: Buffer, start: number, stop: number): number {
    let hash = this.#seed;
    let seen = 0;
    for (let i = start; i < stop; i++) {
      const byte = buffer[i];
      seen |= byte;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    if (seen > 0x7f) {
      this.#isAscii = false;
    }
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const id = this.#slots[slot] - 1;
      if (id < 0) {
        return this.#add(buffer, start, stop, hash, slot);
      }
      if (this.#hashes[id] === hash && this.#matches(id, buffer, start, stop)) {
        return id;
      }
    }
  }

  idOf(text: string): number {
    const bytes = Buffer.from(text);
    return this.idOfBytes(bytes, 0, bytes.length);
  }

  /** The number of an identifier that was seen before. */
  find(text: string): number | undefined {
    const before = this.#size;
    const id = this.idOf(text);
    return id < before ? id : undefined;
  }

  textOf(id: number): string {
    const start = this.#starts[id];
    const stop = this.#stopOf(id);
    return this.#isAscii
      ? this.#bytes.latin1Slice(start, stop)
      : this.#bytes.utf8Slice(start, stop);
  }

  #stopOf(id: number): number {
    return id + 1 < this.#size ? this.#starts[id + 1] : this.#end;
  }

  #matches(id: number, buffer: Buffer, start: number, stop: number): boolean {
    const from = this.#starts[id];
    const length = stop - start;
    if (this.#stopOf(id) - from !== length) {
      return false;
    }
    const bytes = this.#bytes;
    for (let i = 0; i < length; i++) {
      if (bytes[from + i] !== buffer[start + i]) {
        return false;
      }
    }
    return true;
  }

  #add(
    buffer: Buffer,
    start: number,
    stop: number,
    hash: number,
    slot: number,
  ): number {
    const id = this.#size;
    const length = stop - start;
    if (this.#end + length > MOST_BYTES) {
      throw new SbomRefusal(
        'identifiers-too-large',
        `identifier ${id}`,
        `more than ${MOST_BYTES} bytes`,
      );
    }
    if (this.#end + length > this.#bytes.length) {
      const larger = sliceable(
        Buffer.allocUnsafeSlow(
          Math.max(this.#bytes.length * 2, this.#end + length),
        ),
      );
      this.#bytes.copy(larger, 0, 0, this.#end);
      this.#bytes = larger;
    }
    buffer.copy(this.#bytes, this.#end, start, stop);
    this.#slots[slot] = id + 1;
    this.#hashes[id] = hash;
    this.#starts[id] = this.#end;
    this.#end += length;
    this.#size += 1;
    if (this.#size * 2 > this.#slots.length) {
      this.#grow();
    }
    return id;
  }

  #grow(): void {
    const length = this.#slots.length * 2;
    const hashes = new Int32Array(length);
    hashes.set(this.#hashes);
    const starts = new Int32Array(length);
    starts.set(this.#starts);
    const slots = new Int32Array(length);
    const mask = length - 1;
    for (let id = 0; id < this.#size; id++) {
      let slot = hashes[id] & mask;
      while (slots[slot] !== 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = id + 1;
    }
    this.#slots = slots;
    this.#hashes = hashes;
    this.#starts = starts;
  }
}
