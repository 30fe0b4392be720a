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

import { JsonValueReader } from './JsonValueReader';
import { JsonShape, KeyEntry, sameBytes, ShapeField } from './JsonShape';
import {
  CLOSE_BRACE,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from './jsonBytes';

const PROTO = Buffer.from('__proto__');

/** Of hashes, licences and the like; real documents have a few dozen. */
const MOST_IN_LIST = 1000;

/** Reads values as shapes: an object with the kept keys, everything else passed over. */
export class JsonReader extends JsonValueReader {
  readonly #stack: object[] = [];
  #top = 0;
  /** Values of the objects that are being read, those of one behind those of the one around it. */
  readonly #values: unknown[] = [];
  #valuesTop = 0;

  /** Forgets what was read of a value that is tried again. */
  restart(pos: number, level: number): void {
    this.pos = pos;
    this.level = level;
    this.leaf = '';
    this.#top = 0;
    this.#valuesTop = 0;
  }

  /** Reads the object that begins at the current byte; anything else is passed over and noted. */
  readObject<T extends object>(
    shape: JsonShape<T>,
    depth: number,
  ): T | undefined {
    if (this.peek() !== OPEN_BRACE) {
      this.skipWrongType(depth, 'object');
      return undefined;
    }
    if (depth >= this.limits.maxJsonDepth) {
      throw this.refuse(
        'json-too-deep',
        `more than ${this.limits.maxJsonDepth} levels`,
      );
    }
    this.pos += 1;
    const values = this.#values;
    const base = this.#valuesTop;
    const top = base + shape.size;
    for (let i = base; i < top; i++) {
      values[i] = undefined;
    }
    if (this.peek() === CLOSE_BRACE) {
      this.pos += 1;
      return this.#makeObject(shape, base);
    }
    this.#valuesTop = top;
    let key = shape.start;
    let seen = 0;
    for (;;) {
      const foreseen = key.next;
      let field: ShapeField | undefined;
      if (foreseen !== undefined && this.#skipIfWritten(foreseen)) {
        key = foreseen;
        field = key.field;
      } else {
        key = this.#readKey(shape, key);
        field =
          key === shape.odd ? shape.findByName(this.longText()) : key.field;
        this.expect(COLON);
      }
      if (field === undefined) {
        this.skipValue(depth + 1);
      } else {
        if ((seen & field.bit) !== 0) {
          this.note('duplicate-key');
        }
        seen |= field.bit;
        if (field.kind === 'text') {
          this.leaf = field.name;
          values[base + field.slot] = this.readText(depth + 1);
          this.leaf = '';
        } else {
          this.enter(field.name);
          values[base + field.slot] = this.readField(field, depth + 1);
          this.leave();
        }
      }
      const next = this.peek();
      if (next === COMMA) {
        this.pos += 1;
      } else if (next === CLOSE_BRACE) {
        this.pos += 1;
        this.#valuesTop = base;
        return this.#makeObject(shape, base);
      } else {
        throw this.unexpected();
      }
    }
  }

  #makeObject<T extends object>(shape: JsonShape<T>, base: number): T {
    // The values were read as the fields of this shape ask for.
    return shape.makeObject(
      this.#values as ArrayLike<unknown> as ArrayLike<never>,
      base,
    );
  }

  /** Moves over a key and remembers that it follows the one before. */
  #readKey<T extends object>(
    shape: JsonShape<T>,
    previous: KeyEntry,
  ): KeyEntry {
    if (this.peek() !== QUOTE) {
      throw this.unexpected();
    }
    this.scanString();
    if (this.textClass !== 0) {
      return shape.odd;
    }
    const { textStart, textStop } = this;
    const entry = shape.find(this.buffer, textStart, textStop);
    if (
      entry.field === undefined &&
      sameBytes(PROTO, this.buffer, textStart, textStop)
    ) {
      this.note('prototype-key');
    }
    previous.next = entry;
    return entry;
  }

  /** Moves over the key that was foreseen, when it is the one that stands here. */
  #skipIfWritten({ written, fours }: KeyEntry): boolean {
    const { buffer, view } = this;
    let { pos } = this;
    if (buffer[pos] !== QUOTE) {
      this.peek();
      pos = this.pos;
    }
    const length = written.length;
    if (pos + length >= this.end) {
      return false;
    }
    let i = 0;
    for (let k = 0; k < fours.length; k++) {
      if (fours[k] !== view.getInt32(pos + i, true)) {
        return false;
      }
      i += 4;
    }
    for (; i < length; i++) {
      if (written[i] !== buffer[pos + i]) {
        return false;
      }
    }
    this.pos = pos + length;
    return true;
  }

  readField(field: ShapeField, depth: number): unknown {
    switch (field.kind) {
      case 'text':
        return this.readText(depth);
      case 'list':
        return this.#readList(field, depth);
      case 'object':
        if (this.#isNull()) {
          return undefined;
        }
        return field.shape && this.readObject(field.shape(), depth);
      case 'oneOf':
        return this.#readOneOf(field, depth);
      case 'texts':
        return this.readTexts(depth);
      case 'ref':
        return this.readRef(depth);
      case 'refs':
        return this.readRefs(depth);
      case 'long':
        if (this.peek() !== QUOTE) {
          this.skipValue(depth);
          return undefined;
        }
        this.scanString();
        return this.longText();
      case 'value':
        return this.readValue(depth);
      default:
        this.skipValue(depth);
        return true;
    }
  }

  #readList(field: ShapeField, depth: number): object[] | undefined {
    const shape = field.shape?.();
    if (!shape || this.#isNull()) {
      return undefined;
    }
    const byte = this.peek();
    if (byte === OPEN_BRACE) {
      this.note('wrong-type', 'an object instead of an array');
      const object = this.readObject(shape, depth);
      return object ? [object] : [];
    }
    if (byte !== OPEN_BRACKET) {
      this.skipWrongType(depth, 'array');
      return undefined;
    }
    const needs = field.needs;
    const most =
      field.name === 'components' ? this.limits.maxComponents : MOST_IN_LIST;
    // Objects wait on one stack for all lists, and each list is made in its right size: an array that grows by itself has
    // room for seventeen.
    const stack = this.#stack;
    const bottom = this.#top;
    for (let more = this.openArray(depth); more; more = this.nextElement()) {
      if (this.#top - bottom >= most) {
        this.#skipSurplus(field, depth + 1);
        continue;
      }
      const object = this.readObject(shape, depth + 1);
      if (
        object !== undefined &&
        (needs === undefined ||
          (object as Record<string, unknown>)[needs] !== undefined)
      ) {
        stack[this.#top] = object;
        this.#top += 1;
      }
    }
    const list = stack.slice(bottom, this.#top);
    this.#top = bottom;
    return list;
  }

  /** What is too much of a small list is passed over; what is too much of the components refuses the document. */
  #skipSurplus(field: ShapeField, depth: number): void {
    if (field.name === 'components') {
      throw this.refuse(
        'too-many-components',
        `more than ${this.limits.maxComponents}`,
      );
    }
    this.note('list-too-long');
    this.skipValue(depth);
  }

  /** One of the known words, or `undefined`; no string is made for any other. */
  #readOneOf(field: ShapeField, depth: number): string | undefined {
    if (this.peek() !== QUOTE) {
      this.skipValue(depth);
      return undefined;
    }
    this.scanString();
    const values = field.values ?? [];
    for (let i = 0; i < values.length; i++) {
      if (sameBytes(values[i], this.buffer, this.textStart, this.textStop)) {
        return field.valueTexts?.[i];
      }
    }
    return undefined;
  }

  #isNull(): boolean {
    if (this.peek() !== 0x6e) {
      return false;
    }
    this.scanLiteral();
    return true;
  }
}
