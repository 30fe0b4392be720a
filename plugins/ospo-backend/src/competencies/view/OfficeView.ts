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

import { Competency } from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller } from '../../access';
import { OfficeSnapshot } from '../directory/OfficeSnapshot';
import { coverageOf } from '../rules/coverageRules';

/** The directory as one caller may see it: what the catalog would not show them is not there, and not counted. */
export interface OfficeView {
  snapshot: OfficeSnapshot;
  competencies: ReadonlyMap<string, Competency>;
  /** Whether the caller may know of an entity that the directory names. */
  sees: (ref: string) => boolean;
}

const refsOf = new WeakMap<OfficeSnapshot, readonly string[]>();

/** What a caller sees of a snapshot. Persons are named to people only: services are given no personal data. */
export async function viewOf(
  snapshot: OfficeSnapshot,
  caller: OfficeCaller,
): Promise<OfficeView> {
  const refs = refsOf.get(snapshot) ?? listRefs(snapshot);
  refsOf.set(snapshot, refs);
  const visible = await caller.visibleRefs(refs);
  const namesPersons = caller.userRef !== undefined;
  const sees = (ref: string) => visible.has(ref);
  if (visible.size === refs.length && namesPersons) {
    return { snapshot, competencies: snapshot.competencies, sees };
  }
  const competencies = new Map<string, Competency>();
  for (const [ref, competency] of snapshot.competencies) {
    if (visible.has(ref)) {
      competencies.set(
        ref,
        restrict(competency, { snapshot, visible, namesPersons }),
      );
    }
  }
  return { snapshot, competencies, sees };
}

/** All entities of the catalog that the directory names; what the catalog does not have hides nothing. */
function listRefs(snapshot: OfficeSnapshot): readonly string[] {
  const refs = new Set<string>(snapshot.competencies.keys());
  for (const competency of snapshot.competencies.values()) {
    if (competency.ownerRef && competency.ownerState === 'present') {
      refs.add(competency.ownerRef);
    }
    for (const provider of competency.providers) {
      if (provider.state !== 'missing') {
        refs.add(provider.ref);
      }
    }
  }
  for (const ref of snapshot.findingSubjects.values()) {
    refs.add(ref);
  }
  // Frozen, so that what is visible of it is worked out once.
  return Object.freeze([...refs]);
}

function restrict(
  competency: Competency,
  options: {
    snapshot: OfficeSnapshot;
    visible: ReadonlySet<string>;
    namesPersons: boolean;
  },
): Competency {
  const { snapshot, visible, namesPersons } = options;
  const { ownerRef, ownerState, partOf } = competency;
  const hidesOwner =
    ownerRef !== undefined &&
    ownerState === 'present' &&
    !visible.has(ownerRef);
  const hidesParent =
    partOf !== undefined &&
    snapshot.competencies.has(partOf) &&
    !visible.has(partOf);
  const known = competency.providers.filter(
    ({ ref, state }) => state === 'missing' || visible.has(ref),
  );
  return {
    ...competency,
    ownerRef: hidesOwner ? undefined : ownerRef,
    ownerState: hidesOwner ? 'none' : ownerState,
    partOf: hidesParent ? undefined : partOf,
    coverage: coverageOf(known, { ...snapshot, ...competency }),
    providers: namesPersons
      ? known
      : known.filter(provider => provider.kind !== 'person'),
    findings: competency.findings.filter(finding => {
      const subject = snapshot.findingSubjects.get(finding);
      return subject === undefined
        ? namesPersons || !/\buser:/.test(finding.where)
        : visible.has(subject) &&
            (namesPersons || !subject.startsWith('user:'));
    }),
  };
}
