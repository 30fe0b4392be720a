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
  CoverageGroup,
  TrendPoint,
  UsageApi,
  UsageComponent,
  UsageFilter,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { seedComponentApi } from './seedComponentApi';
import { seedComponents, seedEntities } from './seedEntities';
import { seedBasis, toPage } from './seedPage';
import {
  distinctLicences,
  groupBy,
  seedUsageComponents,
  toCounts,
  toLicences,
  toPackages,
} from './seedTotals';
import { SeedUsage, seedUsages } from './seedUsages';

const componentOf = new Map(
  seedComponents.map(component => [component.entityRef, component]),
);

function holds(value: string | undefined, chosen: string[] | undefined) {
  return !chosen || chosen.includes(value ?? 'none');
}

const includes = (text: string | undefined, q: string | undefined) =>
  !q ||
  (text ?? '').toLocaleLowerCase('sv').includes(q.toLocaleLowerCase('sv'));

export function filterUsages(filter: UsageFilter): SeedUsage[] {
  return seedUsages.filter(usage => {
    const component = componentOf.get(usage.entityRef);
    return (
      holds(usage.ecosystem, filter.ecosystem) &&
      holds(usage.licence.key, filter.licence) &&
      holds(usage.relation, filter.relation) &&
      holds(usage.scope, filter.scope) &&
      holds(component?.ownerRef, filter.owner) &&
      holds(component?.systemRef, filter.system) &&
      holds(component?.lifecycle, filter.lifecycle)
    );
  });
}

function notFound(what: string): Error {
  return Object.assign(new Error(`No ${what} found`), { statusCode: 404 });
}

function stateOfGroup(value: string): CoverageGroup['state'] {
  if (!value) {
    return 'none';
  }
  return value.includes('gamla') ? 'missing' : 'present';
}

function coverageGroups(
  valueOf: (item: UsageComponent) => string | undefined,
): CoverageGroup[] {
  return [...groupBy(seedUsageComponents, item => valueOf(item) ?? '')].map(
    ([value, items]) => ({
      value: value || undefined,
      state: stateOfGroup(value),
      components: items.length,
      ...countStates(items),
    }),
  );
}

function countStates(items: UsageComponent[]) {
  const having = (state: UsageComponent['sbomState']) =>
    items.filter(item => item.sbomState === state).length;
  return {
    current: having('current'),
    stale: having('stale'),
    failed: having('failed'),
    none: having('none'),
  };
}

const trend: TrendPoint[] = Array.from({ length: 24 }, (_, at) => ({
  day: new Date(Date.UTC(2026, 9, 28 + at)).toISOString().slice(0, 10),
  componentsWithSbom: 12 + Math.round(at * 1.2),
  packages: 150 + Math.round(at * 6 + Math.sin(at) * 5),
  usages: 900 + at * 90,
  direct: 120 + at * 12,
  licenceKnown: 700 + at * 80,
  licenceUnknown: 320 - at * 4,
}));

const countBy = (valueOf: (item: UsageComponent) => string | undefined) =>
  [...groupBy(seedUsageComponents, item => valueOf(item) ?? 'none')].map(
    ([value, items]) => ({
      value,
      title: seedEntities.find(entity =>
        value.endsWith(`/${entity.metadata.name}`),
      )?.metadata.title,
      components: items.length,
    }),
  );

