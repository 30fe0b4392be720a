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

import { Knex } from 'knex';
import { Generation } from './Generation';

/** The packages that most searches are about. */
const MAX_PACKAGES = 5_000;

export interface HeadPackage {
  package_id: number;
  components: number;
  direct: number;
  versions: number;
  name: string;
}

interface Head {
  generation: number;
  /** The most used first, with the lower case text that is searched. */
  rows: (HeadPackage & { search_text: string })[];
  /** True when there are no other packages. */
  isAll: boolean;
}

/**
 * The most used packages, held in memory for searching: a term that many packages match fills its first page from
 * here, and the terms that do not are the ones that an index is good at.
 */
export class PackageHead {
  readonly #knex: Knex;
  readonly #generation: Generation;
  #head: Promise<Head> | undefined;

  private constructor(options: PackageHeadOptions) {
    this.#knex = options.knex;
    this.#generation = options.generation;
  }

  static create(options: PackageHeadOptions): PackageHead {
    return new PackageHead(options);
  }

  /**
   * The most used packages with this text after the given position, at least `wanted` of them; undefined when the
   * head does not hold so many, and the whole store has to be asked.
   */
  async find(options: {
    part: string;
    after: [components: number, id: number] | undefined;
    wanted: number;
  }): Promise<HeadPackage[] | undefined> {
    const { part, after, wanted } = options;
    const { rows, isAll } = await this.#current();
    const found: HeadPackage[] = [];
    for (const row of rows) {
      const isAfter =
        !after ||
        row.components < after[0] ||
        (row.components === after[0] && row.package_id < after[1]);
      if (isAfter && row.search_text.includes(part)) {
        found.push(row);
        if (found.length === wanted) {
          return found;
        }
      }
    }
    return isAll ? found : undefined;
  }

  async #current(): Promise<Head> {
    const generation = await this.#generation.current();
    const kept = this.#head;
    if (kept) {
      const head = await kept;
      if (head.generation === generation) {
        return head;
      }
    }
    if (this.#head !== kept && this.#head) {
      return this.#head;
    }
    const read = this.#read(generation);
    this.#head = read;
    read.catch(() => {
      if (this.#head === read) {
        this.#head = undefined;
      }
    });
    return read;
  }

  async #read(generation: number): Promise<Head> {
    const rows: Head['rows'] = await this.#knex('usage_package_stats as s')
      .join('usage_packages as p', 'p.id', 's.package_id')
      .orderBy([
        { column: 's.components', order: 'desc' },
        { column: 's.package_id', order: 'desc' },
      ])
      .limit(MAX_PACKAGES)
      .select(
        's.package_id',
        's.components',
        's.direct',
        's.versions',
        'p.name',
        'p.search_text',
      );
    return {
      generation,
      rows,
      isAll: rows.length < MAX_PACKAGES,
    };
  }
}

interface PackageHeadOptions {
  knex: Knex;
  generation: Generation;
}
