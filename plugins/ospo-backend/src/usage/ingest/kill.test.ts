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

import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { FaultFinder } from '../../../faults/FaultFinder';
import { faultDocument } from '../../../faults/FaultDocument';
import { componentRef, FaultStorePlace } from '../../../faults/FaultStore';
import { killWriters } from '../../../faults/killWriters';
import {
  everyDatabase,
  everyEmptyDatabase,
} from '../../shared/__testUtils__/testDatabases';
import { defaultSbomLimits, readSbomFile } from '@ospo-suite/sbom-reader';
import { IngestHarness } from './__testUtils__/IngestHarness';

const KILLS = 5;

const program = {
  file: resolvePackagePath(
    '@ospo-suite/backstage-plugin-ospo-backend',
    'faults/writerProgram.ts',
  ),
  execArgv: [
    ...[
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
    ],
    '--no-warnings',
  ],
};

/** Where another process finds this empty database. */
async function placeOf(name: string, knex: Knex): Promise<FaultStorePlace> {
  const folder = await mkdtemp(join(tmpdir(), 'ospo-kill-'));
  if (name === 'SQLITE_3') {
    return { kind: 'SQLite', folder };
  }
  const url = new URL(
    process.env.BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING ?? '',
  );
  const { rows } = await knex.raw('select current_database() as name');
  url.pathname = `/${rows[0].name}`;
  return { kind: 'PostgreSQL', connectionString: url.href, folder };
}

jest.setTimeout(300_000);

describe.each(everyEmptyDatabase)('kill -9, %s', (name, createEmpty) => {
  it('leaves either the old snapshot or the new one', async () => {
    const place = await placeOf(name, await createEmpty());

    const report = await killWriters({
      place,
      program,
      kills: KILLS,
      seed: 20261123,
    });

    expect(report.inconsistencies).toEqual([]);
    expect(report.faults).toBe(KILLS);
    expect(report.midway).toBeGreaterThan(0);
  });
});

describe.each(everyDatabase)('FaultFinder, %s', (_name, createDatabase) => {
  let store: IngestHarness;
  let find: () => Promise<string[]>;

  beforeEach(async () => {
    store = await IngestHarness.create(createDatabase, {
      readSbomFile,
      limits: defaultSbomLimits,
    });
    for (const [component, revision] of [
      [1, 1],
      [1, 2],
      [2, 3],
    ]) {
      store.later({ seconds: 1 });
      await store.sendBytes(faultDocument(component, revision).bytes, {
        to: componentRef(component),
      });
    }
    find = () => FaultFinder.create({ knex: store.knex }).find([]);
  });

  it('finds nothing where nothing is', async () => {
    expect(await find()).toEqual([]);
    const claims = [{ snapshotId: 2, component: 1, revision: 2 }];
    expect(await FaultFinder.create({ knex: store.knex }).find(claims)).toEqual(
      [],
    );
  });

  it.each([
    [
      'a usage that was not written',
      `delete from usage_current where version_id = (select min(version_id) from usage_current)`,
      'is torn',
    ],
    [
      'usages of the snapshot before',
      `update usage_targets set current_snapshot_id = 1 where current_snapshot_id = 2`,
      'is torn',
    ],
    [
      "another component's usages",
      `update usage_targets set current_snapshot_id = 2 where current_snapshot_id = 3`,
      "is not one of component:default/c2's",
    ],
    [
      'a document that lost its bytes',
      `delete from usage_document_chunks where document_id = 1`,
      'documents without their bytes',
    ],
  ])('finds %s', async (_what, sql, message) => {
    await store.knex.raw(sql);
    expect((await find()).join('\n')).toContain(message);
  });

  it('finds a document that was said to be stored and is not', async () => {
    const found = await FaultFinder.create({ knex: store.knex }).find([
      { snapshotId: 99, component: 1, revision: 2 },
      { snapshotId: 1, component: 1, revision: 7 },
    ]);
    expect(found).toEqual([
      expect.stringContaining('said to be stored as snapshot 99'),
      expect.stringContaining('said to be stored as snapshot 1,'),
    ]);
  });
});
