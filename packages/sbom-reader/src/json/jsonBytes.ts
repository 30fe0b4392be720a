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

export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;
export const OPEN_BRACE = 0x7b;
export const CLOSE_BRACE = 0x7d;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const COMMA = 0x2c;
export const COLON = 0x3a;

/** Thrown when a value goes on behind the window; not an error, and without a stack because it is thrown once a window. */
export const NEED_MORE: unique symbol = Symbol('need more bytes');

// What a byte means within a string; powers of two, so that those seen can be added up. Plain constants and not an enum,
// because the loops over every byte of a document use them.
export const PLAIN_BYTE = 0;
export const ESCAPE_BYTE = 1;
export const CONTROL_BYTE = 2;
export const HIGH_BYTE = 4;
export const QUOTE_BYTE = 8;

export const classOfByte = new Uint8Array(256);
for (let byte = 0; byte < 256; byte++) {
  if (byte < 0x20 || byte === 0x7f) {
    classOfByte[byte] = CONTROL_BYTE;
  } else if (byte >= 0x80) {
    classOfByte[byte] = HIGH_BYTE;
  }
}
classOfByte[QUOTE] = QUOTE_BYTE;
classOfByte[BACKSLASH] = ESCAPE_BYTE;
