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

import { SbomStatistics } from '../types';
import { isLicenceKnownIn, isPackageIn } from './componentTraits';

/** Counts what people see; everything but `components` is about packages. */
export function countStatistics(options: {
  traits: Int32Array;
  depths: Int32Array;
  taken: number | undefined;
  relations: number;
}): SbomStatistics {
  const { traits, depths, taken, relations } = options;
  const statistics: SbomStatistics = {
    components: traits.length - (taken === undefined ? 0 : 1),
    packages: 0,
    direct: 0,
    transitive: 0,
    unknown: 0,
    licenceKnown: 0,
    licenceUnknown: 0,
    relations,
  };
  for (let i = 0; i < traits.length; i++) {
    if (i !== taken && isPackageIn(traits[i])) {
      const depth = depths[i];
      statistics.packages += 1;
      if (depth <= 0) {
        statistics.unknown += 1;
      } else if (depth === 1) {
        statistics.direct += 1;
      } else {
        statistics.transitive += 1;
      }
      if (isLicenceKnownIn(traits[i])) {
        statistics.licenceKnown += 1;
      } else {
        statistics.licenceUnknown += 1;
      }
    }
  }
  return statistics;
}
