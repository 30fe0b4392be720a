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
import { cursorBinding } from '../../shared/cursor';
import { addDays } from '../../shared/days';
import { PrecedentRow, toPrecedent } from './precedentRows';
import { onlyMatching } from './requestScope';
import { readPlace, RowPlace, scanVisible, writePlace } from './scanVisible';

const DEFAULT_LIMIT = 25;

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
    const { items, next } = await scanVisible({
      limit,
      from: readPlace(cursor, binding),
      read: (place, size) => this.#rows(filters, { place, size }),
      see: async rows => {
        const shown = await see(rows.map(row => this.#toPrecedent(row)));
        return new Map(shown.map(precedent => [precedent.id, precedent]));
      },
      positionOf: row => [row.published_at, row.id],
    });
    return { items, nextCursor: next && writePlace(next, binding) };
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
    { place, size }: { place: RowPlace; size: number },
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
    if (place.after) {
      query.whereRaw('(published_at, id) < (?, ?)', [...place.after]);
    }
    return await query
      .orderBy([
        { column: 'published_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .offset(place.skip)
      .limit(size);
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
