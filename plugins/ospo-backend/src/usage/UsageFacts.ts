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
import { isError } from '@backstage/errors';
import { UsageService } from './UsageService';

/** What other slices may know of usages: within what the caller may read, as the screens are told it. */
export class UsageFacts {
  readonly #usage: UsageService;

  private constructor(options: { usage: UsageService }) {
    this.#usage = options.usage;
  }

  static create(options: { usage: UsageService }): UsageFacts {
    return new UsageFacts(options);
  }

  /**
   * Licences that the current SBOMs of a component name, the most used first, and the age of the oldest of them.
   * Undefined when there is no SBOM, or the caller may not know of it.
   */
  async licencesOf(
    entityRef: string,
    caller: { credentials: BackstageCredentials },
  ): Promise<{ licences: string[]; asOf?: string } | undefined> {
    try {
      const { licences, snapshots } = await this.#usage.getComponent(
        { entityRef },
        { credentials: caller.credentials },
      );
      if (snapshots.length === 0) {
        return undefined;
      }
      const received = snapshots.map(({ receivedAt }) => receivedAt).sort();
      return {
        licences: licences.map(
          ({ expression, raw, key }) => expression ?? raw ?? key,
        ),
        asOf: received[0],
      };
    } catch (error) {
      if (
        isError(error) &&
        ['NotFoundError', 'NotAllowedError'].includes(error.name)
      ) {
        return undefined;
      }
      throw error;
    }
  }
}
