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
import { stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { BoundedCache } from '../../shared/BoundedCache';
import { EntitySet } from './EntitySet';

const PAGE_SIZE = 1_000;
/** Entity ids held over all callers: 4 MB. */
const MAX_IDS = 1_000_000;

/** Finds the ids of those refs that the store knows and the catalog still has. */
export type FindEntityIds = (entityRefs: string[]) => Promise<number[]>;

/**
 * Which components a caller may read, when the catalog's answer depends on the entity: asked once through the
 * catalog's own API with the caller's credentials, and kept for a short time.
 */
export class VisibleEntities {
  readonly #catalog: CatalogService;
  readonly #findEntityIds: FindEntityIds;
  readonly #kinds: readonly string[];
  readonly #ttlMs: number;
  readonly #sets: BoundedCache<EntitySet>;
  readonly #underWay = new Map<string, Promise<EntitySet>>();

  private constructor(options: VisibleEntitiesOptions) {
    this.#catalog = options.catalog;
    this.#findEntityIds = options.findEntityIds;
    this.#kinds = options.kinds;
    this.#ttlMs = options.ttlMs;
    this.#sets = BoundedCache.create({ maxSize: MAX_IDS, now: options.now });
  }

  static create(options: VisibleEntitiesOptions): VisibleEntities {
    return new VisibleEntities(options);
  }

  /** `key` names the caller and the conditions under which the catalog answers; sets are shared under it. */
  async of(key: string, credentials: BackstageCredentials): Promise<EntitySet> {
    const kept = this.#sets.get(key) ?? this.#underWay.get(key);
    if (kept) {
      return kept;
    }
    const asked = this.#ask(credentials).finally(() =>
      this.#underWay.delete(key),
    );
    this.#underWay.set(key, asked);
    const set = await asked;
    this.#sets.set(key, set, { ttlMs: this.#ttlMs, size: set.size + 100 });
    return set;
  }

  async #ask(credentials: BackstageCredentials): Promise<EntitySet> {
    const ids: number[] = [];
    try {
      const pages = this.#catalog.streamEntities(
        {
          filter: { kind: [...this.#kinds] },
          fields: ['kind', 'metadata.namespace', 'metadata.name'],
          pageSize: PAGE_SIZE,
        },
        { credentials },
      );
      for await (const page of pages) {
        for (const id of await this.#findEntityIds(
          page.map(entity => stringifyEntityRef(entity)),
        )) {
          ids.push(id);
        }
      }
    } catch (error) {
      throw new ServiceUnavailableError(
        'The catalog did not say which components you may read; try again in a moment',
        error,
      );
    }
    return EntitySet.of(ids);
  }
}

interface VisibleEntitiesOptions {
  catalog: CatalogService;
  findEntityIds: FindEntityIds;
  /** Catalog kinds that can have an SBOM, lower case. */
  kinds: readonly string[];
  ttlMs: number;
  now: () => number;
}
