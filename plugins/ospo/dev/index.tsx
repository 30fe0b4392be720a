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

import '@backstage/cli/asset-types';
import { InMemoryCatalogClient } from '@backstage/catalog-client/testUtils';
import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { ospoApiRef } from '@ospo-suite/backstage-plugin-ospo-react';
import { Route, Routes } from 'react-router-dom';
import ospoPlugin from '../src/alpha';
import { createSeededInnerSource } from './seed/createSeededInnerSource';
import { createSeededOspoApi } from './seed/createSeededOspoApi';
import { createSeededCompetenciesApi } from './seed/office/createSeededCompetenciesApi';
import { createSeededRequestsApi } from './seed/office/createSeededRequestsApi';
import { seedOfficeEntities } from './seed/office/seedCompetencies';
import { seedEntities } from './seed/seedEntities';

const seededOspo = createFrontendModule({
  pluginId: 'ospo',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: ospoApiRef,
          deps: {},
          factory: () => ({
            ...createSeededOspoApi(),
            competencies: createSeededCompetenciesApi(),
            requests: createSeededRequestsApi(),
            innersource: createSeededInnerSource(),
          }),
        }),
    }),
  ],
});

const seededCatalog = createFrontendModule({
  pluginId: 'catalog',
  extensions: [
    ApiBlueprint.make({
      params: defineParams =>
        defineParams({
          api: catalogApiRef,
          deps: {},
          factory: () =>
            new InMemoryCatalogClient({
              entities: [...seedEntities, ...seedOfficeEntities],
            }),
        }),
    }),
  ],
});

const gallery = createFrontendPlugin({
  pluginId: 'gallery',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/gallery',
        noHeader: true,
        loader: async () => {
          const { Gallery } = await import('./Gallery');
          return (
            <Routes>
              <Route path="/" element={<Gallery />} />
              <Route path=":view/:face" element={<Gallery />} />
            </Routes>
          );
        },
      },
    }),
  ],
});

createDevApp({
  features: [ospoPlugin, catalogPlugin, seededOspo, seededCatalog, gallery],
});
