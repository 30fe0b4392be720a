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
import { inWriteTransaction } from '../../database/inWriteTransaction';
import { Announced } from '../announce/changesOf';
import {
  CatalogFacts,
  Listing,
  StoredProject,
} from '../discovery/CatalogFacts';

/** Variables of one statement; SQLite takes 32,766. */
const CHUNK = 500;

export interface KnownProject {
  ref: string;
  hash: string;
  changedAt: string;
}

export interface ProjectChange extends StoredProject {
  hash: string;
}

/** The table of projects. Every change counts up one number, so that readers know when to read again. */
export class ProjectStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): ProjectStore {
    return new ProjectStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Changes whenever anything in the table has. */
  async stamp(): Promise<string> {
    const row = await this.#state();
    return String(row?.generation ?? 0);
  }

  /** When the catalog was last read to its end. */
  async discoveredAt(): Promise<string | undefined> {
    const row = await this.#state();
    return row?.discovered_at ?? undefined;
  }

  async listKnown(): Promise<KnownProject[]> {
    const rows: { ref: string; project_hash: string; changed_at: string }[] =
      await this.#knex('innersource_projects').select(
        'ref',
        'project_hash',
        'changed_at',
      );
    return rows.map(row => ({
      ref: row.ref,
      hash: row.project_hash,
      changedAt: row.changed_at,
    }));
  }

  async readAll(): Promise<StoredProject[]> {
    return (
      await this.#knex('innersource_projects').orderBy('ref').pluck('project')
    ).map(parseProject);
  }

  /** By entity ref, ascending, after the one given. */
  async list(options: {
    after?: string;
    limit: number;
  }): Promise<StoredProject[]> {
    const { after, limit } = options;
    const query = this.#knex('innersource_projects')
      .orderBy('ref')
      .limit(limit);
    if (after !== undefined) {
      query.where('ref', '>', after);
    }
    return (await query.pluck('project')).map(parseProject);
  }

  /** What was last told of each project; those that nobody heard of are not there. */
  async listAnnounced(): Promise<Map<string, Announced>> {
    const rows: { ref: string; announced: string }[] = await this.#knex(
      'innersource_projects',
    )
      .whereNotNull('announced')
      .select('ref', 'announced');
    return new Map(
      // Written by this class alone.
      rows.map(row => [row.ref, JSON.parse(row.announced) as Announced]),
    );
  }

  /** Tells nobody that the table changed, for no reader is shown it. */
  async saveAnnounced(told: ReadonlyMap<string, Announced>): Promise<void> {
    await inWriteTransaction(this.#knex, async tx => {
      for (const [ref, announced] of told) {
        await tx('innersource_projects')
          .where({ ref })
          .update({ announced: JSON.stringify(announced) });
      }
    });
  }

  /** Writes what one reading of the catalog came to. */
  async write(options: {
    changed: readonly ProjectChange[];
    gone: readonly string[];
    at: string;
    /** Set when the whole catalog was read. */
    discoveredAt?: string;
  }): Promise<void> {
    const { changed, gone, at, discoveredAt } = options;
    await inWriteTransaction(this.#knex, async tx => {
      for (let start = 0; start < changed.length; start += CHUNK) {
        await tx('innersource_projects')
          .insert(
            changed.slice(start, start + CHUNK).map(change => ({
              ref: change.facts.ref,
              project: writeProject(change),
              project_hash: change.hash,
              changed_at: at,
            })),
          )
          .onConflict('ref')
          .merge(['project', 'project_hash', 'changed_at']);
      }
      for (let start = 0; start < gone.length; start += CHUNK) {
        await tx('innersource_projects')
          .whereIn('ref', gone.slice(start, start + CHUNK))
          .delete();
      }
      if (changed.length + gone.length > 0) {
        await tx('innersource_state')
          .where({ id: 1 })
          .increment('generation', 1);
      }
      if (discoveredAt !== undefined) {
        await tx('innersource_state')
          .where({ id: 1 })
          .update({ discovered_at: discoveredAt });
      }
    });
  }

  async #state(): Promise<
    { generation: number; discovered_at: string | null } | undefined
  > {
    return await this.#knex('innersource_state').where({ id: 1 }).first();
  }
}

export function writeProject(project: StoredProject): string {
  const { facts, listedBy } = project;
  return JSON.stringify({ listedBy, facts });
}

function parseProject(json: string): StoredProject {
  // Written by this class alone.
  return JSON.parse(json) as { facts: CatalogFacts; listedBy: Listing };
}
