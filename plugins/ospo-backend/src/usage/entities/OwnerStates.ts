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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { OwnerState } from './EntityStore';

/** Whether the catalog has the owners that its entities name, asked for all of them together. */
export class OwnerStates {
  readonly #present: Set<string>;

  static async read(options: {
    catalog: CatalogService;
    credentials: BackstageCredentials;
    refs: Iterable<string | undefined>;
  }): Promise<OwnerStates> {
    const { catalog, credentials, refs } = options;
    const asked = [...new Set(refs)].filter(ref => ref !== undefined);
    if (asked.length === 0) {
      return new OwnerStates(new Set());
    }
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: asked, fields: ['kind'] },
      { credentials },
    );
    return new OwnerStates(
      new Set(asked.filter((_, index) => items[index] !== undefined)),
    );
  }

  private constructor(present: Set<string>) {
    this.#present = present;
  }

  stateOf(ownerRef: string | undefined): OwnerState {
    if (ownerRef === undefined) {
      return 'none';
    }
    return this.#present.has(ownerRef) ? 'present' : 'missing';
  }
}
