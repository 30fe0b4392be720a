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

import { RequestFigures } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { groupBy } from '../../shared/groupBy';
import { BusinessTime } from '../rules/CommandContext';
import { median } from './median';
import { openStates } from '../rules/transitions';

type Row = RequestFigures['rows'][number];

interface Span {
  from: string;
  to: string;
}

/** Numbers of what came in and how it went. Medians say how many they rest on; where nothing was measured they are absent. */
export class FigureQueries {
  readonly #knex: Knex;
  readonly #time: BusinessTime;
  readonly #now: () => Date;

  private constructor(options: FigureQueriesOptions) {
    this.#knex = options.knex;
    this.#time = options.time;
    this.#now = options.now;
  }

  static create(options: FigureQueriesOptions): FigureQueries {
    return new FigureQueries(options);
  }

  /** Requests submitted from the first day to the last, both included, by their type. */
  async byType(days: Span): Promise<Row[]> {
    const rows: TypeRow[] = await this.#knex('requests as r')
      .whereBetween('r.submitted_at', bounds(days))
      .leftJoin(
        this.#knex('request_work_items')
          .whereNotNull('taken_at')
          .groupBy('request_id')
          .select('request_id')
          .min({ taken_at: 'taken_at' })
          .as('w'),
        'w.request_id',
        'r.id',
      )
      .select(
        'r.type_id',
        'r.state',
        'r.submitted_at',
        'r.decided_at',
        'r.done_due',
        'w.taken_at',
      );
    const now = this.#now().toISOString();
    return sorted(groupBy(rows, row => row.type_id)).map(([key, of]) => ({
      key,
      title: key,
      in: of.length,
      answered: of.filter(row => row.decided_at !== null).length,
      open: of.filter(row => isOpen(row.state)).length,
      overdue: of.filter(row => row.done_due < now).length,
      ...this.#speed(
        of.map(row => this.#hours(row.submitted_at, row.taken_at)),
        of.map(row => this.#hours(row.submitted_at, row.decided_at)),
      ),
    }));
  }

  /** Work items required within the days, by their competency. */
  async byCompetency(days: Span): Promise<Row[]> {
    const rows: CompetencyRow[] = await this.#knex('request_work_items as w')
      .join('requests as r', 'r.id', 'w.request_id')
      .whereBetween('w.required_at', bounds(days))
      .select(
        'w.competency_ref',
        'w.state',
        'w.ack_hours',
        'w.done_hours',
        'r.state as request_state',
        'r.done_due',
      );
    const now = this.#now().toISOString();
    return sorted(groupBy(rows, row => row.competency_ref)).map(([key, of]) => {
      const open = of.filter(
        row =>
          isOpen(row.request_state) && !['done', 'skipped'].includes(row.state),
      );
      return {
        key,
        title: key,
        in: of.length,
        answered: of.filter(row => row.state === 'done').length,
        open: open.length,
        overdue: open.filter(row => row.done_due < now).length,
        ...this.#speed(
          of.map(row => row.ack_hours ?? undefined),
          of.map(row => row.done_hours ?? undefined),
        ),
      };
    });
  }

  #hours(start: string | null, end: string | null): number | undefined {
    return start && end
      ? this.#time.betweenMs(start, end) / 3_600_000
      : undefined;
  }

  #speed(
    ack: readonly (number | undefined)[],
    done: readonly (number | undefined)[],
  ): Pick<Row, 'medianAckHours' | 'medianDoneHours' | 'nAck' | 'nDone'> {
    const known = (values: readonly (number | undefined)[]) =>
      values.filter(value => value !== undefined);
    const [acks, dones] = [known(ack), known(done)];
    return {
      medianAckHours: median(acks),
      medianDoneHours: median(dones),
      nAck: acks.length,
      nDone: dones.length,
    };
  }
}

export interface FigureQueriesOptions {
  knex: Knex;
  time: BusinessTime;
  now: () => Date;
}

interface TypeRow {
  type_id: string;
  state: string;
  submitted_at: string | null;
  decided_at: string | null;
  done_due: string;
  taken_at: string | null;
}

interface CompetencyRow {
  competency_ref: string;
  state: string;
  ack_hours: number | null;
  done_hours: number | null;
  request_state: string;
  done_due: string;
}

function bounds({ from, to }: Span): [string, string] {
  return [`${from}T00:00:00.000Z`, `${to}T23:59:59.999Z`];
}

function isOpen(state: string): boolean {
  return openStates.some(open => open === state);
}

function sorted<T>(groups: Map<string, T[]>): [string, T[]][] {
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
