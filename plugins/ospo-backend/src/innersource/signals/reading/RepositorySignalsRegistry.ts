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
  OspoRepositorySignalsExtensionPoint,
  RepositoryLocation,
  RepositoryPartName,
  RepositorySignals,
} from '@ospo-suite/backstage-plugin-ospo-node';

/** Where values come from that were not read by a source. */
export const PUSHED = 'push';
export const IMPORTED = 'import';

const TAKEN = [PUSHED, IMPORTED, 'catalog', 'usage'];

/** The sources of signals, each id once, in the order in which they are asked. */
export class RepositorySignalsRegistry
  implements OspoRepositorySignalsExtensionPoint
{
  readonly #sources: RepositorySignals[] = [];

  static create(): RepositorySignalsRegistry {
    return new RepositorySignalsRegistry();
  }

  private constructor() {}

  addRepositorySignals(source: RepositorySignals): void {
    const { id } = source;
    if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || TAKEN.includes(id)) {
      throw new InputError(
        `'${id}' cannot be the id of a source of signals; take kebab-case, and none of '${TAKEN.join(
          "', '",
        )}'`,
      );
    }
    if (this.#sources.some(known => known.id === id)) {
      throw new ConflictError(
        `There is a source of signals with the id '${id}' already; remove one of the two modules that add it`,
      );
    }
    this.#sources.push(source);
  }

  /** Those that can read this repository; one that throws cannot. */
  of(repository: RepositoryLocation): RepositorySignals[] {
    return this.#sources.filter(source => {
      try {
        return source.reads(repository);
      } catch {
        return false;
      }
    });
  }

  /** Whether one of them reads from this repository, whatever it tells of it. */
  reads(repository: RepositoryLocation): boolean {
    return this.of(repository).length > 0;
  }

  /** Whether one of them tells this part of the repository. */
  tells(repository: RepositoryLocation, part: RepositoryPartName): boolean {
    return this.of(repository).some(({ parts }) => parts.includes(part));
  }
}
