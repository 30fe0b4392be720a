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

import { EntitySet } from '../access/EntitySet';
import { BoundedCache } from '../../shared/BoundedCache';
import { Generation } from './Generation';
import { QueryContext } from './QueryContext';

const KEPT_MS = 30_000;

interface NamedEntity {
  id: number;
  text: string;
}

/**
 * Finds components by any part of their name or title. The names are few and short, so they are searched in memory,
 * where letters beyond ASCII fold alike whatever the database does.
 */
export class EntityNames {
  readonly #context: QueryContext;
  readonly #generation: Generation;
  readonly #names: BoundedCache<Promise<NamedEntity[]>>;

  private constructor(context: QueryContext, generation: Generation) {
    this.#context = context;
    this.#generation = generation;
    this.#names = BoundedCache.create({
      maxSize: 1,
      now: () => context.now().getTime(),
    });
  }

  static create(context: QueryContext, generation: Generation): EntityNames {
    return new EntityNames(context, generation);
  }

  /** Components with this text in their name, title or ref, within what the caller sees. */
  async find(q: string, visible: EntitySet | undefined): Promise<EntitySet> {
    const part = q.toLocaleLowerCase('en-US');
    const names = await this.#read();
    return EntitySet.of(
      names
        .filter(
          ({ id, text }) =>
            text.includes(part) && (visible === undefined || visible.has(id)),
        )
        .map(({ id }) => id),
    );
  }

  async #read(): Promise<NamedEntity[]> {
    const generation = String(await this.#generation.current());
    const kept = this.#names.get(generation);
    if (kept) {
      return kept;
    }
    const names = this.#ask();
    this.#names.set(generation, names, { ttlMs: KEPT_MS });
    names.catch(() => this.#names.delete(generation));
    return names;
  }

  async #ask(): Promise<NamedEntity[]> {
    const rows: { id: number; entity_ref: string; title: string | null }[] =
      await this.#context
        .knex('usage_entities')
        .whereNull('gone_at')
        .select('id', 'entity_ref', 'title');
    return rows.map(row => ({
      id: row.id,
      text: `${row.entity_ref}\n${row.title ?? ''}`.toLocaleLowerCase('en-US'),
    }));
  }
}
