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

import { UsageScope } from '@ospo-suite/backstage-plugin-ospo-common';
import { SbomComponent, SbomLicence } from '@ospo-suite/sbom-reader';
import { decodeUsageFlags, encodeUsageFlags } from '../usageFlags';
import { DocumentUsage, StatedLicence } from './DocumentUsage';
import { indexableText, storableText } from './documentText';

const KEY_MAX_BYTES = 2_400;
const VERSION_MAX_BYTES = 600;
const QUALIFIERS_MAX_BYTES = 1_800;
const NAME_MAX_BYTES = 2_400;
/** Components between two breaths of the event loop. */
const BREATH = 2_000;

const RELATION_RANK = { direct: 0, transitive: 1, unknown: 2 };

/**
 * The scope that the strongest use has. Unknown may mean runtime, so it wins over everything that would promise less.
 */
const SCOPE_RANK: Record<UsageScope, number> = {
  runtime: 0,
  unknown: 1,
  provided: 2,
  optional: 3,
  build: 4,
  test: 5,
  dev: 6,
  excluded: 7,
};

/**
 * The usages that a document states: its packages, each version with its qualifiers once. Where a document lists one
 * several times, a direct relation wins, the scope nearest to runtime wins, and the first known licence wins.
 */
export async function toDocumentUsages(
  components: readonly SbomComponent[],
): Promise<DocumentUsage[]> {
  const usages = new Map<string, DocumentUsage>();
  for (let index = 0; index < components.length; index++) {
    if (index % BREATH === BREATH - 1) {
      await new Promise(resolve => setImmediate(resolve));
    }
    const component = components[index];
    if (!component.isPackage) {
      continue;
    }
    const usage = toDocumentUsage(component);
    const key = `${usage.packageKey}\0${usage.version}\0${usage.qualifiers}`;
    const known = usages.get(key);
    usages.set(key, known ? mergeUsages(known, usage) : usage);
  }
  return [...usages.values()];
}

function toDocumentUsage(component: SbomComponent): DocumentUsage {
  const packageKey = indexableText(component.packageKey, KEY_MAX_BYTES);
  return {
    packageKey,
    weak: component.weak,
    ecosystem: ecosystemOf(packageKey),
    namespace: storableText(component.namespace ?? ''),
    name: indexableText(component.name, NAME_MAX_BYTES),
    version: indexableText(component.version ?? '', VERSION_MAX_BYTES),
    qualifiers: indexableText(component.qualifiers, QUALIFIERS_MAX_BYTES),
    declared: toStatedLicence(component.declared),
    concluded: toStatedLicence(component.concluded),
    flags: encodeUsageFlags(component.relation, component.scope),
  };
}

/** The purl's type. From the key alone, so that every document gives a package the same one. */
function ecosystemOf(packageKey: string): string {
  return /^pkg:([^/]+)\//.exec(packageKey)?.[1] ?? 'unknown';
}

function toStatedLicence(licence: SbomLicence): StatedLicence {
  const raw = storableText(licence.raw ?? '');
  if (licence.status === 'known') {
    const text = storableText(licence.expression ?? '');
    return {
      status: 'known',
      text,
      raw: raw === text ? '' : raw,
      mappedFrom: storableText(licence.mappedFrom ?? ''),
    };
  }
  const says = licence.status === 'text' || licence.status === 'invalid';
  return {
    status: licence.status,
    text: says ? raw : '',
    raw: '',
    mappedFrom: '',
  };
}

function mergeUsages(a: DocumentUsage, b: DocumentUsage): DocumentUsage {
  const [left, right] = [decodeUsageFlags(a.flags), decodeUsageFlags(b.flags)];
  return {
    ...a,
    declared: firstKnown(a.declared, b.declared),
    concluded: firstKnown(a.concluded, b.concluded),
    flags: encodeUsageFlags(
      RELATION_RANK[left.relation] <= RELATION_RANK[right.relation]
        ? left.relation
        : right.relation,
      SCOPE_RANK[left.scope] <= SCOPE_RANK[right.scope]
        ? left.scope
        : right.scope,
    ),
  };
}

function firstKnown(a: StatedLicence, b: StatedLicence): StatedLicence {
  return a.status !== 'known' && b.status === 'known' ? b : a;
}
