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
  LicenceRef,
  UsageComponentRef,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { BoundedCache } from '../../shared/BoundedCache';
import { LoadingCache } from '../../shared/LoadingCache';
import { UsageEntityRow } from '../tables';
import { toComponentRef } from './componentRef';
import { Generation } from './Generation';
import { PackageRow } from './packageRow';
import { idsParameter, inIds, readRows } from './readRows';
import { topLicences } from './topLicences';
import { DescribedVersion, versionsById } from './versionRows';

const KEPT_MS = 600_000;
const MAX_KEPT = 20_000;

/** A target with what the catalog says of its component. */
export interface KnownTarget {
  component: UsageComponentRef;
  target: string;
  stream: string;
}

export type PackageWithKey = PackageRow & { first_seen_at: string };

/**
 * Names that pages show over and over. Packages and versions are written once and never changed; of components the
 * catalog may say something else with every generation, and licences of packages are counted anew.
 */
export class KnownRows {
  readonly #generation: Generation;
  readonly #packagesByKey: LoadingCache<string, PackageWithKey>;
  readonly #packages: LoadingCache<number, PackageWithKey>;
  readonly #packageIds: BoundedCache<number>;
  readonly #versions: LoadingCache<number, DescribedVersion>;
  readonly #targets: LoadingCache<number, KnownTarget>;
  readonly #topLicences: LoadingCache<number, LicenceRef[]>;
  #of: number | undefined;

  private constructor(options: KnownRowsOptions) {
    const { knex, now } = options;
    const keep = { maxSize: MAX_KEPT, ttlMs: KEPT_MS, now };
    this.#generation = options.generation;
    this.#packagesByKey = LoadingCache.create({
      ...keep,
      load: keys => packagesByKey(knex, keys),
    });
    this.#packageIds = BoundedCache.create(keep);
    this.#packages = LoadingCache.create({
      ...keep,
      load: ids => packagesById(knex, ids),
    });
    this.#versions = LoadingCache.create({
      ...keep,
      load: ids => versionsById(knex, ids),
    });
    this.#targets = LoadingCache.create({
      ...keep,
      load: ids => targetsById(knex, ids),
    });
    this.#topLicences = LoadingCache.create({
      ...keep,
      load: ids => topLicences(knex, ids),
    });
  }

  static create(options: KnownRowsOptions): KnownRows {
    return new KnownRows(options);
  }

  async package(key: string): Promise<PackageWithKey | undefined> {
    return (await this.#packagesByKey.get([key])).get(key);
  }

  /** The id of a package whose versions were shown lately. */
  packageId(key: string): number | undefined {
    return this.#packageIds.get(key);
  }

  rememberPackageId(key: string, id: number): void {
    this.#packageIds.set(key, id, { ttlMs: KEPT_MS });
  }

  async packages(ids: Iterable<number>): Promise<Map<number, PackageWithKey>> {
    return this.#packages.get(ids);
  }

  async versions(
    ids: Iterable<number>,
  ): Promise<Map<number, DescribedVersion>> {
    return this.#versions.get(ids);
  }

  async targets(ids: Iterable<number>): Promise<Map<number, KnownTarget>> {
    await this.#forgetIfOld();
    return this.#targets.get(ids);
  }

  async topLicences(ids: Iterable<number>): Promise<Map<number, LicenceRef[]>> {
    await this.#forgetIfOld();
    return this.#topLicences.get(ids);
  }

  async #forgetIfOld(): Promise<void> {
    const generation = await this.#generation.current();
    if (generation !== this.#of) {
      this.#targets.clear();
      this.#topLicences.clear();
      this.#of = generation;
    }
  }
}

interface KnownRowsOptions {
  knex: Knex;
  generation: Generation;
  now: () => number;
}

const PACKAGE_COLUMNS =
  'p.id, p.key, p.weak, p.ecosystem, p.namespace, p.name, p.first_seen_at';

type PackageCells = [
  id: number,
  key: string,
  weak: boolean | number,
  ecosystem: string,
  namespace: string,
  name: string,
  firstSeenAt: string,
];

function toPackage(cells: PackageCells): PackageWithKey {
  const [id, key, weak, ecosystem, namespace, name, firstSeenAt] = cells;
  return {
    ...{ id, key, weak, ecosystem, namespace, name },
    first_seen_at: firstSeenAt,
  };
}

async function packagesByKey(
  knex: Knex,
  keys: string[],
): Promise<Map<string, PackageWithKey>> {
  const found = new Map<string, PackageWithKey>();
  // Asked about one at a time.
  for (const key of keys) {
    const rows = await readRows<PackageCells>(
      knex,
      `select ${PACKAGE_COLUMNS} from usage_packages p where p.key = ?`,
      [key],
    );
    rows.forEach(cells => found.set(key, toPackage(cells)));
  }
  return found;
}

async function packagesById(
  knex: Knex,
  ids: number[],
): Promise<Map<number, PackageWithKey>> {
  const rows = await readRows<PackageCells>(
    knex,
    `select ${PACKAGE_COLUMNS} from usage_packages p where p.id ${inIds(knex)}`,
    [idsParameter(knex, ids)],
  );
  return new Map(rows.map(cells => [cells[0], toPackage(cells)]));
}

async function targetsById(
  knex: Knex,
  ids: number[],
): Promise<Map<number, KnownTarget>> {
  const rows = await readRows<
    [
      id: number,
      target: string,
      stream: string,
      entityRef: string,
      title: string | null,
      type: string | null,
      lifecycle: string | null,
      ownerRef: string | null,
      ownerState: UsageEntityRow['owner_state'],
      systemRef: string | null,
    ]
  >(
    knex,
    `select t.id, t.target, t.stream,
       e.entity_ref, e.title, e.type, e.lifecycle, e.owner_ref, e.owner_state, e.system_ref
     from usage_targets t join usage_entities e on e.id = t.entity_id
     where t.id ${inIds(knex)}`,
    [idsParameter(knex, ids)],
  );
  return new Map(
    rows.map(([id, target, stream, entityRef, title, type, ...catalog]) => {
      const [lifecycle, ownerRef, ownerState, systemRef] = catalog;
      const component = toComponentRef({
        entity_ref: entityRef,
        owner_ref: ownerRef,
        owner_state: ownerState,
        system_ref: systemRef,
        ...{ title, type, lifecycle },
      });
      return [id, { component, target, stream }];
    }),
  );
}
