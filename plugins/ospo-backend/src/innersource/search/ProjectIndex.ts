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

import { formsOf, wordsOf } from '../../competencies';
import { foldText } from '../../shared/foldText';
import { Project, ProjectSnapshot } from '../directory/Project';

const MAX_WORDS = 20;
/** A word as it stands, the beginning of one, and a part of one. */
const WORTH = { whole: 1, start: 0.6, part: 0.3 };
/** A shorter word is a part of too many others. */
const MIN_PART = 3;

interface Posting {
  /** Place of the project in the snapshot. */
  index: number;
  weight: number;
}

/** Finds projects by words in their texts. In memory, the same for everybody; the caller leaves out what is not seen. */
export class ProjectIndex {
  readonly #postings = new Map<string, Posting[]>();
  readonly #terms: string[];
  readonly #size: number;
  readonly #found = new Map<string, Float32Array>();

  static readonly #kept = new WeakMap<ProjectSnapshot, ProjectIndex>();

  /** The one of a snapshot. */
  static of(snapshot: ProjectSnapshot): ProjectIndex {
    const index =
      ProjectIndex.#kept.get(snapshot) ?? new ProjectIndex(snapshot.projects);
    ProjectIndex.#kept.set(snapshot, index);
    return index;
  }

  private constructor(projects: readonly Project[]) {
    this.#size = projects.length;
    projects.forEach((project, index) => this.#add(project, index));
    this.#terms = [...this.#postings.keys()];
  }

  /** Weight of each project that has every word, by its place in the snapshot; 0 for the others. */
  search(q: string): Float32Array {
    const words = queryWords(q);
    const total = new Float32Array(this.#size);
    words.forEach((word, at) => {
      const found = this.#find(word);
      for (let index = 0; index < this.#size; index++) {
        const isLeft = at === 0 || total[index] > 0;
        total[index] =
          isLeft && found[index] > 0 ? total[index] + found[index] : 0;
      }
    });
    return total;
  }

  /** Weight of each word by project, for those that have some of them. */
  searchAny(words: readonly string[]): Map<number, Map<string, number>> {
    const found = new Map<number, Map<string, number>>();
    for (const word of new Set(words)) {
      const weights = this.#find(word);
      const n = weights.reduce((sum, weight) => sum + (weight > 0 ? 1 : 0), 0);
      // A word that many projects have tells little.
      const rarity = Math.log(1 + this.#size / Math.max(1, n));
      weights.forEach((weight, index) => {
        if (weight > 0) {
          const of = found.get(index) ?? new Map<string, number>();
          of.set(word, weight * rarity);
          found.set(index, of);
        }
      });
    }
    return found;
  }

  #find(word: string): Float32Array {
    const kept = this.#found.get(word);
    if (kept) {
      return kept;
    }
    const weights = new Float32Array(this.#size);
    for (const form of formsOf(word)) {
      for (const term of this.#terms) {
        const worth = worthOf(term, form);
        if (worth > 0) {
          for (const { index, weight } of this.#postings.get(term) ?? []) {
            weights[index] = Math.max(weights[index], weight * worth);
          }
        }
      }
    }
    if (this.#found.size >= 200) {
      this.#found.clear();
    }
    this.#found.set(word, weights);
    return weights;
  }

  #add({ facts, fields }: Project, index: number): void {
    const texts: [weight: number, texts: (string | undefined)[]][] = [
      [8, [fields.title, facts.name]],
      [5, [...fields.skills, ...fields.topics, fields.language]],
      [3, [...fields.contributions, facts.systemTitle]],
      [2, [fields.motivation, facts.repository?.slug]],
      [1, [fields.description, facts.ref]],
    ];
    const seen = new Map<string, number>();
    for (const [weight, parts] of texts) {
      for (const text of parts) {
        for (const term of termsOf(text ?? '')) {
          seen.set(term, Math.max(weight, seen.get(term) ?? 0));
        }
      }
    }
    for (const [term, weight] of seen) {
      const postings = this.#postings.get(term);
      if (postings) {
        postings.push({ index, weight });
      } else {
        this.#postings.set(term, [{ index, weight }]);
      }
    }
  }
}

/** Each word of a text and its stems. */
function termsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{Letter}\p{Number}+#]+/gu) ?? [];
  return new Set(words.flatMap(word => [...formsOf(word)]));
}

/** The words of a question, with those that say nothing left out where others are left. */
function queryWords(q: string): string[] {
  const all = q.toLowerCase().match(/[\p{Letter}\p{Number}+#]+/gu) ?? [];
  const telling = new Set(wordsOf(q));
  const left = all.filter(word => telling.has(word));
  return [...new Set(left.length > 0 ? left : all.map(foldText))].slice(
    0,
    MAX_WORDS,
  );
}

function worthOf(term: string, form: string): number {
  if (term === form) {
    return WORTH.whole;
  }
  if (term.startsWith(form)) {
    return WORTH.start;
  }
  return form.length >= MIN_PART && term.includes(form) ? WORTH.part : 0;
}
