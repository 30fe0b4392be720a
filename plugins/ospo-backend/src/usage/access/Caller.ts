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
import { NotAllowedError } from '@backstage/errors';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { EntitySet } from './EntitySet';

/**
 * Whoever asks, with all that one round trip to the permission backend told about them. Lives as long as one request.
 */
export class Caller {
  readonly credentials: BackstageCredentials;
  readonly #asked: ReadonlySet<string>;
  readonly #held: ReadonlySet<string>;
  readonly #findVisible: () => Promise<EntitySet | undefined>;
  readonly #findClaims: () => Promise<ReadonlySet<string>>;
  #visible: Promise<EntitySet | undefined> | undefined;
  #claims: Promise<ReadonlySet<string>> | undefined;

  private constructor(options: CallerOptions) {
    this.credentials = options.credentials;
    this.#asked = options.asked;
    this.#held = options.held;
    this.#findVisible = options.findVisible;
    this.#findClaims = options.findClaims;
  }

  static create(options: CallerOptions): Caller {
    return new Caller(options);
  }

  /** Names the principal; equal for the requests of one user or service. */
  get principalKey(): string {
    return principalKey(this.credentials);
  }

  /** Whether it is known if they hold these. */
  wasAskedAbout(permissions: readonly BasicPermission[]): boolean {
    return permissions.every(({ name }) => this.#asked.has(name));
  }

  /** No, when it was not asked. */
  holds(permission: BasicPermission): boolean {
    return this.#held.has(permission.name);
  }

  require(permission: BasicPermission): void {
    if (!this.holds(permission)) {
      throw new NotAllowedError(`Missing permission '${permission.name}'`);
    }
  }

  /** The components that the catalog lets them read; undefined when that is all of them. */
  async visible(): Promise<EntitySet | undefined> {
    this.#visible ??= this.#findVisible();
    return this.#visible;
  }

  /** What they own things as: themselves and their groups; nothing for a service. */
  async claims(): Promise<ReadonlySet<string>> {
    this.#claims ??= this.#findClaims();
    return this.#claims;
  }
}

interface CallerOptions {
  credentials: BackstageCredentials;
  /** Names of the permissions that were asked about. */
  asked: ReadonlySet<string>;
  /** Those of them that they hold. */
  held: ReadonlySet<string>;
  findVisible: () => Promise<EntitySet | undefined>;
  findClaims: () => Promise<ReadonlySet<string>>;
}

/** Names the principal of credentials that the HTTP layer has verified. */
export function principalKey(credentials: BackstageCredentials): string {
  const principal: unknown = credentials.principal;
  if (typeof principal === 'object' && principal !== null) {
    if ('userEntityRef' in principal) {
      return `user ${principal.userEntityRef}`;
    }
    if ('subject' in principal) {
      return `service ${principal.subject}`;
    }
  }
  return 'nobody';
}
