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

import { AuthService } from '@backstage/backend-plugin-api';
import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { tryNormaliseRef } from '../../../shared/normaliseRef';
import { loginKey, Organisation } from './Organisation';

const FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.annotations',
  'spec.profile.email',
  'spec.parent',
  'relations',
];
const LOGIN = /^[a-z0-9.:-]+\/user-login$/i;

export interface OrganisationReaderOptions {
  catalog: CatalogService;
  auth: AuthService;
  pageSize: number;
  /** People change seldom: they are read again only after so long. */
  maxAgeMs: number;
  now: () => Date;
}

/**
 * Reads who is in which group from the catalog, as the plugin itself. Addresses and logins are held in memory, for
 * placing the authors of a reading, and nowhere else.
 */
export class OrganisationReader {
  readonly #options: OrganisationReaderOptions;
  #kept: { at: number; organisation: Promise<Organisation> } | undefined;

  static create(options: OrganisationReaderOptions): OrganisationReader {
    return new OrganisationReader(options);
  }

  private constructor(options: OrganisationReaderOptions) {
    this.#options = options;
  }

  async read(): Promise<Organisation> {
    const at = this.#options.now().getTime();
    if (!this.#kept || at - this.#kept.at >= this.#options.maxAgeMs) {
      const kept = { at, organisation: this.#read() };
      this.#kept = kept;
      kept.organisation.catch(() => {
        if (this.#kept === kept) {
          this.#kept = undefined;
        }
      });
    }
    return await this.#kept.organisation;
  }

  async #read(): Promise<Organisation> {
    const { catalog, auth, pageSize } = this.#options;
    const organisation = {
      parents: new Map<string, string | undefined>(),
      byLogin: new Map<string, string>(),
      byEmail: new Map<string, string>(),
      groupsOf: new Map<string, string[]>(),
    };
    const pages = catalog.streamEntities(
      {
        filter: { kind: ['user', 'group'] },
        fields: FIELDS,
        pageSize,
        totalItems: 'exclude',
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      for (const entity of page) {
        const ref = stringifyEntityRef(entity);
        if (entity.kind.toLowerCase() === 'group') {
          organisation.parents.set(ref, targets(entity, RELATION_CHILD_OF)[0]);
        } else {
          addUser(organisation, ref, entity);
        }
      }
    }
    return organisation;
  }
}

function addUser(
  organisation: {
    byLogin: Map<string, string>;
    byEmail: Map<string, string>;
    groupsOf: Map<string, string[]>;
  },
  ref: string,
  entity: Entity,
): void {
  organisation.groupsOf.set(ref, targets(entity, RELATION_MEMBER_OF));
  for (const [key, login] of Object.entries(
    entity.metadata.annotations ?? {},
  )) {
    if (LOGIN.test(key) && typeof login === 'string' && login.trim()) {
      organisation.byLogin.set(loginKey(key.toLowerCase(), login.trim()), ref);
    }
  }
  const profile: unknown = entity.spec?.profile;
  const email =
    typeof profile === 'object' && profile !== null && 'email' in profile
      ? profile.email
      : undefined;
  if (typeof email === 'string' && email.includes('@')) {
    organisation.byEmail.set(email.trim().toLowerCase(), ref);
  }
}

function targets(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .flatMap(relation => tryNormaliseRef(relation.targetRef) ?? []);
}
