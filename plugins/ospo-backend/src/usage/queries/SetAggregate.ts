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

import { UsageTotals } from '@ospo-suite/backstage-plugin-ospo-common';

/** Counts of one package within a set of components. */
export interface PackageCounts {
  packageId: number;
  components: number;
  direct: number;
}

/** Counts of one licence within a set of components. */
export interface LicenceCounts {
  licenceId: number;
  components: number;
  packages: number;
  usages: number;
}

/** Usages of one version row within a set of components. */
export interface VersionUsages {
  versionId: number;
  packageId: number;
  licenceId: number;
  usages: number;
}

/**
 * Everything that is counted within a set of components, in typed arrays: about 12 bytes a package and 16 a version.
 */
export class SetAggregate {
  /** Sorted by components, then id, both falling. */
  readonly #packages: Int32Array;
  readonly #components: Int32Array;
  readonly #direct: Int32Array;
  /** Rows of package, version, licence, usages; sorted by package. */
  readonly #versions: Int32Array;
  readonly licences: readonly LicenceCounts[];
  readonly totals: Omit<UsageTotals, 'licenceKnown' | 'licenceUnknown'>;

  private constructor(options: SetAggregateParts) {
    const packages = [...options.packages].sort(byComponents);
    this.#packages = Int32Array.from(packages, row => row.packageId);
    this.#components = Int32Array.from(packages, row => row.components);
    this.#direct = Int32Array.from(packages, row => row.direct);
    const versions = [...options.versions].sort(
      (a, b) => a.packageId - b.packageId || a.versionId - b.versionId,
    );
    this.#versions = new Int32Array(versions.length * 4);
    versions.forEach((row, index) =>
      this.#versions.set(
        [row.packageId, row.versionId, row.licenceId, row.usages],
        index * 4,
      ),
    );
    this.licences = options.licences;
    this.totals = options.totals;
  }

  static of(parts: SetAggregateParts): SetAggregate {
    return new SetAggregate(parts);
  }

  /** Entries of all arrays, as a measure of the memory that is held. */
  get size(): number {
    return this.#packages.length * 3 + this.#versions.length;
  }

  /** Ids of the packages, the most used first. */
  get packageIds(): Int32Array {
    return this.#packages;
  }

  packageAt(index: number): PackageCounts {
    return {
      packageId: this.#packages[index],
      components: this.#components[index],
      direct: this.#direct[index],
    };
  }

  /** Versions of one package that are in use. */
  versionsOf(packageId: number): VersionUsages[] {
    const found: VersionUsages[] = [];
    for (
      let at = this.#firstVersionOf(packageId);
      this.#versions[at] === packageId;
      at += 4
    ) {
      found.push({
        packageId,
        versionId: this.#versions[at + 1],
        licenceId: this.#versions[at + 2],
        usages: this.#versions[at + 3],
      });
    }
    return found;
  }

  /** Packages that have one of these licences in use. */
  packagesUnder(licenceIds: ReadonlySet<number>): Set<number> {
    const found = new Set<number>();
    for (let at = 0; at < this.#versions.length; at += 4) {
      if (licenceIds.has(this.#versions[at + 2])) {
        found.add(this.#versions[at]);
      }
    }
    return found;
  }

  #firstVersionOf(packageId: number): number {
    let low = 0;
    let high = this.#versions.length / 4;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#versions[middle * 4] < packageId) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low * 4;
  }
}

interface SetAggregateParts {
  packages: Iterable<PackageCounts>;
  versions: Iterable<VersionUsages>;
  licences: readonly LicenceCounts[];
  totals: SetAggregate['totals'];
}

function byComponents(a: PackageCounts, b: PackageCounts): number {
  return b.components - a.components || b.packageId - a.packageId;
}
