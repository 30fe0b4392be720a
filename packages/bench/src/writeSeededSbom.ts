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

import { Landscape } from './Landscape';

/**
 * A component's SBOM as CycloneDX 1.6 JSON: about a fifth of the packages direct, the others below them. A later
 * revision has about 5 % other packages.
 */
export function writeSeededSbom(
  landscape: Landscape,
  componentIndex: number,
  options: { revision?: number } = {},
): Buffer {
  const component = landscape.component(componentIndex);
  const revision = options.revision ?? 0;
  const dependencies = revise(landscape, componentIndex, revision);
  const direct = Math.max(1, Math.ceil(dependencies.length / 5));
  const packages = dependencies.map(version => landscape.describe(version));
  const below = packages.map((): string[] => []);
  for (let index = direct; index < packages.length; index++) {
    below[(index * 7) % index].push(packages[index].purl);
  }
  const made = new Date(Date.UTC(2026, 9, 1, 0, revision)).toISOString();
  return Buffer.from(
    JSON.stringify({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      version: 1 + revision,
      metadata: {
        timestamp: made,
        tools: {
          components: [
            { type: 'application', name: 'seeded-generator', version: '1.0.0' },
          ],
        },
        component: {
          'bom-ref': component.entityRef,
          type: 'application',
          name: component.name,
          version: '1.0.0',
        },
      },
      components: packages.map(seeded => ({
        type: 'library',
        'bom-ref': seeded.purl,
        ...(seeded.namespace ? { group: seeded.namespace } : {}),
        name: seeded.name,
        version: seeded.version,
        purl: seeded.purl,
        ...(seeded.licence === undefined
          ? {}
          : { licenses: licencesOf(seeded.licence) }),
      })),
      dependencies: [
        {
          ref: component.entityRef,
          dependsOn: packages.slice(0, direct).map(seeded => seeded.purl),
        },
        ...packages.map((seeded, index) => ({
          ref: seeded.purl,
          dependsOn: below[index],
        })),
      ],
    }),
  );
}

function revise(
  landscape: Landscape,
  componentIndex: number,
  revision: number,
): number[] {
  const dependencies = landscape.dependencies(componentIndex);
  if (revision === 0) {
    return dependencies;
  }
  const others = landscape.dependencies(
    (componentIndex + 1) % landscape.components,
  );
  const changed = dependencies.map((version, at) =>
    (at + revision) % 20 === 0 ? others[at % others.length] : version,
  );
  return [...new Set(changed)];
}

function licencesOf(expression: string) {
  return expression.includes(' ')
    ? [{ expression }]
    : [{ license: { id: expression } }];
}
