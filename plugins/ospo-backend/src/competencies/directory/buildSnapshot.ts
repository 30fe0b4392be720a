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
  Competency,
  OspoFinding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { groupBy } from '../../shared/groupBy';
import { OfficeRecords } from '../records/OfficeRecords';
import { coverageOf } from '../rules/coverageRules';
import { CatalogReading, DeclaredCompetency } from './CatalogReading';
import { findProblems } from './findProblems';
import { mergeProviders } from './mergeProviders';
import { OfficeSnapshot } from './OfficeSnapshot';

export interface SnapshotInput {
  generation: number;
  reading: CatalogReading;
  records: OfficeRecords;
  /** Ids of the request types that there are; undefined while that is not known. */
  requestTypes: ReadonlySet<string> | undefined;
  today: string;
  contractEndingDays: number;
}

/** Puts together what the catalog says and what our tables hold. */
export function buildSnapshot(input: SnapshotInput): OfficeSnapshot {
  const { generation, reading, records, today } = input;
  const shortForms = groupBy(reading.shortForms, form => form.competencyRef);
  const entries = groupBy(records.entries, entry => entry.competencyRef);
  const agreements = groupBy(records.agreements, a => a.competencyRef);
  const findingSubjects = new Map<OspoFinding, string>();

  function build(competency: DeclaredCompetency): Competency {
    const { ref, ownerRef } = competency;
    const providers = mergeProviders({
      ...input,
      competency,
      shortForms: shortForms.get(ref) ?? [],
      entries: entries.get(ref) ?? [],
      agreements: agreements.get(ref) ?? [],
    });
    const ownerState = ownerStateOf(ownerRef, reading);
    const problems = findProblems({
      ...input,
      competency,
      ownerState,
      providers,
      shortForms: shortForms.get(ref) ?? [],
    });
    for (const { finding, aboutRef } of problems) {
      if (aboutRef !== undefined) {
        findingSubjects.set(finding, aboutRef);
      }
    }
    return {
      ...competency,
      ownerState,
      providers,
      coverage: coverageOf(providers, { ...input, ...competency }),
      findings: problems.map(({ finding }) => finding),
    };
  }

  const competencies = new Map(
    [...reading.competencies].map(([ref, declared]) => [ref, build(declared)]),
  );
  const children = new Map<string, string[]>();
  for (const { ref, partOf } of competencies.values()) {
    if (partOf !== undefined) {
      children.set(partOf, [...(children.get(partOf) ?? []), ref]);
    }
  }
  return {
    generation,
    readAt: reading.readAt,
    today,
    contractEndingDays: input.contractEndingDays,
    competencies,
    groups: reading.groups,
    users: reading.users,
    systems: reading.systems,
    handles: reading.handles,
    optedIn: new Set(records.optedIn),
    absences: records.absences,
    agreements: records.agreements,
    rota: records.rota,
    children,
    findingSubjects,
  };
}

function ownerStateOf(
  ownerRef: string | undefined,
  { groups, users }: CatalogReading,
): Competency['ownerState'] {
  if (ownerRef === undefined) {
    return 'none';
  }
  return groups.has(ownerRef) || users.has(ownerRef) ? 'present' : 'missing';
}
