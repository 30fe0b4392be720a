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
  LicenceRef,
  UsageComponent,
  UsageCounts,
  UsageLicence,
  UsagePackage,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { seedComponents } from './seedEntities';
import { SeedUsage, seedStates, seedUsages } from './seedUsages';

export function groupBy<T>(items: T[], keyOf: (item: T) => string) {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return groups;
}

const distinct = (values: string[]) => new Set(values).size;

export function toCounts(usages: SeedUsage[]): UsageCounts {
  const having = (test: (usage: SeedUsage) => boolean) =>
    usages.filter(test).length;
  return {
    packages: distinct(usages.map(usage => usage.key)),
    direct: having(usage => usage.relation === 'direct'),
    transitive: having(usage => usage.relation === 'transitive'),
    relationUnknown: having(usage => usage.relation === 'unknown'),
    licenceKnown: having(usage => usage.licence.status === 'known'),
    licenceUnknown: having(usage => usage.licence.status !== 'known'),
  };
}

export function toPackages(usages: SeedUsage[]): UsagePackage[] {
  return [...groupBy(usages, usage => usage.key).values()].map(group => ({
    key: group[0].key,
    weak: group[0].weak,
    ecosystem: group[0].ecosystem,
    namespace: group[0].namespace,
    name: group[0].name,
    components: distinct(group.map(usage => usage.entityRef)),
    direct: distinct(
      group
        .filter(usage => usage.relation === 'direct')
        .map(usage => usage.entityRef),
    ),
    versions: distinct(group.map(usage => usage.version ?? '')),
    licences: distinctLicences(group).slice(0, 3),
  }));
}

export function distinctLicences(usages: SeedUsage[]): LicenceRef[] {
  return [...groupBy(usages, usage => usage.licence.key).values()].map(
    group => group[0].licence,
  );
}

export function toLicences(usages: SeedUsage[]): UsageLicence[] {
  return [...groupBy(usages, usage => usage.licence.key).values()].map(
    group => ({
      ...group[0].licence,
      components: distinct(group.map(usage => usage.entityRef)),
      packages: distinct(group.map(usage => usage.key)),
      usages: group.length,
    }),
  );
}

const usagesOf = groupBy(seedUsages, usage => usage.entityRef);

export const seedUsageComponents: UsageComponent[] = seedComponents.map(
  component => {
    const { state, lastSbomAt } = seedStates.get(component.entityRef) ?? {
      state: 'none',
    };
    const usages = usagesOf.get(component.entityRef);
    return {
      ...component,
      sbomState: state,
      lastSbomAt,
      counts: usages && toCounts(usages),
    };
  },
);
