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
 * A value from outside as it may stand in a message: on one line, of bounded length, in quotes, without control
 * characters and without those that turn the direction of what follows.
 */
export function quoteValue(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value) ?? '';
  const characters = [...text.slice(0, MAX_QUOTED * 4)];
  const shown = characters
    .slice(0, MAX_QUOTED)
    .join('')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, '\uFFFD');
  return characters.length > MAX_QUOTED ? `'${shown}…'` : `'${shown}'`;
}
