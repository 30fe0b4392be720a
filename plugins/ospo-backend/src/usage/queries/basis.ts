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

import { UsageBasis } from '@ospo-suite/backstage-plugin-ospo-common';
import { EntitySet } from '../access/EntitySet';
import { whereEntities } from './EntityFilter';
import { given, QueryContext } from './QueryContext';

/** What the numbers given to this caller rest on. */
export async function readBasis(
  context: QueryContext,
  visible: EntitySet | undefined,
): Promise<UsageBasis> {
  const { knex } = context;
  const [row]: {
    components: number | string;
    with_sbom: number | string;
    oldest: string | null;
    newest: string | null;
  }[] = await knex('usage_entities as e')
    .modify(whereEntities(knex, {}, visible))
    .select(
      knex.raw('count(*) as components'),
      knex.raw('count(e.last_sbom_at) as with_sbom'),
      knex.raw('min(e.last_sbom_at) as oldest'),
      knex.raw('max(e.last_sbom_at) as newest'),
    );
  return {
    visibility: visible ? 'visible' : 'all',
    components: Number(row.components),
    componentsWithSbom: Number(row.with_sbom),
    oldestSbomAt: given(row.oldest),
    newestSbomAt: given(row.newest),
    asOf: context.now().toISOString(),
  };
}
