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

import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  ANNOTATION_LOCATION,
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { parseAllDocuments } from 'yaml';

/** The entities of a catalog file and of those that it names, as the catalog would have processed them. */
export function readDemoEntities(options: {
  file: string;
  more: number;
}): Entity[] {
  const entities = readFile(options.file);
  const more = Array.from({ length: options.more }, (_, index) =>
    processed(
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: `component-${index + 1}` },
        spec: { type: 'service', lifecycle: 'production', owner: 'nobody' },
      },
      options.file,
    ),
  );
  return [...entities, ...more];
}

function readFile(file: string): Entity[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).flatMap(document => {
    // Our own demo files, which the portal's own catalog checks.
    const entity = document.toJS() as Entity | null;
    if (!entity) {
      return [];
    }
    const targets =
      entity.kind === 'Location' && Array.isArray(entity.spec?.targets)
        ? entity.spec.targets.map(String)
        : [];
    return [
      processed(entity, file),
      ...targets.flatMap(target =>
        readFile(path.resolve(path.dirname(file), target)),
      ),
    ];
  });
}

function processed(entity: Entity, file: string): Entity {
  const { owner } = entity.spec ?? {};
  const namespace = entity.metadata.namespace ?? DEFAULT_NAMESPACE;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      namespace,
      annotations: {
        [ANNOTATION_LOCATION]: `file:${file}`,
        ...entity.metadata.annotations,
      },
    },
    relations:
      typeof owner === 'string'
        ? [
            {
              type: 'ownedBy',
              targetRef: stringifyEntityRef(
                parseEntityRef(owner, {
                  defaultKind: 'group',
                  defaultNamespace: namespace,
                }),
              ),
            },
          ]
        : [],
  };
}
