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

import { stopwords as english } from '@orama/stopwords/english';
import { stopwords as swedish } from '@orama/stopwords/swedish';

const LANGUAGES = [
  ['en', new Set<string>(english)],
  ['sv', new Set<string>(swedish)],
] as const;
/** Fewer small words tell nothing. */
const MIN_WORDS = 5;

/** The language of a text as a BCP 47 tag: by its small words, and `und` where they do not tell. */
export function textLanguage(text: string): 'en' | 'sv' | 'und' {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const [first, second] = LANGUAGES.map(([tag, small]) => ({
    tag,
    count: words.filter(word => small.has(word)).length,
  })).sort((a, b) => b.count - a.count);
  return first.count >= MIN_WORDS && first.count > 2 * second.count
    ? first.tag
    : 'und';
}
