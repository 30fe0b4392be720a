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
  AuthService,
  BackstageCredentials,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  BasicPermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  ospoSbomCreatePermission,
  ospoSourceReadPermission,
  ospoUsageReadPermission,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { decide } from '../../shared/decide';
import { Caller, principalKey } from './Caller';
import { EntitySet } from './EntitySet';
import { VisibleEntities } from './VisibleEntities';

/** Credentials, or the caller that an earlier check of the same request made of them. */
export type AsCaller = { credentials: BackstageCredentials } | Caller;

/** `ospo.access` of the configuration. */
export interface UsageAccessConfig {
  /** Entity refs of the groups and users that are the core team; empty means nobody. */
  coreTeam: readonly string[];
  /** Subjects of the services that may send SBOMs; empty means none. */
  ingestServices: readonly string[];
}

export interface UsageAccessOptions {
  auth: AuthService;
  permissions: PermissionsService;
  userInfo: UserInfoService;
  catalog: CatalogService;
  visibleEntities: VisibleEntities;
  config: UsageAccessConfig;
}

/**
 * The one guard of the slice. Permissions say who may; on top of them stand rules of our own that fail closed, because
 * Backstage allows everything to everyone while `permission.enabled` is off, and to every service always.
 */
export class UsageAccess {
  readonly #options: UsageAccessOptions;
  readonly #coreTeam: ReadonlySet<string>;
  readonly #ingestServices: ReadonlySet<string>;

  private constructor(options: UsageAccessOptions) {
    this.#options = options;
    this.#coreTeam = new Set(options.config.coreTeam.map(normaliseRef));
    this.#ingestServices = new Set(options.config.ingestServices);
  }

  static create(options: UsageAccessOptions): UsageAccess {
    return new UsageAccess(options);
  }

  /**
   * Asks about a caller in one round trip whether they may read, what the catalog shows them, and whatever else the
   * request needs; decides nothing yet. Each permission more makes every request dearer.
   */
  async enter(
    as: AsCaller,
    others: readonly BasicPermission[] = [],
  ): Promise<Caller> {
    if (as instanceof Caller && as.wasAskedAbout(others)) {
      return as;
    }
    const { credentials } = as;
    const asked = [ospoUsageReadPermission, ...others];
    const decisions = await decide(this.#options.permissions, credentials, [
      ...asked,
      catalogEntityReadPermission,
    ]);
    const held = asked.filter(
      (_, index) => decisions[index]?.result === AuthorizeResult.ALLOW,
    );
    const catalogRead = decisions[asked.length];
    return Caller.create({
      credentials,
      asked: new Set(asked.map(permission => permission.name)),
      held: new Set(held.map(permission => permission.name)),
      findVisible: () => this.#visibleTo(credentials, catalogRead),
      findClaims: () => this.#claimsOf(credentials),
    });
  }

  /** May read usages at all, within what the catalog shows them. */
  async reader(
    as: AsCaller,
  ): Promise<{ caller: Caller; visible: EntitySet | undefined }> {
    const caller = await this.enter(as);
    caller.require(ospoUsageReadPermission);
    return { caller, visible: await caller.visible() };
  }

  /** Is in the core team; nobody is while none is configured. */
  async coreTeam(
    as: AsCaller,
  ): Promise<{ caller: Caller; visible: EntitySet | undefined }> {
    const { caller, visible } = await this.reader(
      await this.enter(as, [ospoSourceReadPermission]),
    );
    caller.require(ospoSourceReadPermission);
    if (!this.#isCoreTeam(await caller.claims())) {
      throw new NotAllowedError(
        "Only the core team may do this; its groups are listed in 'ospo.access.coreTeam' of the configuration",
      );
    }
    return { caller, visible };
  }

  /**
   * May send SBOMs of this component, by which way, and whether also those of former times; absent and unreadable
   * components answer alike.
   */
  async sender(
    as: AsCaller,
    entityRef: string,
  ): Promise<{ source: 'push' | 'upload'; mayImport: boolean }> {
    const caller = await this.enter(as, [ospoSbomCreatePermission]);
    caller.require(ospoSbomCreatePermission);
    const { credentials } = caller;
    if (this.#options.auth.isPrincipal(credentials, 'service')) {
      this.#requireIngestService(credentials.principal.subject);
      return { source: 'push', mayImport: true };
    }
    const entity = await this.#options.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw noComponent(entityRef);
    }
    const claims = await caller.claims();
    const isCoreTeam = this.#isCoreTeam(claims);
    if (!isCoreTeam && !ownersOf(entity).some(o => claims.has(o))) {
      throw new NotAllowedError(
        `Only the owner of '${entityRef}' and the core team may send its SBOMs; ask its owner, or send it from CI with a service token listed in 'ospo.access.ingestServices'`,
      );
    }
    return { source: 'upload', mayImport: isCoreTeam };
  }

  /** Whether `sender` would let them, told from the owner that the store knows. */
  async maySend(
    caller: Caller,
    ownerRef: string | undefined,
  ): Promise<boolean> {
    if (!caller.holds(ospoSbomCreatePermission)) {
      return false;
    }
    const { credentials } = caller;
    if (this.#options.auth.isPrincipal(credentials, 'service')) {
      return this.#ingestServices.has(credentials.principal.subject);
    }
    const claims = await caller.claims();
    return (
      this.#isCoreTeam(claims) ||
      (ownerRef !== undefined && claims.has(normaliseRef(ownerRef)))
    );
  }

  async #visibleTo(
    credentials: BackstageCredentials,
    decision: PolicyDecision | undefined,
  ): Promise<EntitySet | undefined> {
    switch (decision?.result) {
      case AuthorizeResult.ALLOW:
        return undefined;
      case AuthorizeResult.CONDITIONAL:
        // The conditions are part of the key, so that a changed policy or new groups take effect at once.
        return this.#options.visibleEntities.of(
          `${principalKey(credentials)} ${JSON.stringify(decision.conditions)}`,
          credentials,
        );
      default:
        return EntitySet.of([]);
    }
  }

  #requireIngestService(subject: string): void {
    if (!this.#ingestServices.has(subject)) {
      throw new NotAllowedError(
        `The service '${subject}' may not send SBOMs; list it in 'ospo.access.ingestServices' of the configuration`,
      );
    }
  }

  async #claimsOf(
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const { auth, userInfo } = this.#options;
    if (!auth.isPrincipal(credentials, 'user')) {
      return new Set();
    }
    const info = await userInfo.getUserInfo(credentials);
    return new Set(info.ownershipEntityRefs.map(normaliseRef));
  }

  #isCoreTeam(claims: ReadonlySet<string>): boolean {
    return [...claims].some(claim => this.#coreTeam.has(claim));
  }
}

/** Absent, gone and unreadable are the same to those who ask. */
export function noComponent(entityRef: string): NotFoundError {
  return new NotFoundError(
    `No component '${entityRef}' that you may read was found`,
  );
}

function ownersOf(entity: Entity): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === RELATION_OWNED_BY)
    .map(relation => normaliseRef(relation.targetRef));
}

function normaliseRef(ref: string): string {
  return stringifyEntityRef(parseEntityRef(ref));
}
