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
  ComponentPackage,
  LicenceRef,
  licenceKey,
  SbomState,
  UsageScope,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { seedComponents } from './seedEntities';

function licence(
  status: LicenceRef['status'],
  text?: string,
  mappedFrom?: string,
): LicenceRef {
  const parts = status === 'known' ? { expression: text } : { raw: text };
  return {
    key: licenceKey({ status, ...parts }),
    status,
    ...parts,
    mappedFrom,
  };
}

const licences: LicenceRef[] = [
  ...Array.from({ length: 8 }, () => licence('known', 'MIT')),
  ...Array.from({ length: 5 }, () =>
    licence('known', 'Apache-2.0', 'Apache License, Version 2.0'),
  ),
  licence('known', 'BSD-3-Clause'),
  licence('known', 'BSD-3-Clause'),
  licence('known', 'ISC'),
  licence('known', 'GPL-2.0-only WITH Classpath-exception-2.0'),
  licence('known', 'EPL-2.0 OR GPL-2.0-or-later'),
  licence('known', 'MPL-2.0'),
  licence('absent'),
  licence('absent'),
  licence('noassertion'),
  licence('text', 'See LICENSE in the root of the project'),
  licence(
    'text',
    `javascript:alert("a licence") ${'and more words '.repeat(20)}`,
  ),
  licence('invalid', 'MIT AND OR (Apache'),
];

const names: [
  ecosystem: string,
  namespace: string | undefined,
  name: string,
][] = [
  ['npm', undefined, 'lodash'],
  ['npm', undefined, 'react'],
  ['npm', '@babel', 'core'],
  ['npm', undefined, 'express'],
  ['npm', '@types', 'node'],
  ['npm', undefined, 'semver'],
  ['npm', undefined, 'debug'],
  ['npm', undefined, 'chalk'],
  ['npm', undefined, 'uuid'],
  ['npm', '@backstage', 'ui'],
  ['npm', undefined, 'zod'],
  ['npm', undefined, 'ws'],
  ['maven', 'org.springframework', 'spring-core'],
  ['maven', 'org.slf4j', 'slf4j-api'],
  ['maven', 'com.fasterxml.jackson.core', 'jackson-databind'],
  ['maven', 'ch.qos.logback', 'logback-classic'],
  ['maven', 'com.google.guava', 'guava'],
  ['maven', 'org.hibernate.orm', 'hibernate-core'],
  ['maven', 'org.postgresql', 'postgresql'],
  ['pypi', undefined, 'requests'],
  ['pypi', undefined, 'numpy'],
  ['pypi', undefined, 'django'],
  ['golang', 'github.com/spf13', 'cobra'],
  ['golang', 'golang.org/x', 'net'],
  ['golang', 'github.com/prometheus', 'client_golang'],
  ['deb', 'debian', 'openssl'],
  ['deb', 'debian', 'libc6'],
  ['cargo', undefined, 'serde'],
  ['nuget', undefined, 'Newtonsoft.Json'],
  ['npm', undefined, '"><script>alert(1)</script>'],
  ['generic', undefined, '=HYPERLINK("http://x";"y")'],
  ['npm', undefined, `a-very-long-name-${'that-never-ends-'.repeat(11)}`],
];

const scopes: UsageScope[] = [
  'runtime',
  'runtime',
  'runtime',
  'dev',
  'test',
  'optional',
  'unknown',
];

/** A generator that gives the same numbers each time, so that pictures can be compared. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const next = numbers(20261123);
const pick = <T>(from: readonly T[]): T =>
  from[Math.floor(next() * from.length)];

const packages = [
  ...names,
  ...Array.from({ length: 260 }, (_, at): (typeof names)[number] => {
    const [ecosystem, namespace, name] = names[at % 29];
    return [
      ecosystem,
      namespace,
      `${name}-${['core', 'cli', 'plugin', 'loader', 'types'][at % 5]}-${at}`,
    ];
  }),
].map(([ecosystem, namespace, name]) => {
  const weak = ecosystem === 'generic';
  const path = [namespace, name]
    .filter(part => part !== undefined)
    .map(part => part.split('/').map(encodeURIComponent).join('/'))
    .join('/');
  return {
    key: weak ? `weak:library//${name}` : `pkg:${ecosystem}/${path}`,
    weak,
    ecosystem,
    namespace,
    name,
    licence: pick(licences),
    versions: Array.from(
      { length: 1 + Math.floor(next() * 4) },
      (_, at) =>
        `${1 + at}.${Math.floor(next() * 20)}.${Math.floor(next() * 9)}`,
    ),
    popularity: next() ** 3,
  };
});

export interface SeedUsage extends ComponentPackage {
  entityRef: string;
}

export interface SeedState {
  state: SbomState;
  lastSbomAt?: string;
}

/** How each component stands; some never sent anything, one sent something broken. */
export const seedStates = new Map<string, SeedState>(
  seedComponents.map(({ entityRef }, at) => {
    if (at % 6 === 4) {
      return [entityRef, { state: 'none' }];
    }
    if (at === 9) {
      return [entityRef, { state: 'failed' }];
    }
    const isStale = at % 11 === 1;
    return [
      entityRef,
      {
        state: isStale ? 'stale' : 'current',
        lastSbomAt: new Date(
          Date.UTC(2026, isStale ? 2 : 10, 20 - (at % 19), 6, at),
        ).toISOString(),
      },
    ];
  }),
);

function relationAt(share: number): SeedUsage['relation'] {
  if (share < 0.15) {
    return 'direct';
  }
  return share < 0.85 ? 'transitive' : 'unknown';
}

/** Every package version in every component with an SBOM. */
export const seedUsages: SeedUsage[] = seedComponents.flatMap(component => {
  const { lastSbomAt } = seedStates.get(component.entityRef) ?? {};
  if (!lastSbomAt) {
    return [];
  }
  return packages
    .filter((item, at) => next() < 0.12 + item.popularity * 0.7 || at < 3)
    .map(item => {
      const version = next() < 0.04 ? undefined : pick(item.versions);
      const relation = next();
      return {
        entityRef: component.entityRef,
        key: item.key,
        weak: item.weak,
        ecosystem: item.ecosystem,
        namespace: item.namespace,
        name: item.name,
        version,
        purl: version && !item.weak ? `${item.key}@${version}` : undefined,
        target: component.entityRef.split('/')[1],
        stream: 'main',
        relation: relationAt(relation),
        scope: pick(scopes),
        licence: item.licence,
        declared: item.licence,
        concluded: licence('absent'),
        since: next() < 0.1 ? undefined : '2026-09-14T08:30:00.000Z',
      } satisfies SeedUsage;
    });
});
