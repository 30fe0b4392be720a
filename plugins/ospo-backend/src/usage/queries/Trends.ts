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

import { TrendPoint } from '@ospo-suite/backstage-plugin-ospo-common';
import { EntitySet } from '../access/EntitySet';
import { Generation } from './Generation';
import { trendOfEverything, trendWithin } from './getTrend';
import { QueryContext } from './QueryContext';
import { SetAnswers } from './SetAnswers';

/** Points held over all sets: some 100 bytes each. */
const MAX_POINTS = 200_000;

/** Trends over everything, and within what callers see. */
export class Trends {
  readonly #context: QueryContext;
  readonly #within: SetAnswers<TrendPoint[]>;

  private constructor(context: QueryContext, generation: Generation) {
    const { now } = context;
    this.#context = context;
    this.#within = SetAnswers.create({ generation, now, maxSize: MAX_POINTS });
  }

  static create(context: QueryContext, generation: Generation): Trends {
    return new Trends(context, generation);
  }

  /** With the time that they are as of, when that is not now. */
  async of(
    visible: EntitySet | undefined,
  ): Promise<{ points: TrendPoint[]; asOf?: string }> {
    if (!visible) {
      return { points: await trendOfEverything(this.#context) };
    }
    const { value, asOf } = await this.#within.get({
      set: visible,
      compute: () => trendWithin(this.#context, visible),
      sizeOf: points => points.length + 1,
    });
    return { points: value, asOf };
  }
}
