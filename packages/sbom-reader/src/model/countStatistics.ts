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

import { SbomComponent, SbomStatistics } from '../types';

/** Counts what people see; everything but `components` is about packages. */
export function countStatistics(
  components: readonly SbomComponent[],
  relations: number,
): SbomStatistics {
  const statistics: SbomStatistics = {
    components: components.length,
    packages: 0,
    direct: 0,
    transitive: 0,
    unknown: 0,
    licenceKnown: 0,
    licenceUnknown: 0,
    relations,
  };
  for (const component of components) {
    if (component.isPackage) {
      statistics.packages += 1;
      statistics[component.relation] += 1;
      const isKnown =
        component.concluded.status === 'known' ||
        component.declared.status === 'known';
      statistics[isKnown ? 'licenceKnown' : 'licenceUnknown'] += 1;
    }
  }
  return statistics;
}
