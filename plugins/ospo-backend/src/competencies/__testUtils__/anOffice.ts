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
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { DefaultOfficeCallers } from '../../access';
import { PersonTables } from '../../database/PersonTables';
import {
  AskedOfPortal,
  catalogDouble,
  permissionsDouble,
  PortalOptions,
  userInfoDouble,
} from '../../shared/__testUtils__/portalDoubles';
import { FactsOfUse } from '../../usage';
import { CompetencyHistory } from '../CompetencyHistory';
import { createCompetenciesApi } from '../createCompetenciesApi';
import { CatalogReader } from '../directory/CatalogReader';
import { DefaultCompetencyDirectory } from '../directory/DefaultCompetencyDirectory';
import { defaultHelpRules } from '../help/helpRules';
import { competencyPersonColumns } from '../records/competencyPersonColumns';
import { RecordsGeneration } from '../records/RecordsGeneration';
import { RequestTypeTexts } from '../RequestTypeTexts';

export interface OfficeOptions extends PortalOptions {
  knex: Knex;
  coreTeam?: string[];
  requestTypes?: RequestTypeTexts[];
  history?: CompetencyHistory;
  /** By entity ref, purl or licence key. */
  use?: Record<string, FactsOfUse>;
}

type Built = ReturnType<typeof createCompetenciesApi>;

export interface Office extends Built {
  server: Parameters<typeof import('supertest')>[0];
  directory: DefaultCompetencyDirectory;
  generation: RecordsGeneration;
  audit: { eventId: string; meta: unknown; outcome: string }[];
  asked: AskedOfPortal;
  /** Rows of each of the slice's tables. */
  knexCounts: () => Promise<Record<string, number>>;
  setNow: (now: string) => void;
  stop: () => Promise<void>;
}

/** The slice in a backend of its own, with a catalog and permissions that behave as the real ones do. */
export async function anOffice(options: OfficeOptions): Promise<Office> {
  let clock = new Date('2026-11-25T08:00:00Z');
  const now = () => clock;
  const asked = { permissions: 0, catalogRefs: 0 };
  const audit: Office['audit'] = [];
  const catalog = catalogDouble(options, asked);
  const { knex, use = {} } = options;
  let nextId = 1;
  const records = RecordsGeneration.create({
    knex,
    now: () => clock.getTime(),
  });
  const directory = DefaultCompetencyDirectory.create({
    knex,
    records,
    reader: CatalogReader.create({
      catalog,
      auth: mockServices.auth(),
      annotationPrefixes: ['ospo/'],
      pageSize: 100,
      usersMaxAgeMs: 0,
      now,
    }),
    logger: mockServices.logger.mock(),
    listRequestTypes: () => options.requestTypes,
    contractEndingDays: 90,
    now,
  });
  let built: Built | undefined;
  const plugin = createBackendPlugin({
    pluginId: 'ospo',
    register(env) {
      env.registerInit({
        deps: {
          auth: coreServices.auth,
          httpAuth: coreServices.httpAuth,
          httpRouter: coreServices.httpRouter,
          permissions: coreServices.permissions,
          userInfo: coreServices.userInfo,
        },
        async init({ httpRouter, ...deps }) {
          built = createCompetenciesApi({
            ...deps,
            config: {
              businessUnitTypes: ['department'],
              helpRules: defaultHelpRules,
            },
            annotationPrefixes: ['ospo/'],
            knex,
            catalog,
            directory,
            records,
            people: PersonTables.create(competencyPersonColumns),
            callers: DefaultOfficeCallers.create({
              ...deps,
              catalog,
              coreTeam: options.coreTeam ?? [],
              visibilityTtlMs: 30_000,
              now,
            }),
            usageFacts: {
              ofComponent: async ref => use[ref],
              ofPackage: async purl => use[purl],
              ofLicence: async key => use[key],
            },
            auditor: mockServices.auditor.mock({
              createEvent: async ({ eventId, meta }) => {
                const event = { eventId, meta, outcome: 'open' };
                audit.push(event);
                return {
                  success: async () => {
                    event.outcome = 'success';
                  },
                  fail: async () => {
                    event.outcome = 'fail';
                  },
                };
              },
            }),
            listRequestTypes: () => options.requestTypes,
            history: () => options.history,
            newId: () => `id-${nextId++}`,
            now,
          });
          built.routers.forEach(router => httpRouter.use(router));
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      plugin,
      mockServices.httpAuth.factory({
        defaultCredentials: mockCredentials.none(),
      }),
      createServiceFactory({
        service: coreServices.permissions,
        deps: {},
        factory: () => permissionsDouble(options, asked),
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => userInfoDouble(options),
      }),
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
    ],
  });
  if (!built) {
    throw new Error('The plugin was not started');
  }
  return {
    ...built,
    server: backend.server,
    directory,
    generation: records,
    audit,
    asked,
    knexCounts: async () => {
      const counts: Record<string, number> = {};
      for (const table of new Set(competencyPersonColumns.map(c => c.table))) {
        const [{ n }] = await knex(table).count({ n: '*' });
        counts[table] = Number(n);
      }
      return counts;
    },
    setNow: next => {
      clock = new Date(next);
    },
    stop: () => backend.stop(),
  };
}
