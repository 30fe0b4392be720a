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

import { createHash } from 'node:crypto';
import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  BasicPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { ospoPermissions } from '@ospo-suite/backstage-plugin-ospo-common';
import { decide } from '../shared/decide';
import { normaliseRef } from '../shared/normaliseRef';
import { OfficeCaller, OfficeCallers } from './OfficeCaller';
import { VisibleRefs } from './VisibleRefs';

export interface OfficeCallersOptions {
  auth: AuthService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  catalog: CatalogService;
  /** Entity refs of the groups and users that are the core team; empty means nobody. */
  coreTeam: readonly string[];
  /** For so long it is kept what the catalog shows a caller. */
  visibilityTtlMs: number;
  now: () => Date;
}

/**
 * The one door of the office. Permissions say who may; on top of them stand rules of our own that fail closed, because
 * Backstage allows everything to everyone while `permission.enabled` is off, and to every service always.
 */
export class DefaultOfficeCallers implements OfficeCallers {
  readonly #options: OfficeCallersOptions;
  readonly #coreTeam: ReadonlySet<string>;
  readonly #visibleRefs: VisibleRefs;

  private constructor(options: OfficeCallersOptions) {
    this.#options = options;
    this.#coreTeam = new Set(options.coreTeam.map(ref => normaliseRef(ref)));
    this.#visibleRefs = VisibleRefs.create({
      catalog: options.catalog,
      ttlMs: options.visibilityTtlMs,
      now: () => options.now().getTime(),
    });
  }

  static create(options: OfficeCallersOptions): DefaultOfficeCallers {
    return new DefaultOfficeCallers(options);
  }

  async enter(credentials: BackstageCredentials): Promise<OfficeCaller> {
    const [decisions, user] = await Promise.all([
      decide(this.#options.permissions, credentials, [
        ...ospoPermissions,
        catalogEntityReadPermission,
      ]),
      this.#user(credentials),
    ]);
    const held = new Set(
      ospoPermissions
        .filter((_, i) => decisions[i]?.result === AuthorizeResult.ALLOW)
        .map(permission => permission.name),
    );
    const isCoreTeam = [...user.claims].some(ref => this.#coreTeam.has(ref));
    const serviceSubject = this.#options.auth.isPrincipal(
      credentials,
      'service',
    )
      ? credentials.principal.subject
      : undefined;
    const catalogRead = decisions[ospoPermissions.length];

    function holds(permission: BasicPermission): boolean {
      return held.has(permission.name);
    }
    function require(permission: BasicPermission): void {
      if (!holds(permission)) {
        throw new NotAllowedError(`Missing permission '${permission.name}'`);
      }
    }
    return {
      credentials,
      userRef: user.userRef,
      serviceSubject,
      claims: user.claims,
      isCoreTeam,
      seesAll: catalogRead?.result === AuthorizeResult.ALLOW,
      holds,
      require,
      requireCoreTeam: permission => {
        require(permission);
        if (!isCoreTeam) {
          throw new NotAllowedError(
            "Only the core team may do this; its groups are listed in 'ospo.access.coreTeam' of the configuration",
          );
        }
      },
      visibleRefs: refs =>
        this.#visible(refs, catalogRead, {
          credentials,
          principal: user.userRef ?? `service ${serviceSubject}`,
        }),
    };
  }

  async #user(
    credentials: BackstageCredentials,
  ): Promise<{ userRef?: string; claims: ReadonlySet<string> }> {
    const { auth, userInfo } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return { claims: new Set() };
    }
    const userRef = normaliseRef(credentials.principal.userEntityRef);
    const { ownershipEntityRefs } = await userInfo.getUserInfo(credentials);
    return {
      userRef,
      claims: new Set([
        userRef,
        ...ownershipEntityRefs.map(ref => normaliseRef(ref)),
      ]),
    };
  }

  async #visible(
    refs: Iterable<string>,
    decision: PolicyDecision | undefined,
    caller: { credentials: BackstageCredentials; principal: string },
  ): Promise<ReadonlySet<string>> {
    switch (decision?.result) {
      case AuthorizeResult.ALLOW:
        // Whoever may read everything is shown the same.
        return this.#visibleRefs.of('all', refs, caller.credentials);
      case AuthorizeResult.CONDITIONAL: {
        // The conditions are part of the key, so that a changed policy or new groups take effect at once.
        const conditions = createHash('sha256')
          .update(JSON.stringify(decision.conditions))
          .digest('base64url');
        return this.#visibleRefs.of(
          `${caller.principal} ${conditions}`,
          refs,
          caller.credentials,
        );
      }
      default:
        return new Set();
    }
  }
}
