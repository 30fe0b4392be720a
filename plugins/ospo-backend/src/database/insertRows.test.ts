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

import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { insertRows } from './insertRows';
import { NumberRow } from './NumberRow';

// PostgreSQL makes a database for each test.
jest.setTimeout(60_000);

const TABLE = {
  table: 'usage_changes_copy',
  columns: { id: 'integer', version_id: 'integer', op: 'smallint' },
} as const;
const LARGEST = 2_147_483_647;

/** Few rows and many take different ways on PostgreSQL. */
const SIZES = [1, 999, 1_000, 5_001];

function rowsOf(count: number): NumberRow[] {
  return Array.from({ length: count }, (_, index) => [
    index + 1,
    LARGEST - index,
    index % 2 === 0 ? 1 : -1,
  ]);
}

describe.each(everyDatabase)('insertRows, %s', (_name, createDatabase) => {
  const open = async () => {
    const knex = await createDatabase();
    await knex.schema.createTable(TABLE.table, table => {
      table.integer('id').primary();
      table.integer('version_id').notNullable();
      table.smallint('op').notNullable();
    });
    return knex;
  };

  it.each(SIZES)('adds %d rows as they are', async count => {
    const knex = await open();
    const rows = rowsOf(count);
    await knex.transaction(tx => insertRows(tx, { ...TABLE, rows }));
    const stored = await knex(TABLE.table)
      .orderBy('id')
      .select('id', 'version_id', 'op');
    expect(stored.map(row => [row.id, row.version_id, row.op])).toEqual(rows);
  });

  it.each(SIZES)(
    'leaves none of %d rows when one of them is refused, and the connection usable',
    async count => {
      const knex = await open();
      const rows = [...rowsOf(count), [1, 1, 1]];
      await expect(
        knex.transaction(tx => insertRows(tx, { ...TABLE, rows })),
      ).rejects.toThrow(/unique/i);
      await expect(knex(TABLE.table).select('id')).resolves.toEqual([]);
    },
  );

  it('does nothing for no rows', async () => {
    const knex = await open();
    await knex.transaction(tx => insertRows(tx, { ...TABLE, rows: [] }));
    await expect(knex(TABLE.table).select('id')).resolves.toEqual([]);
  });
});
