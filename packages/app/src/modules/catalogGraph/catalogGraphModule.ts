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
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import {
  ALL_RELATION_PAIRS,
  ALL_RELATIONS,
  catalogGraphApiRef,
  DefaultCatalogGraphApi,
} from '@backstage/plugin-catalog-graph';

const PROVIDES_COMPETENCY = 'providesCompetency';
const COMPETENCY_PROVIDED_BY = 'competencyProvidedBy';

/** Backstage's catalog graph knows its own relations only; this adds who provides which competency. */
export const catalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogGraphApiRef,
          deps: {},
          factory: () =>
            new DefaultCatalogGraphApi({
              knownRelations: [
                ...ALL_RELATIONS,
                PROVIDES_COMPETENCY,
                COMPETENCY_PROVIDED_BY,
              ],
              knownRelationPairs: [
                ...ALL_RELATION_PAIRS,
                [PROVIDES_COMPETENCY, COMPETENCY_PROVIDED_BY],
              ],
              defaultRelationTypes: { exclude: [] },
            }),
        }),
    }),
  ],
});
