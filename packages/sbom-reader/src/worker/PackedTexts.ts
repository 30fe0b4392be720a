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
import { GrowingInts } from '../model/GrowingInts';

const FIRST_PIECE_BYTES = 16 * 1024;
const PIECE_BYTES = 1024 * 1024;

/** What another thread needs to read packed texts. */
export interface PackedTextsData {
  pieces: Uint8Array[];
  /** Position of the first text of each piece. */
  firsts: number[];
  /** Where each text begins in its piece. */
  starts: Int32Array;
}

/**
 * Many short texts as bytes outside of the heap: no collector has to move or mark them, and they go to another thread
 * without being copied.
 */
export class PackedTexts {
  readonly #maxBytes: number;
  readonly #pieces: Buffer[];
  readonly #firsts: number[];
  readonly #starts: GrowingInts;
  /** Bytes of the last piece that are taken. */
  #used: number;
  #bytes = 0;

  private constructor(options: {
    maxBytes: number;
    pieces: Buffer[];
    firsts: number[];
    starts: GrowingInts;
  }) {
    this.#maxBytes = options.maxBytes;
    this.#pieces = options.pieces;
    this.#firsts = options.firsts;
    this.#starts = options.starts;
    this.#used = options.pieces.at(-1)?.length ?? 0;
  }

  static create(options: { maxBytes: number }): PackedTexts {
    const starts = new GrowingInts();
    return new PackedTexts({ ...options, pieces: [], firsts: [], starts });
  }

  static fromData(data: PackedTextsData): PackedTexts {
    return new PackedTexts({
      maxBytes: 0,
      pieces: data.pieces.map(({ buffer, byteOffset, byteLength }) =>
        Buffer.from(buffer, byteOffset, byteLength),
      ),
      firsts: data.firsts,
      starts: GrowingInts.of(data.starts),
    });
  }

  get length(): number {
    return this.#starts.length;
  }

  add(text: string): void {
    // No character takes more than three bytes for each unit of its length.
    let piece = this.#pieces.at(-1);
    if (!piece || this.#used + text.length * 3 > piece.length) {
      const bytes = Buffer.byteLength(text);
      if (!piece || this.#used + bytes > piece.length) {
        piece = this.#addPiece(bytes);
      }
    }
    this.#starts.push(this.#used);
    this.#used += piece.write(text, this.#used);
  }

  at(position: number): string {
    const index = this.#pieceOf(position);
    const piece = this.#pieces[index];
    const next = position + 1;
    let stop = index === this.#pieces.length - 1 ? this.#used : piece.length;
    if (next < (this.#firsts[index + 1] ?? this.length)) {
      stop = this.#starts.at(next);
    }
    return piece.toString('utf8', this.#starts.at(position), stop);
  }

  /** For another thread; after its memory was transferred nothing more can be read here. */
  toData(): PackedTextsData {
    const last = this.#pieces.length - 1;
    return {
      pieces: this.#pieces.map((piece, index) =>
        index === last ? piece.subarray(0, this.#used) : piece,
      ),
      firsts: this.#firsts,
      starts: this.#starts.view(),
    };
  }

  #addPiece(needed: number): Buffer {
    const last = this.#pieces.at(-1);
    const usual = last
      ? Math.min(PIECE_BYTES, last.length * 2)
      : FIRST_PIECE_BYTES;
    const size = Math.max(usual, needed);
    this.#bytes += size;
    if (this.#bytes > this.#maxBytes) {
      throw new SbomRefusal(
        'out-of-memory',
        `component ${this.length}`,
        `more than ${this.#maxBytes} bytes`,
      );
    }
    if (last) {
      this.#pieces[this.#pieces.length - 1] = last.subarray(0, this.#used);
    }
    // In memory of its own, so that the whole of it can be transferred.
    const piece = Buffer.allocUnsafeSlow(size);
    this.#pieces.push(piece);
    this.#firsts.push(this.length);
    this.#used = 0;
    return piece;
  }

  #pieceOf(position: number): number {
    let low = 0;
    let high = this.#firsts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#firsts[middle] <= position) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
