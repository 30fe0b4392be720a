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
import { Publication } from '../../usage';
import {
  CatalogFacts,
  DeclaredCommitter,
  StoredProject,
} from '../discovery/CatalogFacts';
import { slugKey } from '../discovery/readEvidence';
import { FilesReading, placeOf } from '../files/FilesReading';
import { metadataFields } from '../files/readFileFields';
import {
  ComputeContext,
  computeProjectSignals,
  DeclaredFacts,
  ImportedRepository,
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
  /** What files in repositories say, by place. */
  files: ReadonlyMap<string, FilesReading>;
  /** Rows of imported lists, by `slugKey`. */
  imported: ReadonlyMap<string, ImportedRepository>;
  /** What their SBOMs say they publish, and who uses it, by entity ref. */
  publications: ReadonlyMap<string, Publication>;
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
  const { tree, kept, files, imported, now, reviewStaleDays } = options;
  const { ownerRef, reviewedOn } = facts;
  const signals = kept.get(facts.ref);
  const { repository } = facts;
  const reading = repository && files.get(placeOf(repository));
  const merged = mergeFields({
    ...layersOf(facts, signals),
    ...layersOfFiles(reading),
    imported:
      repository &&
      metadataFields(imported.get(slugKey(repository))?.fields ?? {}),
  });
  const fields = {
    ...merged,
    trustedCommitters: merged.trustedCommitters?.map(committer =>
      named(committer, repository?.host, tree),
    ),
  };
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
    findings: [
      ...facts.findings,
      ...ownerFindings(ownerRef, ownerState),
      ...Object.values(reading?.files ?? {}).flatMap(file => file.findings),
      ...(signals?.parts.files?.value.readme?.findings ?? []),
    ],
    filesProblem: reading?.problem,
  };
  const declared = declaredOf(project, options);
  const { packages, users } = options.publications.get(facts.ref) ?? {
    packages: [],
    users: [],
  };
  return {
    ...project,
    declared,
    packages,
    users,
    signals: computeProjectSignals(
      {
        kept: signals,
        declared,
        dependants: facts.dependants.length,
        packages,
        usedBy: users.length,
      },
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
    readme: signals?.parts.files?.value.readme?.fields,
    forge: forge && {
      description: forge.description,
      language: forge.languages?.[0],
      licence: forge.licence,
      topics: forge.topics,
    },
  };
}

/** With the entity behind a handle, where the catalog has one. */
function named(
  committer: DeclaredCommitter,
  host: string | undefined,
  tree: OrganisationTree,
): DeclaredCommitter {
  const { ref, handle } = committer;
  return ref !== undefined || handle === undefined || host === undefined
    ? committer
    : { ...committer, ref: tree.refOf(handle, host) };
}

function layersOfFiles(reading: FilesReading | undefined): FieldLayers {
  const files = reading?.files ?? {};
  return {
    'innersource.json': files['innersource.json']?.fields,
    'publiccode.yml': files['publiccode.yml']?.fields,
    codeowners: files.codeowners?.fields,
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
  const repository = facts.repository ?? facts.folder;
  return {
    repository,
    isConnected: repository !== undefined && isConnected(repository),
    isRetired: standing === 'retired',
    ownerRef: facts.ownerRef,
    ownerState,
    description: fields.description,
    motivation: fields.motivation,
    governanceLevel: fields.governanceLevel,
    governanceLevelSource: fields.sources.governanceLevel,
    reviewSlo: facts.reviewSlo,
    helpLabels: facts.helpLabels,
    licence: fields.licence,
    trustedCommitters: fields.trustedCommitters?.length ?? 0,
    reviewedOn: facts.reviewedOn,
    isReviewStale: marks.includes('review-stale'),
    catalogEditUrl: facts.editUrl,
  };
}
