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

import { mockServices } from '@backstage/backend-test-utils';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  credentialsOf,
  userOf,
} from '../../shared/__testUtils__/portalDoubles';

export interface PortalOptions {
  entities?: Entity[];
  /** Names of entities that a user sees; all of them when not said. */
  sees?: Record<string, string[]>;
  /** Permissions that a user lacks. */
  denied?: Record<string, string[]>;
}

export function permissionsDouble(options: PortalOptions) {
  return mockServices.permissions.mock({
    authorizeConditional: async (requests, { credentials }) =>
      requests.map(({ permission }) => {
        const user = userOf(credentials) ?? '';
        if (options.denied?.[user]?.includes(permission.name)) {
          return { result: AuthorizeResult.DENY };
        }
        return isResourcePermission(permission) && options.sees?.[user]
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_ENTITY_OWNER',
                resourceType: 'catalog-entity',
                params: { claims: [user] },
              },
            }
          : { result: AuthorizeResult.ALLOW };
      }),
  });
}

/** Has whatever is asked for, unless the caller does not see it or its name begins with `absent`. */
export function catalogDouble(options: PortalOptions): CatalogService {
  const known = new Map(
    (options.entities ?? []).map(entity => [
      stringifyEntityRef(entity),
      entity,
    ]),
  );
  function find(asked: unknown, as: object | undefined): Entity | undefined {
    const ref = String(asked).toLocaleLowerCase('en-US');
    const { kind, namespace, name } = parseEntityRef(ref);
    const seen = options.sees?.[userOf(credentialsOf(as)) ?? ''];
    if ((seen && !seen.includes(name)) || name.startsWith('absent')) {
      return undefined;
    }
    return (
      known.get(ref) ?? {
        apiVersion: 'backstage.io/v1alpha1',
        kind,
        metadata: { namespace, name },
      }
    );
  }
  return catalogServiceMock.mock({
    getEntityByRef: async (ref, as) => find(ref, as),
    getEntitiesByRefs: async ({ entityRefs }, as) => ({
      items: entityRefs.map(ref => find(ref, as)),
    }),
  });
}
