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

import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  InnerSourceProject,
  InnerSourceProjectDetail,
  ListProjectsQuery,
  ospoInnerSourceReadPermission,
  ospoInnerSourceRefreshPermission,
  OspoPage,
  OverlapMatch,
  OverlapQuery,
  ProjectFacets,
  ProjectFilters,
  ProjectSuggestion,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller, OfficeCallers } from '../access';
import { UsageFacts } from '../usage';
import { Project } from './directory/Project';
import { ProjectDirectory } from './directory/ProjectDirectory';
import { cleanText } from './discovery/cleanText';
import { DiscoveryPass } from './discovery/DiscoveryPass';
import { badgeSvg } from './feed/badgeSvg';
import { toPubliccode } from './feed/toPubliccode';
import { ReposJsonRow, toReposJson } from './feed/toReposJson';
import { findOverlap } from './overlap/findOverlap';
import { getFacets } from './queries/getFacets';
import { getSuggestions } from './queries/getSuggestions';
import { listProjects } from './queries/listProjects';
import { ComputeContext, ReleaseFacts } from './signals';
import { SignalsReader } from './SignalsReader';
import { toSignalsTarget } from './toSignalsTarget';
import { ProjectsView, ProjectsViews, SeenProject } from './view/ProjectsView';
import { maintainersOf, mayRefresh, toDetail } from './view/toDetail';

export interface AsCaller {
  credentials: BackstageCredentials;
}

export interface InnerSourceServiceOptions {
  callers: OfficeCallers;
  directory: ProjectDirectory;
  discovery: Pick<DiscoveryPass, 'readOne'>;
  signals: Pick<SignalsReader, 'refresh'>;
  usage: Pick<UsageFacts, 'ofComponent' | 'similarTo' | 'packagesNamed'>;
  catalog: CatalogService;
  /** Skills that somebody told of themselves; undefined when they told nothing. */
  skillsOf: (userRef: string) => Promise<string[] | undefined>;
  /** Of the portal, for links that leave it; absent when it is not configured. */
  appBaseUrl?: string;
  forgeOf: ComputeContext['forgeOf'];
  now: () => Date;
}

/** What people can learn about inner-source projects. Every method first asks who may, and what they may see. */
export class InnerSourceService {
  readonly #options: InnerSourceServiceOptions;
  readonly #views: ProjectsViews;

  private constructor(options: InnerSourceServiceOptions) {
    this.#options = options;
    this.#views = ProjectsViews.create(options);
  }

  static create(options: InnerSourceServiceOptions): InnerSourceService {
    return new InnerSourceService(options);
  }

  async listProjects(
    query: ListProjectsQuery,
    as: AsCaller,
  ): Promise<OspoPage<InnerSourceProject>> {
    const { view } = await this.#reader(as);
    return listProjects(view, query);
  }

  async getProjectFacets(
    filters: ProjectFilters,
    as: AsCaller,
  ): Promise<ProjectFacets> {
    const { view } = await this.#reader(as);
    return getFacets(view, filters);
  }

  async getProject(
    { ref }: { ref: string },
    as: AsCaller,
  ): Promise<InnerSourceProjectDetail> {
    const { caller, view } = await this.#reader(as);
    return this.#detail(projectIn(view, ref), { caller, view });
  }

  async refreshProject(
    { ref }: { ref: string },
    as: AsCaller,
  ): Promise<InnerSourceProjectDetail> {
    const { directory, discovery, signals } = this.#options;
    const { caller, view } = await this.#reader(as);
    caller.require(ospoInnerSourceRefreshPermission);
    const { project } = projectIn(view, ref);
    if (!mayRefresh(project, caller)) {
      throw new NotAllowedError(
        'Only the owners of the project and the core team may have it read again',
      );
    }
    const stored = await discovery.readOne(ref);
    if (!stored) {
      throw noProject(ref);
    }
    await signals.refresh(toSignalsTarget(stored.facts));
    const fresh = await this.#views.of(await directory.fresh(), caller);
    return this.#detail(projectIn(fresh, ref), { caller, view: fresh });
  }

  async getSuggestions(
    as: AsCaller,
  ): Promise<{ optedIn: boolean; items: ProjectSuggestion[] }> {
    const { caller, view } = await this.#reader(as);
    const skills =
      caller.userRef === undefined
        ? undefined
        : await this.#options.skillsOf(caller.userRef);
    return skills === undefined || skills.length === 0
      ? { optedIn: false, items: [] }
      : {
          optedIn: true,
          items: getSuggestions(view, { skills, claims: caller.claims }),
        };
  }

