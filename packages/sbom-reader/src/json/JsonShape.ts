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

const NO_BYTES = new Uint8Array(0);
const QUOTE_MARK = Buffer.from('"');
const QUOTE_AND_COLON = Buffer.from('":');

/**
 * What the reader wants of a JSON value.
 *
 * - `text`: a string; a number is kept as it is written
 * - `texts`: one string or an array of strings
 * - `ref`, `refs`: identifiers, as their numbers in the document's table
 * - `long`: a string of any length (a wrapped document)
 * - `value`: anything, for small parts whose form differs between versions
 * - `skip`: only its form is checked
 */
export type JsonField =
  | 'text'
  | 'texts'
  | 'ref'
  | 'refs'
  | 'long'
  | 'value'
  | 'skip'
  | { object: () => JsonShape<object> }
  | { list: () => JsonShape<object>; needs?: string }
  | { oneOf: readonly string[] };

/** A field that a shape keeps. */
export interface ShapeField {
  /** Its place among the values of an object. */
  readonly slot: number;
  /** A bit of its own, for noting that the field was met. */
  readonly bit: number;
  readonly name: string;
  readonly kind:
    | 'text'
    | 'texts'
    | 'ref'
    | 'refs'
    | 'long'
    | 'value'
    | 'skip'
    | 'object'
    | 'list'
    | 'oneOf';
  readonly shape?: () => JsonShape<object>;
  readonly needs?: string;
  readonly values?: readonly Uint8Array[];
  readonly valueTexts?: readonly string[];
}

/** A key that was met in objects of a shape, kept or not. */
export interface KeyEntry {
  readonly bytes: Uint8Array;
  /** The key with its quotes and the colon, as most documents write it. */
  readonly written: Uint8Array;
  /** The same, four bytes at once, as far as they go. */
  readonly fours: Int32Array;
  readonly field: ShapeField | undefined;
  /** The key that followed this one last time: most documents write the keys of all objects in the same order. */
  next: KeyEntry | undefined;
}

/** Makes an object of the values that stand in a list from `base` on. They are of the types that the shape asks for. */
export type MakeObject<T extends object> = (
  values: ArrayLike<never>,
  base: number,
) => T;

const TABLE_SIZE = 64;
/** Keys that are not kept are remembered too, so that they can be foreseen, but no document may fill the memory. */
const MOST_UNKNOWN_KEYS = 64;
const LONGEST_UNKNOWN_KEY = 64;

/**
 * Which keys of a JSON object are kept, and as what. All other keys are passed over without a string being made of them,
 * which is what makes reading cheaper than `JSON.parse`.
 */
