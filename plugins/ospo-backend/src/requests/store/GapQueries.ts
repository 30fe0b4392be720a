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

import { OspoPage, RoutingGap } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { cursorBinding, decodeCursor, encodeCursor } from '../../shared/cursor';
import { requestNumber } from './StoredRequest';

const DEFAULT_LIMIT = 25;
const positionSchema = z.tuple([z.string(), z.string()]);

interface GapRow {
  id: string;
  competency_ref: string;
  request_id: string;
  number: number;
  at: string;
  closed_at: string | null;
  candidates: number;
}

/** Competencies that nobody could be found for, the newest first. */
export class GapQueries {
  readonly #knex: Knex;

  private constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  static create(options: { knex: Knex }): GapQueries {
    return new GapQueries(options);
  }

  async list(query: {
    open?: boolean;
    limit?: number;
    cursor?: string;
  }): Promise<OspoPage<RoutingGap>> {
    const { cursor, limit = DEFAULT_LIMIT, open } = query;
    const binding = cursorBinding({ list: 'gaps', open });
    const position = decodeCursor({
      cursor,
      binding,
      position: positionSchema,
    });
    const gaps = this.#knex('request_gaps as g')
      .join('requests as r', 'r.id', 'g.request_id')
      .select(
        'g.id',
        'g.competency_ref',
        'g.request_id',
        'r.number',
        'g.at',
        'g.closed_at',
        'g.candidates',
      )
      .orderBy([
        { column: 'g.at', order: 'desc' },
        { column: 'g.id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (open !== undefined) {
      gaps[open ? 'whereNull' : 'whereNotNull']('g.closed_at');
    }
    if (position) {
      gaps.whereRaw('(g.at, g.id) < (?, ?)', [...position]);
    }
    const rows: GapRow[] = await gaps;
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map(toGap),
      nextCursor:
        rows.length > limit && last
          ? encodeCursor({ binding, position: [last.at, last.id] })
          : undefined,
    };
  }
}

function toGap(row: GapRow): RoutingGap {
  return {
    id: row.id,
    competency: { ref: row.competency_ref, title: row.competency_ref },
    requestId: row.request_id,
    requestNumber: requestNumber(row.number),
    at: row.at,
    closedAt: row.closed_at ?? undefined,
    candidates: row.candidates,
  };
}
