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
  ListRequestsQuery,
  OspoPage,
  OspoRequest,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { cursorBinding } from '../../shared/cursor';
import { groupBy } from '../../shared/groupBy';
import { onlyFiltered, onlyReadable, onlyView } from './requestScope';
import { RequestRow, toListedRequest, WorkItemRow } from './rows';
import { readPlace, RowPlace, scanVisible, writePlace } from './scanVisible';
import { Viewer } from './Viewer';

const DEFAULT_LIMIT = 25;
/** Beyond it, a number says no more than "many". */
const MAX_COUNT = 1_000;

const SORTS = {
  '-updatedAt': { column: 'updated_at', direction: 'desc' },
  '-createdAt': { column: 'created_at', direction: 'desc' },
  doneDue: { column: 'done_due', direction: 'asc' },
} as const;

/** Leaves out the requests, and the parts of them, that the viewer may not know of. */
export type SeeRequests = (requests: OspoRequest[]) => Promise<OspoRequest[]>;

/** Lists and counts of requests, each within what the viewer may know of. */
export class RequestQueries {
  readonly #knex: Knex;
  readonly #now: () => Date;

  private constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  static create(options: { knex: Knex; now: () => Date }): RequestQueries {
    return new RequestQueries(options);
  }

  /** A page of what `see` shows; what it leaves out is made up for from what follows. */
  async list(
    query: ListRequestsQuery,
    viewer: Viewer,
    see: SeeRequests,
  ): Promise<OspoPage<OspoRequest>> {
    const { cursor, limit = DEFAULT_LIMIT, ...filters } = query;
    const binding = cursorBinding({ list: 'requests', ...filters });
    const { items, next } = await scanVisible({
      limit,
      from: readPlace(cursor, binding),
      read: (place, size) => this.#rows(query, viewer, { place, size }),
      see: rows => this.#shown(rows, see),
      positionOf: row => positionOf(row, query),
    });
    return { items, nextCursor: next && writePlace(next, binding) };
  }

  /** How long a person's lists are; many is as good as more. */
  async count(viewer: Viewer): Promise<{
    mine: number;
    waiting: number;
    triage?: number;
  }> {
    const [mine, waiting, triage] = await Promise.all([
      this.#countView('mine', viewer),
      this.#countView('waiting', viewer),
      viewer.isCoreTeam ? this.#countView('triage', viewer) : undefined,
    ]);
    return { mine, waiting, triage };
  }

  async #countView(
    view: 'mine' | 'waiting' | 'triage',
    viewer: Viewer,
  ): Promise<number> {
    const rows = this.#within(view, viewer)
      .select('requests.id')
      .limit(MAX_COUNT);
    if (view === 'mine') {
      rows.whereNotIn('requests.state', ['closed', 'withdrawn']);
    }
    const row = await this.#knex
      .count({ n: '*' })
      .from(rows.as('counted'))
      .first();
    return Number(row?.n ?? 0);
  }

  #within(view: ListRequestsQuery['view'], viewer: Viewer): Knex.QueryBuilder {
    const query = this.#knex('requests');
    onlyReadable(query, viewer);
    return onlyView(query, { view, viewer, now: this.#now().toISOString() });
  }

  async #rows(
    query: ListRequestsQuery,
    viewer: Viewer,
    { place, size }: { place: RowPlace; size: number },
  ): Promise<RequestRow[]> {
    const { view, sort = '-updatedAt', ...filters } = query;
    const { column, direction } = SORTS[sort];
    const rows = this.#within(view, viewer);
    onlyFiltered(rows, filters, {
      knex: this.#knex,
      now: this.#now().toISOString(),
    });
    if (place.after) {
      const sign = direction === 'asc' ? '>' : '<';
      rows.whereRaw(`(requests.${column}, requests.id) ${sign} (?, ?)`, [
        ...place.after,
      ]);
    }
    return await rows
      .select('requests.*')
      .orderBy([
        { column: `requests.${column}`, order: direction },
        { column: 'requests.id', order: direction },
      ])
      .offset(place.skip)
      .limit(size);
  }

  async #shown(
    rows: readonly RequestRow[],
    see: SeeRequests,
  ): Promise<Map<string, OspoRequest>> {
    const items: WorkItemRow[] = await this.#knex('request_work_items')
      .whereIn(
        'request_id',
        rows.map(({ id }) => id),
      )
      .orderBy(['request_id', 'position']);
    const byRequest = groupBy(items, item => item.request_id);
    const now = this.#now().toISOString();
    const listed = rows.map(row =>
      toListedRequest(row, byRequest.get(row.id) ?? [], now),
    );
    const shown = await see(listed);
    return new Map(shown.map(request => [request.id, request]));
  }
}

function positionOf(
  row: RequestRow,
  { sort = '-updatedAt' }: ListRequestsQuery,
): [string, string] {
  return [row[SORTS[sort].column], row.id];
}
