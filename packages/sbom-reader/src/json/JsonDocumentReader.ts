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
import { JsonReader } from './JsonReader';
import { noteRest } from './noteRest';
import { RootPart } from './RootPart';
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  NEED_MORE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
} from './jsonBytes';

/** One element, or one root value, may not be larger: it has to lie in memory at once. */
const MAX_UNIT_BYTES = 64 * 1024 * 1024;

type State =
  | 'root'
  | 'first key'
  | 'key'
  | 'value'
  | 'first element'
  | 'element'
  | 'after element'
  | 'after value'
  | 'done';

/**
 * Reads a JSON document whose root is an object, in pieces as they arrive. Big arrays directly under the root are handed
 * over element by element, so that a document never lies in memory as a whole.
 */
export class JsonDocumentReader {
  readonly #reader: JsonReader;
  readonly #partFor: (key: string) => RootPart | undefined;
  #state: State = 'root';
  #part: RootPart | undefined;
  #index = 0;
  /** Number of root objects that are open: the document's, and those it is wrapped in. */
  #open = 0;
  #waiting: Buffer[] = [];
  #waitingBytes = 0;
  #wanted = 0;
  #start = 0;
  #level = 0;

  constructor(options: {
    reader: JsonReader;
    partFor: (key: string) => RootPart | undefined;
  }) {
    this.#reader = options.reader;
    this.#partFor = options.partFor;
  }

  /** Takes the next bytes. Call `run` afterwards. */
  push(chunk: Buffer, isLast: boolean): void {
    const reader = this.#reader;
    this.#waiting.push(chunk);
    this.#waitingBytes += chunk.length;
    const rest = reader.end - reader.pos;
    if (!isLast && rest + this.#waitingBytes < this.#wanted) {
      return;
    }
    const pieces =
      rest > 0
        ? [reader.buffer.subarray(reader.pos, reader.end), ...this.#waiting]
        : this.#waiting;
    reader.setWindow({
      buffer: pieces.length === 1 ? pieces[0] : Buffer.concat(pieces),
      pos: 0,
      base: reader.base + reader.pos,
      isLast,
    });
    this.#waiting = [];
    this.#waitingBytes = 0;
    this.#wanted = 0;
  }

  /** Reads on for about `milliseconds`; answers false when it stopped because the time was up. */
  run(milliseconds: number): boolean {
    const reader = this.#reader;
    if (this.#waitingBytes > 0) {
      return true;
    }
    const until = performance.now() + milliseconds;
    for (let steps = 1; this.#state !== 'done'; steps++) {
      this.#mark();
      try {
        this.#step();
      } catch (error) {
        if (error !== NEED_MORE) {
          throw error;
        }
        const size = reader.end - this.#start;
        reader.restart(this.#start, this.#level);
        this.#checkUnit(size);
        this.#wanted = size * 2;
        return true;
      }
      this.#checkUnit(reader.pos - this.#start);
      if (steps % 16 === 0 && performance.now() > until) {
        return false;
      }
    }
    noteRest(this.#reader);
    return true;
  }

  /** What was read up to here need not be read again when the window ends. */
  #mark(): void {
    this.#start = this.#reader.pos;
    this.#level = this.#reader.level;
  }

  get isDone(): boolean {
    return this.#state === 'done';
  }

  #checkUnit(bytes: number): void {
    if (bytes > MAX_UNIT_BYTES) {
      throw this.#reader.refuse(
        'element-too-large',
        `more than ${MAX_UNIT_BYTES} bytes`,
      );
    }
  }

  #step(): void {
    const reader = this.#reader;
    switch (this.#state) {
      case 'root':
        if (reader.peek() !== OPEN_BRACE) {
          throw new SbomRefusal('not-an-sbom', `byte ${reader.pos}`);
        }
        this.#openObject();
        break;
      case 'first key':
        if (reader.peek() === CLOSE_BRACE) {
          this.#closeObject();
        } else {
          this.#state = 'key';
        }
        break;
      case 'key':
        this.#readKey();
        break;
      case 'value':
        this.#readValue();
        break;
      case 'first element':
        if (reader.peek() === CLOSE_BRACKET) {
          reader.pos += 1;
          this.#endValue(true);
        } else {
          this.#index = 0;
          this.#state = 'element';
          reader.enter(0);
        }
        break;
      case 'element':
        reader.at(this.#index);
        this.#readElement();
        this.#index += 1;
        this.#state = 'after element';
        this.#mark();
        this.#readAfterElement();
        break;
      case 'after element':
        this.#readAfterElement();
        break;
      case 'after value':
        this.#readAfterValue();
        break;
      default:
        break;
    }
  }

