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
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  InnerSourceProject,
  InnerSourceProjectDetail,
  ListProjectsQuery,
  ospoInnerSourceReadPermission,
  ospoInnerSourceRefreshPermission,
  OspoPage,
  ProjectFacets,
  ProjectFilters,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller, OfficeCallers } from '../access';
import { UsageFacts } from '../usage';
import { ProjectDirectory } from './directory/ProjectDirectory';
import { DiscoveryPass } from './discovery/DiscoveryPass';
import { getFacets } from './queries/getFacets';
import { listProjects } from './queries/listProjects';
import { ComputeContext, ReleaseFacts } from './signals';
import { SignalsReader } from './SignalsReader';
import { ProjectsView, ProjectsViews, SeenProject } from './view/ProjectsView';
import { mayRefresh, toDetail } from './view/toDetail';

export interface AsCaller {
  credentials: BackstageCredentials;
}

export interface InnerSourceServiceOptions {
  callers: OfficeCallers;
  directory: ProjectDirectory;
  discovery: Pick<DiscoveryPass, 'readOne'>;
  signals: Pick<SignalsReader, 'refresh'>;
  usage: Pick<UsageFacts, 'ofComponent'>;
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
    const { ownerRef, repository, helpLabels } = stored.facts;
    await signals.refresh({ ref, ownerRef, repository, helpLabels });
    const fresh = await this.#views.of(await directory.fresh(), caller);
    return this.#detail(projectIn(fresh, ref), { caller, view: fresh });
  }

  async #detail(
    seen: SeenProject,
    asker: { caller: OfficeCaller; view: ProjectsView },
  ): Promise<InnerSourceProjectDetail> {
    const { forgeOf } = this.#options;
    return toDetail(seen, {
      ...asker,
      forgeOf,
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
