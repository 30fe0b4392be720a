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
  competencyAuthorities,
  CompetencyProvider,
  OspoFinding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { isInCircle } from '../rules/treeRules';
import {
  CatalogReading,
  DeclaredCompetency,
  ShortFormEntry,
} from './CatalogReading';

/** A finding, and the entity that it tells of, which not every reader of the competency may know. */
export interface FoundProblem {
  finding: OspoFinding;
  aboutRef?: string;
}

/** What is wrong with a competency, each with how to mend it. */
export function findProblems(options: {
  competency: DeclaredCompetency;
  ownerState: Competency['ownerState'];
  providers: readonly CompetencyProvider[];
  shortForms: readonly ShortFormEntry[];
  reading: CatalogReading;
  /** Undefined while it is not known which there are. */
  requestTypes: ReadonlySet<string> | undefined;
}): FoundProblem[] {
  const { competency } = options;
  return [
    ...ownerProblems(competency, options.ownerState),
    ...options.providers.flatMap(providerProblems),
    ...options.shortForms.flatMap(shortFormProblems),
    ...partOfProblems(competency, options.reading),
    ...requestTypeProblems(competency, options.requestTypes),
  ];
}

function ownerProblems(
  competency: DeclaredCompetency,
  state: Competency['ownerState'],
): FoundProblem[] {
  if (state === 'present') {
    return [];
  }
  const isMissing = state === 'missing';
  return [
    {
      finding: {
        code: isMissing ? 'owner-missing' : 'owner-none',
        severity: 'warning',
        where: isMissing
          ? `spec.owner: '${competency.ownerRef}'`
          : 'spec.owner',
        message: isMissing
          ? 'The catalog has no such owner'
          : 'Nobody steers this competency',
        mend: 'Name a group that the catalog has.',
      },
    },
  ];
}

function providerProblems(provider: CompetencyProvider): FoundProblem[] {
  const { ref, state, contractEnds } = provider;
  if (state === 'missing') {
    return [
      {
        finding: {
          code: 'provider-missing',
          severity: 'error',
          where: `provider '${ref}'`,
          message: 'The catalog has no such provider, so it cannot be asked',
          mend: 'Correct the reference, or add the entity to the catalog.',
        },
      },
    ];
  }
  if (state === 'contract-ended') {
    return [
      {
        aboutRef: ref,
        finding: {
          code: 'contract-ended',
          severity: 'warning',
          where: `provider '${ref}'`,
          message: `The contract ended on ${contractEnds}, so it cannot be asked`,
          mend: "Renew it and change the group's 'ospo/contract-ends', or remove the provider.",
        },
      },
    ];
  }
  return [];
}

function shortFormProblems(entry: ShortFormEntry): FoundProblem[] {
  return entry.authority
    ? []
    : [
        {
          aboutRef: entry.providerRef,
          finding: {
            code: 'annotation-authority',
            severity: 'error',
            where: entry.where,
            message: 'This says no authority that we know, so it is left out',
            mend: `Write the competency's name, a colon and one of ${competencyAuthorities.join(
              ', ',
            )}.`,
          },
        },
      ];
}

function partOfProblems(
  { ref, partOf }: DeclaredCompetency,
  { competencies }: CatalogReading,
): FoundProblem[] {
  if (partOf === undefined) {
    return [];
  }
  const where = `spec.partOf: '${partOf}'`;
  if (!competencies.has(partOf)) {
    return [
      {
        finding: {
          code: 'part-of-missing',
          severity: 'warning',
          where,
          message: 'The catalog has no such competency',
          mend: 'Name a competency that the catalog has, or leave it out.',
        },
      },
    ];
  }
  return isInCircle(competencies, ref)
    ? [
        {
          aboutRef: partOf,
          finding: {
            code: 'part-of-circle',
            severity: 'error',
            where,
            message: 'This leads back to the competency itself',
            mend: 'Remove partOf from one of them.',
          },
        },
      ]
    : [];
}

function requestTypeProblems(
  competency: DeclaredCompetency,
  known: ReadonlySet<string> | undefined,
): FoundProblem[] {
  return competency.requestTypes
    .filter(id => known && !known.has(id))
    .map(id => ({
      finding: {
        code: 'request-type-unknown',
        severity: 'warning',
        where: `spec.requestTypes: '${id}'`,
        message: 'No request type has this id',
        mend: 'Correct the id, or declare the request type.',
      },
    }));
}
