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
import { LoadingCache } from '../../shared/LoadingCache';
import { Generation } from './Generation';
import { idsParameter, inIds, readRows } from './readRows';
import { SearchableTexts } from './SearchableTexts';

/** The packages that most searches are about. */
const MAX_PACKAGES = 10_000;
/** Texts never change; those that fell out of the head are kept for a while. */
const MAX_TEXTS = 2 * MAX_PACKAGES;
const TEXTS_KEPT_MS = 86_400_000;

export interface HeadPackage {
  package_id: number;
  components: number;
  direct: number;
  versions: number;
}

interface Head {
  generation: number;
  /** The most used first. */
  rows: HeadPackage[];
  /** In the same order. */
  texts: SearchableTexts;
  /** True when there are no other packages. */
  isAll: boolean;
}

/** What the head alone can say of a search. */
export interface FoundInHead {
  rows: HeadPackage[];
  /** So many of its packages have the text, or more when it stopped counting. */
  matches: number;
  /** There are no others. */
  isAll: boolean;
}

/**
 * The most used packages, held in memory for searching: a term that many packages match fills its first page from
 * here, and the terms that do not are the ones that an index is good at.
 */
export class PackageHead {
  readonly #knex: Knex;
  readonly #generation: Generation;
  readonly #texts: LoadingCache<number, string>;
  #head: Promise<Head> | undefined;

  private constructor(options: PackageHeadOptions) {
    const { knex, now } = options;
    this.#knex = knex;
    this.#generation = options.generation;
    this.#texts = LoadingCache.create({
      load: ids => textsById(knex, ids),
      maxSize: MAX_TEXTS,
      ttlMs: TEXTS_KEPT_MS,
      now,
    });
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
    /** Matches are counted up to so many. */
    countTo: number;
  }): Promise<FoundInHead | undefined> {
    const { part, after, wanted, countTo } = options;
    const { rows, texts, isAll } = await this.#current();
    const found: HeadPackage[] = [];
    let matches = 0;
    for (const index of texts.find(part)) {
      matches += 1;
      const row = rows[index];
      if (found.length < wanted && isAfter(row, after)) {
        found.push(row);
      }
      if (matches >= countTo && found.length === wanted) {
        break;
      }
    }
    return isAll || found.length === wanted
      ? { rows: found, matches, isAll }
      : undefined;
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
    const rows = await readMostUsed(this.#knex);
    const texts = await this.#texts.get(rows.map(row => row.package_id));
    return {
      generation,
      rows,
      texts: SearchableTexts.of(
        rows.map(row => texts.get(row.package_id) ?? ''),
      ),
      isAll: rows.length < MAX_PACKAGES,
    };
  }
}

interface PackageHeadOptions {
  knex: Knex;
  generation: Generation;
  now: () => number;
}

function isAfter(
  row: HeadPackage,
  after: [components: number, id: number] | undefined,
): boolean {
  return (
    !after ||
    row.components < after[0] ||
    (row.components === after[0] && row.package_id < after[1])
  );
}

/** As one text, because reading ten thousand rows would hold up the event loop several times as long. */
async function readMostUsed(knex: Knex): Promise<HeadPackage[]> {
  const [[text]] = await readRows<[string | null]>(
    knex,
    `select string_agg(s.package_id || ',' || s.components || ',' || s.direct || ',' || s.versions, ';') as text
     from (
       select package_id, components, direct, versions from usage_package_stats
       order by components desc, package_id desc limit ?
     ) s`,
    [MAX_PACKAGES],
  );
  return (text ?? '')
    .split(';')
    .filter(row => row !== '')
    .map(row => {
      const [id, components, direct, versions] = row.split(',').map(Number);
      return { package_id: id, components, direct, versions };
    })
    .sort((a, b) => b.components - a.components || b.package_id - a.package_id);
}

async function textsById(
  knex: Knex,
  ids: number[],
): Promise<Map<number, string>> {
  const rows = await readRows<[id: number, text: string]>(
    knex,
    `select id, search_text from usage_packages where id ${inIds(knex)}`,
    [idsParameter(knex, ids)],
  );
  return new Map(rows);
}
