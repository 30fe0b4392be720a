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
import { groupBy } from '../shared/groupBy';
import { Erased, PersonRecords, PersonRows } from './PersonRecords';
import { namesPerson, withoutPerson } from './personTexts';

/**
 * A column that may hold the entity ref of a person, and what becomes of it when they are erased: the whole row goes,
 * the column becomes null, it names nobody in particular any more, or the ref is replaced within a text or within the
 * texts of a JSON value. A table with such a text has a column `id`.
 */
export interface PersonColumn {
  table: string;
  column: string;
  erase: 'row' | 'null' | 'replace' | 'replace-within' | 'replace-within-json';
}

/** Columns that may hold a person: what is not in here is not erased and not exported. */
export class PersonTables implements PersonRecords {
  readonly #columns: readonly PersonColumn[];

  private constructor(columns: readonly PersonColumn[]) {
    this.#columns = columns;
  }

  /** The order is that of erasing: rows of others that hang on a row come before it. */
  static create(columns: readonly PersonColumn[]): PersonTables {
    return new PersonTables(columns);
  }

  async erase(tx: Knex.Transaction, userRef: string): Promise<Erased> {
    let rows = 0;
    for (const of of this.#columns) {
      const { table, column, erase } = of;
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
          rows += await replaceWithin(tx, of, userRef);
      }
    }
    return { rows };
  }

  /** Rows that are about them, and of rows that only mention them the text that does. */
  async export(knex: Knex, userRef: string): Promise<PersonRows> {
    const found: PersonRows = {};
    for (const [table, columns] of groupBy(this.#columns, c => c.table)) {
      const refs = columns.filter(of => !isText(of));
      const rows: Record<string, unknown>[] =
        refs.length > 0
          ? await knex(table).where(query =>
              refs.forEach(({ column }) => query.orWhere(column, userRef)),
            )
          : [];
      const ids = new Set(rows.map(({ id }) => id));
      const mentions = new Map<string, Record<string, unknown>>();
      for (const of of columns.filter(isText)) {
        for (const { id, text } of await mentionsIn(knex, of, userRef)) {
          if (!ids.has(id)) {
            mentions.set(id, { id, ...mentions.get(id), [of.column]: text });
          }
        }
      }
      found[table] = [...rows, ...mentions.values()];
    }
    return found;
  }

  /** The values of a key column of every row that names them; null where the row has none. */
  async keysOf(
    knex: Knex,
    userRef: string,
    keyOf: (table: string) => string,
  ): Promise<Set<string | null>> {
    const keys = new Set<string | null>();
    for (const of of this.#columns) {
      const key = keyOf(of.table);
      const found: (string | null)[] = isText(of)
        ? (await mentionsIn(knex, of, userRef, key)).map(row => row.key)
        : await knex(of.table)
            .where(of.column, userRef)
            .distinct(key)
            .pluck(key);
      found.forEach(value => keys.add(value));
    }
    return keys;
  }
}

function isText({ erase }: PersonColumn): boolean {
  return erase === 'replace-within' || erase === 'replace-within-json';
}

/** Again until there are none: what somebody else writes meanwhile is not overwritten unseen. */
async function replaceWithin(
  tx: Knex.Transaction,
  of: PersonColumn,
  userRef: string,
): Promise<number> {
  let rows = 0;
  for (;;) {
    const mentions = await mentionsIn(tx, of, userRef);
    if (mentions.length === 0) {
      return rows;
    }
    for (const { id, text } of mentions) {
      rows += await tx(of.table)
        .where({ id, [of.column]: text })
        .update({
          [of.column]: withoutPerson(personText(of, text), userRef),
        });
    }
  }
}

/** Rows whose text names the person. The database finds candidates, because it knows nothing of where a ref ends. */
async function mentionsIn(
  knex: Knex,
  of: PersonColumn,
  userRef: string,
  key = 'id',
): Promise<{ id: string; text: string; key: string | null }[]> {
  const part = userRef.toLowerCase().replace(/[!%_]/g, sign => `!${sign}`);
  const rows: { id: string; text: string; key: string | null }[] = await knex(
    of.table,
  )
    .whereRaw('lower(??) like ? escape ?', [of.column, `%${part}%`, '!'])
    .orderBy('id')
    .select({ id: 'id', text: of.column, key });
  return rows.filter(({ text }) => namesPerson(personText(of, text), userRef));
}

function personText({ erase }: PersonColumn, text: string) {
  return { text, isJson: erase === 'replace-within-json' };
}
