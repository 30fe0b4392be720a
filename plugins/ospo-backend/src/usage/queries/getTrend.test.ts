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

import { TrendPoint } from '@ospo-suite/backstage-plugin-ospo-common';
import { Knex } from 'knex';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { EntitySet } from '../access/EntitySet';
import { UsageTrendPointRow } from '../tables';
import { UsageQueries } from './UsageQueries';

jest.setTimeout(60_000);

/** More than SQLite looks at in one statement. */
const COMPONENTS = 250;
const DAYS = 40;
const COLUMNS = ['usages', 'direct', 'licence_known', 'licence_unknown'];

/** On each day, of each component its newest point up to then: said as plainly as it can be. */
function sumsOf(rows: UsageTrendPointRow[], set: EntitySet): TrendPoint[] {
  const seen = rows.filter(row => set.has(row.scope_id));
  return [...new Set(seen.map(row => row.day))].sort().map(day => {
    const newest = new Map<number, UsageTrendPointRow>();
    for (const row of seen) {
      const other = newest.get(row.scope_id);
      if (row.day <= day && (!other || other.day < row.day)) {
        newest.set(row.scope_id, row);
      }
    }
    const sum = (of: (row: UsageTrendPointRow) => number) =>
      [...newest.values()].reduce((total, row) => total + of(row), 0);
    return {
      day,
      componentsWithSbom: newest.size,
      usages: sum(row => row.usages),
      direct: sum(row => row.direct),
      licenceKnown: sum(row => row.licence_known),
      licenceUnknown: sum(row => row.licence_unknown),
    };
  });
}

/** Points as components leave them that change on some days: always the same numbers for the same seed. */
function points(): Partial<UsageTrendPointRow>[] {
  let state = 7;
  const random = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const rows: Partial<UsageTrendPointRow>[] = [];
  for (let scope = 1; scope <= COMPONENTS; scope++) {
    for (let day = random(DAYS); day < DAYS; day += 1 + random(9)) {
      rows.push({
        scope_id: scope,
        day: new Date(Date.UTC(2025, 11, 1 + day)).toISOString().slice(0, 10),
        packages: 1,
        ...Object.fromEntries(COLUMNS.map(name => [name, random(500)])),
      });
    }
  }
  return rows;
}

describe.each(everyDatabase)('trends, %s', (_name, createDatabase) => {
  const now = new Date('2026-03-01T12:00:00.000Z');
  let knex: Knex;
  let stored: UsageTrendPointRow[];

  const queries = () =>
    UsageQueries.create({ knex, now: () => now, staleAfterMs: 1 });

  /** Rows that a question brings out of the database. */
  async function rowsRead(ask: () => Promise<unknown>): Promise<number> {
    let rows = 0;
    const count = (answer: unknown) => {
      const list: unknown =
        typeof answer === 'object' && answer !== null && 'rows' in answer
          ? answer.rows
          : answer;
      rows += Array.isArray(list) ? list.length : 0;
    };
    knex.on('query-response', count);
    try {
      await ask();
    } finally {
      knex.removeListener('query-response', count);
    }
    return rows;
  }

  beforeAll(async () => {
    knex = await createDatabase();
    await knex.batchInsert('usage_trend_points', points(), 50);
    stored = await knex('usage_trend_points').select('*');
  });

  const everyOne = Array.from({ length: COMPONENTS }, (_, n) => n + 1);
  it.each([
    ['all', everyOne],
    ['every third', everyOne.filter(id => id % 3 === 0)],
    ['one', [5]],
    ['one without points', [COMPONENTS + 1]],
    ['none', []],
  ])(
    'are the sums of the newest points on each day: %s',
    async (_case, ids) => {
      const set = EntitySet.of(ids);
      const { points: found } = await queries().getTrend(set);
      expect(found).toEqual(sumsOf(stored, set));
    },
  );

  it('are summed where the points are', async () => {
    const rows = await rowsRead(() =>
      queries().getTrend(EntitySet.of(everyOne)),
    );
    expect(stored.length).toBeGreaterThan(1_000);
    expect(rows).toBeGreaterThan(0);
    // A row a day and statement, and the generation.
    expect(rows).toBeLessThanOrEqual(3 * DAYS + 1);
  });

  it('are kept for those who see the same, until something changes', async () => {
    const set = EntitySet.of([5, 6]);
    const model = queries();
    const { points: before } = await model.getTrend(set);
    expect(await rowsRead(() => model.getTrend(set))).toBe(0);

    await knex('usage_trend_points')
      .where({ scope_id: 5 })
      .increment('usages', 1);
    await knex('usage_totals').increment('generation', 1);
    model.generation.changed();

    const { points: after } = await model.getTrend(set);
    expect(after).not.toEqual(before);
    expect(after).toEqual(
      sumsOf(await knex('usage_trend_points').select('*'), set),
    );
    const others = EntitySet.of([6]);
    expect((await model.getTrend(others)).points).toEqual(
      sumsOf(stored, others),
    );
  });
});
