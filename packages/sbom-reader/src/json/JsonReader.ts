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

import { JsonScanner } from './JsonScanner';
import { JsonShape, sameBytes, ShapeField } from './JsonShape';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from './jsonBytes';
import { plainJson } from './plainJson';

/** Reads values as shapes: an object with the kept keys, everything else passed over. */
export class JsonReader extends JsonScanner {
  /** Reads the object that begins at the current byte; anything else is passed over and noted. */
  readObject<T extends object>(
    shape: JsonShape<T>,
    depth: number,
  ): T | undefined {
    if (this.peek() !== OPEN_BRACE) {
      this.#skipWrongType(depth, 'object');
      return undefined;
    }
    if (depth >= this.limits.maxJsonDepth) {
      throw this.refuse(
        'json-too-deep',
        `more than ${this.limits.maxJsonDepth} levels`,
      );
    }
    this.pos += 1;
    const object = shape.emptyObject();
    // The shape was made from the keys of this very object.
    const slots = object as Record<string, unknown>;
    if (this.peek() === CLOSE_BRACE) {
      this.pos += 1;
      return object;
    }
    for (;;) {
      const field = this.#readKey(shape);
      if (field === undefined) {
        this.skipValue(depth + 1);
      } else {
        this.enter(field.name);
        const value = this.readField(field, depth + 1);
        if (slots[field.name] !== undefined) {
          this.note('duplicate-key');
        }
        slots[field.name] = value;
        this.leave();
      }
      const next = this.peek();
      if (next === COMMA) {
        this.pos += 1;
      } else if (next === CLOSE_BRACE) {
        this.pos += 1;
        return object;
      } else {
        throw this.unexpected();
      }
    }
  }

  #readKey<T extends object>(shape: JsonShape<T>): ShapeField | undefined {
    if (this.peek() !== QUOTE) {
      throw this.unexpected();
    }
    this.scanString();
    const { textStart, textStop } = this;
    let field: ShapeField | undefined;
    if (this.textClass === 0) {
      field = shape.find(this.buffer, textStart, textStop);
      if (
        field === undefined &&
        sameBytes(PROTO, this.buffer, textStart, textStop)
      ) {
        this.note('prototype-key');
      }
    } else {
      field = shape.findByName(this.longText());
    }
    this.expect(COLON);
    return field;
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

  readText(depth: number): string | undefined {
    const byte = this.peek();
    if (byte === QUOTE) {
      this.scanString();
      return this.text();
    }
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      this.#skipWrongType(depth, 'string');
      return undefined;
    }
    const start = this.scanLiteral();
    const literal = this.buffer.latin1Slice(
      start,
      Math.min(this.pos, start + this.limits.maxStringLength),
    );
    if (literal === 'null') {
      return undefined;
    }
    this.note('wrong-type', `${literal.slice(0, 40)} instead of a string`);
    return literal;
  }

  readTexts(depth: number): string[] | undefined {
    if (this.peek() !== OPEN_BRACKET) {
      const text = this.readText(depth);
      return text === undefined ? undefined : [text];
    }
    const texts: string[] = [];
    this.eachElement(depth, () => {
      const text = this.readText(depth + 1);
      if (text !== undefined) {
        texts.push(text);
      }
    });
    return texts;
  }

  /** A part of the document as `JSON.parse` would give it, without keys that reach for a prototype. */
  readValue(depth: number): unknown {
    this.peek();
    const start = this.pos;
    this.skipValue(depth);
    return plainJson(this.buffer.utf8Slice(start, this.pos), {
      note: code => this.note(code),
      maxStringLength: this.limits.maxStringLength,
    });
  }

  /** Calls `read` at each element of the array that begins here, and moves behind the array. */
  eachElement(depth: number, read: (index: number) => void): void {
    if (depth >= this.limits.maxJsonDepth) {
      throw this.refuse(
        'json-too-deep',
        `more than ${this.limits.maxJsonDepth} levels`,
      );
    }
    this.pos += 1;
    if (this.peek() === CLOSE_BRACKET) {
      this.pos += 1;
      return;
    }
    this.enter(0);
    for (let index = 0; ; index++) {
      this.at(index);
      read(index);
      const next = this.peek();
      this.pos += 1;
      if (next === CLOSE_BRACKET) {
        this.leave();
        return;
      }
      if (next !== COMMA) {
        this.pos -= 1;
        throw this.unexpected();
      }
    }
  }

  #readList(field: ShapeField, depth: number): object[] | undefined {
    const shape = field.shape?.();
    if (!shape || this.#isNull()) {
      return undefined;
    }
    const byte = this.peek();
    const list: object[] = [];
    if (byte === OPEN_BRACE) {
      this.note('wrong-type', 'an object instead of an array');
      const object = this.readObject(shape, depth);
      return object ? [object] : list;
    }
    if (byte !== OPEN_BRACKET) {
      this.#skipWrongType(depth, 'array');
      return undefined;
    }
    const needs = field.needs;
    this.eachElement(depth, () => {
      const object = this.readObject(shape, depth + 1);
      if (
        object !== undefined &&
        (needs === undefined ||
          (object as Record<string, unknown>)[needs] !== undefined)
      ) {
        list.push(object);
      }
    });
    return list;
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

  #skipWrongType(depth: number, wanted: string): void {
    const byte = this.peek();
    this.skipValue(depth);
    if (byte !== 0x6e) {
      this.note('wrong-type', `no ${wanted}`);
    } else if (wanted === 'object') {
      this.note('null-element');
    }
  }
}

const PROTO = Buffer.from('__proto__');
