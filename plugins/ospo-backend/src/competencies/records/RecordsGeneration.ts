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
import { withRetry } from '../../database/withRetry';

/** How long another replica's change may go unnoticed. */
const MAX_AGE_MS = 1_000;

/**
 * The number that every change of the slice's tables counts up. It is read at most once a second; changes made through
 * this process are noticed at once.
 */
export class RecordsGeneration {
  readonly #knex: Knex;
  readonly #now: () => number;
  #read: { value: Promise<number>; at: number } | undefined;

  private constructor(options: { knex: Knex; now: () => number }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  static create(options: { knex: Knex; now: () => number }): RecordsGeneration {
    return new RecordsGeneration(options);
  }

  async current(): Promise<number> {
    const at = this.#now();
    if (!this.#read || Math.abs(at - this.#read.at) >= MAX_AGE_MS) {
      const read = { value: this.#ask(), at };
      this.#read = read;
      read.value.catch(() => {
        if (this.#read === read) {
          this.#read = undefined;
        }
      });
    }
    return this.#read.value;
  }

  /** Runs a change, again when it loses a race, and counts it in the same transaction. */
  async change<T>(work: (tx: Knex.Transaction) => Promise<T>): Promise<T> {
    const knex = this.#knex;
    try {
      return await withRetry(
        () =>
          knex.transaction(async tx => {
            const result = await work(tx);
            await tx('competency_state')
              .where({ id: 1 })
              .increment('generation', 1);
            return result;
          }),
        { knex },
      );
    } finally {
      this.#read = undefined;
    }
  }

  async #ask(): Promise<number> {
    const row = await this.#knex('competency_state')
      .where({ id: 1 })
      .first('generation');
    return Number(row?.generation ?? 0);
  }
}
