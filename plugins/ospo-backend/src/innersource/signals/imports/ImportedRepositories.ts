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

import { InnerSourceMetadata } from '@ospo-suite/innersource-reader';
import { Knex } from 'knex';
import { KeptParts } from '../store/SignalsStore';
import { SignalsGeneration } from '../store/SignalsGeneration';

/** A repository of a list that was imported. */
export interface ImportedRepository {
  host: string;
  /** In lower case. */
  slug: string;
  /** What the list says of the project, without people's addresses. */
  fields: Partial<InnerSourceMetadata>;
  parts: KeptParts;
}

/** The lists as they were last read well. */
export class ImportedRepositories {
  readonly #knex: Knex;
  readonly #generation: SignalsGeneration;

  static create(options: { knex: Knex }): ImportedRepositories {
    return new ImportedRepositories(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
    this.#generation = SignalsGeneration.create({ knex });
  }

  /** All of them; a repository in several lists comes once, from the first. */
  async list(): Promise<ImportedRepository[]> {
    const rows: {
      host: string;
      slug: string;
      fields: string;
      parts: string;
    }[] = await this.#knex('innersource_imported').orderBy([
      'host',
      'slug',
      'target',
    ]);
    const found = new Map<string, ImportedRepository>();
    for (const { host, slug, fields, parts } of rows) {
      const key = `${host}/${slug}`;
      if (!found.has(key)) {
        // Written by this class alone.
        found.set(key, {
          host,
          slug,
          fields: JSON.parse(fields) as Partial<InnerSourceMetadata>,
          parts: JSON.parse(parts) as KeptParts,
        });
      }
    }
    return [...found.values()];
  }

  async etag(target: string): Promise<string | undefined> {
    const row = await this.#knex('innersource_imports')
      .where({ target })
      .first('etag');
    return row?.etag ?? undefined;
  }

  /** Puts a list in the place of what it was. */
  async replace(options: {
    target: string;
    etag?: string;
    now: string;
    repositories: readonly ImportedRepository[];
  }): Promise<void> {
    const { target, etag, now, repositories } = options;
    await this.#generation.raise(async tx => {
      await tx('innersource_imports')
        .insert({
          target,
          etag: etag ?? null,
          checked_at: now,
          imported_at: now,
          error: null,
        })
        .onConflict('target')
        .merge();
      await tx('innersource_imported').where({ target }).delete();
      for (const { host, slug, fields, parts } of repositories) {
        await tx('innersource_imported')
          .insert({
            target,
            host,
            slug,
            fields: JSON.stringify(fields),
            parts: JSON.stringify(parts),
          })
          .onConflict(['target', 'host', 'slug'])
          .ignore();
      }
    });
  }

  /** Notes that a list was looked at; what was read before stays. */
  async noteTry(target: string, now: string, error?: string): Promise<void> {
    await this.#knex('innersource_imports')
      .insert({ target, checked_at: now, error: error ?? null })
      .onConflict('target')
      .merge(['checked_at', 'error']);
  }

  /** Removes the lists that the configuration does not name any more. */
  async keepOnly(targets: readonly string[]): Promise<void> {
    const gone = await this.#knex('innersource_imports')
      .whereNotIn('target', targets)
      .pluck('target');
    if (gone.length > 0) {
      await this.#generation.raise(async tx => {
        // Not left to the foreign key: SQLite heeds it only where it is told to.
        await tx('innersource_imported').whereIn('target', gone).delete();
        await tx('innersource_imports').whereIn('target', gone).delete();
      });
    }
  }
}
