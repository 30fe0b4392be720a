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

/** Both databases index parts of this many characters and more. */
const INDEXED_CHARACTERS = 3;

/** Narrows a query over `usage_packages as p` to those that have this text anywhere in their name or purl. */
export function wherePackageText(
  knex: Knex,
  q: string,
): (query: Knex.QueryBuilder) => void {
  const part = q.toLocaleLowerCase('en-US');
  return query => {
    query.whereRaw(`p.search_text like ? escape '!'`, [likePattern(part)]);
    if (!isPostgres(knex) && [...part].length >= INDEXED_CHARACTERS) {
      // SQLite's index folds more than case; the condition above decides.
      query.whereRaw(
        'p.id in (select rowid from usage_packages_fts where usage_packages_fts match ?)',
        [`"${part.replace(/"/g, '""')}"`],
      );
    }
  };
}
