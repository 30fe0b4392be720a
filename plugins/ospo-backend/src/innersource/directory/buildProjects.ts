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

import { OspoFinding } from '@ospo-suite/backstage-plugin-ospo-common';
import { toDay } from '../../shared/days';
import { CatalogFacts, StoredProject } from '../discovery/CatalogFacts';
import {
  ComputeContext,
  computeProjectSignals,
  DeclaredFacts,
} from '../signals';
import { KeptSignals } from '../SignalsReader';
import { FieldLayers, MergedFields, mergeFields } from './mergeFields';
import { OrganisationTree } from './OrganisationTree';
import { Project } from './Project';
import { standingOf } from './standingOf';

export interface BuildOptions
  extends Pick<ComputeContext, 'now' | 'businessHours'> {
  tree: OrganisationTree;
  kept: ReadonlyMap<string, KeptSignals>;
  isConnected: (repository: NonNullable<CatalogFacts['repository']>) => boolean;
  reviewStaleDays: number;
}

/** Puts together what the catalog, the files and the forge say of each project. */
export function buildProjects(
  stored: readonly StoredProject[],
  options: BuildOptions,
): Project[] {
  return stored.map(project => buildProject(project, options));
}

function buildProject(
  { facts, listedBy }: StoredProject,
  options: BuildOptions,
): Project {
  const { tree, kept, now, reviewStaleDays } = options;
  const { ownerRef, reviewedOn } = facts;
  const signals = kept.get(facts.ref);
  const fields = mergeFields(layersOf(facts, signals));
  const ownerState = ownerStateOf(ownerRef, tree);
  const { standing, marks } = standingOf({
    ownerState,
    lifecycle: facts.lifecycle,
    isArchived: signals?.parts.facts?.value.archived === true,
    reviewedOn,
    today: toDay(now),
    reviewStaleDays,
  });
  const project = {
    ref: facts.ref,
    facts,
    listedBy,
    fields,
    ownerState,
    businessUnitRef:
      ownerRef === undefined ? undefined : tree.businessUnitOf(ownerRef),
    standing,
    marks,
    kept: signals,
    findings: [...facts.findings, ...ownerFindings(ownerRef, ownerState)],
  };
  const declared = declaredOf(project, options);
  return {
    ...project,
    declared,
    signals: computeProjectSignals(
      { kept: signals, declared, dependants: facts.dependants.length },
      options,
    ),
  };
}

function layersOf(
  facts: CatalogFacts,
  signals: KeptSignals | undefined,
): FieldLayers {
  const forge = signals?.parts.facts?.value;
  return {
    annotation: facts.annotation,
    catalog: facts.catalog,
    forge: forge && {
      description: forge.description,
      language: forge.languages?.[0],
      licence: forge.licence,
      topics: forge.topics,
    },
  };
}

function ownerStateOf(
  ownerRef: string | undefined,
  tree: OrganisationTree,
): Project['ownerState'] {
  if (ownerRef === undefined) {
    return 'none';
  }
  return tree.has(ownerRef) ? 'present' : 'missing';
}

function ownerFindings(
  ownerRef: string | undefined,
  state: Project['ownerState'],
): OspoFinding[] {
  return state === 'missing'
    ? [
        {
          code: 'owner-missing',
          severity: 'warning',
          where: `spec.owner: '${ownerRef}'`,
          message: 'The catalog has no such group or user',
          mend: 'Name the group that looks after it now, or add the group to the catalog.',
        },
      ]
    : [];
}

function declaredOf(
  project: Pick<Project, 'facts' | 'ownerState' | 'standing' | 'marks'> & {
    fields: MergedFields;
  },
  { isConnected }: BuildOptions,
): DeclaredFacts {
  const { facts, fields, ownerState, standing, marks } = project;
  const { repository } = facts;
  return {
    repository,
    isConnected: repository !== undefined && isConnected(repository),
    isRetired: standing === 'retired',
    ownerRef: facts.ownerRef,
    ownerState,
    description: fields.description,
    motivation: fields.motivation,
    governanceLevel: fields.governanceLevel,
    reviewSlo: facts.reviewSlo,
    helpLabels: facts.helpLabels,
    licence: fields.licence,
    trustedCommitters: fields.trustedCommitters?.length ?? 0,
    reviewedOn: facts.reviewedOn,
    isReviewStale: marks.includes('review-stale'),
    catalogEditUrl: facts.editUrl,
  };
}
