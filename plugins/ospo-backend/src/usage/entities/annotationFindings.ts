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
import {
  DISTRIBUTION_ANNOTATION,
  LICENCE_ANNOTATION,
  UsageFinding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { quoteValue } from '../../shared/plainText';
import { readAnnotation } from '../../shared/readAnnotation';

/** How a component reaches its users, as `ospo/distribution` may say. */
export const distributions = [
  'internal',
  'network-service',
  'distributed',
  'embedded',
] as const;

/**
 * Findings about our annotations on one entity: the value, the rule and the mend. An unusable value breaks nothing.
 *
 * @param options - `readLicence`: the SPDX expression that a text means, and whether it had to be mapped to it
 */
export function annotationFindings(options: {
  entity: Entity;
  prefixes: readonly string[];
  readLicence: (text: string) => { expression?: string; mappedFrom?: string };
}): UsageFinding[] {
  const { entity, prefixes, readLicence } = options;
  const findings: UsageFinding[] = [];

  const licence = readAnnotation(entity, LICENCE_ANNOTATION, prefixes);
  const reading = licence && readLicence(licence.value);
  if (licence && reading?.expression === undefined) {
    findings.push(
      annotationFinding({
        code: 'annotation-licence-invalid',
        key: licence.key,
        message: `${quoteValue(
          licence.value,
        )} is not an SPDX licence expression`,
        mend: 'Write identifiers of the SPDX licence list joined with AND, OR and WITH, such as MIT or "GPL-2.0-only WITH Classpath-exception-2.0".',
      }),
    );
  } else if (licence && reading?.mappedFrom !== undefined) {
    findings.push(
      annotationFinding({
        code: 'annotation-licence-mapped',
        key: licence.key,
        message: `${quoteValue(
          licence.value,
        )} is not an SPDX licence expression; it is read as ${quoteValue(
          reading.expression ?? '',
        )}`,
        mend: `Write ${quoteValue(reading.expression ?? '')} instead.`,
      }),
    );
  }

  const distribution = readAnnotation(
    entity,
    DISTRIBUTION_ANNOTATION,
    prefixes,
  );
  if (
    distribution &&
    !distributions.some(known => known === distribution.value)
  ) {
    findings.push(
      annotationFinding({
        code: 'annotation-distribution-unknown',
        key: distribution.key,
        message: `${quoteValue(
          distribution.value,
        )} is not a known way of distribution`,
        mend: `Write one of ${distributions.join(', ')}.`,
      }),
    );
  }
  return findings;
}

/** A finding about the value of an annotation. */
export function annotationFinding(options: {
  code: string;
  key: string;
  message: string;
  mend: string;
}): UsageFinding {
  return {
    origin: 'annotation',
    code: options.code,
    severity: 'warning',
    where: `metadata.annotations['${options.key}']`,
    message: options.message,
    mend: options.mend,
    count: 1,
  };
}