  async findOverlap(
    query: OverlapQuery,
    as: AsCaller,
  ): Promise<{ items: OverlapMatch[] }> {
    const { caller, view } = await this.#reader(as);
    return {
      items: await findOverlap(query, { ...this.#options, view, caller }),
    };
  }

  async listReposJson(as: AsCaller): Promise<ReposJsonRow[]> {
    const { view } = await this.#reader(as);
    return toReposJson(view, { pageOf: ref => this.#pageOf(ref) });
  }

  async getPubliccode({ ref }: { ref: string }, as: AsCaller): Promise<string> {
    const { caller, view } = await this.#reader(as);
    const { project } = projectIn(view, ref);
    const { ownerRef } = project.facts;
    const isShown = ownerRef !== undefined && view.sees(ownerRef);
    return toPubliccode(project, {
      maintainers: await this.#maintainers(project, { caller, view }),
      affiliation: isShown ? view.snapshot.tree.titleOf(ownerRef) : undefined,
    });
  }

  /** Names, asked of the catalog for the moment, for we keep no name of anybody. */
  async #maintainers(
    project: Project,
    asker: { caller: OfficeCaller; view: ProjectsView },
  ): Promise<string[]> {
    const refs = maintainersOf(project, asker);
    if (refs.length === 0) {
      return [];
    }
    const { items } = await this.#options.catalog.getEntitiesByRefs(
      {
        entityRefs: refs,
        fields: ['kind', 'metadata.name', 'spec.profile.displayName'],
      },
      { credentials: asker.caller.credentials },
    );
    return items.flatMap(entity => {
      const profile = entity?.spec?.profile;
      const name =
        typeof profile === 'object' && profile && 'displayName' in profile
          ? cleanText(profile.displayName, 200)
          : undefined;
      return name ? [name] : [];
    });
  }

  /** A picture for those projects whose owner asked for one; no other entity and nobody is named in it. */
  async getBadge({ ref }: { ref: string }, as: AsCaller): Promise<string> {
    const { view } = await this.#reader(as);
    const { project } = projectIn(view, ref);
    if (!project.facts.badges) {
      throw new NotFoundError(
        `'${ref}' has no badge; its owner sets the annotation 'ospo/badges' to 'true' to have one`,
      );
    }
    const { standing, fields } = project;
    return badgeSvg({
      label: 'inner source',
      message:
        standing === 'open'
          ? (fields.governanceLevel ?? 'open').replace(/-/g, ' ')
          : standing.replace(/-/g, ' '),
      standing,
    });
  }

  #pageOf(ref: string): string {
    const { kind, namespace, name } = parseEntityRef(ref);
    return `${
      this.#options.appBaseUrl ?? ''
    }/catalog/${namespace}/${kind}/${name}`;
  }

  async #detail(
    seen: SeenProject,
    asker: { caller: OfficeCaller; view: ProjectsView },
  ): Promise<InnerSourceProjectDetail> {
    const { forgeOf } = this.#options;
    return toDetail(seen, {
      ...asker,
      forgeOf,
      maintainers: await this.#maintainers(seen.project, asker),
      release: await this.#releaseFacts(seen.project.ref, asker.caller),
    });
  }

  async #releaseFacts(
    ref: string,
    caller: OfficeCaller,
  ): Promise<ReleaseFacts> {
    const use = await this.#options.usage.ofComponent(ref, caller);
    return use?.hasSbom === undefined
      ? {}
      : {
          hasSbom: use.hasSbom,
          packagesWithUnknownLicence: use.licences
            .filter(({ status }) => status !== 'known')
            .reduce((sum, { packages }) => sum + packages, 0),
        };
  }

  async #reader(
    as: AsCaller,
  ): Promise<{ caller: OfficeCaller; view: ProjectsView }> {
    const caller = await this.#options.callers.enter(as.credentials);
    caller.require(ospoInnerSourceReadPermission);
    const snapshot = await this.#options.directory.snapshot();
    return { caller, view: await this.#views.of(snapshot, caller) };
  }
}

function projectIn(view: ProjectsView, ref: string): SeenProject {
  const seen = view.byRef.get(ref);
  if (!seen) {
    throw noProject(ref);
  }
  return seen;
}

/** Absent and unreadable projects answer alike. */
function noProject(ref: string): NotFoundError {
  return new NotFoundError(
    `No inner-source project '${ref}' that you may read was found`,
  );
}
