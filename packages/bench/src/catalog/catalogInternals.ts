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

import { createRequire } from 'node:module';
import { Entity } from '@backstage/catalog-model';

/** A row of the catalog's table `search`. */
export interface SearchRow {
  entity_id: string;
  key: string;
  value: string | null;
  original_value: string | null;
}

// What the catalog itself makes its rows with. The package does not export it, and nothing else would be certain to
// make the same.
const nearCatalog = createRequire(
  createRequire(__filename).resolve(
    '@backstage/plugin-catalog-backend/package.json',
  ),
);

export const {
  buildEntitySearch,
}: {
  buildEntitySearch: (entityId: string, entity: Entity) => SearchRow[];
} = nearCatalog('./dist/database/operations/stitcher/buildEntitySearch.cjs.js');

export const stableStringify: (value: unknown) => string = nearCatalog(
  'fast-json-stable-stringify',
);
