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

import { Entity } from '@backstage/catalog-model';
import { OSPO_ANNOTATION_PREFIX } from './catalogAnnotations';

/**
 * The value of one of our annotations under the first prefix that has it.
 *
 * @param annotation - the name with our own prefix, as in the constants
 * @public
 */
export function readOspoAnnotation(
  entity: Entity,
  annotation: string,
  prefixes: readonly string[],
): { key: string; value: string } | undefined {
  const name = annotation.slice(OSPO_ANNOTATION_PREFIX.length);
  for (const prefix of prefixes) {
    const key = `${prefix}${name}`;
    const value: unknown = entity.metadata.annotations?.[key];
    if (typeof value === 'string' && value.trim() !== '') {
      return { key, value: value.trim() };
    }
  }
  return undefined;
}
