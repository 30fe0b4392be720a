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

/** A text without the e-mail addresses in it. */
export function withoutAddresses(text: string): string {
  return text.replace(/\S+/g, word => (holdsAddress(word) ? '…' : word));
}

/** Looks at each character once, for a word may be long: something, an @, something, a dot, something. */
function holdsAddress(word: string): boolean {
  const at = word.indexOf('@', 1);
  return at !== -1 && word.lastIndexOf('.', word.length - 2) > at + 1;
}
