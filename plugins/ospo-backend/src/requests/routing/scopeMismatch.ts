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
import { DirectoryIndex } from './DirectoryIndex';
import { RoutingContext } from './RoutingContext';

/**
 * Why a provider's scope leaves this request out, or undefined. A limit speaks only against what the request names: one
 * that does not say its country is not kept from those who answer for Sweden. All countries have to be covered, because
 * law differs; of languages and technologies one in common is enough.
 */
export function scopeMismatch(
  scope: CompetencyScope,
  context: RoutingContext,
  index: DirectoryIndex,
): string | undefined {
  const mismatches: string[] = [];
  if (context.confidentiality === 'confidential' && !scope.confidential) {
    mismatches.push('is not to be given confidential requests');
  }
  const { businessUnits } = scope;
  if (
    businessUnits &&
    context.businessUnits.length > 0 &&
    !isWithin(businessUnits, context.businessUnits, index)
  ) {
    mismatches.push(`answers for ${businessUnits.join(', ')}`);
  }
  const countries = missingFrom(scope.countries, context.countries);
  if (countries.length > 0) {
    mismatches.push(
      `answers for ${scope.countries?.join(', ')}, not for ${countries.join(
        ', ',
      )}`,
    );
  }
  if (sharesNone(scope.languages, context.languages)) {
    mismatches.push(`answers in ${scope.languages?.join(', ')}`);
  }
  if (sharesNone(scope.technologies, context.technologies)) {
    mismatches.push(`answers for ${scope.technologies?.join(', ')}`);
  }
  return mismatches.length > 0 ? mismatches.join('; ') : undefined;
}

function isWithin(
  limits: readonly string[],
  units: readonly string[],
  index: DirectoryIndex,
): boolean {
  return units.some(unit => {
    const within = index.unitsOf(unit);
    return limits.some(limit => within.has(limit));
  });
}

function missingFrom(
  limits: readonly string[] | undefined,
  asked: readonly string[],
): string[] {
  if (!limits) {
    return [];
  }
  return asked.filter(
    value => !limits.some(limit => limit === value || isSame(limit, value)),
  );
}

function sharesNone(
  limits: readonly string[] | undefined,
  asked: readonly string[],
): boolean {
  return (
    asked.length > 0 &&
    limits !== undefined &&
    missingFrom(limits, asked).length === asked.length
  );
}

/** `toLowerCase` goes by no language, unlike its local sister, which costs ten times as much. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
