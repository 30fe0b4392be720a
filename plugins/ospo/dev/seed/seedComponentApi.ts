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

import {
  UsageFinding,
  UsageSnapshot,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OspoApi } from '@ospo-suite/backstage-plugin-ospo-react';
import { seedBasis, toPage } from './seedPage';
import { seedUsageComponents, toCounts, toLicences } from './seedTotals';
import { SeedUsage, seedUsages } from './seedUsages';

const findings: UsageFinding[] = [
  {
    origin: 'document',
    code: 'licence-not-recognised',
    severity: 'warning',
    where: 'components[12].licenses[0].license.name',
    message:
      "The licence 'See LICENSE in the root of the project' is not known",
    mend: 'State an SPDX identifier, or LicenseRef- with the text',
    count: 4,
  },
  {
    origin: 'document',
    code: 'root-without-edges',
    severity: 'info',
    where: 'dependencies',
    message: 'No dependency starts at the subject of the document',
    mend: 'Let the tool write the dependencies of metadata.component',
    count: 1,
  },
  {
    origin: 'document',
    code: 'purl-invalid',
    severity: 'error',
    where: 'components[3].purl',
    message: "'pkg:npm/%%<script>alert(1)</script>' is not a package URL",
    mend: 'Encode the name as the purl specification says',
    count: 1,
  },
];

function usagesOf(entityRef: string): SeedUsage[] {
  return seedUsages.filter(usage => usage.entityRef === entityRef);
}

function snapshots(entityRef: string): UsageSnapshot[] {
  const usages = usagesOf(entityRef);
  const counts = toCounts(usages);
  const shared = {
    target: entityRef.split('/')[1],
    stream: 'main',
    format: 'CycloneDX',
    specVersion: '1.6',
    tools: ['cdxgen 11.2.0'],
    sha256: 'd2a84f4b8b650937ec8f73cd8be2c74add5a911ba64df27458ed8229da804a26',
    counts,
  };
  return usages.length === 0
    ? []
    : [
        {
          ...shared,
          id: 32,
          isCurrent: true,
          documentAt: '2026-11-20T05:58:00.000Z',
          receivedAt: '2026-11-20T06:00:00.000Z',
          lastSeenAt: '2026-11-22T06:00:00.000Z',
          source: 'push',
          bytes: 1_482_113,
          added: 4,
          removed: 2,
        },
        {
          ...shared,
          id: 17,
          isCurrent: false,
          documentAt: undefined,
          receivedAt: '2026-10-02T12:14:00.000Z',
          lastSeenAt: '2026-10-02T12:14:00.000Z',
          source: 'upload',
          bytes: 1_401_220,
          added: counts.packages - 2,
          removed: 0,
        },
      ];
}

/** What is asked about one component. */
export const seedComponentApi: Pick<
  OspoApi,
  | 'getComponent'
  | 'listComponentPackages'
  | 'listSnapshots'
  | 'getChanges'
  | 'uploadSbom'
  | 'downloadSbom'
  | 'listSources'
> = {
  getComponent: async entityRef => {
    const component = seedUsageComponents.find(
      item => item.entityRef === entityRef,
    );
    if (!component) {
      throw Object.assign(new Error(`No component '${entityRef}' found`), {
        statusCode: 404,
      });
    }
    const isFailed = component.sbomState === 'failed';
    return {
      ...component,
      snapshots: snapshots(entityRef),
      sources:
        component.counts || isFailed
          ? [
              {
                sourceId: 'annotation',
                location: 'https://git.example.se/beslut/bom.json',
                target: entityRef.split('/')[1],
                stream: 'main',
                state: isFailed ? 'failed' : 'unchanged',
                message: isFailed
                  ? 'The server answered 404; check the path in the annotation ospo/sbom'
                  : undefined,
                checkedAt: '2026-11-23T03:30:00.000Z',
                lastGoodAt: isFailed ? undefined : '2026-11-20T06:00:00.000Z',
                nextCheckAt: '2026-11-23T04:30:00.000Z',
                failures: isFailed ? 7 : 0,
              },
            ]
          : [],
      findings: component.counts ? findings : [],
      licences: toLicences(usagesOf(entityRef)).sort(
        (a, b) => b.usages - a.usages,
      ),
      may: { upload: true },
      uploadMaxBytes: 64 * 1024 * 1024,
      basis: seedBasis,
    };
  },
  listComponentPackages: async (entityRef, query) => {
    const q = query.q?.toLocaleLowerCase('sv');
    return toPage(
      usagesOf(entityRef).filter(
        usage =>
          (!q || `${usage.key} ${usage.name}`.includes(q)) &&
          (!query.relation || query.relation.includes(usage.relation)) &&
          (!query.scope || query.scope.includes(usage.scope)) &&
          (!query.licence || query.licence.includes(usage.licence.key)),
      ),
      query,
    );
  },
  listSnapshots: async (entityRef, query) =>
    toPage(snapshots(entityRef), query),
  getChanges: async entityRef => {
    const [to, from] = snapshots(entityRef);
    const usages = usagesOf(entityRef);
    return {
      from,
      to,
      more: false,
      changes: [
        { ...usages[0], change: 'removed', version: '1.0.0' },
        { ...usages[0], change: 'added', version: '2.0.0' },
        { ...usages[1], change: 'added' },
        { ...usages[2], change: 'removed' },
      ],
    };
  },
  uploadSbom: async ({ entityRef, document, onProgress }) => {
    for (let share = 0; share < 1; share += 0.1) {
      onProgress?.(share);
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    onProgress?.(1);
    await new Promise(resolve => setTimeout(resolve, 500));
    if (document.size < 20) {
      throw Object.assign(new Error('The document is not an SBOM'), {
        statusCode: 422,
        body: { findings: [findings[2]] },
      });
    }
    const [snapshot] = snapshots(entityRef);
    return {
      outcome: 'stored',
      snapshot: snapshot ?? snapshots(seedUsages[0].entityRef)[0],
      findings,
    };
  },
  downloadSbom: async () =>
    new Blob(['{"bomFormat":"CycloneDX"}'], { type: 'application/json' }),
  listSources: async query => toPage([], query),
};
