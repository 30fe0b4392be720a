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
import { EntitySet } from '../access/EntitySet';
import { AggregateFilter, computeSetAggregate } from './computeSetAggregate';
import { Generation } from './Generation';
import { SetAggregate } from './SetAggregate';
import { SetAnswers } from './SetAnswers';

/** Integers held over all sets: 64 MB. */
const MAX_SIZE = 16_000_000;

/** Aggregates within sets of components. */
export class SetAggregates {
  readonly #knex: Knex;
  readonly #answers: SetAnswers<SetAggregate>;

  private constructor(options: SetAggregatesOptions) {
    this.#knex = options.knex;
    this.#answers = SetAnswers.create({ ...options, maxSize: MAX_SIZE });
  }

  static create(options: SetAggregatesOptions): SetAggregates {
    return new SetAggregates(options);
  }

  async within(
    set: EntitySet,
    filter: AggregateFilter = {},
  ): Promise<{ aggregate: SetAggregate; asOf: string }> {
    const { value, asOf } = await this.#answers.get({
      set,
      question: JSON.stringify([
        [...new Set(filter.relation)].sort(),
        filter.relation !== undefined,
        [...new Set(filter.scope)].sort(),
        filter.scope !== undefined,
        [...new Set(filter.ecosystem)].sort(),
        filter.ecosystem !== undefined,
      ]),
      compute: () => computeSetAggregate(this.#knex, set, filter),
      sizeOf: aggregate => aggregate.size + 1_000,
    });
    return { aggregate: value, asOf };
  }
}

interface SetAggregatesOptions {
  knex: Knex;
  generation: Generation;
  now: () => Date;
}
