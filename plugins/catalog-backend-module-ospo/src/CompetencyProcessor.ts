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
  Entity,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  COMPETENCY_API_VERSION,
  COMPETENCY_KIND,
  isCompetencyEntity,
  readCompetenciesAnnotation,
  readCompetencyEntity,
  RELATION_COMPETENCY_PROVIDED_BY,
  RELATION_PROVIDES_COMPETENCY,
} from '@ospo-suite/backstage-plugin-ospo-common';

const GROUP = COMPETENCY_API_VERSION.split('/')[0];

/** Kinds that can carry the short form, lower case. */
const PROVIDER_KINDS = ['group', 'user'];

/**
 * Validates competencies, and emits their relations and those of the short form on groups and users. It reads nothing
 * but the entity at hand: whether a provider exists is not known here, and is shown by the OSPO plugin.
 */
export class CompetencyProcessor implements CatalogProcessor {
  readonly #prefixes: readonly string[];

  static create(options: { prefixes: readonly string[] }): CompetencyProcessor {
    return new CompetencyProcessor(options.prefixes);
  }

  private constructor(prefixes: readonly string[]) {
    this.#prefixes = prefixes;
  }

  getProcessorName(): string {
    return 'OspoCompetencyProcessor';
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    const [group] = entity.apiVersion.split('/');
    if (entity.kind !== COMPETENCY_KIND || group !== GROUP) {
      return false;
    }
    if (!isCompetencyEntity(entity)) {
      throw new InputError(
        `apiVersion: '${entity.apiVersion}' is not known. Write ${COMPETENCY_API_VERSION}.`,
      );
    }
    const { findings } = readCompetencyEntity(entity);
    if (findings.length > 0) {
      throw new InputError(
        findings
          .map(({ where, message, mend }) => `${where} – ${message}. ${mend}`)
          .join(' '),
      );
    }
    return true;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (isCompetencyEntity(entity)) {
      this.#relateCompetency(entity, emit);
    } else if (PROVIDER_KINDS.includes(entity.kind.toLowerCase())) {
      this.#relateProvider(entity, emit);
    }
    return entity;
  }

  #relateProvider(entity: Entity, emit: CatalogProcessorEmit): void {
    const related = new Set<string>();
    for (const entry of readCompetenciesAnnotation(entity, this.#prefixes)) {
      const { competencyRef, authority } = entry;
      if (competencyRef && authority && !related.has(competencyRef)) {
        related.add(competencyRef);
        relate(emit, {
          from: competencyRef,
          type: RELATION_COMPETENCY_PROVIDED_BY,
          to: stringifyEntityRef(entity),
          reverse: RELATION_PROVIDES_COMPETENCY,
        });
      }
    }
  }

  #relateCompetency(entity: Entity, emit: CatalogProcessorEmit): void {
    const { declaration } = readCompetencyEntity(entity);
    if (!declaration) {
      return;
    }
    const from = stringifyEntityRef(getCompoundEntityRef(entity));
    const { ownerRef, partOf, providers } = declaration;
    if (ownerRef !== undefined) {
      relate(emit, {
        from,
        type: RELATION_OWNED_BY,
        to: ownerRef,
        reverse: RELATION_OWNER_OF,
      });
    }
    if (partOf !== undefined) {
      relate(emit, {
        from,
        type: RELATION_PART_OF,
        to: partOf,
        reverse: RELATION_HAS_PART,
      });
    }
    for (const { ref } of providers) {
      relate(emit, {
        from,
        type: RELATION_COMPETENCY_PROVIDED_BY,
        to: ref,
        reverse: RELATION_PROVIDES_COMPETENCY,
      });
    }
  }
}

/** A relation is emitted in both directions, and the catalog shows each on the entity it begins at. */
function relate(
  emit: CatalogProcessorEmit,
  relation: { from: string; type: string; to: string; reverse: string },
): void {
  const from = parseEntityRef(relation.from);
  const to = parseEntityRef(relation.to);
  emit(
    processingResult.relation({
      source: from,
      type: relation.type,
      target: to,
    }),
  );
  emit(
    processingResult.relation({
      source: to,
      type: relation.reverse,
      target: from,
    }),
  );
}
