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

import { everyDatabase } from '../../../shared/__testUtils__/testDatabases';
import { aComponent, aReading } from '../__testUtils__/aReading';
import { IngestHarness } from '../__testUtils__/IngestHarness';

/** Takes the planted fault back, and what was found of it out. */
class Found extends Error {
  readonly checks: string[];

  constructor(checks: string[]) {
    super('found');
    this.checks = checks;
  }
}

jest.setTimeout(60_000);

describe.each(everyDatabase)('recount, %s', (_name, createDatabase) => {
  async function aStore(): Promise<IngestHarness> {
    const store = await IngestHarness.create(createDatabase);
    for (const [index, version] of ['1.0.0', '2.0.0'].entries()) {
      store.later({ days: 1 });
      await store.send(
        aReading({
          components: [
            aComponent(`lodash@${version}`),
            aComponent('react@18.0.0', { relation: 'transitive' }),
            aComponent(`weak@${index}`, {
              packageKey: 'weak:library//weak',
              declared: { status: 'absent' },
            }),
          ],
        }),
      );
    }
    await store.send(aReading(), { to: 'component:default/till' });
    return store;
  }

  it('agrees with the store as it is', async () => {
    const store = await aStore();
    expect(await store.inconsistencies()).toEqual([]);
  });

  it('finds every fault that is planted, and names it', async () => {
    const store = await aStore();
    const planted: [check: string, sql: string][] = [
      [
        'usage_package_stats',
        'update usage_package_stats set components = 9 where package_id = 1',
      ],
      [
        'usage_package_stats',
        'update usage_package_stats set versions = 9 where package_id = 1',
      ],
      [
        'usage_package_stats',
        'delete from usage_package_stats where package_id = 1',
      ],
      [
        'usage_package_stats',
        'insert into usage_package_stats values (77, 0, 0, 0, 0)',
      ],
      [
        'usage_package_versions',
        'update usage_package_versions set usages = usages + 1 where id = 2',
      ],
      [
        'usage_licence_packages',
        'update usage_licence_packages set usages = usages + 1',
      ],
      [
        'usage_licence_stats',
        'update usage_licence_stats set components = components + 1',
      ],
      [
        'usage_licence_stats',
        'update usage_licence_stats set packages = packages - 1',
      ],
      [
        'usage_ecosystem_stats',
        'update usage_ecosystem_stats set packages = packages + 1',
      ],
      ['usage_totals', 'update usage_totals set components = components + 1'],
      [
        'usage_totals',
        'update usage_totals set package_versions = package_versions + 1',
      ],
      [
        'usage_totals',
        'update usage_totals set licence_known = licence_known + 1',
      ],
      [
        'usage_entities',
        'update usage_entities set transitive = 7 where id = 1',
      ],
      ['usage_snapshots', 'update usage_snapshots set packages = packages + 1'],
      [
        'usage_trend_points of everything, newest',
        'update usage_trend_points set usages = usages + 1 where scope_id = 0',
      ],
      [
        'usage_trend_points of entities, newest',
        'update usage_trend_points set direct = direct + 1 where scope_id <> 0',
      ],
      [
        'usages of an entity that is gone',
        `update usage_entities set gone_at = '2026-01-01' where id = 1`,
      ],
      [
        'usages without a current snapshot',
        'update usage_targets set current_snapshot_id = null',
      ],
      [
        'targets whose current snapshot is not theirs',
        'update usage_targets set current_snapshot_id = 1 where id = 2',
      ],
      [
        'usages without their version',
        'update usage_current set package_id = package_id + 50',
      ],
      [
        'versions without their package or licences',
        'delete from usage_packages where id = 1',
      ],
      [
        'changes whose number is not the one of their snapshot',
        'delete from usage_changes where op = 1',
      ],
      [
        'documents without their bytes',
        'delete from usage_document_chunks where document_id = 1',
      ],
      [
        'targets without any snapshot',
        `insert into usage_targets (entity_id, target, stream) values (1, 'x', 'y')`,
      ],
      [
        'documents without a snapshot',
        `insert into usage_documents (sha256, bytes, format, serialization, spec_version, received_at)
         values ('x', 1, 'SPDX', 'json', '2.3', '')`,
      ],
      [
        'usage_snapshots',
        'delete from usage_current where version_id = (select max(version_id) from usage_current)',
      ],
    ];
    for (const [check, sql] of planted) {
      const found = await store.knex
        .transaction(async tx => {
          await tx.raw(sql);
          const inconsistencies = await store.inconsistencies(tx);
          throw new Found(inconsistencies.map(item => item.check));
        })
        .catch(error => {
          if (error instanceof Found) {
            return error.checks;
          }
          throw error;
        });
      expect({ sql, found }).toEqual({
        sql,
        found: expect.arrayContaining([check]),
      });
    }
    // Every fault was taken back, and nothing else happened.
    expect(await store.inconsistencies()).toEqual([]);
  });
});
