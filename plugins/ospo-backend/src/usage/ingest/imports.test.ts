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

import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { aComponent, aReading } from './__testUtils__/aReading';
import { IngestHarness } from './__testUtils__/IngestHarness';

jest.setTimeout(60_000);

describe.each(everyDatabase)('imports, %s', (_name, createDatabase) => {
  let shop: IngestHarness;

  beforeEach(async () => {
    shop = await IngestHarness.create(createDatabase);
  });

  // Whatever a test did, the store must agree with itself.
  afterEach(() => shop.assertSound());

  const of = (...names: string[]) =>
    aReading({ components: names.map(name => aComponent(name)) });
  const pointsOf = (scope: number) =>
    shop
      .knex('usage_trend_points')
      .where({ scope_id: scope })
      .orderBy('day')
      .select('day', 'packages', 'usages');

  it('count for their day, and what comes later for its own', async () => {
    const { snapshot } = await shop.send(of('lodash@1.0.0', 'react@18.0.0'), {
      asOf: '2025-08-17',
    });
    const later = await shop.send(of('lodash@1.0.0', 'react@19.0.0', 'vue@3'));

    expect(snapshot).toMatchObject({
      receivedAt: '2025-08-17T12:00:00.000Z',
      lastSeenAt: '2025-08-17T12:00:00.000Z',
    });
    expect(await shop.usagesOf()).toEqual([
      'shop main lodash@1.0.0 direct runtime MIT 2025-08-17',
      'shop main react@19.0.0 direct runtime MIT 2026-03-01',
      'shop main vue@3 direct runtime MIT 2026-03-01',
    ]);
    expect(await shop.changesOf(later.snapshot.id)).toEqual([
      '+react@19.0.0',
      '+vue@3',
      '-react@18.0.0',
    ]);
    const points = [
      { day: '2025-08-17', packages: 2, usages: 2 },
      { day: '2026-03-01', packages: 3, usages: 3 },
    ];
    expect(await pointsOf(0)).toEqual(points);
    expect(await pointsOf(1)).toEqual(points);
  });

  it('are taken in the order of their days, several of one day too', async () => {
    for (const to of ['component:default/shop', 'component:default/till']) {
      await shop.send(of('lodash@1.0.0'), { to, asOf: '2025-08-17' });
    }
    await shop.send(of('lodash@2.0.0'), { asOf: '2025-09-01' });

    expect((await pointsOf(0)).map(point => point.day)).toEqual([
      '2025-08-17',
      '2025-09-01',
    ]);
  });

  it.each([
    ['2026-03-02', 'nothing can be imported from the future'],
    ['2025-02-31', 'write a day as YYYY-MM-DD'],
    ['yesterday', 'write a day as YYYY-MM-DD'],
  ])('are refused as of %s', async (asOf, why) => {
    await expect(shop.send(of('lodash@1.0.0'), { asOf })).rejects.toThrow(why);
    expect(await shop.countRows('usage_snapshots')).toBe(0);
    expect(shop.readings).toBe(0);
  });

  it('are refused, and leave nothing, when the trends have later points', async () => {
    await shop.send(of('lodash@1.0.0'), { to: 'component:default/till' });
    const before = await shop.totals();

    await expect(
      shop.send(of('react@18.0.0'), { asOf: '2025-08-17' }),
    ).rejects.toThrow('the trends reach to 2026-03-01 already');

    expect(await shop.totals()).toEqual(before);
    expect(await shop.countRows('usage_snapshots')).toBe(1);
    expect(await shop.countRows('usage_documents')).toBe(1);
    expect(await pointsOf(0)).toHaveLength(1);
  });

  it('of today are as if they had come today', async () => {
    await shop.send(of('lodash@1.0.0'), { to: 'component:default/till' });
    const { snapshot } = await shop.send(of('react@18.0.0'), {
      asOf: '2026-03-01',
    });
    expect(snapshot.receivedAt).toBe('2026-03-01T12:00:00.000Z');
  });

  it('do not make a document look as if it had come again today', async () => {
    await shop.send(of('lodash@1.0.0'), { asOf: '2025-08-17' });
    shop.later({ days: 1 });
    const again = await shop.send(of('lodash@1.0.0'), { asOf: '2025-08-17' });

    expect(again).toMatchObject({
      outcome: 'unchanged',
      snapshot: { lastSeenAt: '2025-08-17T12:00:00.000Z' },
    });
    expect(await shop.countsOf()).toMatchObject({
      last_sbom_at: '2025-08-17T12:00:00.000Z',
    });
  });

  it('of several days that are sent at once never share a point', async () => {
    const sent = await Promise.allSettled([
      shop.send(of('a@1'), { to: 'component:default/a', asOf: '2025-08-17' }),
      shop.send(of('b@1'), { to: 'component:default/b', asOf: '2025-09-01' }),
      shop.send(of('c@1'), { to: 'component:default/c', asOf: '2025-09-01' }),
    ]);

    // The one of August is taken before those of September, or refused.
    const [august, ...september] = sent.map(({ status }) => status);
    expect(september).toEqual(['fulfilled', 'fulfilled']);
    expect(await pointsOf(0)).toEqual([
      ...(august === 'fulfilled'
        ? [{ day: '2025-08-17', packages: 1, usages: 1 }]
        : []),
      {
        day: '2025-09-01',
        packages: august === 'fulfilled' ? 3 : 2,
        usages: august === 'fulfilled' ? 3 : 2,
      },
    ]);
  });
});
