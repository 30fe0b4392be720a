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
import { EntitySet } from '../access/EntitySet';
import { Bases } from './Bases';
import { EntityNames } from './EntityNames';
import { Generation } from './Generation';
import { GenerationCache } from './GenerationCache';
import { getChanges } from './getChanges';
import { findComponent, getComponent, KnownComponent } from './getComponent';
import { getCoverage } from './getCoverage';
import { componentFacets, ecosystemStats, ecosystemsWithin } from './getFacets';
import { getOverview, totalsOfEverything, totalsWithin } from './getOverview';
import { trendOfComponent } from './getTrend';
import { LicenceQueries } from './LicenceQueries';
import { listComponentPackages } from './listComponentPackages';
import { listComponents } from './listComponents';
import { mostUsedLicences, pageOfLicences } from './listLicences';
import { findSnapshot, listSnapshots } from './listSnapshots';
import { PackageQueries } from './PackageQueries';
import { QueryContext } from './QueryContext';
import { SetAggregates } from './SetAggregates';
import { SimilarComponent, similarComponents } from './similarComponents';
import { KnownSnapshot, toSnapshot } from './snapshotRows';
import { listSources } from './sourceStates';
import { Trends } from './Trends';

/** How many of each the overview and the search show. */
const SHOWN = { overview: 10, search: 5 };

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
  readonly #bases: Bases;
  readonly #packages: PackageQueries;
  readonly #cache: GenerationCache;
  readonly #trends: Trends;

  private constructor(context: QueryContext) {
    const { knex, now } = context;
    this.#context = context;
    this.generation = Generation.create({ knex, now: () => now().getTime() });
    this.#aggregates = SetAggregates.create({
      knex,
      now,
      generation: this.generation,
    });
    this.#bases = Bases.create(context, this.generation);
    this.#cache = GenerationCache.create({
      generation: this.generation,
      now: () => now().getTime(),
    });
    this.#packages = PackageQueries.create({
      context,
      generation: this.generation,
      aggregates: this.#aggregates,
      bases: this.#bases,
      cache: this.#cache,
    });
    this.#licences = LicenceQueries.create({
      context,
      aggregates: this.#aggregates,
      cache: this.#cache,
    });
    this.#names = EntityNames.create(context, this.generation);
    this.#trends = Trends.create(context, this.generation);
  }

  static create(options: QueryContext): UsageQueries {
    return new UsageQueries(options);
  }

  async basis(visible: Visible): Promise<UsageBasis> {
    return this.#bases.of(visible);
  }

  async listPackages(
    query: ListPackagesQuery,
    visible: Visible,
  ): Promise<UsagePage<UsagePackage>> {
    return this.#packages.list(query, visible);
  }

  async getPackage(
    purl: string,
    visible: Visible,
  ): Promise<UsagePackageDetail | undefined> {
    return this.#packages.get(purl, visible);
  }

  async listPackageUsages(
    query: ListPackageUsagesQuery,
    visible: Visible,
  ): Promise<UsagePage<PackageUsage> | undefined> {
    return this.#packages.listUsages(query, visible);
  }

  async listLicences(
    query: ListLicencesQuery,
    visible: Visible,
  ): Promise<UsagePage<UsageLicence>> {
    const { licences, asOf } = await this.#licences.counted(query, visible);
    const page = Promise.resolve({ ...pageOfLicences(licences, query), asOf });
    return this.#bases.page(visible, page);
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
    return this.#bases.page(visible, listComponents(this.#context, query, set));
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
  ): Promise<Omit<UsageComponentDetail, 'may' | 'uploadMaxBytes'>> {
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
    return this.#bases.page(
      visible,
      listComponentPackages(this.#context, found, query),
    );
  }

  async similarComponents(
    found: KnownComponent,
    visible: Visible,
  ): Promise<SimilarComponent[]> {
    return similarComponents(
      this.#context,
      found,
      visible && { visible, ...(await this.#aggregates.within(visible)) },
    );
  }

  async listSnapshots(
    found: KnownComponent,
    query: { cursor?: string; limit?: number },
    visible: Visible,
  ): Promise<UsagePage<UsageSnapshot>> {
    return this.#bases.page(
      visible,
      listSnapshots(this.#context, found, query),
    );
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
    return this.#shared('coverage', visible, () => this.#coverage(visible));
  }

  async #coverage(visible: Visible): Promise<UsageCoverage> {
    const [coverage, basis] = await Promise.all([
      getCoverage(this.#context, visible),
      this.basis(visible),
    ]);
    return { ...coverage, basis };
  }

  async getTrend(
    visible: Visible,
  ): Promise<{ points: TrendPoint[]; asOf?: string }> {
    return this.#trends.of(visible);
  }

  async getComponentTrend(found: KnownComponent): Promise<TrendPoint[]> {
    return trendOfComponent(this.#context, found.id);
  }

  async getFacets(visible: Visible): Promise<UsageFacets> {
    return this.#shared('facets', visible, () => this.#facets(visible));
  }

  async #facets(visible: Visible): Promise<UsageFacets> {
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
    return this.#shared('overview', visible, () => this.#overview(visible));
  }

  async #overview(visible: Visible): Promise<UsageOverview> {
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
      licences: mostUsedLicences(licences, SHOWN.overview),
      ecosystems,
      trend: trend.points,
    });
    const { asOf: now } = basis;
    const [asOf] = [within?.asOf ?? now, trend.asOf ?? now].sort();
    return { ...overview, basis: { ...basis, asOf } };
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
    return this.#bases.page(
      visible,
      listSources(this.#context, query, visible),
    );
  }

  /** Computed once a generation for all who see everything, and for each of the others. */
  async #shared<T>(
    name: string,
    visible: Visible,
    compute: () => Promise<T>,
  ): Promise<T> {
    return visible ? compute() : this.#cache.get(name, compute);
  }
}
