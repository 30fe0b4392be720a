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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { ospoUsageReadPermission } from '@ospo-suite/backstage-plugin-ospo-common';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { Portal, refOf } from './__testUtils__/Portal';
import { createUsageApi } from './createUsageApi';
import { DocumentStore } from './ingest/DocumentStore';
import { UsageService } from './UsageService';

const [[, createDatabase]] = everyDatabase;
const as = { credentials: mockCredentials.user('user:default/anna') };
const shop = { entityRef: refOf('shop') };

/** Every method; one that is not here does not compile. */
const everyMethod: Record<
  keyof UsageService,
  (usage: UsageService) => Promise<unknown>
> = {
  look: usage => usage.look(as),
  getOverview: usage => usage.getOverview(as),
  search: usage => usage.search({ q: 'lo' }, as),
  getFacets: usage => usage.getFacets(as),
  listPackages: usage => usage.listPackages({}, as),
  getPackage: usage => usage.getPackage({ purl: 'pkg:npm/lodash' }, as),
  listPackageUsages: usage =>
    usage.listPackageUsages({ purl: 'pkg:npm/lodash' }, as),
  listLicences: usage => usage.listLicences({}, as),
  getLicence: usage => usage.getLicence({ key: 'known:MIT' }, as),
  listComponents: usage => usage.listComponents({}, as),
  getComponent: usage => usage.getComponent(shop, as),
  listComponentPackages: usage => usage.listComponentPackages(shop, {}, as),
  listSimilar: usage => usage.listSimilar(shop, as),
  listSnapshots: usage => usage.listSnapshots(shop, {}, as),
  getChanges: usage => usage.getChanges(shop, { from: 1, to: 1 }, as),
  getCoverage: usage => usage.getCoverage(as),
  getTrend: usage => usage.getTrend({}, as),
  listSources: usage => usage.listSources({}, as),
  receiveSbom: usage =>
    usage.receiveSbom({ ...shop, open: () => opened() }, as),
  openSbom: usage => usage.openSbom({ ...shop, snapshotId: 1 }, as),
};

async function* opened(): AsyncIterable<Uint8Array> {
  throw new Error('The body was opened before it was clear who sends it');
}

async function aService(held: (permission: string) => boolean) {
  const portal = await Portal.create(createDatabase);
  await portal.add('shop', ['lodash@1.0.0']);
  return createUsageApi({
    knex: portal.knex,
    inbox: portal.harness.inbox,
    documents: DocumentStore.create({ knex: portal.knex }),
    auditor: mockServices.auditor.mock(),
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities: [] }),
    httpAuth: mockServices.httpAuth(),
    permissions: mockServices.permissions.mock({
      authorizeConditional: async requests =>
        requests.map(({ permission }) => ({
          result: held(permission.name)
            ? AuthorizeResult.ALLOW
            : AuthorizeResult.DENY,
        })),
    }),
    userInfo: mockServices.userInfo(),
    access: { coreTeam: ['user:default/anna'], ingestServices: [] },
    kinds: ['component'],
    staleAfterMs: 1,
    visibilityTtlMs: 1,
    maxBytes: 1,
    now: () => portal.harness.now,
  }).usage;
}

describe('UsageService', () => {
  let closed: UsageService;
  let withoutReading: UsageService;

  beforeAll(async () => {
    closed = await aService(() => false);
    withoutReading = await aService(
      name => name !== ospoUsageReadPermission.name,
    );
  });

  it.each(Object.entries(everyMethod))(
    '%s is closed to those without permission',
    async (_name, call) => {
      await expect(call(closed)).rejects.toThrow('Missing permission');
    },
  );

  it.each(
    Object.entries(everyMethod).filter(([name]) => name !== 'receiveSbom'),
  )('%s needs reading, whatever else they may do', async (_name, call) => {
    await expect(call(withoutReading)).rejects.toThrow(
      "Missing permission 'ospo.usage.read'",
    );
  });
});