export class JsonShape<T extends object> {
  readonly #make: MakeObject<T>;
  /** Names of the properties, when `#make` does not put the values in itself. */
  readonly #names: (keyof T & string)[];
  /** Number of properties. */
  readonly size: number;
  readonly #table: (KeyEntry[] | undefined)[] = new Array(TABLE_SIZE).fill(
    undefined,
  );
  readonly #byName = new Map<string, ShapeField>();
  /** Stands before the first key of an object. */
  readonly start: KeyEntry = newEntry(new Uint8Array(0), undefined);
  /** Stands for a key with escapes or beyond ASCII, which is compared as text. */
  readonly odd: KeyEntry = newEntry(NO_BYTES, undefined);
  #unknownKeys = 0;

  private constructor(
    make: MakeObject<T>,
    fields: Partial<Record<keyof T & string, JsonField>>,
    keys: Partial<Record<keyof T & string, string>>,
  ) {
    this.#make = make;
    const wanted = new Map<string, JsonField>(Object.entries(fields));
    const written = new Map<string, string>(Object.entries(keys));
    // Object.keys forgets the type of the keys.
    const names = Object.keys(make([], 0)) as (keyof T & string)[];
    this.size = names.length;
    this.#names = putsValuesIn(make, names) ? [] : names;
    for (const name of names) {
      const key = written.get(name) ?? name;
      const field = createField(
        name,
        wanted.get(name) ?? 'text',
        this.#byName.size,
      );
      this.#byName.set(key, field);
      this.#addEntry(Buffer.from(key), field);
    }
  }

  /**
   * `make` gives an object with every kept property; one without an entry in `fields` is a `text`. It may put the values
   * in itself, in the order of the properties, which is much quicker than having them put in by name; or leave them all
   * `undefined`. `keys` names the keys of those that are called otherwise in the document.
   */
  static create<T extends object>(
    make: MakeObject<T>,
    fields: Partial<Record<keyof T & string, JsonField>> = {},
    keys: Partial<Record<keyof T & string, string>> = {},
  ): JsonShape<T> {
    return new JsonShape(make, fields, keys);
  }

  /** The object whose values stand in the list from `base` on. */
  makeObject(values: ArrayLike<never>, base: number): T {
    const object = this.#make(values, base);
    const names = this.#names;
    for (let i = 0; i < names.length; i++) {
      object[names[i]] = values[base + i];
    }
    return object;
  }

  /** The key that stands in the buffer from `start` to `stop`. */
  find(buffer: Uint8Array, start: number, stop: number): KeyEntry {
    const candidates = this.#table[hashOf(buffer, start, stop)];
    if (candidates !== undefined) {
      for (let i = 0; i < candidates.length; i++) {
        if (sameBytes(candidates[i].bytes, buffer, start, stop)) {
          return candidates[i];
        }
      }
    }
    if (
      this.#unknownKeys >= MOST_UNKNOWN_KEYS ||
      stop - start > LONGEST_UNKNOWN_KEY
    ) {
      return newEntry(NO_BYTES, undefined);
    }
    this.#unknownKeys += 1;
    return this.#addEntry(buffer.slice(start, stop), undefined);
  }

  findByName(name: string): ShapeField | undefined {
    return this.#byName.get(name);
  }

  #addEntry(bytes: Uint8Array, field: ShapeField | undefined): KeyEntry {
    const entry = newEntry(Uint8Array.from(bytes), field);
    const slot = hashOf(bytes, 0, bytes.length);
    (this.#table[slot] ??= []).push(entry);
    return entry;
  }
}

/** Whether an object is made with the values in their places; in none or all of them, or the shape is written wrongly. */
function putsValuesIn<T extends object>(
  make: MakeObject<T>,
  names: (keyof T & string)[],
): boolean {
  const marks = names.map((_, index) => index);
  // Numbers stand for values of any type here.
  const object = make(marks as ArrayLike<unknown> as ArrayLike<never>, 0);
  const isRight = names.map((name, index) => object[name] === marks[index]);
  if (isRight.includes(true) && isRight.includes(false)) {
    throw new Error(`Not in the order of the properties: ${names.join(', ')}`);
  }
  return isRight.includes(true);
}

function newEntry(bytes: Uint8Array, field: ShapeField | undefined): KeyEntry {
  const written = Buffer.concat([QUOTE_MARK, bytes, QUOTE_AND_COLON]);
  const fours = new Int32Array(Math.floor(written.length / 4));
  fours.forEach((_, index) => {
    fours[index] = written.readInt32LE(index * 4);
  });
  return { bytes, written, fours, field, next: undefined };
}

/** Whether the bytes from `start` to `stop` are exactly `expected`. */
export function sameBytes(
  expected: Uint8Array,
  buffer: Uint8Array,
  start: number,
  stop: number,
): boolean {
  const length = expected.length;
  if (stop - start !== length) {
    return false;
  }
  for (let i = 0; i < length; i++) {
    if (expected[i] !== buffer[start + i]) {
      return false;
    }
  }
  return true;
}

function hashOf(buffer: Uint8Array, start: number, stop: number): number {
  return stop === start
    ? 0
    : ((stop - start) * 7 + buffer[start] * 3 + buffer[stop - 1]) &
        (TABLE_SIZE - 1);
}

function createField(
  name: string,
  wanted: JsonField,
  slot: number,
): ShapeField {
  const field = { name, slot, bit: 2 ** slot };
  if (typeof wanted === 'string') {
    return { ...field, kind: wanted };
  }
  if ('object' in wanted) {
    return { ...field, kind: 'object', shape: wanted.object };
  }
  if ('list' in wanted) {
    const { list, needs } = wanted;
    return { ...field, kind: 'list', shape: list, needs };
  }
  return {
    ...field,
    kind: 'oneOf',
    values: wanted.oneOf.map(value => Buffer.from(value)),
    valueTexts: wanted.oneOf,
  };
}
