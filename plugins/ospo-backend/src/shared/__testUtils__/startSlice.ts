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
  AuditorService,
  AuthService,
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  HttpAuthService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Router } from 'express';
import { userInfoDouble } from './portalDoubles';

/** What a slice asks of the portal. */
export interface SliceServices {
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
}

export interface StartedSlice<Built> {
  built: Built;
  server: Parameters<typeof import('supertest')>[0];
  /** What the audit log was told. */
  audit: { eventId: string; meta: unknown; outcome: string }[];
  stop: () => Promise<void>;
}

/** A slice in a backend of its own, behind a portal whose catalog and permissions are given. */
export async function startSlice<Built>(options: {
  catalog: CatalogService;
  permissions: PermissionsService;
  /** Groups of users. */
  groups?: Record<string, string[]>;
  build: (services: SliceServices) => Built | Promise<Built>;
  routersOf: (built: Built) => Router[];
}): Promise<StartedSlice<Built>> {
  const { catalog, permissions, groups, build, routersOf } = options;
  const audit: StartedSlice<Built>['audit'] = [];
  const auditor = mockServices.auditor.mock({
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
        async init({ httpRouter, ...services }) {
          built = await build({ ...services, auditor, catalog });
          routersOf(built).forEach(router => httpRouter.use(router));
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
        factory: () => permissions,
      }),
      createServiceFactory({
        service: coreServices.userInfo,
        deps: {},
        factory: () => userInfoDouble({ groups }),
      }),
    ],
  });
  if (built === undefined) {
    throw new Error('The plugin was not started');
  }
  return { built, server: backend.server, audit, stop: () => backend.stop() };
}
