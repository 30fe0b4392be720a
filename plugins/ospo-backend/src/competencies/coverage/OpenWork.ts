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

import { createHash } from 'node:crypto';
import { CompetencyHistory, ProviderWork } from '../CompetencyHistory';

/** So old the work of the providers may be; two questions over all work items are not asked for each reader. */
const KEPT_MS = 5_000;

export interface KnownWork {
  ofProvider: ReadonlyMap<string, ProviderWork>;
  /** The same for the same work. */
  digest: string;
}

/** The work that providers have, as the requests tell it; undefined while nobody tells it. */
export class OpenWork {
  readonly #history: () => CompetencyHistory | undefined;
  readonly #now: () => Date;
  #kept: { until: number; work: Promise<KnownWork> } | undefined;

  private constructor(options: OpenWorkOptions) {
    this.#history = options.history ?? (() => undefined);
    this.#now = options.now;
  }

  static create(options: OpenWorkOptions): OpenWork {
    return new OpenWork(options);
  }

  async get(): Promise<KnownWork | undefined> {
    const history = this.#history();
    const nowMs = this.#now().getTime();
    if (!history) {
      return undefined;
    }
    if (!this.#kept || this.#kept.until <= nowMs) {
      const kept = { until: nowMs + KEPT_MS, work: read(history) };
      this.#kept = kept;
      kept.work.catch(() => {
        kept.until = 0;
      });
    }
    return await this.#kept.work;
  }
}

export interface OpenWorkOptions {
  history?: () => CompetencyHistory | undefined;
  now: () => Date;
}

async function read(history: CompetencyHistory): Promise<KnownWork> {
  const ofProvider = await history.openWork();
  const digest = createHash('sha256')
    .update(JSON.stringify([...ofProvider]))
    .digest('base64');
  return { ofProvider, digest };
}