/** The whole API over the seeds, in memory: what the screens ask is answered, nothing is stored. */
export function createSeededOspoApi(): UsageApi {
  return {
    ...seedComponentApi,
    getOverview: async () => {
      const states = countStates(seedUsageComponents);
      const having = (test: (item: UsageComponent) => boolean) =>
        seedUsageComponents.filter(test).length;
      const packages = toPackages(seedUsages);
      return {
        totals: {
          ...toCounts(seedUsages),
          packageVersions: packages.reduce(
            (sum, item) => sum + item.versions,
            0,
          ),
          usages: seedUsages.length,
          licences: distinctLicences(seedUsages).length,
        },
        topPackages: packages
          .sort((a, b) => b.components - a.components)
          .slice(0, 10),
        licences: toLicences(seedUsages).sort((a, b) => b.usages - a.usages),
        ecosystems: [...groupBy(packages, item => item.ecosystem)]
          .map(([ecosystem, items]) => ({
            ecosystem,
            packages: items.length,
            usages: seedUsages.filter(usage => usage.ecosystem === ecosystem)
              .length,
          }))
          .sort((a, b) => b.packages - a.packages),
        attention: [
          {
            kind: 'no-owner',
            components: having(item => item.ownerState === 'none'),
          },
          {
            kind: 'owner-missing',
            components: having(item => item.ownerState === 'missing'),
          },
          { kind: 'no-sbom', components: states.none },
          { kind: 'sbom-failed', components: states.failed },
          { kind: 'sbom-stale', components: states.stale },
          {
            kind: 'licence-unknown',
            components: having(item => (item.counts?.licenceUnknown ?? 0) > 0),
          },
        ],
        trend,
        basis: seedBasis,
      };
    },
    search: async ({ q }) => ({
      packages: toPackages(seedUsages)
        .filter(item => includes(item.key + item.name, q))
        .slice(0, 5),
      licences: toLicences(seedUsages)
        .filter(item => includes(item.expression ?? item.raw, q))
        .slice(0, 5),
      components: seedUsageComponents
        .filter(item => includes(item.title, q))
        .slice(0, 5),
      basis: seedBasis,
    }),
    getFacets: async () => ({
      ecosystems: [
        ...groupBy(toPackages(seedUsages), item => item.ecosystem),
      ].map(([value, items]) => ({ value, packages: items.length })),
      owners: countBy(item => item.ownerRef),
      systems: countBy(item => item.systemRef),
      lifecycles: countBy(item => item.lifecycle),
      types: countBy(item => item.type),
    }),
    listPackages: async query => {
      const items = toPackages(filterUsages(query)).filter(item =>
        includes(item.key + item.name, query.q),
      );
      items.sort((a, b) =>
        query.sort === 'name'
          ? a.name.localeCompare(b.name, 'sv')
          : b.components - a.components,
      );
      return toPage(items, query);
    },
    getPackage: async ({ purl }) => {
      const usages = seedUsages.filter(usage => usage.key === purl);
      if (usages.length === 0) {
        throw notFound('package');
      }
      const versionList = [...groupBy(usages, usage => usage.version ?? '')]
        .map(([version, group]) => ({
          version: version || undefined,
          components: group.length,
          licences: distinctLicences(group),
        }))
        .sort((a, b) => b.components - a.components);
      return {
        ...toPackages(usages)[0],
        versionList,
        moreVersions: false,
        firstSeenAt: '2026-09-14T08:30:00.000Z',
        basis: seedBasis,
      };
    },
    listPackageUsages: async query => {
      const items = filterUsages(query)
        .filter(
          usage =>
            usage.key === query.purl &&
            (!query.version || usage.version === query.version),
        )
        .map(usage => ({
          ...usage,
          component: componentOf.get(usage.entityRef) ?? seedComponents[0],
        }));
      return toPage(items, query);
    },
    listLicences: async query => {
      const items = toLicences(filterUsages(query)).filter(item =>
        includes(item.expression ?? item.raw, query.q),
      );
      items.sort((a, b) => b.components - a.components);
      return toPage(items, query);
    },
    getLicence: async ({ key }) => {
      const found = toLicences(seedUsages).find(item => item.key === key);
      if (!found) {
        throw notFound('licence');
      }
      return found;
    },
    listComponents: async query => {
      const items = seedUsageComponents.filter(
        item =>
          includes(item.title, query.q) &&
          holds(item.ownerRef, query.owner) &&
          holds(item.systemRef, query.system) &&
          holds(item.type, query.type) &&
          holds(item.lifecycle, query.lifecycle) &&
          holds(item.sbomState, query.sbomState) &&
          holds(item.ownerState, query.ownerState) &&
          (!query.licenceUnknown || (item.counts?.licenceUnknown ?? 0) > 0),
      );
      if (query.sort === '-packages') {
        items.sort(
          (a, b) => (b.counts?.packages ?? -1) - (a.counts?.packages ?? -1),
        );
      }
      return toPage(items, query);
    },
    getCoverage: async () => ({
      total: {
        components: seedUsageComponents.length,
        ...countStates(seedUsageComponents),
      },
      ages: { under30Days: 30, under90Days: 4, under365Days: 4, older: 1 },
      owners: coverageGroups(item => item.ownerRef),
      systems: coverageGroups(item => item.systemRef),
      types: coverageGroups(item => item.type),
      lifecycles: coverageGroups(item => item.lifecycle),
      basis: seedBasis,
    }),
    getTrend: async () => ({ scope: 'all', points: trend, basis: seedBasis }),
    downloadCsv: async () =>
      new Blob(['package,components\n'], { type: 'text/csv' }),
  };
}
