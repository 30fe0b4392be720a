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

import { FindingList } from '../findings/FindingList';
import { RefTable } from '../model/RefTable';
import { SbomLimits } from '../types';
import {
  CLOSE_BRACKET,
  COMMA,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from './jsonBytes';
import { JsonScanner } from './JsonScanner';
import { plainJson } from './plainJson';

const MOST_VALUE_BYTES = 1024 * 1024;

/** Reads texts, identifiers and arrays. */
export class JsonValueReader extends JsonScanner {
  readonly refs: RefTable;

  constructor(options: {
    findings: FindingList;
    limits: SbomLimits;
    refs: RefTable;
  }) {
    super(options);
    this.refs = options.refs;
  }

  readText(depth: number): string | undefined {
    const byte = this.peek();
    if (byte === QUOTE) {
      this.scanString();
      return this.text();
    }
    if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      this.skipWrongType(depth, 'string');
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
    for (let more = this.openArray(depth); more; more = this.nextElement()) {
      if (texts.length >= this.limits.maxEdges) {
        throw this.refuse('too-many-edges');
      }
      const text = this.readText(depth + 1);
      if (text !== undefined) {
        texts.push(text);
      }
    }
    return texts;
  }

  /** The number of an identifier; nothing for an empty one. */
  readRef(depth: number): number | undefined {
    if (this.peek() === QUOTE) {
      this.scanString();
      const { textStart, textStop } = this;
      if (
        this.textClass === 0 &&
        textStop - textStart <= this.limits.maxStringLength
      ) {
        return textStop === textStart
          ? undefined
          : this.refs.idOfBytes(this.buffer, textStart, textStop);
      }
      const cleaned = this.text();
      return cleaned === '' ? undefined : this.refs.idOf(cleaned);
    }
    const text = this.readText(depth);
    return text === undefined ? undefined : this.refs.idOf(text);
  }

  readRefs(depth: number): number[] | undefined {
    if (this.peek() !== OPEN_BRACKET) {
      const ref = this.readRef(depth);
      return ref === undefined ? undefined : [ref];
    }
    const refs: number[] = [];
    for (let more = this.openArray(depth); more; more = this.nextElement()) {
      const ref = this.readRef(depth + 1);
      if (refs.length > this.limits.maxEdges) {
        throw this.refuse(
          'too-many-edges',
          `more than ${this.limits.maxEdges}`,
        );
      }
      if (ref !== undefined) {
        refs.push(ref);
      }
    }
    return refs;
  }

  /** A part of the document as `JSON.parse` would give it, without keys that reach for a prototype. */
  readValue(depth: number): unknown {
    this.peek();
    const start = this.pos;
    this.skipValue(depth);
    if (this.pos - start > MOST_VALUE_BYTES) {
      this.note('string-too-long');
      return undefined;
    }
    return plainJson(this.buffer.utf8Slice(start, this.pos), {
      note: code => this.note(code),
      clean: text => this.cleaner.clean(text, this.where),
      maxStringLength: this.limits.maxStringLength,
    });
  }

  /** Moves to the first element of the array that begins here; when there is none, behind the array, and answers false. */
  openArray(depth: number): boolean {
    if (depth >= this.limits.maxJsonDepth) {
      throw this.refuse(
        'json-too-deep',
        `more than ${this.limits.maxJsonDepth} levels`,
      );
    }
    this.pos += 1;
    if (this.peek() === CLOSE_BRACKET) {
      this.pos += 1;
      return false;
    }
    this.enter(0);
    return true;
  }

  /** Moves from behind an element to the next one, or behind the array, and then answers false. */
  nextElement(): boolean {
    const next = this.peek();
    if (next === COMMA) {
      this.pos += 1;
      this.countStep();
      return true;
    }
    if (next !== CLOSE_BRACKET) {
      throw this.unexpected();
    }
    this.pos += 1;
    this.leave();
    return false;
  }

  skipWrongType(depth: number, wanted: string): void {
    const byte = this.peek();
    this.skipValue(depth);
    if (byte !== 0x6e) {
      this.note('wrong-type', `no ${wanted}`);
    } else if (wanted === 'object') {
      this.note('null-element');
    }
  }
}
