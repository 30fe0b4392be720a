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
import { TextCleaner } from '../text/TextCleaner';
import { SbomLimits } from '../types';
import {
  BACKSLASH,
  classOfByte,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  ESCAPE_BYTE,
  NEED_MORE,
  OPEN_BRACE,
  OPEN_BRACKET,
  PLAIN_BYTE,
  QUOTE,
  QUOTE_BYTE,
} from './jsonBytes';
import { areInside, arePlain } from './fourBytes';
import { JsonCursor } from './JsonCursor';
import { unescapeJson } from './unescapeJson';

/** From this length on a passed-over string is left to the native search for its end. */
const NATIVE_SEARCH_FROM = 96;
const LONGEST_SHORT_TEXT = 20;
const SHORT_TEXTS = 512;

const classOfNumberByte = new Uint8Array(256);
for (const byte of Buffer.from('0123456789+-.eE')) {
  classOfNumberByte[byte] = 1;
}

/** Moves over strings, literals and whole values. */
export class JsonScanner extends JsonCursor {
  protected readonly cleaner: TextCleaner;
  readonly #isObject: Uint8Array;
  readonly #shortTexts: string[] = new Array<string>(SHORT_TEXTS).fill('');
  protected textStart = 0;
  protected textStop = 0;
  protected textClass = 0;

  constructor(options: { findings: FindingList; limits: SbomLimits }) {
    super(options);
    this.cleaner = new TextCleaner(options.findings);
    this.#isObject = new Uint8Array(options.limits.maxJsonDepth + 2);
  }

  /** Moves over a string and remembers where its content lies and what kinds of bytes are in it. */
  scanString(): void {
    const buffer = this.buffer;
    const end = this.end;
    let i = this.pos + 1;
    const start = i;
    let seen = 0;
    const { view } = this;
    const lastFour = end - 4;
    while (i <= lastFour && arePlain(view.getInt32(i, true))) {
      i += 4;
    }
    for (;;) {
      while (i < end && classOfByte[buffer[i]] === PLAIN_BYTE) {
        i++;
      }
      if (i >= end) {
        throw this.ranOut();
      }
      const kind = classOfByte[buffer[i]];
      if (kind === QUOTE_BYTE) {
        break;
      }
      seen |= kind;
      i += kind === ESCAPE_BYTE ? 2 : 1;
    }
    this.textStart = start;
    this.textStop = i;
    this.textClass = seen;
    this.pos = i + 1;
  }

  /** Moves over a string without looking at its content. */
  skipString(): void {
    const buffer = this.buffer;
    const end = this.end;
    const start = this.pos + 1;
    let i = start;
    const soon = Math.min(end, i + NATIVE_SEARCH_FROM);
    const { view } = this;
    const lastFour = soon - 4;
    while (i <= lastFour && areInside(view.getInt32(i, true))) {
      i += 4;
    }
    while (i < soon) {
      const byte = buffer[i];
      if (byte === QUOTE) {
        this.pos = i + 1;
        return;
      }
      i += byte === BACKSLASH ? 2 : 1;
    }
    let from = i;
    for (;;) {
      const quote = from < end ? buffer.indexOf(QUOTE, from) : -1;
      if (quote < 0) {
        throw this.ranOut();
      }
      let before = quote - 1;
      while (before >= i && buffer[before] === BACKSLASH) {
        before--;
      }
      if ((quote - 1 - before) % 2 === 0) {
        this.pos = quote + 1;
        return;
      }
      from = quote + 1;
    }
  }

  /** The string that was scanned last, made fit for use and cut at the limit. */
  text(): string {
    const { textStart, textClass } = this;
    let stop = this.textStop;
    const most = this.limits.maxStringLength;
    if (textClass === 0 && stop - textStart <= most) {
      return stop - textStart <= LONGEST_SHORT_TEXT
        ? this.#shortText(textStart, stop)
        : this.buffer.latin1Slice(textStart, stop);
    }
    // One character takes at most six bytes, as an escape.
    if (stop - textStart > most * 6) {
      stop = textStart + most * 6;
    }
    let text = this.buffer.utf8Slice(textStart, stop);
    if (textClass & ESCAPE_BYTE) {
      text = unescapeJson(text);
    }
    text = this.cleaner.clean(text, this.where);
    if (text.length > most) {
      this.note('string-too-long', text.slice(0, 40));
      text = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
    } else if (stop !== this.textStop) {
      this.note('string-too-long', text.slice(0, 40));
    }
    return text;
  }

