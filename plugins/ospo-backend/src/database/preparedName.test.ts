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
  everyDatabase,
  everyEmptyDatabase,
} from '../shared/__testUtils__/testDatabases';
import { inWriteTransaction } from './inWriteTransaction';
import { runPrepared } from './runSql';

describe.each(everyEmptyDatabase)('prepared statements, %s', (name, create) => {
  it('give the same rows each time', async () => {
    const knex = await create();
    for (let round = 0; round < 8; round++) {
      expect(await runPrepared(knex, 'select 7 as n, ? as t', ['x'])).toEqual([
        { n: 7, t: 'x' },
      ]);
    }
    expect(name).toBeDefined();
  });

  it('are given up when a connection does not keep them, and the work succeeds', async () => {
    const knex = await create();
    await knex.raw('create table things (name text)');
    let round = 0;
    const work = () =>
      inWriteTransaction(knex, async tx => {
        round++;
        if (round === 2) {
          // What a pooler does that hands out another connection: the statement is not there, or another's is.
          await tx.raw(name === 'SQLITE_3' ? 'select 1' : 'deallocate all');
        }
        await runPrepared(tx, 'insert into things values (?)', ['a']);
        return await runPrepared(tx, 'select count(*) as n from things');
      });

    await work();
    const [{ n }] = (await work()) as { n: number | string }[];

    expect(Number(n)).toBe(2);
    const rounds = { SQLITE_3: 2, POSTGRES_18: 3 };
    expect(round).toBe(rounds[name as keyof typeof rounds]);
  });
});

it('are used on every database there is', () => {
  expect(everyDatabase.length).toBe(everyEmptyDatabase.length);
});
