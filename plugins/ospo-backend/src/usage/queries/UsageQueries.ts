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
  ComponentPackage,
  ListComponentPackagesQuery,
  ListComponentsQuery,
  ListLicencesQuery,
  ListPackagesQuery,
  ListPackageUsagesQuery,
  ListSourcesQuery,
  PackageUsage,
  TrendPoint,
  UsageBasis,
  UsageChanges,
  UsageComponent,
  UsageComponentDetail,
  UsageCoverage,
  UsageFacets,
  UsageLicence,
  UsageOverview,
  UsagePackage,
  UsagePackageDetail,
  UsagePage,
  UsageSearchResult,
  UsageSnapshot,
  UsageSource,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { BoundedCache } from '../../shared/BoundedCache';
import { EntitySet } from '../access/EntitySet';
import { readBasis } from './basis';
import { hasEntityFilter, resolveEntities } from './EntityFilter';
import { EntityNames } from './EntityNames';
import { Generation } from './Generation';
import { getChanges } from './getChanges';
import { findComponent, getComponent, KnownComponent } from './getComponent';
import { getCoverage } from './getCoverage';
import { componentFacets, ecosystemStats, ecosystemsWithin } from './getFacets';
import { getOverview, totalsOfEverything, totalsWithin } from './getOverview';
import { findPackage, getPackage, isInUse } from './getPackage';
import { trendOfComponent, trendOfEverything, trendWithin } from './getTrend';
import { LicenceQueries } from './LicenceQueries';
import { listComponentPackages } from './listComponentPackages';
import { listComponents } from './listComponents';
import { pageOfLicences } from './listLicences';
import { listPackages } from './listPackages';
import { listPackagesWithin } from './listPackagesWithin';
import { listPackageUsages } from './listPackageUsages';
import { findSnapshot, listSnapshots } from './listSnapshots';
import { QueryContext } from './QueryContext';
import { SetAggregates } from './SetAggregates';
import { KnownSnapshot, toSnapshot } from './snapshotRows';
import { listSources } from './sourceStates';
import { hasFlagFilter } from './usageFilter';
import { UsageRows } from './UsageRows';

/** How many of each the overview and the search show. */
const SHOWN = { overview: 10, search: 5 };
const BASIS_KEPT_MS = 10_000;

type Visible = EntitySet | undefined;

/**
 * The slice's read model. `visible` is the set of components that the caller may read, or undefined when that is all
 * of them: then the store's own summaries are the answer, otherwise everything is computed within the set. It asks no
 * permission; `UsageService` does, and is its only user.
 */
export class UsageQueries {
  readonly generation: Generation;
  readonly #context: QueryContext;
  readonly #aggregates: SetAggregates;
  readonly #names: EntityNames;
  readonly #licences: LicenceQueries;
  readonly #bases: BoundedCache<UsageBasis>;

