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
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';

/**
 * How the portal is set up: `off` is `permission.enabled: false`, where Backstage allows everything; in `conditional`
 * the catalog shows each user their own part.
 */
export type PermissionMode = 'off' | 'allow' | 'deny' | 'conditional';

export interface PortalOptions {
  entities: Entity[];
  mode?: PermissionMode;
  /** Refs that a user does not see in `conditional`. */
  hidden?: Record<string, string[]>;
  /** Permissions that a user lacks, whatever the mode. */
  denied?: Record<string, string[]>;
  /** Groups of users. */
  groups?: Record<string, string[]>;
}

/** What the portal around us was asked. */
export interface AskedOfPortal {
  permissions: number;
  catalogRefs: number;
}

/** Answers as the permission backend does. */
export function permissionsDouble(
  { denied, mode = 'allow' }: Pick<PortalOptions, 'denied' | 'mode'>,
  asked: Pick<AskedOfPortal, 'permissions'>,
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
export function catalogDouble(
  options: PortalOptions,
  asked: AskedOfPortal,
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
    queryEntities: async (request, asCaller) =>
      real(asCaller).queryEntities(request, asCaller),
    getEntityByRef: async (ref, asCaller) =>
      real(asCaller).getEntityByRef(ref, asCaller),
    getEntitiesByRefs: async (request, asCaller) => {
      asked.catalogRefs += request.entityRefs.length;
      return real(asCaller).getEntitiesByRefs(request, asCaller);
    },
  });
}

/** The service is always called with somebody's credentials, never with a token of its own making. */
export function credentialsOf(
  options: object | undefined,
): BackstageCredentials {
  if (options && 'credentials' in options) {
    // The type admits the options of the client as well, which backends do not use.
    return options.credentials as BackstageCredentials;
  }
  throw new Error('The catalog was asked without credentials');
}

export function userOf(credentials: BackstageCredentials): string | undefined {
  const principal: unknown = credentials.principal;
  return typeof principal === 'object' &&
    principal !== null &&
    'userEntityRef' in principal
    ? String(principal.userEntityRef)
    : undefined;
}

/** The user and the groups that they are in. */
export function userInfoDouble({
  groups = {},
}: Pick<PortalOptions, 'groups'>): UserInfoService {
  return {
    getUserInfo: async credentials => {
      const user = userOf(credentials) ?? '';
      return {
        userEntityRef: user,
        ownershipEntityRefs: [user, ...(groups[user] ?? [])],
      };
    },
  };
}
