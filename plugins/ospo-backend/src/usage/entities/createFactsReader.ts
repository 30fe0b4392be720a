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
import { Entity } from '@backstage/catalog-model';
import { SbomSource } from '@ospo-suite/backstage-plugin-ospo-node';
import { normaliseLicence } from '@ospo-suite/sbom-reader';
import { locateSboms } from '../sources/locateSboms';
import { annotationFindings } from './annotationFindings';
import { EntityFacts, entityFacts } from './entityFacts';

/** Reads an entity as the store keeps it: facts, what is wrong with our annotations, and where its SBOMs are. */
export function createFactsReader(options: {
  prefixes: readonly string[];
  /** Asked anew each time, because modules may add sources after the plugin has started to build itself. */
  listSources: () => readonly SbomSource[];
  logger: LoggerService;
}): (entity: Entity) => EntityFacts {
  const { prefixes, listSources, logger } = options;
  return entity => {
    const { locations, findings } = locateSboms({
      entity,
      sources: listSources(),
      logger,
    });
    return entityFacts(entity, {
      locations,
      findings: [
        ...annotationFindings({
          entity,
          prefixes,
          readLicence: normaliseLicence,
        }),
        ...findings,
      ],
    });
  };
}
