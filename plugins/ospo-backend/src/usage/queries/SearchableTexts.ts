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

/** Parts the texts; none of them has one, because a purl and a name of a package are one line. */
const END = '\n';

/** Many short texts that are searched as one long one, which an engine does much faster than one after the other. */
export class SearchableTexts {
  readonly #all: string;
  /** Where each text begins in the long one. */
  readonly #starts: Int32Array;

  private constructor(all: string, starts: Int32Array) {
    this.#all = all;
    this.#starts = starts;
  }

  static of(texts: readonly string[]): SearchableTexts {
    const lines = texts.map(text => text.replaceAll(END, ' '));
    const starts = new Int32Array(lines.length);
    let start = 0;
    lines.forEach((line, index) => {
      starts[index] = start;
      start += line.length + END.length;
    });
    return new SearchableTexts(lines.join(END), starts);
  }

  /** Positions of the texts that have this part in them, in their order, each once. */
  *find(part: string): Generator<number> {
    if (part.includes(END)) {
      return;
    }
    let from = 0;
    let next = 0;
    while (next < this.#starts.length) {
      const at = this.#all.indexOf(part, from);
      if (at < 0) {
        return;
      }
      const index = this.#indexOf(at, next);
      yield index;
      next = index + 1;
      from = this.#starts[next];
    }
  }

  /** The text that this place lies in; it is not before the one at `low`. */
  #indexOf(at: number, first: number): number {
    let low = first;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts[middle] <= at) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
