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
import { plainText, quoteValue } from '../../shared/plainText';
import { shownMessage } from '../../shared/shownMessage';
import { LocatedSbom } from './LocatedSbom';
import { isTooLong, MAX_LOCATION_BYTES } from './locationLength';
import { LocationProblem } from './LocationProblem';

/** Of one source, for one entity. */
const MAX_PLACES = 100;
const MAX_PROBLEMS = 50;
const MAX_TEXT = 1_000;
const MAX_NAME = 300;

/**
 * Asks every source for the places that an entity names, each once. A source that fails at it does not harm the others,
 * and none gives more than can be stored.
 */
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
      const located = locate(source, entity);
      locations.push(...located.places);
      findings.push(...located.problems.map(toFinding));
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

function locate(
  source: SbomSource,
  entity: Entity,
): { places: LocatedSbom[]; problems: LocationProblem[] } {
  const located = source.locate(entity);
  const problems = [...located.problems];
  const places = new Map<string, LocatedSbom>();
  for (const place of located.locations) {
    const { location } = place;
    if (isTooLong(location)) {
      problems.push({
        code: 'source-location-too-long',
        where: `source '${source.id}'`,
        message: `${quoteValue(
          location,
        )} is longer than ${MAX_LOCATION_BYTES} bytes, and is not read`,
        mend: 'Put the SBOM where a shorter address leads to it.',
      });
    } else if (!places.has(location) && places.size < MAX_PLACES) {
      places.set(location, {
        source: source.id,
        location,
        target: nameOf(place.target ?? entity.metadata.name),
        stream: nameOf(place.stream ?? 'main'),
        budgetKey: nameOf(source.budgetKey(place)),
      });
    }
  }
  const distinct = new Set(located.locations.map(({ location }) => location));
  if (distinct.size > MAX_PLACES) {
    problems.unshift(
      tooMany(source, `places, and only ${MAX_PLACES} are read`),
    );
  }
  if (problems.length > MAX_PROBLEMS) {
    problems.unshift(
      tooMany(source, `problems, and only ${MAX_PROBLEMS} are shown`),
    );
  }
  return {
    places: [...places.values()],
    problems: problems.slice(0, MAX_PROBLEMS),
  };
}

function tooMany(source: SbomSource, rule: string): LocationProblem {
  return {
    code: 'source-too-many',
    where: `source '${source.id}'`,
    message: `The source names more ${rule}`,
    mend: 'Describe the component with fewer SBOMs, or split it into several entities.',
  };
}

function toFinding(problem: LocationProblem): UsageFinding {
  return {
    origin: 'annotation',
    severity: 'warning',
    count: 1,
    code: textOf(problem.code),
    where: textOf(problem.where),
    message: textOf(problem.message),
    mend: textOf(problem.mend),
  };
}

function textOf(text: string): string {
  return plainText(text.slice(0, MAX_TEXT));
}

function nameOf(text: string): string {
  return plainText(text.slice(0, MAX_NAME));
}
