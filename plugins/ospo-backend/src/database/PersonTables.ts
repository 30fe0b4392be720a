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

import { ERASED_PERSON_REF } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';

/**
 * A column that may hold the entity ref of a person, and what becomes of it when they are erased: the whole row goes,
 * the column becomes null, it names nobody in particular any more, or, for free text and JSON, the ref within it is
 * replaced.
 */
export interface PersonColumn {
  table: string;
  column: string;
  erase: 'row' | 'null' | 'replace' | 'replace-within';
}

/** Every column that may hold a person, over all slices: what is not in here is not erased and not exported. */
export class PersonTables {
  readonly #columns: readonly PersonColumn[];

  private constructor(columns: readonly PersonColumn[]) {
    this.#columns = columns;
  }

  /** The order is that of erasing: rows of others that hang on a row come before it. */
  static create(columns: readonly PersonColumn[]): PersonTables {
    return new PersonTables(columns);
  }

  /** Takes a person out of every table, within the caller's transaction. Answers with the number of changed rows. */
  async erase(tx: Knex.Transaction, userRef: string): Promise<number> {
    let rows = 0;
    for (const { table, column, erase } of this.#columns) {
      switch (erase) {
        case 'row':
          rows += await tx(table).where(column, userRef).delete();
          break;
        case 'null':
          rows += await tx(table)
            .where(column, userRef)
            .update({ [column]: null });
          break;
        case 'replace':
          rows += await tx(table)
            .where(column, userRef)
            .update({ [column]: ERASED_PERSON_REF });
          break;
        default:
          rows += await this.#replaceWithin(tx, { table, column, userRef });
      }
    }
    return rows;
  }

  /** Every row that names a person, by table. */
  async export(
    knex: Knex,
    userRef: string,
  ): Promise<Record<string, Record<string, unknown>[]>> {
    const tables = new Map<string, PersonColumn[]>();
    for (const column of this.#columns) {
      tables.set(column.table, [...(tables.get(column.table) ?? []), column]);
    }
    const found: Record<string, Record<string, unknown>[]> = {};
    for (const [table, columns] of tables) {
      found[table] = await knex(table).where(query => {
        for (const { column, erase } of columns) {
          if (erase === 'replace-within') {
            query.orWhereRaw('lower(??) like ? escape ?', [
              column,
              `%${userRef.replace(/[!%_]/g, sign => `!${sign}`)}%`,
              '!',
            ]);
          } else {
            query.orWhere(column, userRef);
          }
        }
      });
    }
    return found;
  }

  /** Not in SQL: `user:default/bo` is a part of `user:default/bosse`, who stays. */
  async #replaceWithin(
    tx: Knex.Transaction,
    of: { table: string; column: string; userRef: string },
  ): Promise<number> {
    const { table, column, userRef } = of;
    const ref = new RegExp(
      `(?<![\\w.:/-])${userRef.replace(
        /[.*+?^${}()|[\]\\]/g,
        '\\$&',
      )}(?![\\w/-]|\\.\\w)`,
      'gi',
    );
    const values: string[] = await tx(table)
      .distinct(column)
      .whereRaw('lower(??) like ? escape ?', [
        column,
        `%${userRef.replace(/[!%_]/g, sign => `!${sign}`)}%`,
        '!',
      ])
      .pluck(column);
    let rows = 0;
    for (const value of values) {
      const without = value.replace(ref, ERASED_PERSON_REF);
      if (without !== value) {
        rows += await tx(table)
          .where(column, value)
          .update({ [column]: without });
      }
    }
    return rows;
  }
}
