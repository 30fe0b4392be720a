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
import { ProjectsView } from '../view/ProjectsView';

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

/** By place in the snapshot. */
interface Weights {
  /** In what the project says of itself. */
  own: Float32Array;
  /** In the title of its system, which not everybody who sees the project may know. */
  system: Float32Array;
}
type TextOf = keyof Weights;

/** Finds projects by words in their texts. In memory, the same for everybody; a view says what of it somebody sees. */
export class ProjectIndex {
  readonly #postings: Record<TextOf, Map<string, Posting[]>> = {
    own: new Map(),
    system: new Map(),
  };
  readonly #projects: readonly Project[];
  readonly #found = new Map<string, Weights>();

  static readonly #kept = new WeakMap<ProjectSnapshot, ProjectIndex>();

  /** The one of a snapshot. */
  static of(snapshot: ProjectSnapshot): ProjectIndex {
    const index =
      ProjectIndex.#kept.get(snapshot) ?? new ProjectIndex(snapshot.projects);
    ProjectIndex.#kept.set(snapshot, index);
    return index;
  }

  private constructor(projects: readonly Project[]) {
    this.#projects = projects;
    projects.forEach((project, index) => this.#add(project, index));
  }

  /** Weight of each project of the view that has every word, by its place in the snapshot; 0 for the others. */
  search(q: string, view: ProjectsView): Float32Array {
    const words = queryWords(q);
    const total = new Float32Array(this.#projects.length);
    words.forEach((word, at) => {
      const weightOf = this.#weightsFor(word, view);
      for (const { index } of view.projects) {
        if (at === 0 || total[index] > 0) {
          const weight = weightOf(index);
          total[index] = weight > 0 ? total[index] + weight : 0;
        }
      }
    });
    return total;
  }

  /** Weight of each word by project, for those of the view that have some of them. */
  searchAny(
    words: readonly string[],
    view: ProjectsView,
  ): Map<number, Map<string, number>> {
    const found = new Map<number, Map<string, number>>();
    for (const word of new Set(words)) {
      const weightOf = this.#weightsFor(word, view);
      const having = view.projects.flatMap(({ index }) => {
        const weight = weightOf(index);
        return weight > 0 ? [{ index, weight }] : [];
      });
      // A word that many projects have tells little.
      const rarity = Math.log(
        1 + view.projects.length / Math.max(1, having.length),
      );
      for (const { index, weight } of having) {
        const of = found.get(index) ?? new Map<string, number>();
        of.set(word, weight * rarity);
        found.set(index, of);
      }
    }
    return found;
  }

  /** What a word weighs in a project for those who see the view. */
  #weightsFor(word: string, { sees }: ProjectsView): (index: number) => number {
    const { own, system } = this.#find(word);
    return index => {
      const isMore = system[index] > own[index];
      const { systemRef } = this.#projects[index].facts;
      return isMore && systemRef !== undefined && sees(systemRef)
        ? system[index]
        : own[index];
    };
  }

  #find(word: string): Weights {
    const kept = this.#found.get(word);
    if (kept) {
      return kept;
    }
    const weights: Weights = {
      own: this.#weigh(word, 'own'),
      system: this.#weigh(word, 'system'),
    };
    if (this.#found.size >= 200) {
      this.#found.clear();
    }
    this.#found.set(word, weights);
    return weights;
  }

  #weigh(word: string, of: TextOf): Float32Array {
    const weights = new Float32Array(this.#projects.length);
    for (const form of formsOf(word)) {
      for (const [term, postings] of this.#postings[of]) {
        const worth = worthOf(term, form);
        if (worth > 0) {
          for (const { index, weight } of postings) {
            weights[index] = Math.max(weights[index], weight * worth);
          }
        }
      }
    }
    return weights;
  }

  #add({ facts, fields }: Project, index: number): void {
    this.#addTexts('own', index, [
      [8, [fields.title, facts.name]],
      [5, [...fields.skills, ...fields.topics, fields.language]],
      [3, fields.contributions],
      [2, [fields.motivation, facts.repository?.slug]],
      [1, [fields.description, facts.ref]],
    ]);
    this.#addTexts('system', index, [[3, [facts.systemTitle]]]);
  }

  #addTexts(
    of: TextOf,
    index: number,
    texts: [weight: number, texts: (string | undefined)[]][],
  ): void {
    const seen = new Map<string, number>();
    for (const [weight, parts] of texts) {
      for (const text of parts) {
        for (const term of termsOf(text ?? '')) {
          seen.set(term, Math.max(weight, seen.get(term) ?? 0));
        }
      }
    }
    for (const [term, weight] of seen) {
      const postings = this.#postings[of].get(term);
      if (postings) {
        postings.push({ index, weight });
      } else {
        this.#postings[of].set(term, [{ index, weight }]);
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
