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

import { FindingCode } from '../findings/findingCatalogue';
import { FindingList } from '../findings/FindingList';
import { SbomRefusal } from '../findings/SbomRefusal';
import { SliceableBuffer, sliceable } from '../text/SliceableBuffer';
import { SbomLimits } from '../types';
import { NEED_MORE } from './jsonBytes';

/**
 * A place in JSON text as bytes. It works on one window of the document; when the window ends within a value `ranOut` gives
 * `NEED_MORE` to throw, and the value is tried again with more bytes.
 */
export class JsonCursor {
  buffer: SliceableBuffer = sliceable(Buffer.alloc(0));
  /** The same bytes, of which four are looked at at once. */
  view = new DataView(new ArrayBuffer(0));
  pos = 0;
  end = 0;
  /** Number of bytes of the document before the window. */
  base = 0;
  /** True when no bytes follow the window. */
  isLast = false;

  readonly findings: FindingList;
  readonly limits: SbomLimits;
  /** Keys and indexes that lead to the current place; `level` of them count. */
  readonly #trail: (string | number)[] = [];
  level = 0;
  /** Key of the text that is being read; part of the place without the cost of entering and leaving. */
  leaf = '';

  constructor(options: { findings: FindingList; limits: SbomLimits }) {
    this.findings = options.findings;
    this.limits = options.limits;
  }

  setWindow(options: {
    buffer: Buffer;
    pos: number;
    base: number;
    isLast: boolean;
  }): void {
    const { buffer } = options;
    this.buffer = sliceable(buffer);
    this.view = new DataView(
      buffer.buffer,
      buffer.byteOffset,
      buffer.byteLength,
    );
    this.pos = options.pos;
    this.end = options.buffer.length;
    this.base = options.base;
    this.isLast = options.isLast;
  }

  enter(step: string | number): void {
    this.#trail[this.level] = step;
    this.level += 1;
  }

  at(step: string | number): void {
    this.#trail[this.level - 1] = step;
  }

  /** Moves from one index of an array to the next. */
  countStep(): void {
    const last = this.level - 1;
    this.#trail[last] = Number(this.#trail[last]) + 1;
  }

  leave(): void {
    this.level -= 1;
  }

  /** JSON pointer of the current place. */
  where = (): string =>
    `/${[
      ...this.#trail.slice(0, this.level),
      ...(this.leaf === '' ? [] : [this.leaf]),
    ]
      .map(step => String(step).replace(/~/g, '~0').replace(/\//g, '~1'))
      .join('/')}`;

  note(code: FindingCode, detail?: string): void {
    this.findings.add(code, this.where, detail);
  }

  refuse(code: FindingCode, detail?: string): SbomRefusal {
    return new SbomRefusal(
      code,
      `${this.where()} at byte ${this.base + this.pos}`,
      detail,
    );
  }

  /** Called when the window is used up within a value. */
  ranOut(): unknown {
    if (this.isLast) {
      this.pos = this.end;
      return this.refuse('truncated');
    }
    return NEED_MORE;
  }

  unexpected(): unknown {
    if (this.pos >= this.end) {
      return this.ranOut();
    }
    const byte = this.buffer[this.pos];
    const shown =
      byte > 0x20 && byte < 0x7f
        ? `'${String.fromCharCode(byte)}'`
        : `byte 0x${byte.toString(16).padStart(2, '0')}`;
    return this.refuse('json-syntax', `unexpected ${shown}`);
  }

  /** The next byte that is not white space; it is not consumed. */
  peek(): number {
    const buffer = this.buffer;
    const end = this.end;
    let i = this.pos;
    while (i < end) {
      const byte = buffer[i];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
        this.pos = i;
        return byte;
      }
      i++;
    }
    this.pos = i;
    throw this.ranOut();
  }

  expect(byte: number): void {
    if (this.peek() !== byte) {
      throw this.unexpected();
    }
    this.pos += 1;
  }
}
