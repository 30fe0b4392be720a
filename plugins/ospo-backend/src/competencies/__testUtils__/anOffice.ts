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
  BackstageCredentials,
  coreServices,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { DefaultOfficeCallers } from '../../access';
import { PersonTables } from '../../database/PersonTables';
import { FactsOfUse } from '../../usage';
import { CompetencyHistory } from '../CompetencyHistory';
import { createCompetenciesApi } from '../createCompetenciesApi';
import { CatalogReader } from '../directory/CatalogReader';
import { DefaultCompetencyDirectory } from '../directory/DefaultCompetencyDirectory';
import { defaultHelpRules } from '../help/helpRules';
import { competencyPersonColumns } from '../records/competencyPersonColumns';
import { RecordsGeneration } from '../records/RecordsGeneration';
import { RequestTypeTexts } from '../RequestTypeTexts';

/**
 * How the portal is set up: `off` is `permission.enabled: false`, where Backstage allows everything; in `conditional`
 * the catalog shows each user their own part.
 */
export type PermissionMode = 'off' | 'allow' | 'deny' | 'conditional';

export interface OfficeOptions {
  knex: Knex;
  entities: Entity[];
  mode?: PermissionMode;
  /** Refs that a user does not see in `conditional`. */
  hidden?: Record<string, string[]>;
  /** Permissions that a user lacks, whatever the mode. */
  denied?: Record<string, string[]>;
  /** Groups of users. */
  groups?: Record<string, string[]>;
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
  /** What the portal around us was asked. */
  asked: { permissions: number; catalogRefs: number };
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
        factory: () => ({
          getUserInfo: async credentials => {
            const user = userOf(credentials) ?? '';
            return {
              userEntityRef: user,
              ownershipEntityRefs: [user, ...(options.groups?.[user] ?? [])],
            };
          },
        }),
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

function permissionsDouble(
  { denied, mode = 'allow' }: OfficeOptions,
  asked: Office['asked'],
) {
  function decide(
    permission: Parameters<typeof isResourcePermission>[0],
    credentials: BackstageCredentials,
  ): PolicyDecision {
    if (denied?.[userOf(credentials) ?? '']?.includes(permission.name)) {
      return { result: AuthorizeResult.DENY };
    }
    // A service is always allowed, whatever the policy says, unless its token is restricted.
    if (!userOf(credentials) || mode === 'off' || mode === 'allow') {
      return { result: AuthorizeResult.ALLOW };
    }
    if (mode === 'deny') {
      return { result: AuthorizeResult.DENY };
    }
    return isResourcePermission(permission)
      ? {
          result: AuthorizeResult.CONDITIONAL,
          pluginId: 'catalog',
          resourceType: 'catalog-entity',
          conditions: {
            rule: 'IS_ENTITY_OWNER',
            resourceType: 'catalog-entity',
            params: { claims: [userOf(credentials) ?? ''] },
          },
        }
      : { result: AuthorizeResult.ALLOW };
  }
  return mockServices.permissions.mock({
    authorize: async () => {
      throw new Error('One round trip: use authorizeConditional');
    },
    authorizeConditional: async (requests, { credentials }) => {
      asked.permissions++;
      return requests.map(({ permission }) => decide(permission, credentials));
    },
  });
}

/** Answers as the catalog does for these credentials: what may not be read is not there. */
function catalogDouble(
  options: OfficeOptions,
  asked: Office['asked'],
): CatalogService {
  const { mode = 'allow', hidden = {}, entities } = options;
  function shown(asCaller: object | undefined): Entity[] {
    const user = userOf(credentialsOf(asCaller));
    if (!user || mode === 'off' || mode === 'allow') {
      return entities;
    }
    return mode === 'deny'
      ? []
      : entities.filter(
          entity => !(hidden[user] ?? []).includes(stringifyEntityRef(entity)),
        );
  }
  const real = (asCaller: object | undefined) =>
    catalogServiceMock({ entities: shown(asCaller) });
  return catalogServiceMock.mock({
    async *streamEntities(request, asCaller) {
      yield* real(asCaller).streamEntities(request, asCaller);
    },
    getEntityByRef: async (ref, asCaller) =>
      real(asCaller).getEntityByRef(ref, asCaller),
    getEntitiesByRefs: async (request, asCaller) => {
      asked.catalogRefs += request.entityRefs.length;
      return real(asCaller).getEntitiesByRefs(request, asCaller);
    },
  });
}

/** The service is always called with somebody's credentials, never with a token of its own making. */
function credentialsOf(options: object | undefined): BackstageCredentials {
  if (options && 'credentials' in options) {
    // The type admits the options of the client as well, which backends do not use.
    return options.credentials as BackstageCredentials;
  }
  throw new Error('The catalog was asked without credentials');
}

function userOf(credentials: BackstageCredentials): string | undefined {
  const principal: unknown = credentials.principal;
  return typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal
    ? String(principal.userEntityRef)
    : undefined;
}
