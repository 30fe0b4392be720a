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

import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  ComponentPackage,
  IngestReport,
  ListComponentPackagesQuery,
  ListComponentsQuery,
  ListLicencesQuery,
  ListPackagesQuery,
  ListPackageUsagesQuery,
  ListSourcesQuery,
  ospoSbomCreatePermission,
  ospoSbomReadPermission,
  PackageUsage,
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
  UsageTrend,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { SbomInbox } from '@ospo-suite/backstage-plugin-ospo-node';
import { Caller } from './access/Caller';
import { EntitySet } from './access/EntitySet';
import { asksForOwn, ownedBy } from './access/ownedBy';
import { AsCaller, noComponent, UsageAccess } from './access/UsageAccess';
import { DocumentStore } from './ingest/DocumentStore';
import { KnownComponent } from './queries/getComponent';
import { SimilarComponent } from './queries/similarComponents';
import { UsageQueries } from './queries/UsageQueries';

/** A document on its way in. */
export interface IncomingSbom {
  entityRef: string;
  target?: string;
  stream?: string;
  /** `YYYY-MM-DD`, the day that it counts for when it is of former times. */
  asOf?: string;
  /** Opens the body, or throws when it is not one that is taken; called once the sender may send. */
  open: () => AsyncIterable<Uint8Array>;
  signal?: AbortSignal;
}

/** A document on its way out, byte for byte as it came. */
export interface OutgoingSbom {
  snapshot: UsageSnapshot;
  serialization: string;
  bytes: AsyncIterable<Uint8Array>;
}

/** What a caller's answers depend on. */
export interface CallerSight {
  caller: Caller;
  /** Equal for callers who see the same components, and own the same when they ask for what they own. */
  fingerprint: string;
  /** They see everything. */
  seesAll: boolean;
}

export interface UsageServiceOptions {
  access: UsageAccess;
  queries: UsageQueries;
  inbox: SbomInbox;
  documents: DocumentStore;
  /** Bytes of a sent SBOM, as received. */
  maxBytes: number;
}

type OfComponent = { entityRef: string };

/** What people and services can do with usages. Every method first asks who may do it, and what they may see. */
export class UsageService {
  readonly #access: UsageAccess;
  readonly #queries: UsageQueries;
  readonly #inbox: SbomInbox;
  readonly #documents: DocumentStore;
  readonly #maxBytes: number;

  private constructor(options: UsageServiceOptions) {
    this.#access = options.access;
    this.#queries = options.queries;
    this.#inbox = options.inbox;
    this.#documents = options.documents;
    this.#maxBytes = options.maxBytes;
  }

  static create(options: UsageServiceOptions): UsageService {
    return new UsageService(options);
  }

  /**
   * Whoever asks, checked; hand `caller` to the other methods of the same request to be asked about only once. `query`
   * is the one that they send, as it came.
   */
  async look(
    as: AsCaller,
    query: { owner?: unknown } = {},
  ): Promise<CallerSight> {
    const { caller, visible } = await this.#access.reader(as);
    const sight = visible?.fingerprint ?? 'all';
    return {
      caller,
      fingerprint: asksForOwn(query.owner)
        ? `${sight} ${[...(await caller.claims())].sort().join(' ')}`
        : sight,
      seesAll: visible === undefined,
    };
  }

  async getOverview(as: AsCaller): Promise<UsageOverview> {
    const { visible } = await this.#access.reader(as);
    return this.#queries.getOverview(visible);
  }

  async search(query: { q: string }, as: AsCaller): Promise<UsageSearchResult> {
    const { visible } = await this.#access.reader(as);
    return this.#queries.search(query.q, visible);
  }

  async getFacets(as: AsCaller): Promise<UsageFacets> {
    const { visible } = await this.#access.reader(as);
    return this.#queries.getFacets(visible);
  }

  async listPackages(
    query: ListPackagesQuery,
    as: AsCaller,
  ): Promise<UsagePage<UsagePackage>> {
    const { caller, visible } = await this.#access.reader(as);
    return this.#queries.listPackages(await ownedBy(query, caller), visible);
  }

  async getPackage(
    query: { purl: string },
    as: AsCaller,
  ): Promise<UsagePackageDetail> {
    const { visible } = await this.#access.reader(as);
    const found = await this.#queries.getPackage(query.purl, visible);
    if (!found) {
      throw noPackage(query.purl);
    }
    return found;
  }

