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
import { Portal } from '../__testUtils__/Portal';
import { EntitySet } from '../access/EntitySet';
import { UsageQueries } from './UsageQueries';

jest.setTimeout(60_000);

type Ask = (
  queries: UsageQueries,
  visible: EntitySet | undefined,
) => Promise<unknown>;

const LODASH = { purl: 'pkg:npm/lodash' };

const questions: [string, Ask][] = [
  ['packages', (queries, visible) => queries.listPackages({}, visible)],
  [
    'search',
    (queries, visible) => queries.listPackages({ q: 'lodash' }, visible),
  ],
  ['licences', (queries, visible) => queries.listLicences({}, visible)],
  ['overview', (queries, visible) => queries.getOverview(visible)],
  ['a package', (queries, visible) => queries.getPackage(LODASH.purl, visible)],
  [
    'who uses it',
    (queries, visible) => queries.listPackageUsages(LODASH, visible),
  ],
  [
    'everything at once',
    (queries, visible) => queries.search('lodash', visible),
  ],
];

describe.each(everyDatabase)('kept answers, %s', (_name, createDatabase) => {
  let portal: Portal;
  let queries: UsageQueries;
  let shop: number;
  let count = 0;

  beforeAll(async () => {
    portal = await Portal.create(createDatabase);
    shop = await portal.add('shop', ['lodash@1.0.0']);
    await portal.add('secret', ['lodash@1.0.0', 'hidden@1.0.0']);
    queries = UsageQueries.create({
      knex: portal.knex,
      now: () => portal.harness.now,
      staleAfterMs: 1,
    });
  });

  it.each(questions)(
    '%s: everybody is told of a change, as if nothing had been kept',
    async (_question, ask) => {
      const before = await ask(queries, undefined);
      expect(await ask(queries, undefined)).toEqual(before);

      count += 1;
      await portal.add(`more-${count}`, ['lodash@1.0.0', `other@${count}.0.0`]);
      queries.generation.changed();

      const after = await ask(queries, undefined);
      expect(after).not.toEqual(before);
      const fresh = UsageQueries.create({
        knex: portal.knex,
        now: () => portal.harness.now,
        staleAfterMs: 1,
      });
      expect(after).toEqual(await ask(fresh, undefined));
    },
  );

  it.each(questions)(
    '%s: what is kept for those who see everything is not for others, whoever asks first',
    async (_question, ask) => {
      const visible = EntitySet.of([shop]);
      const fresh = () =>
        UsageQueries.create({
          knex: portal.knex,
          now: () => portal.harness.now,
          staleAfterMs: 1,
        });
      const [first, second] = [fresh(), fresh()];

      const some = await ask(first, visible);
      const all = await ask(first, undefined);

      expect(some).not.toEqual(all);
      expect(await ask(second, undefined)).toEqual(all);
      expect(await ask(second, visible)).toEqual(some);
      expect(JSON.stringify(some)).not.toMatch(/secret|hidden/);
    },
  );
});
