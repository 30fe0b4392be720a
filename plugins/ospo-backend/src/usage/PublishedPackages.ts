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
import { packageKeyOf } from './queries/packageKey';
import { whereIds } from './queries/whereIds';

/** Variables of one statement; SQLite takes 32,766. */
const CHUNK = 500;
/** So often it is asked whether anything changed; SBOMs come in one after the other. */
const STAMP_MS = 60_000;
/** The subject of a document may be called by anybody; a key that long is nobody's package. */
const MAX_KEY = 500;

/** What a component publishes, and who uses it. */
export interface Publication {
  /** Package URLs without a version, of the subjects of its current SBOMs. */
  packages: string[];
  /** Entity refs of the other components whose current SBOM contains one of them. */
  users: string[];
}

/**
 * Under which packages components are published, by what their own SBOMs say they describe, and who uses these. Tells
 * of all components: whoever passes it on leaves out what the reader may not see.
 */
export class PublishedPackages {
  readonly #knex: Knex;
  readonly #now: () => Date;
  #stamp: { at: number; value: Promise<string> } | undefined;

  static create(options: { knex: Knex; now: () => Date }): PublishedPackages {
    return new PublishedPackages(options);
  }

  private constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** Another one within a minute after an SBOM came in. */
  async stamp(): Promise<string> {
    const at = this.#now().getTime();
    if (!this.#stamp || at - this.#stamp.at >= STAMP_MS) {
      const stamp = { at, value: this.#generation() };
      this.#stamp = stamp;
      stamp.value.catch(() => {
        this.#stamp = undefined;
      });
    }
    return this.#stamp.value;
  }

  /** By entity ref; those without a current SBOM are left out. */
  async of(entityRefs: readonly string[]): Promise<Map<string, Publication>> {
    const packagesOf = await this.#packagesOf(entityRefs);
    const usersOf = await this.#usersOf(
      new Set([...packagesOf.values()].flatMap(keys => [...keys])),
    );
    return new Map(
      [...packagesOf].map(([ref, keys]) => {
        const users = new Set(
          [...keys].flatMap(key => [...(usersOf.get(key) ?? [])]),
        );
        users.delete(ref);
        return [ref, { packages: [...keys], users: [...users] }];
      }),
    );
  }

  async #generation(): Promise<string> {
    const row: { generation: number } | undefined = await this.#knex(
      'usage_totals',
    )
      .where({ id: 1 })
      .first('generation');
    return String(row?.generation ?? 0);
  }

  async #packagesOf(
    entityRefs: readonly string[],
  ): Promise<Map<string, Set<string>>> {
    const packages = new Map<string, Set<string>>();
    for (const refs of chunksOf(entityRefs)) {
      const rows: { ref: string; subject: string }[] = await this.#knex(
        'usage_entities as e',
      )
        .join('usage_targets as t', 't.entity_id', 'e.id')
        .join('usage_snapshots as s', 's.id', 't.current_snapshot_id')
        .join('usage_documents as d', 'd.id', 's.document_id')
        .whereIn('e.entity_ref', refs)
        .whereNull('e.gone_at')
        .select('e.entity_ref as ref', 'd.subject');
      for (const { ref, subject } of rows) {
        const keys = packages.get(ref) ?? new Set();
        packages.set(ref, keys);
        const key = keyOf(subject);
        if (key) {
          keys.add(key);
        }
      }
    }
    return packages;
  }

  async #usersOf(keys: ReadonlySet<string>): Promise<Map<string, Set<string>>> {
    const users = new Map<string, Set<string>>();
    for (const chunk of chunksOf([...keys])) {
      const known: { id: number; key: string }[] = await this.#knex(
        'usage_packages',
      )
        .whereIn('key', chunk)
        .select('id', 'key');
      if (known.length === 0) {
        continue;
      }
      const keyById = new Map(known.map(({ id, key }) => [id, key]));
      const rows: { id: number; ref: string }[] = await this.#knex(
        'usage_current as c',
      )
        .join('usage_targets as t', 't.id', 'c.target_id')
        .join('usage_entities as e', 'e.id', 't.entity_id')
        .whereRaw(whereIds(this.#knex, 'c.package_id', [...keyById.keys()]))
        .whereNull('e.gone_at')
        .distinct('c.package_id as id', 'e.entity_ref as ref');
      for (const { id, ref } of rows) {
        const key = keyById.get(id) ?? '';
        users.set(key, (users.get(key) ?? new Set()).add(ref));
      }
    }
    return users;
  }
}

/** @param subject - as `usage_documents` holds it */
function keyOf(subject: string): string | undefined {
  const { purl }: { purl?: unknown } = JSON.parse(subject);
  if (typeof purl !== 'string' || !purl.startsWith('pkg:')) {
    return undefined;
  }
  const key = packageKeyOf(purl);
  return key.length <= MAX_KEY ? key : undefined;
}

function* chunksOf(values: readonly string[]): Generator<string[]> {
  for (let start = 0; start < values.length; start += CHUNK) {
    yield values.slice(start, start + CHUNK);
  }
}