  async listPackageUsages(
    query: ListPackageUsagesQuery,
    as: AsCaller,
  ): Promise<UsagePage<PackageUsage>> {
    const { caller, visible } = await this.#access.reader(as);
    const page = await this.#queries.listPackageUsages(
      await ownedBy(query, caller),
      visible,
    );
    if (!page) {
      throw noPackage(query.purl);
    }
    return page;
  }

  async listLicences(
    query: ListLicencesQuery,
    as: AsCaller,
  ): Promise<UsagePage<UsageLicence>> {
    const { caller, visible } = await this.#access.reader(as);
    return this.#queries.listLicences(await ownedBy(query, caller), visible);
  }

  async getLicence(
    query: { key: string },
    as: AsCaller,
  ): Promise<UsageLicence> {
    const { visible } = await this.#access.reader(as);
    const found = await this.#queries.getLicence(query.key, visible);
    if (!found) {
      throw new NotFoundError(
        `No component that you may read uses anything under '${query.key}'`,
      );
    }
    return found;
  }

  async listComponents(
    query: ListComponentsQuery,
    as: AsCaller,
  ): Promise<UsagePage<UsageComponent>> {
    const { caller, visible } = await this.#access.reader(as);
    return this.#queries.listComponents(await ownedBy(query, caller), visible);
  }

  async getComponent(
    of: OfComponent,
    as: AsCaller,
  ): Promise<UsageComponentDetail> {
    const { found, visible, caller } = await this.#component(
      of,
      // One round trip for all of it.
      await this.#access.enter(as, [ospoSbomCreatePermission]),
    );
    const [detail, upload] = await Promise.all([
      this.#queries.getComponent(found, visible),
      this.#access.maySend(caller, found.owner_ref ?? undefined),
    ]);
    return { ...detail, may: { upload }, uploadMaxBytes: this.#maxBytes };
  }

  async listComponentPackages(
    of: OfComponent,
    query: ListComponentPackagesQuery,
    as: AsCaller,
  ): Promise<UsagePage<ComponentPackage>> {
    const { found, visible } = await this.#component(of, as);
    return this.#queries.listComponentPackages(found, query, visible);
  }

  /** Components that share packages with this one which few others use. */
  async listSimilar(
    of: OfComponent,
    as: AsCaller,
  ): Promise<SimilarComponent[]> {
    const { found, visible } = await this.#component(of, as);
    return this.#queries.similarComponents(found, visible);
  }

  async listSnapshots(
    of: OfComponent,
    query: { cursor?: string; limit?: number },
    as: AsCaller,
  ): Promise<UsagePage<UsageSnapshot>> {
    const { found, visible } = await this.#component(of, as);
    return this.#queries.listSnapshots(found, query, visible);
  }

  async getChanges(
    of: OfComponent,
    query: { from: number; to: number },
    as: AsCaller,
  ): Promise<UsageChanges> {
    const { found } = await this.#component(of, as);
    return this.#queries.getChanges(found, query);
  }

  async getCoverage(as: AsCaller): Promise<UsageCoverage> {
    const { visible } = await this.#access.reader(as);
    return this.#queries.getCoverage(visible);
  }

  async getTrend(
    query: { entityRef?: string },
    as: AsCaller,
  ): Promise<UsageTrend> {
    const { entityRef } = query;
    const { caller, visible } = await this.#access.reader(as);
    const basis = await this.#queries.basis(visible);
    if (entityRef === undefined) {
      const { points, asOf } = await this.#queries.getTrend(visible);
      return {
        scope: visible ? 'visible' : 'all',
        points,
        basis: { ...basis, asOf: asOf ?? basis.asOf },
      };
    }
    const { found } = await this.#component({ entityRef }, caller);
    const points = await this.#queries.getComponentTrend(found);
    return { scope: found.entity_ref, points, basis };
  }

  async listSources(
    query: ListSourcesQuery,
    as: AsCaller,
  ): Promise<UsagePage<UsageSource>> {
    const { visible } = await this.#access.coreTeam(as);
    return this.#queries.listSources(query, visible);
  }

  async receiveSbom(sbom: IncomingSbom, as: AsCaller): Promise<IngestReport> {
    const { entityRef, target, stream, asOf, open, signal } = sbom;
    const { source, mayImport } = await this.#access.sender(as, entityRef);
    if (asOf !== undefined && !mayImport) {
      throw new NotAllowedError(
        "Only the core team and services listed in 'ospo.access.ingestServices' may import documents of former times; leave out 'asOf'",
      );
    }
    const report = await this.#inbox.receive({
      entityRef,
      target,
      stream,
      source,
      asOf,
      document: open(),
      signal,
    });
    this.#queries.generation.changed();
    return report;
  }

  async openSbom(
    of: OfComponent & { snapshotId: number },
    as: AsCaller,
  ): Promise<OutgoingSbom> {
    const caller = await this.#access.enter(as, [ospoSbomReadPermission]);
    caller.require(ospoSbomReadPermission);
    const { found } = await this.#component(of, caller);
    const row = await this.#queries.findSnapshot(found, of.snapshotId);
    if (!row) {
      throw new NotFoundError(
        `'${found.entity_ref}' has no snapshot ${of.snapshotId}; its snapshots list the ids`,
      );
    }
    const { documentId, ...sbom } = row;
    return { ...sbom, bytes: this.#documents.open(documentId) };
  }

  async #component(
    of: OfComponent,
    as: AsCaller,
  ): Promise<{
    found: KnownComponent;
    visible: EntitySet | undefined;
    caller: Caller;
  }> {
    const { caller, visible } = await this.#access.reader(as);
    const found = await this.#queries.findComponent(of.entityRef, visible);
    if (!found) {
      throw noComponent(of.entityRef);
    }
    return { found, visible, caller };
  }
}

/** A package that is in use nowhere, and one that is in use only where the caller may not look, answer alike. */
function noPackage(purl: string): NotFoundError {
  return new NotFoundError(
    `No component that you may read uses a package '${purl}'`,
  );
}
