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

/**
 * What the reader wants of a JSON value.
 *
 * - `text`: a string; a number is kept as it is written
 * - `texts`: one string or an array of strings
 * - `long`: a string of any length (a wrapped document)
 * - `value`: anything, for small parts whose form differs between versions
 * - `skip`: only its form is checked
 */
export type JsonField =
  | 'text'
  | 'texts'
  | 'long'
  | 'value'
  | 'skip'
  | { object: () => JsonShape<object> }
  | { list: () => JsonShape<object>; needs?: string }
  | { oneOf: readonly string[] };

/** A field that a shape keeps. */
export interface ShapeField {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly kind:
    | 'text'
    | 'texts'
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

const TABLE_SIZE = 64;

/**
 * Which keys of a JSON object are kept, and as what. All other keys are passed over without a string being made of them,
 * which is what makes reading cheaper than `JSON.parse`.
 */
export class JsonShape<T extends object> {
  readonly #create: () => T;
  readonly #table: (ShapeField[] | undefined)[] = new Array(TABLE_SIZE).fill(
    undefined,
  );
  readonly #byName = new Map<string, ShapeField>();

  private constructor(
    create: () => T,
    fields: Partial<Record<keyof T & string, JsonField>>,
  ) {
    this.#create = create;
    for (const name of Object.keys(create())) {
      const wanted = (fields as Record<string, JsonField>)[name] ?? 'text';
      const field = createField(name, wanted);
      const slot = hashOf(field.bytes, 0, field.bytes.length);
      (this.#table[slot] ??= []).push(field);
      this.#byName.set(name, field);
    }
  }

  /**
   * `create` gives an object with every kept key set to `undefined`; a key without an entry in `fields` is a `text`.
   */
  static create<T extends object>(
    create: () => T,
    fields: Partial<Record<keyof T & string, JsonField>> = {},
  ): JsonShape<T> {
    return new JsonShape(create, fields);
  }

  emptyObject(): T {
    return this.#create();
  }

  /** The field whose name stands in the buffer from `start` to `stop`. */
  find(
    buffer: Uint8Array,
    start: number,
    stop: number,
  ): ShapeField | undefined {
    const candidates = this.#table[hashOf(buffer, start, stop)];
    if (candidates === undefined) {
      return undefined;
    }
    for (let i = 0; i < candidates.length; i++) {
      if (sameBytes(candidates[i].bytes, buffer, start, stop)) {
        return candidates[i];
      }
    }
    return undefined;
  }

  findByName(name: string): ShapeField | undefined {
    return this.#byName.get(name);
  }
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

function createField(name: string, wanted: JsonField): ShapeField {
  const bytes = Buffer.from(name);
  if (typeof wanted === 'string') {
    return { name, bytes, kind: wanted };
  }
  if ('object' in wanted) {
    return { name, bytes, kind: 'object', shape: wanted.object };
  }
  if ('list' in wanted) {
    const { list, needs } = wanted;
    return { name, bytes, kind: 'list', shape: list, needs };
  }
  return {
    name,
    bytes,
    kind: 'oneOf',
    values: wanted.oneOf.map(value => Buffer.from(value)),
    valueTexts: wanted.oneOf,
  };
}