  private constructor(context: QueryContext) {
    const { knex, now } = context;
    this.#context = context;
    this.generation = Generation.create({ knex, now: () => now().getTime() });
    this.#aggregates = SetAggregates.create({
      knex,
      now,
      generation: this.generation,
    });
    this.#licences = LicenceQueries.create(context, this.#aggregates);
    this.#names = EntityNames.create(context, this.generation);
    this.#bases = BoundedCache.create({
      maxSize: 500,
      now: () => now().getTime(),
    });
  }

  static create(options: QueryContext): UsageQueries {
    return new UsageQueries(options);
  }

  async basis(visible: Visible): Promise<UsageBasis> {
    const generation = await this.generation.current();
    const key = `${generation} ${visible?.fingerprint ?? 'all'}`;
    const kept = this.#bases.get(key);
    const asOf = this.#context.now().toISOString();
    if (kept) {
      return { ...kept, asOf };
    }
    const basis = await readBasis(this.#context, visible);
    this.#bases.set(key, basis, { ttlMs: BASIS_KEPT_MS });
    return basis;
  }

  async listPackages(
    query: ListPackagesQuery,
    visible: Visible,
  ): Promise<UsagePage<UsagePackage>> {
    const isCountedWithin =
      visible || hasEntityFilter(query) || hasFlagFilter(query);
    return this.#page(
      visible,
      isCountedWithin
        ? listPackagesWithin(
            this.#context,
            this.#aggregates,
            query,
            await resolveEntities(this.#context, query, visible),
          )
        : listPackages(this.#context, query),
    );
  }

  async getPackage(
    purl: string,
    visible: Visible,
  ): Promise<UsagePackageDetail | undefined> {
    const [detail, basis] = await Promise.all([
      getPackage(this.#context, purl, visible),
      this.basis(visible),
    ]);
    return detail && { ...detail, basis };
  }

  async listPackageUsages(
    query: ListPackageUsagesQuery,
    visible: Visible,
  ): Promise<UsagePage<PackageUsage> | undefined> {
    const found = await findPackage(this.#context.knex, query.purl);
    return found && (await isInUse(this.#context.knex, found.id, visible))
      ? this.#page(
          visible,
          listPackageUsages(this.#context, found, query, visible),
        )
      : undefined;
  }

  async listLicences(
    query: ListLicencesQuery,
    visible: Visible,
  ): Promise<UsagePage<UsageLicence>> {
    const { licences, asOf } = await this.#licences.counted(query, visible);
    return this.#page(
      visible,
      Promise.resolve({ ...pageOfLicences(licences, query), asOf }),
    );
  }

  async getLicence(
    key: string,
    visible: Visible,
  ): Promise<UsageLicence | undefined> {
    return this.#licences.find(key, visible);
  }

  async listComponents(
    query: ListComponentsQuery,
    visible: Visible,
  ): Promise<UsagePage<UsageComponent>> {
    const set = query.q ? await this.#names.find(query.q, visible) : visible;
    return this.#page(visible, listComponents(this.#context, query, set));
  }

  /** A component that the caller sees. */
  async findComponent(
    entityRef: string,
    visible: Visible,
  ): Promise<KnownComponent | undefined> {
    const found = await findComponent(this.#context, entityRef);
    return found && (visible?.has(found.id) ?? true) ? found : undefined;
  }

  async getComponent(
    found: KnownComponent,
    visible: Visible,
  ): Promise<Omit<UsageComponentDetail, 'may'>> {
    const [detail, basis] = await Promise.all([
      getComponent(this.#context, found),
      this.basis(visible),
    ]);
    return { ...detail, basis };
  }

  async listComponentPackages(
    found: KnownComponent,
    query: ListComponentPackagesQuery,
    visible: Visible,
  ): Promise<UsagePage<ComponentPackage>> {
    return this.#page(
      visible,
      listComponentPackages(this.#context, found, query),
    );
  }

  async listSnapshots(
    found: KnownComponent,
    query: { cursor?: string; limit?: number },
    visible: Visible,
  ): Promise<UsagePage<UsageSnapshot>> {
    return this.#page(visible, listSnapshots(this.#context, found, query));
  }

  async findSnapshot(
    found: KnownComponent,
    snapshotId: number,
  ): Promise<KnownSnapshot | undefined> {
    const row = await findSnapshot(this.#context, found.id, snapshotId);
    return (
      row && {
        snapshot: toSnapshot(row),
        serialization: row.serialization,
        documentId: row.document_id,
      }
    );
  }

  async getChanges(
    found: KnownComponent,
    query: { from: number; to: number },
  ): Promise<UsageChanges> {
    return getChanges(this.#context, found, query);
  }

  async getCoverage(visible: Visible): Promise<UsageCoverage> {
    const [coverage, basis] = await Promise.all([
      getCoverage(this.#context, visible),
      this.basis(visible),
    ]);
    return { ...coverage, basis };
  }

  async getTrend(visible: Visible): Promise<TrendPoint[]> {
    return visible
      ? trendWithin(this.#context, visible)
      : trendOfEverything(this.#context);
  }

  async getComponentTrend(found: KnownComponent): Promise<TrendPoint[]> {
    return trendOfComponent(this.#context, found.id);
  }

  async getFacets(visible: Visible): Promise<UsageFacets> {
    const [facets, ecosystems] = await Promise.all([
      componentFacets(this.#context, visible),
      visible
        ? ecosystemsWithin(
            this.#context,
            (
              await this.#aggregates.within(visible)
            ).aggregate,
          )
        : ecosystemStats(this.#context),
    ]);
    return {
      ...facets,
      ecosystems: ecosystems.map(({ ecosystem, packages }) => ({
        value: ecosystem,
        packages,
      })),
    };
  }

  async getOverview(visible: Visible): Promise<UsageOverview> {
    const within = visible && (await this.#aggregates.within(visible));
    const [packages, { licences }, trend, ecosystems, basis] =
      await Promise.all([
        this.listPackages({ limit: SHOWN.overview }, visible),
        this.#licences.counted({}, visible),
        this.getTrend(visible),
        within
          ? ecosystemsWithin(this.#context, within.aggregate)
          : ecosystemStats(this.#context),
        this.basis(visible),
      ]);
    const overview = await getOverview(this.#context, visible, {
      totals: within
        ? totalsWithin(within.aggregate, licences)
        : await totalsOfEverything(this.#context.knex),
      topPackages: packages.items,
      licences: pageOfLicences(licences, { limit: SHOWN.overview }).items,
      ecosystems,
      trend,
    });
    return {
      ...overview,
      basis: { ...basis, asOf: within?.asOf ?? basis.asOf },
    };
  }

  async search(q: string, visible: Visible): Promise<UsageSearchResult> {
    const query = { q, limit: SHOWN.search };
    const [packages, licences, components] = await Promise.all([
      this.listPackages(query, visible),
      this.listLicences(query, visible),
      this.listComponents(query, visible),
    ]);
    return {
      packages: packages.items,
      licences: licences.items,
      components: components.items,
      basis: packages.basis,
    };
  }

  async listSources(
    query: ListSourcesQuery,
    visible: Visible,
  ): Promise<UsagePage<UsageSource>> {
    return this.#page(visible, listSources(this.#context, query, visible));
  }

  async #page<T>(
    visible: Visible,
    rows: Promise<UsageRows<T>>,
  ): Promise<UsagePage<T>> {
    const [{ asOf, ...page }, basis] = await Promise.all([
      rows,
      this.basis(visible),
    ]);
    return { ...page, basis: { ...basis, asOf: asOf ?? basis.asOf } };
  }
}
