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
import { BusinessTime } from '../rules/CommandContext';
import { openStates } from '../rules/transitions';
import { fillHours } from './fillHours';

/** A row of the contract, but for the title, which those know who know types and competencies. */
export type Figures = Omit<RequestFigures['rows'][number], 'title' | 'titles'>;

interface Span {
  from: string;
  to: string;
}

export interface FigureQueriesOptions {
  knex: Knex;
  time: BusinessTime;
  now: () => Date;
}

/** Numbers of what came in and how it went. Medians say how many they rest on; where nothing was measured they are absent. */
export class FigureQueries {
  readonly #options: FigureQueriesOptions;

  private constructor(options: FigureQueriesOptions) {
    this.#options = options;
  }

  static create(options: FigureQueriesOptions): FigureQueries {
    return new FigureQueries(options);
  }

  /** Requests submitted from the first day to the last, both included, by their type. */
  async byType(days: Span): Promise<Figures[]> {
    const { knex } = this.#options;
    await fillHours({ ...this.#options, between: bounds(days) });
    return await this.#figures({
      rows: () =>
        knex('requests as r').whereBetween('r.submitted_at', bounds(days)),
      key: 'r.type_id',
      answered: 'r.decided_at is not null',
      open: 'true',
      ackHours: 'r.ack_hours',
      doneHours: 'r.done_hours',
    });
  }

  /** Work items required within the days, by their competency. */
  async byCompetency(days: Span): Promise<Figures[]> {
    const { knex } = this.#options;
    return await this.#figures({
      rows: () =>
        knex('request_work_items as w')
          .join('requests as r', 'r.id', 'w.request_id')
          .whereBetween('w.required_at', bounds(days)),
      key: 'w.competency_ref',
      answered: `w.state = 'done'`,
      open: `w.state not in ('done', 'skipped')`,
      ackHours: 'w.ack_hours',
      doneHours: 'w.done_hours',
    });
  }

  /** Counted where the rows are, so that five years of them cost a reader no more than the answer. */
  async #figures(of: Counted): Promise<Figures[]> {
    const { knex, now } = this.#options;
    const open = `r.state in (${openStates.map(() => '?').join()}) and ${
      of.open
    }`;
    const counted: CountedRow[] = await of
      .rows()
      .groupBy(of.key)
      .orderBy(of.key)
      .select(
        `${of.key} as key`,
        knex.raw(`count(*) as "in"`),
        knex.raw(`sum(case when ${of.answered} then 1 else 0 end) as answered`),
        knex.raw(`sum(case when ${open} then 1 else 0 end) as open`, [
          ...openStates,
        ]),
        knex.raw(
          `sum(case when ${open} and r.done_due < ? then 1 else 0 end) as overdue`,
          [...openStates, now().toISOString()],
        ),
        knex.raw(`count(${of.ackHours}) as n_ack`),
        knex.raw(`count(${of.doneHours}) as n_done`),
      );
    const [acks, dones] = await Promise.all([
      this.#medians(of, of.ackHours),
      this.#medians(of, of.doneHours),
    ]);
    return counted.map(row => ({
      key: row.key,
      in: Number(row.in),
      answered: Number(row.answered),
      open: Number(row.open),
      overdue: Number(row.overdue),
      medianAckHours: acks.get(row.key),
      medianDoneHours: dones.get(row.key),
      nAck: Number(row.n_ack),
      nDone: Number(row.n_done),
    }));
  }

  /** The value in the middle of each key, or between the two in the middle; both databases know windows. */
  async #medians(of: Counted, column: string): Promise<Map<string, number>> {
    const { knex } = this.#options;
    const places = of
      .rows()
      .whereNotNull(column)
      .select(
        `${of.key} as key`,
        `${column} as hours`,
        knex.raw(
          `row_number() over (partition by ${of.key} order by ${column}) as place`,
        ),
        knex.raw(`count(*) over (partition by ${of.key}) as n`),
      );
    const rows: { key: string; hours: number }[] = await knex
      .from(places.as('places'))
      .whereRaw('place in ((n + 1) / 2, (n + 2) / 2)')
      .groupBy('key')
      .select('key', knex.raw('avg(hours) as hours'));
    return new Map(rows.map(({ key, hours }) => [key, rounded(Number(hours))]));
  }
}

interface Counted {
  rows: () => Knex.QueryBuilder;
  key: string;
  /** Conditions, and columns of hours. */
  answered: string;
  open: string;
  ackHours: string;
  doneHours: string;
}

type CountedRow = { key: string } & Record<
  'in' | 'answered' | 'open' | 'overdue' | 'n_ack' | 'n_done',
  number | string
>;

function bounds({ from, to }: Span): [string, string] {
  return [`${from}T00:00:00.000Z`, `${to}T23:59:59.999Z`];
}

/** To seconds: single precision has no more to say. */
function rounded(hours: number): number {
  return Math.round(hours * 3_600) / 3_600;
}
