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
import { DocumentUsage } from '../DocumentUsage';
import { effectiveLicence } from '../effectiveLicence';
import { RecentMap } from '../RecentMap';
import { licenceIds, LicenceIds } from './licenceIds';
import { packageIds } from './packageIds';
import { versionIds } from './versionIds';

/** What the aggregates need to know of a package version. */
export interface VersionFacts {
  versionId: number;
  packageId: number;
  ecosystem: string;
  version: string;
  qualifiers: string;
  licenceId: number;
  licenceKnown: boolean;
}

/** A usage with the ids of what it names. */
export interface ResolvedUsage extends VersionFacts {
  flags: number;
}

/** Rows that a transaction added to the dictionaries, and that it alone can see. */
export interface AddedRows {
  packages: Set<number>;
  /** They count the usages of the documents already. */
  versions: Set<number>;
}

export interface ResolvedDocuments {
  /** In the order of the documents, and of the usages in each. */
  documents: ResolvedUsage[][];
  added: AddedRows;
  /** To be called after the commit. */
  remember: () => void;
}

/** Ids that were met recently, by natural key. Rows of dictionaries are never deleted, so an id stays true. */
export interface DictionaryCache {
  licences: RecentMap<string, LicenceIds>;
  packages: RecentMap<string, number>;
  versions: RecentMap<string, number>;
}

/**
 * Turns packages, versions and licences into the ids of their rows. What a transaction learns is remembered only when
 * `remember` is called after its commit: a row that was rolled back has no id.
 */
export class UsageDictionary {
  readonly #cache: DictionaryCache;

  static create(
    options: { packages?: number; versions?: number } = {},
  ): UsageDictionary {
    return new UsageDictionary({
      licences: new RecentMap({ size: 5_000 }),
      packages: new RecentMap({ size: options.packages ?? 50_000 }),
      versions: new RecentMap({ size: options.versions ?? 100_000 }),
    });
  }

  private constructor(cache: DictionaryCache) {
    this.#cache = cache;
  }

  /** All the usages are to become rows of `usage_current` in this transaction. */
  async resolve(
    tx: Knex,
    documents: readonly (readonly DocumentUsage[])[],
    firstSeenAt: string,
  ): Promise<ResolvedDocuments> {
    const usages = documents.flat();
    const licences = await licenceIds(tx, usages, this.#cache.licences);
    const { packages, added: newPackages } = await packageIds(
      tx,
      usages,
      this.#cache.packages,
      firstSeenAt,
    );
    const keyed = documents.map(document =>
      document.map(usage => {
        const declared = licences.get(usage.declared);
        const concluded = licences.get(usage.concluded);
        const counts = licences.get(effectiveLicence(usage));
        return {
          usage,
          packageId: packages.get(usage),
          declaredId: declared.textId,
          concludedId: concluded.textId,
          licenceId: counts.licenceId,
        };
      }),
    );
    const { versions, added: newVersions } = await versionIds(
      tx,
      keyed.flat(),
      this.#cache.versions,
    );
    return {
      documents: keyed.map(document =>
        document.map(item => ({
          versionId: versions.get(item),
          packageId: item.packageId,
          ecosystem: item.usage.ecosystem,
          version: item.usage.version,
          qualifiers: item.usage.qualifiers,
          licenceId: item.licenceId,
          licenceKnown: effectiveLicence(item.usage).status === 'known',
          flags: item.usage.flags,
        })),
      ),
      added: { packages: newPackages, versions: newVersions },
      remember: () => {
        licences.remember();
        packages.remember();
        versions.remember();
      },
    };
  }
}
