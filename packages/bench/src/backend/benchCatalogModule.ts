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

import { createBackendModule } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
} from '@backstage/plugin-catalog-node';
import { BULK_PROVIDER } from '../catalog/bulkProviderName';

/** Gives the real catalog these entities to take in, and tells it whose those are that were written past it. */
export function benchCatalogModule(entities: readonly Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'bench-providers',
    register(env) {
      env.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.addEntityProvider(
            provider('bench-taken-in', connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({ entity })),
              }),
            ),
            provider(BULK_PROVIDER, async () => {}),
          );
        },
      });
    },
  });
}

function provider(
  name: string,
  connect: EntityProvider['connect'],
): EntityProvider {
  return { getProviderName: () => name, connect };
}
