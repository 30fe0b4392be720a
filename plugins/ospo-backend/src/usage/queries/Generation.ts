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

/** How long another replica's change may go unnoticed. */
const MAX_AGE_MS = 1_000;

/**
 * The number that every change of the store counts up. It is read at most once a second, so that asking whether
 * anything changed costs next to nothing; changes made through this process are noticed at once.
 */
export class Generation {
  readonly #knex: Knex;
  readonly #now: () => number;
  #read: { value: Promise<number>; at: number } | undefined;

  private constructor(options: { knex: Knex; now: () => number }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  static create(options: { knex: Knex; now: () => number }): Generation {
    return new Generation(options);
  }

  async current(): Promise<number> {
    const now = this.#now();
    if (
      !this.#read ||
      now - this.#read.at >= MAX_AGE_MS ||
      now < this.#read.at
    ) {
      const value = this.#ask();
      const read = { value, at: now };
      this.#read = read;
      value.catch(() => {
        if (this.#read === read) {
          this.#read = undefined;
        }
      });
    }
    return this.#read.value;
  }

  /** Something was changed here. */
  changed(): void {
    this.#read = undefined;
  }

  async #ask(): Promise<number> {
    const row = await this.#knex('usage_totals')
      .where({ id: 1 })
      .first('generation');
    return Number(row?.generation ?? 0);
  }
}
