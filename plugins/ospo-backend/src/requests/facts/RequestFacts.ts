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
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  Decision,
  DISTRIBUTION_ANNOTATION,
  LICENCE_ANNOTATION,
  Prefill,
  RequestSubject,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { readAnnotation } from '../../shared/readAnnotation';
import { NamedPerson } from '../findPersonalTrace';
import { Fact, prefillOf } from './prefillOf';
import { UsageFactsReader } from './UsageFactsReader';

export interface RequestFactsOptions {
  auth: AuthService;
  catalog: CatalogService;
  usage?: UsageFactsReader;
  annotationPrefixes: readonly string[];
  now: () => Date;
}

/** What is known already of that which a request is about, so that nobody is asked for it. */
export class RequestFacts {
  readonly #options: RequestFactsOptions;

  private constructor(options: RequestFactsOptions) {
    this.#options = options;
  }

  static create(options: RequestFactsOptions): RequestFacts {
    return new RequestFacts(options);
  }

  /** Answers to questions of a form that the catalog or an SBOM knows, as far as the caller may read them. */
  async prefill(
    schema: JsonObject,
    subject: RequestSubject,
    caller: { credentials: BackstageCredentials },
  ): Promise<Prefill[]> {
    return prefillOf(schema, await this.#facts(subject, caller));
  }

  /** What a decision rests on, as of now. */
  async ofDecision(
    subject: RequestSubject,
    caller: { credentials: BackstageCredentials },
  ): Promise<Decision['facts']> {
    const now = this.#options.now().toISOString();
    return (await this.#facts(subject, caller)).map(
      ({ label, value, detail, asOf }) => ({
        label,
        value: Array.isArray(value) ? value.join(', ') : String(value),
        source: detail,
        asOf: asOf ?? now,
      }),
    );
  }

  /** Names of people as the catalog shows them. */
  async namesOf(refs: readonly string[]): Promise<NamedPerson[]> {
    const { auth, catalog } = this.#options;
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs: [...refs] },
      { credentials },
    );
    return refs.map((ref, index) => ({
      ref,
      displayName: displayNameOf(items[index]),
    }));
  }

  async #facts(
    { entityRef, licenceKey, packageKey }: RequestSubject,
    caller: { credentials: BackstageCredentials },
  ): Promise<Fact[]> {
    const facts: Fact[] = [];
    if (packageKey) {
      facts.push(ofSubject('package', 'Package', packageKey));
    }
    if (licenceKey) {
      facts.push(ofSubject('licenceKey', 'Licence', licenceKey));
    }
    if (entityRef) {
      const entity = await this.#options.catalog.getEntityByRef(
        entityRef,
        caller,
      );
      if (entity) {
        facts.push(...this.#ofEntity(entity));
        facts.push(...(await this.#ofUsage(entityRef, caller)));
      }
    }
    return facts;
  }

  #ofEntity(entity: Entity): Fact[] {
    const { metadata, spec, relations = [] } = entity;
    const related = (type: string) =>
      relations.find(relation => relation.type === type)?.targetRef;
    const annotated = (name: string) =>
      readAnnotation(entity, name, this.#options.annotationPrefixes)?.value;
    const source = metadata.annotations?.[ANNOTATION_SOURCE_LOCATION];
    return [
      fact('owner', 'Owner', related(RELATION_OWNED_BY), 'relation ownedBy'),
      fact('system', 'System', related(RELATION_PART_OF), 'relation partOf'),
      fact('lifecycle', 'Lifecycle', spec?.lifecycle, 'spec.lifecycle'),
      fact(
        'description',
        'Description',
        metadata.description,
        'metadata.description',
      ),
      fact(
        'sourceLocation',
        'Source',
        source?.replace(/^url:/, ''),
        ANNOTATION_SOURCE_LOCATION,
      ),
      fact(
        'licence',
        'Licence',
        annotated(LICENCE_ANNOTATION),
        LICENCE_ANNOTATION,
        'annotation',
      ),
      fact(
        'distribution',
        'Distribution',
        annotated(DISTRIBUTION_ANNOTATION),
        DISTRIBUTION_ANNOTATION,
        'annotation',
      ),
    ].filter(known => known !== undefined);
  }

  async #ofUsage(
    entityRef: string,
    caller: { credentials: BackstageCredentials },
  ): Promise<Fact[]> {
    const used = await this.#options.usage?.licencesOf(entityRef, caller);
    if (!used || used.licences.length === 0) {
      return [];
    }
    return [
      {
        key: 'licencesInUse',
        label: 'Licences in use',
        value: used.licences,
        source: 'sbom',
        detail: 'current SBOMs',
        asOf: used.asOf,
      },
    ];
  }
}

function fact(
  key: string,
  label: string,
  value: unknown,
  detail: string,
  source: Fact['source'] = 'catalog',
): Fact | undefined {
  return typeof value === 'string' && value.trim() !== ''
    ? { key, label, value: value.trim(), source, detail }
    : undefined;
}

function ofSubject(key: string, label: string, value: string): Fact {
  return {
    key,
    label,
    value,
    source: 'sbom',
    detail: 'subject of the request',
  };
}

function displayNameOf(entity: Entity | undefined): string | undefined {
  const profile = entity?.spec?.profile;
  const name =
    typeof profile === 'object' && profile !== null && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return typeof name === 'string' ? name : entity?.metadata.title;
}
