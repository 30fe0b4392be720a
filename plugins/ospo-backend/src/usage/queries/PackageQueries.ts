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

import {
  ListPackagesQuery,
  ListPackageUsagesQuery,
  PackageUsage,
  UsagePackage,
  UsagePackageDetail,
  UsagePage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { EntitySet } from '../access/EntitySet';
import { Bases } from './Bases';
import { hasEntityFilter, resolveEntities } from './EntityFilter';
import { Generation } from './Generation';
import { GenerationCache } from './GenerationCache';
import { getPackage, getPackageWithin, isInUse } from './getPackage';
import { KnownRows } from './KnownRows';
import { listPackages } from './listPackages';
import { listPackagesWithin } from './listPackagesWithin';
import {
  isOfAllUsages,
  listAllUsages,
  listPackageUsages,
} from './listPackageUsages';
import { PackageHead } from './PackageHead';
import { packageKeyOf } from './packageKey';
import { QueryContext } from './QueryContext';
import { SetAggregates } from './SetAggregates';
import { hasFlagFilter } from './usageFilter';

export interface PackageQueriesOptions {
  context: QueryContext;
  generation: Generation;
  aggregates: SetAggregates;
  bases: Bases;
  cache: GenerationCache;
}

/** Questions about packages, and who uses them. */
export class PackageQueries {
  readonly #options: PackageQueriesOptions;
  readonly #head: PackageHead;
  readonly #known: KnownRows;

  private constructor(options: PackageQueriesOptions) {
    const { knex, now } = options.context;
    const { generation } = options;
    this.#options = options;
    const deps = { knex, generation, now: () => now().getTime() };
    this.#head = PackageHead.create(deps);
    this.#known = KnownRows.create(deps);
  }

  static create(options: PackageQueriesOptions): PackageQueries {
    return new PackageQueries(options);
  }

  async list(
    query: ListPackagesQuery,
    visible: EntitySet | undefined,
  ): Promise<UsagePage<UsagePackage>> {
    const { context, aggregates, bases, cache } = this.#options;
    if (visible || hasEntityFilter(query) || hasFlagFilter(query)) {
      const set = await resolveEntities(context, query, visible);
      return bases.page(
        visible,
        listPackagesWithin(context, aggregates, query, set),
      );
    }
    const list = () =>
      bases.page(
        visible,
        listPackages(
          context,
          { head: this.#head, cache, known: this.#known },
          query,
        ),
      );
    // The pages that everybody opens; searches are too many to keep, and quick enough.
    return query.q || query.cursor
      ? list()
      : cache.get(`packages ${JSON.stringify(query)}`, list);
  }

  /** Undefined when nothing that the caller sees uses it. */
  async get(
    purl: string,
    visible: EntitySet | undefined,
  ): Promise<UsagePackageDetail | undefined> {
    const { context, bases, cache } = this.#options;
    const found = await this.#known.package(packageKeyOf(purl));
    if (!found) {
      return undefined;
    }
    const [detail, basis] = await Promise.all([
      visible
        ? getPackageWithin(context, found, visible)
        : cache.get(`package ${found.id}`, () =>
            getPackage(context, this.#known, found),
          ),
      bases.of(visible),
    ]);
    return detail && { ...detail, basis };
  }

  /** Undefined when nothing that the caller sees uses it. */
  async listUsages(
    query: ListPackageUsagesQuery,
    visible: EntitySet | undefined,
  ): Promise<UsagePage<PackageUsage> | undefined> {
    const { context, bases } = this.#options;
    if (!visible && isOfAllUsages(query)) {
      const [rows, basis] = await Promise.all([
        listAllUsages(context, this.#known, query),
        bases.of(visible),
      ]);
      if (rows) {
        return { ...rows, basis };
      }
    }
    const found = await this.#known.package(packageKeyOf(query.purl));
    if (!found) {
      return undefined;
    }
    const page = await bases.page(
      visible,
      listPackageUsages(context, this.#known, found, query, visible),
    );
    const isEmpty = page.items.length === 0;
    return isEmpty && !(await isInUse(context.knex, found.id, visible))
      ? undefined
      : page;
  }
}
