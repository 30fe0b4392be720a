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
import { BasicPermission } from '@backstage/plugin-permission-common';

/** Whoever asks, with what was found out about them in one round trip. */
export interface OfficeCaller {
  readonly credentials: BackstageCredentials;
  /** Entity ref of the user; absent for services. */
  readonly userRef?: string;
  /** Subject of the service; absent for users. */
  readonly serviceSubject?: string;
  /** The user's own ref and the groups they own things through. */
  readonly claims: ReadonlySet<string>;
  /** Listed in `ospo.access.coreTeam`; nobody is while none is configured, and no service ever is. */
  readonly isCoreTeam: boolean;
  /** The catalog shows them every entity that it has. */
  readonly seesAll: boolean;
  holds(permission: BasicPermission): boolean;
  /** Throws NotAllowedError unless they hold it. */
  require(permission: BasicPermission): void;
  /** Throws NotAllowedError unless they hold it and are in the core team. */
  requireCoreTeam(permission: BasicPermission): void;
  /** Those of `refs` that the catalog lets them read; entities that it does not have are not among them. */
  visibleRefs(refs: Iterable<string>): Promise<ReadonlySet<string>>;
}

/** Makes a caller of credentials; every service method of the office's slices begins with it. */
export interface OfficeCallers {
  enter(credentials: BackstageCredentials): Promise<OfficeCaller>;
}
