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
import { isPostgres } from '../../database/isPostgres';
import { likePattern } from '../../shared/likePattern';
import { toSearchText } from '../searchText';

/** Both databases index parts of this many characters and more. */
const INDEXED_CHARACTERS = 3;

export function isIndexedText(part: string): boolean {
  return [...part].length >= INDEXED_CHARACTERS;
}

/** Narrows a query over `usage_packages as p` to those that have this text anywhere in their name or purl. */
export function wherePackageText(
  knex: Knex,
  q: string,
): (query: Knex.QueryBuilder) => void {
  const part = toSearchText(q);
  return query => {
    if (isPostgres(knex)) {
      query.whereRaw(`p.search_text like ? escape '!'`, [likePattern(part)]);
    } else {
      // SQLite's LIKE does not tell capital letters from others.
      query.whereRaw('instr(p.search_text, ?) > 0', [part]);
    }
  };
}

/** The same where the text chooses among all packages, and an index finds them. */
export function whereAnyPackageText(
  knex: Knex,
  q: string,
): (query: Knex.QueryBuilder) => void {
  const part = toSearchText(q);
  return query => {
    if (!isIndexedText(part)) {
      query.modify(wherePackageText(knex, q));
    } else if (isPostgres(knex)) {
      // As an array, or the planner reads packages in order of use and hopes to meet a rare text soon.
      query.whereRaw(
        `p.id = any(array(select t.id from usage_packages t where t.search_text like ? escape '!'))`,
        [likePattern(part)],
      );
    } else {
      // SQLite's index folds more than case; the text itself decides.
      query
        .modify(wherePackageText(knex, q))
        .whereRaw(
          'p.id in (select rowid from usage_packages_fts where usage_packages_fts match ?)',
          [ftsPhrase(part)],
        );
    }
  };
}

/** A part as SQLite's full-text search looks for it. */
export function ftsPhrase(part: string): string {
  return `"${part.replace(/"/g, '""')}"`;
}
