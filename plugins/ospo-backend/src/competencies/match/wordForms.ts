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

import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemSwedish } from '@orama/stemmers/swedish';
import { stopwords as englishStopWords } from '@orama/stopwords/english';
import { stopwords as swedishStopWords } from '@orama/stopwords/swedish';
import { foldText } from '../../shared/foldText';

/** Words that people ask with and that say nothing about what they ask for. */
const ASKING = [
  ...[
    'help',
    'need',
    'needs',
    'want',
    'would',
    'like',
    'question',
    'questions',
  ],
  ...['please', 'somebody', 'someone', 'anybody', 'know', 'who', 'can', 'us'],
  ...['hjälp', 'hjälpa', 'behöver', 'behov', 'vill', 'fråga', 'frågor', 'vem'],
  ...['kan', 'någon', 'veta', 'vet', 'med', 'få', 'får', 'skulle', 'gärna'],
];

const stopWords = new Set(
  [...englishStopWords, ...swedishStopWords, ...ASKING].map(foldText),
);

/** The words of a text, lower case, without those that say nothing. */
export function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? []).filter(
    word => word.length > 1 && !stopWords.has(foldText(word)),
  );
}

/**
 * The forms under which a word is kept and looked up: it may be English or Swedish, with or without marks on its
 * letters, and two words are the same when they have a form in common.
 */
export function formsOf(word: string): Set<string> {
  const folded = foldText(word);
  return new Set([
    folded,
    ...[word, folded].flatMap(form => [
      foldText(stemSwedish(form)),
      foldText(stemEnglish(form)),
    ]),
  ]);
}