  #openObject(): void {
    if (this.#open >= 8) {
      throw this.#reader.refuse('wrapped-too-often');
    }
    this.#reader.pos += 1;
    this.#open += 1;
    this.#state = 'first key';
  }

  #closeObject(): void {
    this.#reader.pos += 1;
    this.#open -= 1;
    if (this.#open === 0) {
      this.#state = 'done';
    } else {
      this.#endValue(true);
    }
  }

  #readKey(): void {
    const reader = this.#reader;
    if (reader.peek() !== QUOTE) {
      throw reader.unexpected();
    }
    reader.scanString();
    const key = reader.text();
    reader.expect(COLON);
    if (key === '__proto__') {
      reader.note('prototype-key');
    }
    this.#part = this.#partFor(key);
    reader.enter(key);
    this.#state = 'value';
  }

  #readValue(): void {
    const reader = this.#reader;
    const byte = reader.peek();
    const part = this.#part;
    if (byte === OPEN_BRACKET && (!part || 'each' in part || 'count' in part)) {
      reader.pos += 1;
      this.#state = 'first element';
      return;
    }
    if (part && 'inside' in part && byte === OPEN_BRACE) {
      part.inside();
      this.#openObject();
      return;
    }
    if (part && 'inside' in part && byte === QUOTE) {
      reader.skipValue(this.#open);
    } else {
      this.#readPart(part);
    }
    this.#endValue(true);
  }

  #readPart(part: RootPart | undefined): void {
    const reader = this.#reader;
    const depth = this.#open;
    if (!part || 'count' in part || 'inside' in part) {
      reader.skipValue(depth);
    } else if ('text' in part) {
      const text = reader.readText(depth);
      if (text !== undefined) {
        part.text(text);
      }
    } else if ('texts' in part) {
      part.texts(reader.readTexts(depth) ?? []);
    } else if ('long' in part) {
      if (reader.peek() === QUOTE) {
        reader.scanString();
        part.long(reader.longText());
      } else {
        reader.skipValue(depth);
      }
    } else if ('value' in part) {
      part.value(reader.readValue(depth));
    } else {
      const { shape, take } = 'object' in part ? part.object : part.each;
      if ('each' in part && reader.peek() === OPEN_BRACE) {
        reader.note('wrong-type', 'an object instead of an array');
      }
      const object = reader.readObject(shape, depth);
      if (object !== undefined) {
        take(object);
      }
    }
  }

  #readElement(): void {
    const reader = this.#reader;
    const part = this.#part;
    const depth = this.#open + 1;
    if (part && 'each' in part) {
      const object = reader.readObject(part.each.shape, depth);
      if (object !== undefined) {
        part.each.take(object);
      }
      return;
    }
    reader.skipValue(depth);
    if (part && 'count' in part) {
      part.count();
    }
  }

  #readAfterElement(): void {
    const reader = this.#reader;
    const next = reader.peek();
    if (next === COMMA) {
      reader.pos += 1;
      this.#state = 'element';
    } else if (next === CLOSE_BRACKET) {
      reader.pos += 1;
      reader.leave();
      this.#endValue(true);
    } else {
      throw reader.unexpected();
    }
  }

  #readAfterValue(): void {
    const reader = this.#reader;
    const next = reader.peek();
    if (next === COMMA) {
      reader.pos += 1;
      this.#state = 'key';
    } else if (next === CLOSE_BRACE) {
      this.#closeObject();
    } else {
      throw reader.unexpected();
    }
  }

  #endValue(entered: boolean): void {
    if (entered) {
      this.#reader.leave();
    }
    this.#part = undefined;
    this.#state = 'after value';
  }
}
