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

import { seededRandom } from './seededRandom';

const PACKAGES = 250;
/** Every twentieth component is so large that its usages enter another way than those of small ones. */
const LARGE_EVERY = 20;
const LICENCES = ['MIT', 'Apache-2.0', 'GPL-3.0-only', undefined];

/** A document that a component can have, all of it determined by two numbers. */
export interface FaultDocument {
  bytes: Buffer;
  /** What the store must hold when it is current: `key version relation scope licence`, sorted. */
  usages: string[];
}

/** Names its component and revision, so that a checker knows what the store ought to hold. */
export function faultDocument(
  component: number,
  revision: number,
): FaultDocument {
  const random = seededRandom(component * 1_000_003 + revision * 7_919 + 1);
  const pick = (count: number) => Math.floor(random() * count);
  const chosen = new Map<string, string>();
  const components: object[] = [];
  const direct: string[] = [];
  const viaFirst: string[] = [];
  const isLarge = component % LARGE_EVERY === 0;
  for (let count = isLarge ? 1_200 : 5 + pick(60); count > 0; count--) {
    const name = `package-${pick(PACKAGES)}`;
    const version = `${pick(isLarge ? 40 : 4)}.0.0`;
    const purl = `pkg:npm/${name}@${version}`;
    if (chosen.has(purl)) {
      continue;
    }
    const licence = LICENCES[pick(LICENCES.length)];
    const scope = pick(2) === 0 ? 'required' : undefined;
    const place = components.length === 0 ? 0 : pick(3);
    if (place === 0) {
      direct.push(purl);
    } else if (place === 1) {
      viaFirst.push(purl);
    }
    chosen.set(
      purl,
      [
        `pkg:npm/${name}`,
        version,
        ['direct', 'transitive', 'unknown'][place],
        scope ? 'runtime' : 'unknown',
        licence ?? '-',
      ].join(' '),
    );
    components.push({
      type: 'library',
      'bom-ref': purl,
      name,
      version,
      purl,
      ...(scope ? { scope } : {}),
      ...(licence ? { licenses: [{ license: { id: licence } }] } : {}),
    });
  }
  const document = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      // Every third one says when it was made, so that some come late.
      ...(revision % 3 === 0
        ? { timestamp: new Date(Date.UTC(2026, 0, 1) + revision * 60_000) }
        : {}),
      component: {
        type: 'application',
        'bom-ref': 'root',
        name: `component ${component} revision ${revision}`,
      },
    },
    components,
    dependencies: [
      { ref: 'root', dependsOn: direct },
      { ref: direct[0], dependsOn: viaFirst },
    ],
  };
  return {
    bytes: Buffer.from(JSON.stringify(document)),
    usages: [...chosen.values()].sort(),
  };
}

/** Whose document this is; undefined when it is none of ours. */
export function whichDocument(
  bytes: Buffer,
): { component: number; revision: number } | undefined {
  const [, component, revision] =
    /component (\d+) revision (\d+)/.exec(bytes.toString('utf8')) ?? [];
  return component === undefined
    ? undefined
    : { component: Number(component), revision: Number(revision) };
}
