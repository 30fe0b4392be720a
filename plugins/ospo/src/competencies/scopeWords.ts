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

import { CompetencyScope } from '@ospo-suite/backstage-plugin-ospo-common';
import { entityName } from '../shared/entityNames';

/** One limit of what a provider answers for, to be put into words. */
export interface ScopeLimit {
  kind: 'units' | 'countries' | 'languages' | 'technologies';
  list: string;
}

/** The limits of a scope in a fixed order. None means: everything. */
export function scopeLimits(
  scope: CompetencyScope,
  names: {
    language: (code: string) => string;
    country: (code: string) => string;
  },
): ScopeLimit[] {
  const lists = [
    ['units', scope.businessUnits?.map(entityName)],
    ['countries', scope.countries?.map(names.country)],
    ['languages', scope.languages?.map(names.language)],
    ['technologies', scope.technologies],
  ] as const;
  return lists.flatMap(([kind, values]) =>
    values && values.length > 0 ? [{ kind, list: values.join(', ') }] : [],
  );
}

/** The name of a language or country in the reader's language, or the code when it is none that is known. */
export function displayNames(language: string) {
  const read = (type: 'language' | 'region') => {
    const names = new Intl.DisplayNames([language], { type, fallback: 'code' });
    return (code: string) => {
      try {
        return names.of(code) ?? code;
      } catch {
        return code;
      }
    };
  };
  return { language: read('language'), country: read('region') };
}
