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

/** Somebody whom a text must not name. */
export interface NamedPerson {
  ref: string;
  /** As the catalog shows them. */
  displayName?: string;
}

/** Bounded by what an address may be long (RFC 5321, 4.5.3.1), so that a long run of letters costs no more than that. */
const EMAIL = /[^\s@<>()]{1,64}@[^\s@<>()]{1,255}\.[^\s@<>().,;:]{2,63}/;
/** Shorter names are words as well. */
const MIN_LENGTH = 3;

/** What in a text names one of these people, or is an address of anybody; undefined when nothing does. */
export function findPersonalTrace(
  text: string,
  people: readonly NamedPerson[],
): string | undefined {
  const email = EMAIL.exec(text)?.[0];
  if (email !== undefined) {
    return email;
  }
  const folded = fold(text);
  for (const person of people) {
    const trace = namesOf(person).find(name => holdsWord(folded, fold(name)));
    if (trace !== undefined) {
      return trace;
    }
  }
  return undefined;
}

function namesOf({ ref, displayName }: NamedPerson): string[] {
  const name = ref.replace(/^.*\//, '');
  return [
    ref,
    name,
    name.split(/[._-]+/).join(' '),
    ...(displayName ? [displayName] : []),
  ].filter(text => text.length >= MIN_LENGTH);
}

function holdsWord(text: string, word: string): boolean {
  for (
    let at = text.indexOf(word);
    at !== -1;
    at = text.indexOf(word, at + 1)
  ) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) {
      return true;
    }
  }
  return false;
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{Letter}\p{Number}]/u.test(character);
}

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLocaleLowerCase('en-US');
}
