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
import {
  isError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { BoundedCache } from '../shared/BoundedCache';

/** Refs asked for in one request. */
const BATCH = 1_000;
/** Answers held over all callers. */
const MAX_REFS = 500_000;

interface Known {
  answers: Map<string, boolean>;
  /** Of frozen lists, which cannot change. */
  ofLists: WeakMap<object, ReadonlySet<string>>;
  until: number;
}

/**
 * Which entities the catalog shows a caller, asked ref by ref in batches with the caller's own credentials, and kept
 * for a short time.
 */
export class VisibleRefs {
  readonly #catalog: CatalogService;
  readonly #ttlMs: number;
  readonly #now: () => number;
  readonly #known: BoundedCache<Known>;

  private constructor(options: VisibleRefsOptions) {
    this.#catalog = options.catalog;
    this.#ttlMs = options.ttlMs;
    this.#now = options.now;
    this.#known = BoundedCache.create({ maxSize: MAX_REFS, now: options.now });
  }

  static create(options: VisibleRefsOptions): VisibleRefs {
    return new VisibleRefs(options);
  }

  /** `key` names those who are answered alike: the caller with the catalog's conditions, or everybody. */
  async of(
    key: string,
    refs: Iterable<string>,
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const known: Known = this.#known.get(key) ?? {
      answers: new Map(),
      ofLists: new WeakMap(),
      until: this.#now() + this.#ttlMs,
    };
    const kept = known.ofLists.get(refs);
    if (kept) {
      return kept;
    }
    const asked = new Set(refs);
    const missing = [...asked].filter(ref => !known.answers.has(ref));
    if (missing.length > 0) {
      await this.#ask(missing, known, credentials);
      this.#known.set(key, known, {
        ttlMs: known.until - this.#now(),
        size: known.answers.size,
      });
    }
    const visible = new Set([...asked].filter(ref => known.answers.get(ref)));
    if (Object.isFrozen(refs)) {
      known.ofLists.set(refs, visible);
    }
    return visible;
  }

  async #ask(
    refs: string[],
    known: Known,
    credentials: BackstageCredentials,
  ): Promise<void> {
    try {
      for (let start = 0; start < refs.length; start += BATCH) {
        const batch = refs.slice(start, start + BATCH);
        const { items } = await this.#catalog.getEntitiesByRefs(
          { entityRefs: batch, fields: ['kind'] },
          { credentials },
        );
        batch.forEach((ref, index) => {
          known.answers.set(ref, items[index] !== undefined);
        });
      }
    } catch (error) {
      if (isError(error) && error.name === 'NotAllowedError') {
        throw new NotAllowedError(
          "The catalog refuses to answer for you. A token with access restrictions needs 'plugin: catalog' among them",
          error,
        );
      }
      throw new ServiceUnavailableError(
        'The catalog did not say which entities you may read; try again in a moment',
        error,
      );
    }
  }
}

export interface VisibleRefsOptions {
  catalog: CatalogService;
  ttlMs: number;
  now: () => number;
}
