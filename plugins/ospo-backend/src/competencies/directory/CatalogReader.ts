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
  RELATION_HAS_MEMBER,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CONTRACT_ENDS_ANNOTATION,
  EXTERNAL_NAMESPACE,
  readCompetenciesAnnotation,
  readCompetencyEntity,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { isDay } from '../../shared/days';
import { normaliseRef, tryNormaliseRef } from '../../shared/normaliseRef';
import { readAnnotation } from '../../shared/readAnnotation';
import { handlesOf } from './handlesOf';
import {
  CatalogGroup,
  CatalogReading,
  CatalogSystem,
  DeclaredCompetency,
  ShortFormEntry,
} from './CatalogReading';

const USER_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.annotations',
  'spec.profile.displayName',
];

export interface CatalogReaderOptions {
  catalog: CatalogService;
  auth: AuthService;
  annotationPrefixes: readonly string[];
  pageSize: number;
  /** Users are many and change seldom: they are read again only after so long. */
  usersMaxAgeMs: number;
  now: () => Date;
}

interface Users {
  at: number;
  refs: Set<string>;
  /** Display names of those that `named` or an annotation names. */
  titles: Map<string, string>;
  named: ReadonlySet<string>;
  shortForms: ShortFormEntry[];
  handles: Map<string, string>;
}

/** Reads what the office needs to know from the catalog, in pages, as the plugin itself. Keeps only what it needs. */
export class CatalogReader {
  readonly #options: CatalogReaderOptions;
  #users: Users | undefined;

  private constructor(options: CatalogReaderOptions) {
    this.#options = options;
  }

  static create(options: CatalogReaderOptions): CatalogReader {
    return new CatalogReader(options);
  }

  /** @param profileUsers - refs of the users who told about themselves */
  async read(profileUsers: Iterable<string>): Promise<CatalogReading> {
    const { annotationPrefixes, now } = this.#options;
    const readAt = now().toISOString();
    const competencies = new Map<string, DeclaredCompetency>();
    const groups = new Map<string, CatalogGroup>();
    const systems: CatalogSystem[] = [];
    const shortForms: ShortFormEntry[] = [];
    const leftOut: string[] = [];
    const handles = new Map<string, string>();
    for await (const entity of this.#entities([
      'competency',
      'group',
      'system',
    ])) {
      const ref = stringifyEntityRef(entity);
      switch (entity.kind.toLowerCase()) {
        case 'competency': {
          const { declaration, findings } = readCompetencyEntity(entity);
          if (declaration) {
            competencies.set(ref, { ...declaration, ...describe(entity) });
          } else {
            leftOut.push(`${ref}: ${findings[0]?.message}`);
          }
          break;
        }
        case 'group':
          groups.set(ref, toGroup(entity, annotationPrefixes));
          handlesOf(entity).forEach(handle => handles.set(handle, ref));
          shortForms.push(...shortFormsOf(entity, annotationPrefixes));
          break;
        default:
          systems.push({
            ref,
            title: entity.metadata.title,
            ownerRef: targets(entity, RELATION_OWNED_BY)[0],
          });
      }
    }
    const named = new Set(profileUsers);
    for (const competency of competencies.values()) {
      for (const { ref } of competency.providers) {
        if (ref.startsWith('user:')) {
          named.add(ref);
        }
      }
    }
    const users = await this.#readUsers(named);
    return {
      readAt,
      competencies,
      groups,
      systems,
      users: users.refs,
      userTitles: users.titles,
      handles: new Map([...handles, ...users.handles]),
      shortForms: [...shortForms, ...users.shortForms],
      leftOut,
    };
  }

  async #readUsers(named: ReadonlySet<string>): Promise<Users> {
    const { annotationPrefixes, usersMaxAgeMs, now } = this.#options;
    const at = now().getTime();
    const kept = this.#users;
    if (
      kept &&
      at - kept.at < usersMaxAgeMs &&
      [...named].every(ref => kept.named.has(ref))
    ) {
      return kept;
    }
    const users: Users = {
      at,
      refs: new Set(),
      titles: new Map(),
      named,
      shortForms: [],
      handles: new Map(),
    };
    for await (const entity of this.#entities(['user'], USER_FIELDS)) {
      const ref = stringifyEntityRef(entity);
      const shortForms = shortFormsOf(entity, annotationPrefixes);
      users.refs.add(ref);
      handlesOf(entity).forEach(handle => users.handles.set(handle, ref));
      users.shortForms.push(...shortForms);
      const title = profileText(entity, 'displayName');
      if (title && (shortForms.length > 0 || named.has(ref))) {
        users.titles.set(ref, title);
      }
    }
    this.#users = users;
    return users;
  }

  async *#entities(kinds: string[], fields?: string[]): AsyncGenerator<Entity> {
    const { catalog, auth, pageSize } = this.#options;
    const pages = catalog.streamEntities(
      { filter: { kind: kinds }, fields, pageSize, totalItems: 'exclude' },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      yield* page;
    }
  }
}

function describe(
  entity: Entity,
): Pick<DeclaredCompetency, 'ref' | 'title' | 'description' | 'tags'> {
  const { name, title, description, tags } = entity.metadata;
  return {
    ref: stringifyEntityRef(entity),
    title: title ?? name,
    description,
    tags: tags ?? [],
  };
}

/** What a group or user says of itself in `ospo/competencies`, such as `licence-compliance:decide,training:answer`. */
function shortFormsOf(
  entity: Entity,
  prefixes: readonly string[],
): ShortFormEntry[] {
  const providerRef = stringifyEntityRef(entity);
  return readCompetenciesAnnotation(entity, prefixes).flatMap(
    ({ key, text, competencyRef, authority }) =>
      competencyRef === undefined
        ? []
        : [
            {
              providerRef,
              competencyRef,
              authority,
              where: `${providerRef} ${key}: '${text}'`,
            },
          ],
  );
}

function toGroup(entity: Entity, prefixes: readonly string[]): CatalogGroup {
  const namespace = entity.metadata.namespace ?? 'default';
  const type = specText(entity, 'type');
  const ends = readAnnotation(
    entity,
    CONTRACT_ENDS_ANNOTATION,
    prefixes,
  )?.value;
  return {
    ref: stringifyEntityRef(entity),
    title: profileText(entity, 'displayName') ?? entity.metadata.title,
    type,
    parentRef: targets(entity, RELATION_CHILD_OF)[0] ?? parentOf(entity),
    memberRefs: targets(entity, RELATION_HAS_MEMBER),
    mailbox: profileText(entity, 'email'),
    isExternal:
      namespace.toLowerCase() === EXTERNAL_NAMESPACE ||
      type === 'external-organization',
    contractEnds: ends !== undefined && isDay(ends) ? ends : undefined,
  };
}

function parentOf(entity: Entity): string | undefined {
  const parent = specText(entity, 'parent');
  return parent === undefined
    ? undefined
    : tryNormaliseRef(parent, {
        defaultKind: 'group',
        defaultNamespace: entity.metadata.namespace,
      });
}

function targets(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(relation => normaliseRef(relation.targetRef));
}

function specText(entity: Entity, field: string): string | undefined {
  const value = entity.spec?.[field];
  return typeof value === 'string' ? value : undefined;
}

function profileText(
  entity: Entity,
  field: 'displayName' | 'email',
): string | undefined {
  const profile = entity.spec?.profile;
  if (
    typeof profile !== 'object' ||
    profile === null ||
    Array.isArray(profile)
  ) {
    return undefined;
  }
  const value = profile[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
