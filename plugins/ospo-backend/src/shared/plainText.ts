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

const MAX_QUOTED = 120;

/**
 * Text from outside as it may stand in a row, a message or a log: valid Unicode on one line, without control
 * characters and without those that turn the direction of what follows.
 */
export function plainText(text: string): string {
  // Buffer replaces what is no valid Unicode, which PostgreSQL refuses.
  return Buffer.from(text)
    .toString()
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\uFFFD');
}

/** A value that a person wrote, as it may stand in a message: plain, of bounded length, in quotes. */
export function quoteValue(value: string): string {
  const characters = [...plainText(value.slice(0, MAX_QUOTED * 4))];
  return characters.length > MAX_QUOTED
    ? `'${characters.slice(0, MAX_QUOTED).join('')}…'`
    : `'${characters.join('')}'`;
}
