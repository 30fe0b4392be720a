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

import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  COMPETENCIES_ANNOTATION,
  competencyAuthorities,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { tryNormaliseRef } from '../../shared/normaliseRef';
import { readAnnotation } from '../../shared/readAnnotation';
import { ShortFormEntry } from './CatalogReading';

/** What a group or user says of itself in `ospo/competencies`, such as `licence-compliance:decide,training:answer`. */
export function parseShortForm(
  entity: Entity,
  prefixes: readonly string[],
): ShortFormEntry[] {
  const annotation = readAnnotation(entity, COMPETENCIES_ANNOTATION, prefixes);
  const providerRef = stringifyEntityRef(entity);
  return (annotation?.value ?? '')
    .split(',')
    .map(pair => pair.trim())
    .flatMap(pair => {
      const colon = pair.lastIndexOf(':');
      const name = colon < 0 ? pair : pair.slice(0, colon);
      const competencyRef = tryNormaliseRef(name.trim(), {
        defaultKind: 'competency',
        defaultNamespace: 'default',
      });
      const said = colon < 0 ? undefined : pair.slice(colon + 1).trim();
      return competencyRef
        ? [
            {
              providerRef,
              competencyRef,
              authority: competencyAuthorities.find(a => a === said),
              where: `${providerRef} ${annotation?.key}: '${pair}'`,
            },
          ]
        : [];
    });
}
