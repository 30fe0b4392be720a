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

/** So many usages written leave a few megabytes behind. */
const TIDY_AFTER_USAGES = 30_000;

/**
 * Clears what writing leaves behind in PostgreSQL: counters that were counted up, as dead rows, and names that the
 * search index has only noted down. Autovacuum does the same, but looks once a minute, and by then a first ingest has
 * made the counters ten times as large as they need to be, for good.
 */
export class TableCare {
  readonly #knex: Knex;
  #usages = 0;

  static create(options: { knex: Knex }): TableCare {
    return new TableCare(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** To be called after a commit, with how many usages it wrote. Never rejects. */
  async wrote(usages: number): Promise<void> {
    this.#usages += usages;
    if (!isPostgres(this.#knex) || this.#usages < TIDY_AFTER_USAGES) {
      return;
    }
    this.#usages = 0;
    try {
      // Whatever another replica is tidying just now is left to it.
      await this.#knex.raw(
        'vacuum (skip_locked, truncate off) usage_package_stats',
      );
      await this.#knex.raw(
        `select gin_clean_pending_list(to_regclass('usage_packages_search_trgm'))`,
      );
    } catch {
      // What was written is safe, and autovacuum comes by.
    }
  }
}
