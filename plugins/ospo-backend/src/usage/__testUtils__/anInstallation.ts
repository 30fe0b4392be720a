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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Router } from 'express';
import {
  credentialsOf,
  PermissionMode,
  permissionsDouble,
  userOf,
} from '../../shared/__testUtils__/portalDoubles';
import { startSlice } from '../../shared/__testUtils__/startSlice';
import { createUsageApi } from '../createUsageApi';
import { DocumentStore } from '../ingest/DocumentStore';
import { UsageQueries } from '../queries/UsageQueries';
import { UsageService } from '../UsageService';
import { Portal, refOf } from './Portal';

export interface InstallationOptions {
  portal: Portal;
  mode?: PermissionMode;
  /** Names of the components that a user sees in `conditional`. */
  sees?: Record<string, string[]>;
  /** Groups of users. */
  groups?: Record<string, string[]>;
  /** Owners of components by name, as relations of the catalog. */
  owners?: Record<string, string>;
  coreTeam?: string[];
  ingestServices?: string[];
  maxBytes?: number;
}

/** Counts what the portal around us was asked. */
export interface Asked {
  permissions: number;
  catalogPages: number;
}

export interface Installation {
  server: Parameters<typeof import('supertest')>[0];
  usage: UsageService;
  queries: UsageQueries;
  router: Router;
  asked: Asked;
  stop: () => Promise<void>;
}

/** The slice in a backend of its own, with a catalog and permissions that behave as the real ones do. */
export async function anInstallation(
  options: InstallationOptions,
): Promise<Installation> {
  const { portal } = options;
  const asked: Asked = { permissions: 0, catalogPages: 0 };
  const catalog = catalogDouble(options, asked);
  const { built, server, stop } = await startSlice({
    catalog,
    permissions: permissionsDouble(options, asked),
    groups: options.groups,
    build: services =>
      createUsageApi({
        ...services,
        knex: portal.knex,
        inbox: portal.harness.inbox,
        documents: DocumentStore.create({ knex: portal.knex }),
        access: {
          coreTeam: options.coreTeam ?? [],
          ingestServices: options.ingestServices ?? [],
        },
        kinds: ['component', 'resource', 'api'],
        staleAfterMs: 90 * 86_400_000,
        visibilityTtlMs: 30_000,
        maxBytes: options.maxBytes ?? 1_000_000,
        now: () => portal.harness.now,
      }),
    routersOf: ({ router }) => [router],
  });
  return {
    ...built,
    server,
    asked,
    stop,
  };
}

/** Answers as the catalog does for these credentials: what may not be read is not there. */
function catalogDouble(
  options: InstallationOptions,
  asked: Asked,
): CatalogService {
  const { portal, mode = 'allow' } = options;
  function shows(entity: Entity, credentials: BackstageCredentials): boolean {
    const user = userOf(credentials);
    if (!user || mode === 'off' || mode === 'allow') {
      return true;
    }
    const seen = mode === 'deny' ? [] : options.sees?.[user] ?? [];
    return seen.includes(entity.metadata.name);
  }
  async function entities(credentials: BackstageCredentials) {
    const rows = await portal.knex('usage_entities').whereNull('gone_at');
    return rows
      .map((row): Entity => {
        const owner = options.owners?.[row.name];
        return {
          apiVersion: 'backstage.io/v1alpha1',
          kind: row.kind,
          metadata: { name: row.name, namespace: row.namespace },
          relations: owner ? [{ type: 'ownedBy', targetRef: owner }] : [],
        };
      })
      .filter(entity => shows(entity, credentials));
  }
  return catalogServiceMock.mock({
    async *streamEntities(_request, asCaller) {
      asked.catalogPages++;
      yield await entities(credentialsOf(asCaller));
    },
    getEntityByRef: async (ref, asCaller) =>
      (await entities(credentialsOf(asCaller))).find(
        entity =>
          stringifyEntityRef(entity) ===
          (typeof ref === 'string' ? refOf(ref) : stringifyEntityRef(ref)),
      ),
  });
}
