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

import { Knex } from 'knex';
import { LoadingCache } from '../../shared/LoadingCache';
import { ComponentRefRow, componentRefColumns } from './componentRef';
import { Generation } from './Generation';
import { packageColumns, PackageRow } from './packageItems';
import { DescribedVersion, versionsById } from './versionRows';
import { whereIds } from './whereIds';

const KEPT_MS = 600_000;
const MAX_VERSIONS = 20_000;
const MAX_PACKAGES = 20_000;
const MAX_TARGETS = 20_000;

/** A target with what the catalog says of its component. */
export type TargetRow = ComponentRefRow & {
  target_id: number;
  target: string;
  stream: string;
};

export type PackageWithKey = PackageRow & { first_seen_at: string };

/**
 * Names that pages show over and over. Packages and versions are written once and never changed; of components the
 * catalog may say something else with every generation.
 */
export class KnownRows {
  readonly #generation: Generation;
  readonly #packages: LoadingCache<string, PackageWithKey>;
  readonly #versions: LoadingCache<number, DescribedVersion>;
  readonly #targets: LoadingCache<number, TargetRow>;
  #targetsOf: number | undefined;

  private constructor(options: KnownRowsOptions) {
    const { knex, now } = options;
    this.#generation = options.generation;
    this.#packages = LoadingCache.create({
      load: keys => packagesByKey(knex, keys),
      maxSize: MAX_PACKAGES,
      ttlMs: KEPT_MS,
      now,
    });
    this.#versions = LoadingCache.create({
      load: ids => versionsById(knex, ids),
      maxSize: MAX_VERSIONS,
      ttlMs: KEPT_MS,
      now,
    });
    this.#targets = LoadingCache.create({
      load: ids => targetsById(knex, ids),
      maxSize: MAX_TARGETS,
      ttlMs: KEPT_MS,
      now,
    });
  }

  static create(options: KnownRowsOptions): KnownRows {
    return new KnownRows(options);
  }

  async package(key: string): Promise<PackageWithKey | undefined> {
    return (await this.#packages.get([key])).get(key);
  }

  async versions(
    ids: Iterable<number>,
  ): Promise<Map<number, DescribedVersion>> {
    return this.#versions.get(ids);
  }

  async targets(ids: Iterable<number>): Promise<Map<number, TargetRow>> {
    const generation = await this.#generation.current();
    if (generation !== this.#targetsOf) {
      this.#targets.clear();
      this.#targetsOf = generation;
    }
    return this.#targets.get(ids);
  }
}

interface KnownRowsOptions {
  knex: Knex;
  generation: Generation;
  now: () => number;
}

async function packagesByKey(
  knex: Knex,
  keys: string[],
): Promise<Map<string, PackageWithKey>> {
  const rows: PackageWithKey[] = await knex('usage_packages as p')
    .whereIn('p.key', keys)
    .select(packageColumns)
    .select('p.first_seen_at');
  return new Map(rows.map(row => [row.key, row]));
}

async function targetsById(
  knex: Knex,
  ids: number[],
): Promise<Map<number, TargetRow>> {
  const rows: TargetRow[] = await knex('usage_targets as t')
    .join('usage_entities as e', 'e.id', 't.entity_id')
    .whereRaw(whereIds(knex, 't.id', ids))
    .select('t.id as target_id', 't.target', 't.stream')
    .select(componentRefColumns);
  return new Map(rows.map(row => [row.target_id, row]));
}
