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
  InnerSourceApi,
  UsageApi,
  UsagePage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  aProjectDetail,
  noFacets,
  someSources,
} from '../../src/__testUtils__/projectBuilders';
import { createSeededInnerSource } from './createSeededInnerSource';
import { createSeededOspoApi } from './createSeededOspoApi';
import { everyMethod } from './everyMethod';
import { Face } from './faces';
import { seedBasis } from './seedPage';

const emptyBasis = {
  ...seedBasis,
  componentsWithSbom: 0,
  oldestSbomAt: undefined,
  newestSbomAt: undefined,
};

const noRows: UsagePage<never> = {
  items: [],
  total: { value: 0, bounded: false },
  basis: emptyBasis,
};

/** An API that shows one face of every view. */
export function createFaceApi(face: Face): UsageApi {
  const seeded = createSeededOspoApi();
  switch (face) {
    case 'full':
      return seeded;
    case 'waiting':
    case 'failed':
      return everyMethod(seeded, face);
    default:
      return {
        ...seeded,
        getOverview: async () => ({
          totals: {
            packages: 0,
            packageVersions: 0,
            usages: 0,
            direct: 0,
            transitive: 0,
            relationUnknown: 0,
            licenceKnown: 0,
            licenceUnknown: 0,
            licences: 0,
          },
          topPackages: [],
          licences: [],
          ecosystems: [],
          attention: [{ kind: 'no-sbom', components: 50 }],
          trend: [],
          basis: emptyBasis,
        }),
        search: async () => ({
          packages: [],
          licences: [],
          components: [],
          basis: emptyBasis,
        }),
        getPackage: async query => ({
          ...(await seeded.getPackage(query)),
          components: 0,
          direct: 0,
          versionList: [],
        }),
        listPackages: async () => noRows,
        listPackageUsages: async () => noRows,
        listLicences: async () => noRows,
        listComponents: async () => noRows,
        listComponentPackages: async () => noRows,
        listSnapshots: async () => noRows,
        getComponent: async entityRef => ({
          ...(await seeded.getComponent(entityRef)),
          sbomState: 'none',
          lastSbomAt: undefined,
          counts: undefined,
          snapshots: [],
          sources: [],
          findings: [],
          licences: [],
        }),
        getCoverage: async () => ({
          ...(await seeded.getCoverage()),
          total: { components: 0, current: 0, stale: 0, failed: 0, none: 0 },
        }),
      };
  }
}

/** The same for inner source. */
export function createInnerSourceFaceApi(face: Face): InnerSourceApi {
  const seeded = createSeededInnerSource();
  switch (face) {
    case 'full':
      return seeded;
    case 'waiting':
    case 'failed':
      return everyMethod(seeded, face);
    default:
      return {
        ...seeded,
        listProjects: async () => ({ items: [] }),
        getProjectFacets: async () => noFacets,
        getProject: async ({ ref }) =>
          aProjectDetail({
            ref,
            motivation: undefined,
            channels: [],
            trustedCommitters: [],
            wantedHelpItems: [],
            readings: [],
          }),
        getSuggestions: async () => ({ optedIn: false, items: [] }),
        findOverlap: async () => ({ items: [] }),
        getSignalsOverview: async () => someSources(),
      };
  }
}
