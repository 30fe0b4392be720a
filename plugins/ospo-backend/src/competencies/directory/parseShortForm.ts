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
import { readCompetenciesAnnotation } from '@ospo-suite/backstage-plugin-ospo-common';
import { ShortFormEntry } from './CatalogReading';

/** What a group or user says of itself in `ospo/competencies`, such as `licence-compliance:decide,training:answer`. */
export function parseShortForm(
  entity: Entity,
  prefixes: readonly string[],
): ShortFormEntry[] {
  const providerRef = stringifyEntityRef(entity);
  return readCompetenciesAnnotation(entity, prefixes).flatMap(
    ({ key, text, competencyRef, authority }) =>
      competencyRef
        ? [
            {
              providerRef,
              competencyRef,
              authority,
              where: `${providerRef} ${key}: '${text}'`,
            },
          ]
        : [],
  );
}
