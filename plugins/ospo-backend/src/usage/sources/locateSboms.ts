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

import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { UsageFinding } from '@ospo-suite/backstage-plugin-ospo-common';
import { SbomSource } from '@ospo-suite/backstage-plugin-ospo-node';
import { shownMessage } from '../../shared/shownMessage';
import { LocatedSbom } from './LocatedSbom';

/** Asks every source for the places that an entity names. A source that fails at it does not harm the others. */
export function locateSboms(options: {
  entity: Entity;
  sources: readonly SbomSource[];
  logger: LoggerService;
}): { locations: LocatedSbom[]; findings: UsageFinding[] } {
  const { entity, sources, logger } = options;
  const locations: LocatedSbom[] = [];
  const findings: UsageFinding[] = [];
  for (const source of sources) {
    try {
      const located = source.locate(entity);
      locations.push(
        ...located.locations.map(place => ({
          source: source.id,
          location: place.location,
          target: place.target ?? entity.metadata.name,
          stream: place.stream ?? 'main',
          budgetKey: source.budgetKey(place),
        })),
      );
      findings.push(
        ...located.problems.map(problem => ({
          origin: 'annotation' as const,
          severity: 'warning' as const,
          count: 1,
          ...problem,
        })),
      );
    } catch (error) {
      logger.warn(
        `The source '${
          source.id
        }' could not tell where the SBOMs of '${stringifyEntityRef(
          entity,
        )}' are: ${shownMessage(stringifyError(error))}`,
      );
    }
  }
  return { locations, findings };
}