  /** Short texts repeat (types, algorithms, licences), and comparing is cheaper than making a string. */
  #shortText(start: number, stop: number): string {
    const buffer = this.buffer;
    const length = stop - start;
    if (length === 0) {
      return '';
    }
    const slot =
      (length * 31 +
        buffer[start] * 7 +
        buffer[stop - 1] * 3 +
        buffer[start + (length >> 1)]) &
      (SHORT_TEXTS - 1);
    const known = this.#shortTexts[slot];
    if (known.length === length) {
      let i = 0;
      while (i < length && known.charCodeAt(i) === buffer[start + i]) {
        i++;
      }
      if (i === length) {
        return known;
      }
    }
    const text = buffer.latin1Slice(start, stop);
    this.#shortTexts[slot] = text;
    return text;
  }

  /** The string that was scanned last, in full. */
  longText(): string {
    const text = this.buffer.utf8Slice(this.textStart, this.textStop);
    return this.textClass & ESCAPE_BYTE ? unescapeJson(text) : text;
  }

  /** Moves over a number, `true`, `false` or `null`; answers where it began. */
  scanLiteral(): number {
    const buffer = this.buffer;
    const start = this.pos;
    const first = buffer[start];
    if (first === 0x6e) {
      this.#word('null');
    } else if (first === 0x74) {
      this.#word('true');
    } else if (first === 0x66) {
      this.#word('false');
    } else if ((first >= 0x30 && first <= 0x39) || first === 0x2d) {
      let i = start + 1;
      const end = this.end;
      while (i < end && classOfNumberByte[buffer[i]] === 1) {
        i++;
      }
      if (i >= end && !this.isLast) {
        throw NEED_MORE;
      }
      this.pos = i;
    } else {
      throw this.unexpected();
    }
    return start;
  }

  #word(word: string): void {
    const { buffer, pos } = this;
    for (let i = 0; i < word.length; i++) {
      if (pos + i >= this.end) {
        throw this.ranOut();
      }
      if (buffer[pos + i] !== word.charCodeAt(i)) {
        throw this.unexpected();
      }
    }
    this.pos = pos + word.length;
  }

  /** Moves over the quoted key and the colon behind it. */
  #skipKey(): void {
    if (this.peek() !== QUOTE) {
      throw this.unexpected();
    }
    this.skipString();
    this.expect(COLON);
  }

  /** Moves over any value, checking brackets, commas and colons, without recursion. `depth` is that of the value itself. */
  skipValue(depth: number): void {
    const isObject = this.#isObject;
    const most = this.limits.maxJsonDepth;
    let open = 0;
    for (;;) {
      const byte = this.peek();
      if (byte === QUOTE) {
        this.skipString();
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        if (depth + open >= most) {
          throw this.refuse('json-too-deep', `more than ${most} levels`);
        }
        this.pos += 1;
        const object = byte === OPEN_BRACE;
        if (this.peek() !== (object ? CLOSE_BRACE : CLOSE_BRACKET)) {
          isObject[open] = object ? 1 : 0;
          open += 1;
          if (object) {
            this.#skipKey();
          }
          continue;
        }
        this.pos += 1;
      } else {
        this.scanLiteral();
      }
      // A value ended: close what ends with it, or go on behind a comma.
      for (;;) {
        if (open === 0) {
          return;
        }
        const next = this.peek();
        const object = isObject[open - 1] === 1;
        if (next === COMMA) {
          this.pos += 1;
          if (object) {
            this.#skipKey();
          }
          break;
        }
        if (next !== (object ? CLOSE_BRACE : CLOSE_BRACKET)) {
          throw this.unexpected();
        }
        this.pos += 1;
        open -= 1;
      }
    }
  }
}
