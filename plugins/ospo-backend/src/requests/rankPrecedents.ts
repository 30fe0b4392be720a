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

import {
  Precedent,
  RequestSubject,
} from '@ospo-suite/backstage-plugin-ospo-common';

/** Shorter words are in every text. */
const MIN_LETTERS = 4;
/** Words of one text that are looked at. */
const MAX_WORDS = 200;

/** Words that a text can be recognised by, each once. */
export function wordsOf(text: string): Set<string> {
  const words = text
    .normalize('NFC')
    .toLocaleLowerCase('en-US')
    .split(/[^\p{Letter}\p{Number}.+#-]+/u)
    .map(word => word.replace(/^[.-]+|[.-]+$/g, ''))
    .filter(word => [...word].length >= MIN_LETTERS);
  return new Set([...new Set(words)].slice(0, MAX_WORDS));
}

/** Those about the same thing first, then those that share most words, then the newest. */
export function rankPrecedents(
  precedents: readonly Precedent[],
  of: { subject: RequestSubject; words: ReadonlySet<string> },
): Precedent[] {
  return precedents
    .map(precedent => ({
      precedent,
      same: isSameSubject(precedent.subject, of.subject) ? 1 : 0,
      shared: sharedWords(precedent, of.words),
    }))
    .sort(
      (a, b) =>
        b.same - a.same ||
        b.shared - a.shared ||
        (a.precedent.publishedAt < b.precedent.publishedAt ? 1 : -1),
    )
    .map(({ precedent }) => precedent);
}

function isSameSubject(one: RequestSubject, other: RequestSubject): boolean {
  return (['entityRef', 'packageKey', 'licenceKey'] as const).some(
    field => one[field] !== undefined && one[field] === other[field],
  );
}

function sharedWords(
  { title, summary }: Precedent,
  words: ReadonlySet<string>,
): number {
  return [...wordsOf(`${title} ${summary}`)].filter(word => words.has(word))
    .length;
}
