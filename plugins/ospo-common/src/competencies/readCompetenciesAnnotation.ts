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

import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';
import { COMPETENCIES_ANNOTATION } from '../catalogAnnotations';
import { readOspoAnnotation } from '../readOspoAnnotation';
import { fullRef } from './providerRef';
import { competencyAuthorities, CompetencyAuthority } from './words';

const MAX_ENTRIES = 50;

/** One item of `ospo/competencies`; usable when it has both a competency and an authority. @public */
export interface CompetenciesAnnotationEntry {
  /** Name of the annotation that it stands in. */
  key: string;
  /** As it was written. */
  text: string;
  /** Absent when no competency is named. */
  competencyRef?: string;
  /** Absent when it is none that we know. */
  authority?: CompetencyAuthority;
}

/**
 * The short form of being a provider: `ospo/competencies: licence-compliance:decide, export-control:answer` on a group
 * or user, fifty at most. A name without a namespace is in `default`, wherever the entity itself is.
 *
 * @param prefixes - prefixes that are read, our own first
 * @public
 */
export function readCompetenciesAnnotation(
  entity: Entity,
  prefixes: readonly string[],
): CompetenciesAnnotationEntry[] {
  const annotation = readOspoAnnotation(
    entity,
    COMPETENCIES_ANNOTATION,
    prefixes,
  );
  if (!annotation) {
    return [];
  }
  const { key, value } = annotation;
  return value
    .split(',')
    .map(text => text.trim())
    .filter(text => text !== '')
    .slice(0, MAX_ENTRIES)
    .map(text => {
      // The last colon, because a ref has one of its own: `competency:default/privacy:answer`.
      const colon = text.lastIndexOf(':');
      const name = colon < 0 ? text : text.slice(0, colon);
      const word = colon < 0 ? undefined : text.slice(colon + 1).trim();
      return {
        key,
        text,
        competencyRef: fullRef(name, {
          kinds: ['competency'],
          namespace: DEFAULT_NAMESPACE,
        }),
        authority: competencyAuthorities.find(known => known === word),
      };
    });
}
