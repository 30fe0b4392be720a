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
  Absence,
  CapacityAgreement,
  Evidence,
  RotaTurn,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { RecordsGeneration } from './RecordsGeneration';
import {
  fromAbsence,
  fromAgreement,
  fromEvidence,
  fromRotaTurn,
  toAbsence,
  toAgreement,
  toEvidence,
  toRotaTurn,
} from './rows';

/** A kind of record: where it lies, and how it looks there. */
interface RecordKind<T, Row> {
  table: string;
  toRecord: (row: Row) => T;
  toRow: (record: T) => Row;
  /** Column by which a list is ordered, the newest first. */
  day: keyof Row & string;
}

/** Records of one kind: added, removed, never changed. */
export class RecordsStore<T extends { id: string }, Row extends object> {
  readonly #knex: Knex;
  readonly #records: RecordsGeneration;
  readonly #kind: RecordKind<T, Row>;

  constructor(
    options: { knex: Knex; records: RecordsGeneration },
    kind: RecordKind<T, Row>,
  ) {
    this.#knex = options.knex;
    this.#records = options.records;
    this.#kind = kind;
  }

  async add(record: T): Promise<void> {
    const { table, toRow } = this.#kind;
    await this.#records.change(tx => tx(table).insert(toRow(record)));
  }

  async get(id: string): Promise<T | undefined> {
    const { table, toRecord } = this.#kind;
    const row: Row | undefined = await this.#knex(table).where({ id }).first();
    return row && toRecord(row);
  }

  /** Answers false when somebody removed it before. */
  async remove(id: string): Promise<boolean> {
    return await this.#records.change(
      async tx => (await tx(this.#kind.table).where({ id }).delete()) > 0,
    );
  }

  /** Those with one of the values in each column named. */
  async list(
    where: Partial<Record<keyof Row & string, readonly string[]>>,
  ): Promise<T[]> {
    const { table, day, toRecord } = this.#kind;
    const query = this.#knex(table).orderBy([
      { column: day, order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
    for (const [column, values] of Object.entries<
      readonly string[] | undefined
    >(where)) {
      if (values) {
        query.whereIn(column, [...values]);
      }
    }
    const rows: Row[] = await query;
    return rows.map(toRecord);
  }

  /** Removes what is over since before a day, and answers how many. */
  async purge(column: keyof Row & string, before: string): Promise<number> {
    return await this.#records.change(tx =>
      tx(this.#kind.table).where(column, '<', before).delete(),
    );
  }
}

/** The stores of all kinds of records. */
export function createRecordsStores(options: {
  knex: Knex;
  records: RecordsGeneration;
}) {
  return {
    absences: new RecordsStore<Absence, ReturnType<typeof fromAbsence>>(
      options,
      {
        table: 'competency_absences',
        toRecord: toAbsence,
        toRow: fromAbsence,
        day: 'from_day',
      },
    ),
    agreements: new RecordsStore<
      CapacityAgreement,
      ReturnType<typeof fromAgreement>
    >(options, {
      table: 'competency_agreements',
      toRecord: toAgreement,
      toRow: fromAgreement,
      day: 'valid_from',
    }),
    evidence: new RecordsStore<Evidence, ReturnType<typeof fromEvidence>>(
      options,
      {
        table: 'competency_evidence',
        toRecord: toEvidence,
        toRow: fromEvidence,
        day: 'day',
      },
    ),
    rota: new RecordsStore<RotaTurn, ReturnType<typeof fromRotaTurn>>(options, {
      table: 'competency_rota',
      toRecord: toRotaTurn,
      toRow: fromRotaTurn,
      day: 'from_day',
    }),
  };
}

export type RecordsStores = ReturnType<typeof createRecordsStores>;
