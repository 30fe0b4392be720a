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

import {
  ListLicencesQuery,
  UsageLicence,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { EntitySet } from '../access/EntitySet';
import { hasEntityFilter, resolveEntities } from './EntityFilter';
import { GenerationCache } from './GenerationCache';
import { licenceIdsOf } from './licenceIds';
import { CountedLicence, licenceStats, nameLicences } from './listLicences';
import { QueryContext } from './QueryContext';
import { SetAggregates } from './SetAggregates';
import { hasFlagFilter } from './usageFilter';

export interface LicenceQueriesOptions {
  context: QueryContext;
  aggregates: SetAggregates;
  cache: GenerationCache;
}

/** Licences with their counts: from the summaries, or within what a caller sees and a filter leaves. */
export class LicenceQueries {
  readonly #context: QueryContext;
  readonly #aggregates: SetAggregates;
  readonly #cache: GenerationCache;

  private constructor(options: LicenceQueriesOptions) {
    this.#context = options.context;
    this.#aggregates = options.aggregates;
    this.#cache = options.cache;
  }

  static create(options: LicenceQueriesOptions): LicenceQueries {
    return new LicenceQueries(options);
  }

  async counted(
    query: ListLicencesQuery,
    visible: EntitySet | undefined,
  ): Promise<{ licences: readonly CountedLicence[]; asOf?: string }> {
    const { knex } = this.#context;
    const { relation, scope, ecosystem } = query;
    const isCountedWithin =
      visible || ecosystem || hasEntityFilter(query) || hasFlagFilter(query);
    if (!isCountedWithin) {
      return {
        licences: await this.#cache.get('licences', () => licenceStats(knex)),
      };
    }
    const { aggregate, asOf } = await this.#aggregates.within(
      await resolveEntities(this.#context, query, visible),
      { relation, scope, ecosystem },
    );
    return { licences: await nameLicences(knex, aggregate.licences), asOf };
  }

  async find(
    key: string,
    visible: EntitySet | undefined,
  ): Promise<UsageLicence | undefined> {
    const [wanted] = await licenceIdsOf(this.#context.knex, [key]);
    const { licences } = await this.counted({}, visible);
    const found = licences.find(licence => licence.id === wanted);
    if (!found) {
      return undefined;
    }
    const { id: _id, ...licence } = found;
    return licence;
  }
}
