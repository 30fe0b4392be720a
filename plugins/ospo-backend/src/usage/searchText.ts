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
 * Letters for what is none. PostgreSQL's index of three characters knows letters and digits only, and would look up
 * `k-b` as every word that begins with b. A text that is searched has no capital letters otherwise.
 */
const LETTERS: Readonly<Record<string, string>> = {
  '-': 'Q',
  '.': 'X',
  '/': 'Z',
  _: 'J',
  '@': 'V',
  ':': 'W',
  '%': 'Y',
  '+': 'K',
  '~': 'H',
  ' ': 'G',
};

/** A text, or a part that is looked for in one, as `usage_packages.search_text` holds it. */
export function toSearchText(text: string): string {
  return text.toLowerCase().replace(/[-./_@:%+~ ]/g, found => LETTERS[found]);
}
