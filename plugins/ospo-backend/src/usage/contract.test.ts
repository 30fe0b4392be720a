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

import { mockCredentials } from '@backstage/backend-test-utils';
import {
  componentPackageSchema,
  packageUsageSchema,
  usageChangesSchema,
  usageComponentDetailSchema,
  usageComponentSchema,
  usageCoverageSchema,
  usageFacetsSchema,
  usageLicenceSchema,
  usageOverviewSchema,
  usagePackageDetailSchema,
  usagePackageSchema,
  usagePageSchema,
  usageSearchResultSchema,
  usageSnapshotSchema,
  usageSourceSchema,
  usageTrendSchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import request from 'supertest';
import { z } from 'zod';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { anInstallation, Installation } from './__testUtils__/anInstallation';
import { Portal } from './__testUtils__/Portal';
import { routesOf } from '../shared/__testUtils__/routesOf';
import { aComponent } from './ingest/__testUtils__/aReading';

jest.setTimeout(120_000);

const COMPONENT = '/components/component/default/shop';
const purl = '?purl=pkg:npm/lodash';

/** Every route that answers JSON: what is asked, and what the answer must be. */
const answers: Record<string, { path: string; schema: z.ZodType }> = {
  'GET /overview': { path: '/overview', schema: usageOverviewSchema },
  'GET /search': { path: '/search?q=o', schema: usageSearchResultSchema },
  'GET /facets': { path: '/facets', schema: usageFacetsSchema },
  'GET /packages': {
    path: '/packages?limit=1',
    schema: usagePageSchema(usagePackageSchema),
  },
  'GET /packages/by-purl': {
    path: `/packages/by-purl${purl}`,
    schema: usagePackageDetailSchema,
  },
  'GET /packages/by-purl/usages': {
    path: `/packages/by-purl/usages${purl}`,
    schema: usagePageSchema(packageUsageSchema),
  },
  'GET /licences': {
    path: '/licences',
    schema: usagePageSchema(usageLicenceSchema),
  },
  'GET /licences/by-key': {
    path: '/licences/by-key?key=known:MIT',
    schema: usageLicenceSchema,
  },
  'GET /components': {
    path: '/components',
    schema: usagePageSchema(usageComponentSchema),
  },
  'GET /components/:kind/:namespace/:name': {
    path: COMPONENT,
    schema: usageComponentDetailSchema,
  },
  'GET /components/:kind/:namespace/:name/packages': {
    path: `${COMPONENT}/packages`,
    schema: usagePageSchema(componentPackageSchema),
  },
  'GET /components/:kind/:namespace/:name/snapshots': {
    path: `${COMPONENT}/snapshots`,
    schema: usagePageSchema(usageSnapshotSchema),
  },
  'GET /components/:kind/:namespace/:name/changes': {
    path: `${COMPONENT}/changes?from=1&to=2`,
    schema: usageChangesSchema,
  },
  'GET /coverage': { path: '/coverage', schema: usageCoverageSchema },
  'GET /trends': { path: '/trends', schema: usageTrendSchema },
  'GET /sources': {
    path: '/sources',
    schema: usagePageSchema(usageSourceSchema),
  },
};

describe.each(everyDatabase)('contract, %s', (_name, createDatabase) => {
  const installations: Record<string, Installation> = {};

  beforeAll(async () => {
    const portal = await Portal.create(createDatabase);
    const id = await portal.add(
      'shop',
      [
        'lodash@1.0.0',
        aComponent('weakling@', {
          purl: undefined,
          packageKey: 'weak:library//weakling',
          weak: true,
          ecosystem: 'unknown',
          version: undefined,
          declared: {
            status: 'known',
            expression: 'Apache-2.0',
            raw: 'Apache 2',
            mappedFrom: 'Apache 2',
          },
        }),
        aComponent('odd@1', {
          declared: { status: 'invalid', raw: 'GPL or so' },
          concluded: { status: 'noassertion', raw: 'NOASSERTION' },
          relation: 'unknown',
          scope: 'optional',
        }),
      ],
      {
        title: 'Shop',
        owner: 'group:default/team',
        system: 'system:default/s',
      },
    );
    await portal.send('shop', ['lodash@2.0.0', 'react@1.0.0']);
    await portal.addComponent('bare', { ownerState: 'missing' });
    await portal.knex('usage_sources').insert({
      entity_id: id,
      source: 'annotation',
      location: 'https://forge.example/sbom.json',
      target: 'shop',
      stream: 'main',
      state: 'failed',
      message: 'Not there',
      findings: JSON.stringify([
        {
          code: 'not-an-sbom',
          severity: 'error',
          where: 'byte 0',
          message: 'This is no SBOM',
          mend: 'Send one.',
          count: 1,
        },
      ]),
      checked_at: portal.harness.now.toISOString(),
      next_check_at: portal.harness.now.toISOString(),
      failures: 1,
    });
    const coreTeam = [mockCredentials.user().principal.userEntityRef];
    installations.all = await anInstallation({ portal, coreTeam });
    installations.part = await anInstallation({
      portal,
      coreTeam,
      mode: 'conditional',
      sees: { [coreTeam[0]]: ['shop'] },
    });
  });

  afterAll(async () => {
    for (const installation of Object.values(installations)) {
      await installation.stop();
    }
  });

  it('is written for every route that answers JSON', () => {
    const others = /\.csv$|\/sboms/;
    expect(Object.keys(answers).sort()).toEqual(
      routesOf(installations.all.router)
        .filter(route => !others.test(route))
        .sort(),
    );
  });

  it.each(Object.entries(answers))(
    '%s answers what it promises, to those who see all and to those who see a part',
    async (_route, { path, schema }) => {
      for (const { server } of Object.values(installations)) {
        const { status, body } = await request(server)
          .get(`/api/ospo${path}`)
          .set('authorization', mockCredentials.user.header());
        expect(status).toBe(200);
        expect(schema.parse(body)).toEqual(body);
      }
    },
  );
});
