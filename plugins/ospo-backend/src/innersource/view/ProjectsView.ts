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
  InnerSourceProject,
  ProjectLabels,
  ProjectSignals,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller } from '../../access';
import { BoundedCache } from '../../shared/BoundedCache';
import { Project, ProjectSnapshot } from '../directory/Project';
import { labelProjects, withVisibleReach } from '../signals';

/** Callers whose view of one snapshot is kept; making one takes a while, and the visible set is kept for as long. */
const MAX_VIEWS = 200;
const KEPT_MS = 5 * 60_000;

/** A project as one caller may see it. */
export interface SeenProject {
  project: Project;
  /** Place among the projects of the snapshot. */
  index: number;
  /** Place among those of the view. */
  place: number;
  signals: ProjectSignals;
  labels: ProjectLabels;
}

/** The projects as one caller may see them: what the catalog would not show them is not there, and not counted. */
export interface ProjectsView {
  snapshot: ProjectSnapshot;
  projects: readonly SeenProject[];
  byRef: ReadonlyMap<string, SeenProject>;
  /** Whether the caller may know of an entity that a project names. */
  sees: (ref: string) => boolean;
  /** False for services, which are given no personal data. */
  namesPersons: boolean;
}

const refsOf = new WeakMap<ProjectSnapshot, string[]>();
const wholeViews = new WeakMap<ProjectSnapshot, ProjectsView>();
const serviceViews = new WeakMap<ProjectSnapshot, ProjectsView>();

type PartViews = BoundedCache<{
  visible: ReadonlySet<string>;
  view: ProjectsView;
}>;

/** Makes views, and keeps those of callers who see a part while neither projects nor what they see change. */
export class ProjectsViews {
  /** They go with their snapshot: while signals are read, a new one is made every few seconds. */
  readonly #partViews = new WeakMap<ProjectSnapshot, PartViews>();
  readonly #now: () => Date;

  static create(options: { now: () => Date }): ProjectsViews {
    return new ProjectsViews(options.now);
  }

  private constructor(now: () => Date) {
    this.#now = now;
  }

  async of(
    snapshot: ProjectSnapshot,
    caller: OfficeCaller,
  ): Promise<ProjectsView> {
    if (caller.seesAll) {
      // Whatever a project names was read from the catalog, and all of that may be seen.
      const namesPersons = caller.userRef !== undefined;
      const views = namesPersons ? wholeViews : serviceViews;
      const whole =
        views.get(snapshot) ??
        makeView(snapshot, {
          sees: ref => namesPersons || !isPerson(ref),
          namesPersons,
        });
      views.set(snapshot, whole);
      return whole;
    }
    const refs = refsOf.get(snapshot) ?? listRefs(snapshot);
    refsOf.set(snapshot, refs);
    const visible = await caller.visibleRefs(refs);
    const key = caller.userRef ?? `service ${caller.serviceSubject}`;
    const views = this.#partViewsOf(snapshot);
    const kept = views.get(key);
    if (kept && isSame(kept.visible, visible)) {
      return kept.view;
    }
    const namesPersons = caller.userRef !== undefined;
    const view = makeView(snapshot, {
      sees: ref => visible.has(ref) && (namesPersons || !isPerson(ref)),
      namesPersons,
    });
    views.set(key, { visible, view }, { ttlMs: KEPT_MS });
    return view;
  }

  #partViewsOf(snapshot: ProjectSnapshot): PartViews {
    const views =
      this.#partViews.get(snapshot) ??
      BoundedCache.create({
        maxSize: MAX_VIEWS,
        now: () => this.#now().getTime(),
      });
    this.#partViews.set(snapshot, views);
    return views;
  }
}

function makeView(
  snapshot: ProjectSnapshot,
  { sees, namesPersons }: Pick<ProjectsView, 'sees' | 'namesPersons'>,
): ProjectsView {
  const seen = snapshot.projects.flatMap((project, index) =>
    sees(project.ref)
      ? [{ project, index, signals: signalsFor(project, sees) }]
      : [],
  );
  const retired = new Set(
    seen.flatMap(({ project: { ref, standing } }) =>
      standing === 'retired' ? [ref] : [],
    ),
  );
  const labels = labelProjects(
    new Map(seen.map(({ project, signals }) => [project.ref, signals])),
    ref => !retired.has(ref),
  );
  const projects = seen.flatMap((one, place) => {
    const own = labels.get(one.project.ref);
    return own ? [{ ...one, place, labels: own }] : [];
  });
  return {
    snapshot,
    projects,
    byRef: new Map(projects.map(one => [one.project.ref, one])),
    sees,
    namesPersons,
  };
}

/** Services are told of none. */
export function isPerson(ref: string): boolean {
  return ref.startsWith('user:');
}

function signalsFor(
  project: Project,
  sees: (ref: string) => boolean,
): ProjectSignals {
  const { packages, users } = project;
  const { dependants } = project.facts;
  const visible = dependants.filter(sees).length;
  const usedBy = users.filter(sees).length;
  return visible === dependants.length && usedBy === users.length
    ? project.signals
    : withVisibleReach(project.signals, {
        dependants: visible,
        packages,
        usedBy,
      });
}

/** All entities of the catalog that the projects name. */
function listRefs({ projects }: ProjectSnapshot): string[] {
  const refs = new Set<string>();
  for (const { ref, facts, businessUnitRef, fields, users } of projects) {
    refs.add(ref);
    facts.dependants.forEach(dependant => refs.add(dependant));
    users.forEach(user => refs.add(user));
    for (const named of [facts.ownerRef, facts.systemRef, businessUnitRef]) {
      if (named !== undefined) {
        refs.add(named);
      }
    }
    fields.trustedCommitters?.forEach(committer => {
      if (committer.ref !== undefined) {
        refs.add(committer.ref);
      }
    });
  }
  return [...refs];
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size !== b.size) {
    return false;
  }
  for (const ref of a) {
    if (!b.has(ref)) {
      return false;
    }
  }
  return true;
}

/** A project as lists show it. */
export function toListed(
  { project, signals, labels }: SeenProject,
  { sees, namesPersons }: Pick<ProjectsView, 'sees' | 'namesPersons'>,
): InnerSourceProject {
  const { facts, fields, listedBy, ownerState, standing, marks } = project;
  const known = (ref: string | undefined) =>
    ref !== undefined && sees(ref) ? ref : undefined;
  return {
    ref: project.ref,
    title: fields.title ?? facts.name,
    description: fields.description,
    motivation: fields.motivation,
    listedBy,
    standing,
    marks,
    // A dangling name hides nothing, unless it is a person's.
    ownerRef:
      ownerState === 'missing' &&
      (namesPersons || !isPerson(facts.ownerRef ?? ''))
        ? facts.ownerRef
        : known(facts.ownerRef),
    ownerState,
    systemRef: known(facts.systemRef),
    businessUnitRef: known(project.businessUnitRef),
    governanceLevel: fields.governanceLevel,
    language: fields.language,
    skills: fields.skills,
    contributions: fields.contributions,
    repository: shownRepository(project),
    lastHumanPush: signals.activity.lastHumanPush,
    wantedHelp: signals.welcoming.wantedHelp,
    dependants: signals.reach.dependants,
    labels,
  };
}

function shownRepository({ facts }: Project): InnerSourceProject['repository'] {
  const { repository } = facts;
  if (!repository || !/^https?:/.test(repository.url)) {
    return undefined;
  }
  const { url, host, slug, path } = repository;
  return { url, host, slug, ...(path ? { path } : {}) };
}
