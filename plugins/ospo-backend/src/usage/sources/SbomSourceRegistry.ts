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

import { ConflictError, InputError } from '@backstage/errors';
import {
  OspoSbomSourcesExtensionPoint,
  SbomSource,
} from '@ospo-suite/backstage-plugin-ospo-node';

/** Ids that snapshots carry whose documents were sent, not fetched. */
const SENT = ['push', 'upload'];

/** The sources of SBOMs, the plugin's own and those of modules, each id once. */
export class SbomSourceRegistry implements OspoSbomSourcesExtensionPoint {
  readonly #sources = new Map<string, SbomSource>();

  static create(): SbomSourceRegistry {
    return new SbomSourceRegistry();
  }

  private constructor() {}

  addSbomSource(source: SbomSource): void {
    const { id } = source;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || SENT.includes(id)) {
      throw new InputError(
        `'${id}' cannot be the id of a source of SBOMs; take kebab-case, and neither '${SENT.join(
          "' nor '",
        )}'`,
      );
    }
    if (this.#sources.has(id)) {
      throw new ConflictError(
        `There is a source of SBOMs with the id '${id}' already; remove one of the two modules that add it`,
      );
    }
    this.#sources.set(id, source);
  }

  get(id: string): SbomSource | undefined {
    return this.#sources.get(id);
  }

  list(): SbomSource[] {
    return [...this.#sources.values()];
  }
}
