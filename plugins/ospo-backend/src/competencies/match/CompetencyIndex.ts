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
  Competency,
  CompetencyMatch,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { RequestTypeTexts } from '../RequestTypeTexts';
import { formsOf, wordsOf } from './wordForms';

type Field = CompetencyMatch['matched'][number]['field'];

const WEIGHTS: Record<Field, number> = {
  title: 8,
  tags: 5,
  'request-type': 4,
  description: 1,
};
/** A shorter word begins too many others. */
const MIN_PREFIX = 4;
/** What a word is worth that only begins like the other: Swedish writes `licensfråga` in one. */
const PREFIX_WORTH = 0.5;
const MAX_WORDS = 60;
const MAX_MATCHES = 10;
/** What is this much worse than the best is no answer. */
const LEAST_SHARE = 0.15;

interface Posting {
  ref: string;
  field: Field;
}

interface Score {
  total: number;
  fields: Map<Field, { score: number; words: Set<string> }>;
}

/** Finds the competencies that a question in plain words is about. In memory, and the same for everybody. */
export class CompetencyIndex {
  readonly #postings = new Map<string, Posting[]>();
  readonly #terms: string[];
  readonly #size: number;

  static create(
    competencies: Iterable<Competency>,
    requestTypes: readonly RequestTypeTexts[],
  ): CompetencyIndex {
    return new CompetencyIndex([...competencies], requestTypes);
  }

  private constructor(
    competencies: Competency[],
    requestTypes: readonly RequestTypeTexts[],
  ) {
    const texts = new Map(requestTypes.map(({ id, texts: of }) => [id, of]));
    for (const competency of competencies) {
      this.#add(competency.ref, 'title', [
        competency.title,
        nameOf(competency.ref),
      ]);
      this.#add(competency.ref, 'tags', competency.tags);
      this.#add(
        competency.ref,
        'request-type',
        competency.requestTypes.flatMap(id => [id, ...(texts.get(id) ?? [])]),
      );
      this.#add(competency.ref, 'description', [competency.description ?? '']);
    }
    this.#terms = [...this.#postings.keys()].sort();
    this.#size = competencies.length;
  }

  /** @param competencies - those that whoever asks may see; no other is found */
  match(
    question: string,
    competencies: ReadonlyMap<string, Competency>,
  ): CompetencyMatch[] {
    const scores = new Map<string, Score>();
    for (const word of [...new Set(wordsOf(question))].slice(0, MAX_WORDS)) {
      for (const { ref, field, score } of this.#find(word)) {
        if (competencies.has(ref)) {
          addScore(scores, { ref, field, score, word });
        }
      }
    }
    const best = Math.max(0, ...[...scores.values()].map(s => s.total));
    return [...scores]
      .filter(([, { total }]) => total >= best * LEAST_SHARE)
      .sort(([a, x], [b, y]) => y.total - x.total || (a < b ? -1 : 1))
      .slice(0, MAX_MATCHES)
      .flatMap(([ref, score]) => {
        const competency = competencies.get(ref);
        return competency ? [{ competency, matched: toMatched(score) }] : [];
      });
  }

  #add(ref: string, field: Field, texts: readonly string[]): void {
    const forms = new Set(
      texts.flatMap(text => wordsOf(text).flatMap(word => [...formsOf(word)])),
    );
    for (const form of forms) {
      const postings = this.#postings.get(form);
      if (postings) {
        postings.push({ ref, field });
      } else {
        this.#postings.set(form, [{ ref, field }]);
      }
    }
  }

  /** Each field that holds the word, at its best. */
  #find(word: string): (Posting & { score: number })[] {
    const found = new Map<string, Posting & { score: number }>();
    for (const [term, worth] of this.#termsFor(word)) {
      const postings = this.#postings.get(term) ?? [];
      // A word that many competencies have tells little.
      const rarity = Math.log(1 + this.#size / postings.length);
      for (const posting of postings) {
        const key = `${posting.field} ${posting.ref}`;
        const score = WEIGHTS[posting.field] * worth * rarity;
        if (score > (found.get(key)?.score ?? 0)) {
          found.set(key, { ...posting, score });
        }
      }
    }
    return [...found.values()];
  }

  #termsFor(word: string): Map<string, number> {
    const terms = new Map<string, number>();
    for (const form of formsOf(word)) {
      for (const term of this.#beginningWith(form)) {
        terms.set(term, PREFIX_WORTH);
      }
      for (let end = MIN_PREFIX; end < form.length; end++) {
        const start = form.slice(0, end);
        if (this.#postings.has(start)) {
          terms.set(start, PREFIX_WORTH);
        }
      }
    }
    for (const form of formsOf(word)) {
      if (this.#postings.has(form)) {
        terms.set(form, 1);
      }
    }
    return terms;
  }

  *#beginningWith(start: string): Iterable<string> {
    if (start.length < MIN_PREFIX) {
      return;
    }
    let low = 0;
    let high = this.#terms.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#terms[middle] < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (
      let index = low;
      index < this.#terms.length && this.#terms[index].startsWith(start);
      index++
    ) {
      yield this.#terms[index];
    }
  }
}

function addScore(
  scores: Map<string, Score>,
  found: { ref: string; field: Field; score: number; word: string },
): void {
  const { ref, field, score, word } = found;
  const of = scores.get(ref) ?? { total: 0, fields: new Map() };
  const inField = of.fields.get(field) ?? { score: 0, words: new Set() };
  inField.score += score;
  inField.words.add(word);
  of.total += score;
  of.fields.set(field, inField);
  scores.set(ref, of);
}

function toMatched({ fields }: Score): CompetencyMatch['matched'] {
  return [...fields]
    .sort(([, a], [, b]) => b.score - a.score)
    .map(([field, { words }]) => ({ field, words: [...words] }));
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}
