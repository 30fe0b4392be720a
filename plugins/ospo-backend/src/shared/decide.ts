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
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  BasicPermission,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * Asks about any permissions in one round trip, the answers in the order of the questions. The caller treats a missing
 * answer as a no.
 */
export async function decide(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
  asked: readonly (BasicPermission | ResourcePermission)[],
): Promise<(PolicyDecision | undefined)[]> {
  // The type of authorizeConditional admits resource permissions only; the permission backend takes both kinds in one
  // request and never answers a basic one conditionally. List routes live on one round trip instead of two.
  const queries = asked.map(permission => ({
    permission: permission as ResourcePermission,
  }));
  return await permissions.authorizeConditional(queries, { credentials });
}
