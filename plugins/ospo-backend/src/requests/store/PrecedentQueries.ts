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
  ListPrecedentsQuery,
  OspoPage,
  Precedent,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { cursorBinding, decodeCursor, encodeCursor } from '../../shared/cursor';
import { addDays } from '../../shared/days';
import { PrecedentRow, toPrecedent } from './precedentRows';
import { onlyMatching } from './requestScope';

const DEFAULT_LIMIT = 25;
/** Rows that are looked through for one page, when most of them are hidden from the reader. */
const MAX_READ = 5_000;
const positionSchema = z.tuple([z.string(), z.string()]);

/** Leaves out the precedents, and the parts of them, that the reader may not know of. */
export type SeePrecedents = (precedents: Precedent[]) => Promise<Precedent[]>;

export interface PrecedentQueriesOptions {
  knex: Knex;
  expiringDays: number;
  now: () => Date;
}

/** Decisions that others may reuse. */
export class PrecedentQueries {
  readonly #options: PrecedentQueriesOptions;

  private constructor(options: PrecedentQueriesOptions) {
    this.#options = options;
  }

  static create(options: PrecedentQueriesOptions): PrecedentQueries {
    return new PrecedentQueries(options);
  }

  async list(
    query: ListPrecedentsQuery,
    see: SeePrecedents,
  ): Promise<OspoPage<Precedent>> {
    const { cursor, limit = DEFAULT_LIMIT, ...filters } = query;
    const binding = cursorBinding({ list: 'precedents', ...filters });
    let position = decodeCursor({ cursor, binding, position: positionSchema });
    const seen: Precedent[] = [];
    for (let read = 0; read < MAX_READ; read += limit + 1) {
      const rows = await this.#rows(filters, { position, limit: limit + 1 });
      seen.push(...(await see(rows.map(row => this.#toPrecedent(row)))));
      const last = rows.at(-1);
      if (rows.length <= limit || seen.length > limit || !last) {
        break;
      }
      position = [last.published_at, last.id];
    }
    const items = seen.slice(0, limit);
    const last = items.at(-1);
    return {
      items,
      nextCursor:
        seen.length > limit && last
          ? encodeCursor({ binding, position: [last.publishedAt, last.id] })
          : undefined,
    };
  }

  async find(id: string): Promise<Precedent | undefined> {
    const row: PrecedentRow | undefined = await this.#options
      .knex('request_precedents')
      .where({ id })
      .first();
    return row && this.#toPrecedent(row);
  }

  /** Those of a type, for "answered before": about the same thing, or with one of the words in them. */
  async similar(options: {
    typeId: string;
    words: readonly string[];
    subject: Precedent['subject'];
    limit: number;
  }): Promise<Precedent[]> {
    const { typeId, words, subject, limit } = options;
    const today = this.#today();
    const current = () =>
      this.#options
        .knex('request_precedents')
        .where({ type_id: typeId })
        .where(valid =>
          valid.whereNull('valid_until').orWhere('valid_until', '>=', today),
        )
        .orderBy([
          { column: 'published_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit);
    const about = Object.entries({
      entity_ref: subject.entityRef,
      package_key: subject.packageKey,
      licence_key: subject.licenceKey,
    }).filter(([, value]) => value !== undefined);
    const found: PrecedentRow[][] = await Promise.all([
      ...about.map(([column, value]) => current().where(column, value)),
      ...words.map(word =>
        onlyMatching(current(), word, {
          knex: this.#options.knex,
          table: 'request_precedents',
        }),
      ),
    ]);
    const distinct = new Map(found.flat().map(row => [row.id, row]));
    return [...distinct.values()].map(row => this.#toPrecedent(row));
  }

  #toPrecedent(row: PrecedentRow): Precedent {
    const today = this.#today();
    return toPrecedent(row, {
      today,
      expiringFrom: addDays(today, this.#options.expiringDays),
    });
  }

  async #rows(
    filters: Omit<ListPrecedentsQuery, 'limit' | 'cursor'>,
    page: { position?: [string, string]; limit: number },
  ): Promise<PrecedentRow[]> {
    const { q, type, competency, state } = filters;
    const query = this.#options.knex('request_precedents');
    if (q) {
      onlyMatching(query, q, {
        knex: this.#options.knex,
        table: 'request_precedents',
      });
    }
    if (type) {
      query.whereIn('type_id', type);
    }
    if (competency) {
      query.where(any => {
        for (const ref of competency) {
          any.orWhere('competencies', 'like', `%,${ref},%`);
        }
      });
    }
    for (const [column, value] of [
      ['entity_ref', filters.entityRef],
      ['package_key', filters.packageKey],
      ['licence_key', filters.licenceKey],
    ] as const) {
      if (value !== undefined) {
        query.where(column, value);
      }
    }
    if (state) {
      this.#onlyStates(query, state);
    }
    if (page.position) {
      query.whereRaw('(published_at, id) < (?, ?)', [...page.position]);
    }
    return await query
      .orderBy([
        { column: 'published_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(page.limit);
  }

  #onlyStates(
    query: Knex.QueryBuilder,
    states: readonly Precedent['state'][],
  ): void {
    const today = this.#today();
    const expiringFrom = addDays(today, this.#options.expiringDays);
    query.where(any => {
      if (states.includes('valid')) {
        any
          .orWhereNull('valid_until')
          .orWhere('valid_until', '>', expiringFrom);
      }
      if (states.includes('expiring')) {
        any.orWhereBetween('valid_until', [today, expiringFrom]);
      }
      if (states.includes('expired')) {
        any.orWhere('valid_until', '<', today);
      }
    });
  }

  #today(): string {
    return this.#options.now().toISOString().slice(0, 10);
  }
}
