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
  InnerSourceProjectDetail,
  ospoInnerSourceRefreshPermission,
  TrustedCommitter,
  WantedHelp,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller } from '../../access';
import { Project } from '../directory/Project';
import { cleanLink, cleanText } from '../discovery/cleanText';
import { publiccodeGapsOf } from '../feed/toPubliccode';
import {
  ComputeContext,
  readinessOf,
  ReleaseFacts,
  releaseOf,
} from '../signals';
import { isPerson, ProjectsView, SeenProject, toListed } from './ProjectsView';

export interface DetailOptions {
  view: ProjectsView;
  caller: OfficeCaller;
  release: ReleaseFacts;
  /** Names of the people behind it whom the caller may know. */
  maintainers: readonly string[];
  forgeOf: ComputeContext['forgeOf'];
}

/** Everything about one project that the caller may know. */
export function toDetail(
  seen: SeenProject,
  options: DetailOptions,
): InnerSourceProjectDetail {
  const { view, caller, release } = options;
  const { project, signals } = seen;
  const { facts, fields, declared, kept } = project;
  const listed = toListed(seen, view);
  // Owner and committers as this reader may know of them.
  const known = {
    kept,
    declared: {
      ...declared,
      ownerRef: listed.ownerRef,
      trustedCommitters: countCommitters(project, view),
    },
  };
  return {
    ...listed,
    sources: fields.sources,
    licence: fields.licence,
    logo: fields.logo,
    docs: fields.docs,
    channels: fields.channels,
    trustedCommitters: committersOf(project, options),
    topics: fields.topics,
    reviewSlo: facts.reviewSlo,
    reviewedOn: facts.reviewedOn,
    signals,
    wantedHelpItems: helpOf(project),
    readiness: readinessOf(known, signals, options),
    release: releaseOf(known, release, options),
    publiccodeGaps: publiccodeGapsOf(project, options),
    findings: project.findings.filter(
      ({ where }) => view.namesPersons || !/\buser:/.test(where),
    ),
    sameRepository: sameRepository(project, view),
    may: { refresh: mayRefresh(project, caller) },
    readings: readingsOf(project, view),
  };
}

/** Whoever answers for the project, and the core team. */
export function mayRefresh(
  { facts }: Pick<Project, 'facts'>,
  caller: OfficeCaller,
): boolean {
  return (
    caller.holds(ospoInnerSourceRefreshPermission) &&
    (caller.isCoreTeam ||
      (facts.ownerRef !== undefined && caller.claims.has(facts.ownerRef)))
  );
}

/** Refs of the people behind it whom the caller may know; whoever has no name in the catalog cannot be named. */
export function maintainersOf(
  project: Project,
  options: Pick<DetailOptions, 'view' | 'caller'>,
): string[] {
  return committersOf(project, options).flatMap(({ ref, state }) =>
    state === 'present' && ref?.startsWith('user:') ? [ref] : [],
  );
}

/** Those whom the catalog does not hide from the reader; services are given the number, and no names. */
function countCommitters({ fields }: Project, view: ProjectsView): number {
  const { tree } = view.snapshot;
  return (fields.trustedCommitters ?? []).filter(
    ({ ref }) =>
      ref === undefined ||
      !tree.has(ref) ||
      view.sees(ref) ||
      (!view.namesPersons && isPerson(ref)),
  ).length;
}

function committersOf(
  { fields }: Project,
  { view, caller }: Pick<DetailOptions, 'view' | 'caller'>,
): TrustedCommitter[] {
  const { tree } = view.snapshot;
  const source = fields.sources.trustedCommitters ?? 'annotation';
  const found = (fields.trustedCommitters ?? []).flatMap(
    ({ ref, handle, role }): TrustedCommitter[] => {
      const told = { ...(role ? { role } : {}), source };
      if (ref === undefined) {
        return handle === undefined
          ? []
          : [{ handle, state: 'missing' as const, ...told }];
      }
      if (!tree.has(ref)) {
        return [{ ref, state: 'missing', ...told }];
      }
      const title = tree.titleOf(ref);
      const distance =
        caller.userRef === undefined
          ? undefined
          : tree.distance(caller.userRef, ref);
      return view.sees(ref)
        ? [
            {
              ref,
              ...(title ? { title } : {}),
              state: 'present',
              ...told,
              ...(distance === undefined ? {} : { distance }),
            },
          ]
        : [];
    },
  );
  return found
    .filter(
      // Services are given no personal data.
      ({ ref }) => caller.userRef !== undefined || ref?.startsWith('group:'),
    )
    .sort(
      (a, b) =>
        Number(a.state === 'missing') - Number(b.state === 'missing') ||
        (a.distance ?? Infinity) - (b.distance ?? Infinity) ||
        0,
    );
}

function helpOf({ kept }: Project): WantedHelp[] {
  const items = kept?.parts.help?.value.items ?? [];
  return items.flatMap(item => {
    const url = cleanLink(item.url);
    const title = cleanText(item.title, 300);
    const openedAt = new Date(item.openedAt);
    if (!url || !title || Number.isNaN(openedAt.getTime())) {
      return [];
    }
    const effort = effortOf(item.labels);
    return [
      {
        title,
        url,
        labels: item.labels.slice(0, 20),
        openedAt: openedAt.toISOString(),
        ...(effort ? { effort } : {}),
        ...(item.comments === undefined ? {} : { comments: item.comments }),
      },
    ];
  });
}

/** As in `effort: S`, `size/M` or `estimate-2h`. */
function effortOf(labels: readonly string[]): string | undefined {
  for (const label of labels) {
    const found = /^(?:effort|size|estimate)\s*[:/=-]\s*(.{1,30})$/i.exec(
      label,
    );
    if (found) {
      return found[1].trim();
    }
  }
  return undefined;
}

function sameRepository(
  project: Project,
  { projects }: ProjectsView,
): InnerSourceProjectDetail['sameRepository'] {
  const own = repositoryKey(project);
  if (own === undefined) {
    return [];
  }
  return projects.flatMap(({ project: other }) => {
    const path = other.facts.repository?.path;
    return other !== project && repositoryKey(other) === own
      ? [
          {
            ref: other.ref,
            title: other.fields.title ?? other.facts.name,
            ...(path ? { path } : {}),
          },
        ]
      : [];
  });
}

function repositoryKey({ facts }: Project): string | undefined {
  const { repository } = facts;
  return repository && `${repository.host}/${repository.slug}`.toLowerCase();
}

function readingsOf(
  { kept, filesProblem }: Project,
  { snapshot }: ProjectsView,
): InnerSourceProjectDetail['readings'] {
  return [
    {
      source: 'catalog',
      state: 'ok',
      ...(snapshot.discoveredAt ? { fetchedAt: snapshot.discoveredAt } : {}),
    },
    ...(filesProblem
      ? [
          {
            source: 'innersource.json',
            state: 'failed' as const,
            note: filesProblem,
          },
        ]
      : []),
    // Why a part is not told stands with the values that it would have told.
    ...(kept?.states ?? []).map(({ untold, ...state }) => state),
  ];
}
