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

import { Knex } from 'knex';
import { isPostgres } from '../../database/isPostgres';
import { everyEmptyDatabase } from '../../shared/__testUtils__/testDatabases';
import { idsParameter, inIds, readRows } from './readRows';

jest.setTimeout(60_000);

const SQL = 'select n, t from things where n > ? and t <> ? order by n';

describe.each(everyEmptyDatabase)('readRows, %s', (_name, create) => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await create();
    await knex.raw('create table things (n integer, t text)');
    await knex('things').insert([
      { n: 1, t: 'one' },
      { n: 2, t: null },
      { n: 3, t: "three's $1 ?" },
    ]);
  });

  it('gives cells in the order of the columns, as often as it is asked', async () => {
    for (let round = 0; round < 8; round++) {
      expect(await readRows(knex, SQL, [1, 'two'])).toEqual([
        [3, "three's $1 ?"],
      ]);
    }
  });

  it('takes any number of ids', async () => {
    const sql = `select n from things where n ${inIds(knex)} order by n`;

    expect(await readRows(knex, sql, [idsParameter(knex, [3, 1, 9])])).toEqual([
      [1],
      [3],
    ]);
    expect(await readRows(knex, sql, [idsParameter(knex, [])])).toEqual([]);
  });

  it('is told to those who listen', async () => {
    const heard: string[] = [];
    const listen = ({ sql }: { sql: string }) => heard.push(sql);
    knex.on('query', listen);
    await readRows(knex, SQL, [0, 'x']);
    knex.removeListener('query', listen);

    expect(heard).toHaveLength(1);
    expect(heard[0]).toContain('from things');
  });

  it('gives the connection back when a statement fails', async () => {
    for (let round = 0; round < 20; round++) {
      await expect(readRows(knex, 'select x from nowhere')).rejects.toThrow(
        'nowhere',
      );
    }
    expect(await readRows(knex, SQL, [2, 'x'])).toHaveLength(1);
  });

  it('goes on without prepared statements where a connection does not keep them', async () => {
    await readRows(knex, SQL, [2, 'x']);
    if (isPostgres(knex)) {
      // What a pooler does that hands out another connection.
      await Promise.all(
        Array.from({ length: 10 }, () => knex.raw('deallocate all')),
      );
    }

    expect(await readRows(knex, SQL, [2, 'x'])).toHaveLength(1);
  });
});
