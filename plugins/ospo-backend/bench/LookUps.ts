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

import Database, { Statement } from 'better-sqlite3';
import { timedEach } from 'bench';
import { Client } from 'pg';
import { BenchDatabases } from './BenchDatabases';
import { BenchStore } from './BenchStore';

/**
 * The floor of every question: one row by its primary key, with a statement that was prepared once, by the plainest
 * client there is.
 */
export class LookUps {
  readonly #ids: number[];
  readonly #find: (id: number) => Promise<unknown>;
  readonly #close: () => Promise<void>;
  #next = 0;

  private constructor(options: {
    ids: number[];
    find: (id: number) => Promise<unknown>;
    close: () => Promise<void>;
  }) {
    this.#ids = options.ids;
    this.#find = options.find;
    this.#close = options.close;
  }

  static async open(
    store: BenchStore,
    databases: BenchDatabases,
  ): Promise<LookUps> {
    const rows: { id: number }[] = await store
      .knex('usage_packages')
      .select('id')
      .limit(20_000);
    const ids = rows.map(row => row.id).sort(scattered);
    return store.place.kind === 'PostgreSQL'
      ? LookUps.#onPostgres(ids, await databases.connect(store.place))
      : LookUps.#onSqlite(ids, new Database(store.place.name));
  }

  static #onPostgres(ids: number[], client: Client): LookUps {
    return new LookUps({
      ids,
      find: async id => {
        const { rows } = await client.query({
          name: 'bench-look-up',
          text: 'select * from usage_packages where id = $1',
          values: [id],
        });
        return rows[0];
      },
      close: () => client.end(),
    });
  }

  static #onSqlite(ids: number[], database: Database.Database): LookUps {
    const statement: Statement<[number]> = database.prepare(
      'select * from usage_packages where id = ?',
    );
    return new LookUps({
      ids,
      find: async id => statement.get(id),
      close: async () => {
        database.close();
      },
    });
  }

  /** Milliseconds of each of so many look-ups, one after the other. */
  async times(count: number): Promise<number[]> {
    return timedEach(count, async () => {
      this.#next = (this.#next + 1) % this.#ids.length;
      if (!(await this.#find(this.#ids[this.#next]))) {
        throw new Error('A look-up by primary key found nothing');
      }
    });
  }

  async close(): Promise<void> {
    await this.#close();
  }
}

/** An order that is the same each time, and not that of the table. */
function scattered(a: number, b: number): number {
  return ((a * 7_919) % 104_729) - ((b * 7_919) % 104_729);
}
