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
  PackageUsage,
  UsageBasis,
  UsageComponent,
  UsageComponentDetail,
  UsageFinding,
  UsageLicence,
  UsageOverview,
  UsagePackage,
  UsagePackageDetail,
  UsagePage,
  UsageSnapshot,
  UsageSourceState,
} from '@ospo-suite/backstage-plugin-ospo-common';

export function aBasis(overrides: Partial<UsageBasis> = {}): UsageBasis {
  return {
    visibility: 'all',
    components: 40,
    componentsWithSbom: 31,
    asOf: '2026-11-23T04:00:00.000Z',
    ...overrides,
  };
}

export function aPage<T>(
  items: T[],
  overrides: Partial<UsagePage<T>> = {},
): UsagePage<T> {
  return {
    items,
    total: { value: items.length, bounded: false },
    basis: aBasis(),
    ...overrides,
  };
}

export function aLicence(overrides: Partial<LicenceRef> = {}): LicenceRef {
  return {
    key: 'known:MIT',
    status: 'known',
    expression: 'MIT',
    ...overrides,
  };
}

export function aUsageLicence(
  overrides: Partial<UsageLicence> = {},
): UsageLicence {
  return { ...aLicence(), components: 7, packages: 5, usages: 9, ...overrides };
}

export function aPackage(overrides: Partial<UsagePackage> = {}): UsagePackage {
  return {
    key: 'pkg:npm/lodash',
    weak: false,
    ecosystem: 'npm',
    name: 'lodash',
    components: 12,
    direct: 3,
    versions: 2,
    licences: [aLicence()],
    ...overrides,
  };
}

export function aPackageDetail(
  overrides: Partial<UsagePackageDetail> = {},
): UsagePackageDetail {
  return {
    ...aPackage(),
    versionList: [
      { version: '4.17.21', components: 10, licences: [aLicence()] },
      { version: undefined, components: 2, licences: [] },
    ],
    moreVersions: false,
    basis: aBasis(),
    ...overrides,
  };
}

export function aComponent(
  overrides: Partial<UsageComponent> = {},
): UsageComponent {
  return {
    entityRef: 'component:default/permits',
    title: 'Permits',
    type: 'service',
    lifecycle: 'production',
    ownerRef: 'group:default/team-a',
    ownerState: 'present',
    sbomState: 'current',
    lastSbomAt: '2026-11-20T06:00:00.000Z',
    counts: {
      packages: 71,
      direct: 13,
      transitive: 48,
      relationUnknown: 10,
      licenceKnown: 54,
      licenceUnknown: 17,
    },
    ...overrides,
  };
}

export function aPackageUsage(
  overrides: Partial<PackageUsage> = {},
): PackageUsage {
  return {
    component: aComponent(),
    target: 'permits',
    stream: 'main',
    version: '4.17.21',
    relation: 'direct',
    scope: 'runtime',
    licence: aLicence(),
    ...overrides,
  };
}

export function aSnapshot(
  overrides: Partial<UsageSnapshot> = {},
): UsageSnapshot {
  return {
    id: 32,
    target: 'permits',
    stream: 'main',
    isCurrent: true,
    format: 'CycloneDX',
    specVersion: '1.6',
    tools: ['cdxgen 11.2.0'],
    receivedAt: '2026-11-20T06:00:00.000Z',
    lastSeenAt: '2026-11-20T06:00:00.000Z',
    source: 'push',
    sha256: 'd2a84f4b',
    bytes: 1_482_113,
    counts: {
      packages: 71,
      direct: 13,
      transitive: 48,
      relationUnknown: 10,
      licenceKnown: 54,
      licenceUnknown: 17,
    },
    added: 4,
    removed: 2,
    ...overrides,
  };
}

export function aFinding(overrides: Partial<UsageFinding> = {}): UsageFinding {
  return {
    origin: 'document',
    code: 'purl-invalid',
    severity: 'error',
    where: 'components[3].purl',
    message: 'This is not a package URL',
    mend: 'Encode the name',
    count: 1,
    ...overrides,
  };
}

export function aSourceState(
  overrides: Partial<UsageSourceState> = {},
): UsageSourceState {
  return {
    sourceId: 'annotation',
    location: 'file:bom.json',
    target: 'permits',
    stream: 'main',
    state: 'ok',
    failures: 0,
    ...overrides,
  };
}

export function aComponentDetail(
  overrides: Partial<UsageComponentDetail> = {},
): UsageComponentDetail {
  return {
    ...aComponent(),
    snapshots: [aSnapshot()],
    sources: [],
    findings: [],
    licences: [aUsageLicence()],
    may: { upload: true },
    uploadMaxBytes: 64 * 1024 * 1024,
    basis: aBasis(),
    ...overrides,
  };
}

export function anOverview(
  overrides: Partial<UsageOverview> = {},
): UsageOverview {
  return {
    totals: {
      packages: 2920,
      packageVersions: 7670,
      usages: 36470,
      direct: 5340,
      transitive: 25560,
      relationUnknown: 5570,
      licenceKnown: 27780,
      licenceUnknown: 8690,
      licences: 120,
    },
    topPackages: [aPackage()],
    licences: [aUsageLicence()],
    ecosystems: [{ ecosystem: 'npm', packages: 1220, usages: 20000 }],
    attention: [
      { kind: 'no-owner', components: 3 },
      { kind: 'owner-missing', components: 2 },
      { kind: 'no-sbom', components: 9 },
      { kind: 'sbom-failed', components: 1 },
      { kind: 'sbom-stale', components: 4 },
      { kind: 'licence-unknown', components: 31 },
    ],
    trend: [
      {
        day: '2026-11-01',
        packages: 100,
        usages: 900,
        direct: 90,
        licenceKnown: 700,
        licenceUnknown: 200,
      },
      {
        day: '2026-11-20',
        packages: 140,
        usages: 1200,
        direct: 110,
        licenceKnown: 1100,
        licenceUnknown: 100,
      },
    ],
    basis: aBasis(),
    ...overrides,
  };
}
