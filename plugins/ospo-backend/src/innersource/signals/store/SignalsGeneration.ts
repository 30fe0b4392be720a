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

/** The numbers that every change of the slice's tables counts up, in the same transaction. */
export class SignalsGeneration {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): SignalsGeneration {
    return new SignalsGeneration(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  async read(): Promise<{ generation: number; removals: number }> {
    const row = await this.#knex('innersource_signals_state')
      .where({ id: 1 })
      .first('generation', 'removals');
    return {
      generation: Number(row?.generation ?? 0),
      removals: Number(row?.removals ?? 0),
    };
  }

  /**
   * Runs a change with the number that it gets. The row is locked first and until the end, so changes show in the order
   * of their numbers: who has seen a number has seen all before it.
   */
  async raise<T>(
    work: (tx: Knex.Transaction, generation: number) => Promise<T>,
    options: { removals?: boolean } = {},
  ): Promise<T> {
    return await this.#knex.transaction(async tx => {
      const [row] = await tx('innersource_signals_state')
        .where({ id: 1 })
        .increment({ generation: 1, ...(options.removals && { removals: 1 }) })
        .returning('generation');
      return await work(tx, Number(row.generation));
    });
  }
}
