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

import { NotFoundError } from '@backstage/errors';
import {
  ListPrecedentsQuery,
  ListRequestsQuery,
  OspoPage,
  OspoRequest,
  ospoRequestCreatePermission,
  Precedent,
  RequestCommand,
  RequestDetail,
  RequestFigures,
  RequestPreview,
  RequestType,
  RoutingExplanation,
  RoutingGap,
  SaveRequest,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { CompetencyDirectory } from '../competencies';
import { commandPermissions } from './commandPermissions';
import { RequestDrafts } from './RequestDrafts';
import { RequestPreviews } from './RequestPreviews';
import { seePrecedents } from './presentation/seePrecedents';
import { withoutLoads } from './presentation/withoutLoads';
import { actorOf, AsCaller, RequestAccess, viewerOf } from './RequestAccess';
import { RequestChanges } from './RequestChanges';
import { RequestPresenter } from './RequestPresenter';
import { RequestRouting } from './RequestRouting';
import { FigureQueries } from './store/FigureQueries';
import { GapQueries } from './store/GapQueries';
import { PrecedentQueries } from './store/PrecedentQueries';
import { RequestQueries } from './store/RequestQueries';
import { RequestsStore } from './store/RequestsStore';
import { requestNumber } from './store/StoredRequest';
import { RequestTypes, toRequestType } from './types/RequestTypes';

export interface RequestsServiceOptions {
  access: RequestAccess;
  changes: RequestChanges;
  directory: CompetencyDirectory;
  drafts: RequestDrafts;
  figures: FigureQueries;
  gaps: GapQueries;
  precedents: PrecedentQueries;
  presenter: RequestPresenter;
  previews: RequestPreviews;
  queries: RequestQueries;
  routing: RequestRouting;
  store: RequestsStore;
  types: RequestTypes;
  now: () => Date;
}

/** What people can do with requests. Every method first asks who may do it, and what they may see. */
export class RequestsService {
  readonly #options: RequestsServiceOptions;

  private constructor(options: RequestsServiceOptions) {
    this.#options = options;
  }

  static create(options: RequestsServiceOptions): RequestsService {
    return new RequestsService(options);
  }

  async listRequestTypes(as: AsCaller): Promise<{ items: RequestType[] }> {
    const { access, directory, presenter, types } = this.#options;
    const caller = await access.reader(as);
    const snapshot = caller.isCoreTeam ? await directory.snapshot() : undefined;
    return {
      items: types
        .list()
        .map(({ definition }) =>
          toRequestType(
            definition,
            snapshot && presenter.problemsOf(definition.id, snapshot),
          ),
        ),
    };
  }

  async listRequests(
    query: ListRequestsQuery,
    as: AsCaller,
  ): Promise<OspoPage<OspoRequest>> {
    const { access, presenter, queries } = this.#options;
    const caller =
      query.view === 'triage'
        ? await access.coreTeam(as)
        : await access.requestReader(as);
    return await queries.list(query, viewerOf(caller), requests =>
      presenter.see(requests, caller),
    );
  }

  async countRequests(
    as: AsCaller,
  ): Promise<{ mine: number; waiting: number; triage?: number }> {
    const caller = await this.#options.access.requestReader(as);
    return await this.#options.queries.count(viewerOf(caller));
  }

  async createRequest(
    request: SaveRequest,
    as: AsCaller,
  ): Promise<RequestDetail> {
    const { access, drafts, presenter } = this.#options;
    const caller = await access.person(as, ospoRequestCreatePermission);
    return await presenter.detail(await drafts.create(request, caller), caller);
  }

  async saveRequest(
    id: string,
    request: SaveRequest & { version: number },
    as: AsCaller,
  ): Promise<RequestDetail> {
    const { access, drafts, presenter, store } = this.#options;
    const caller = await access.person(as, ospoRequestCreatePermission);
    const stored = await access.requireReadable(
      await store.find(id),
      id,
      caller,
    );
    const saved = await drafts.save(stored, request, caller);
    return await presenter.detail(saved, caller);
  }

  async getRequest(id: string, as: AsCaller): Promise<RequestDetail> {
    const { access, presenter, store } = this.#options;
    const caller = await access.requestReader(as);
    const found = await store.find(id);
    const stored = await access.requireReadable(found, id, caller);
    return await presenter.detail(stored, caller);
  }

  /** By the number that people say, such as 42 of R-42. */
  async getRequestByNumber(
    number: number,
    as: AsCaller,
  ): Promise<RequestDetail> {
    const { access, presenter, store } = this.#options;
    const caller = await access.requestReader(as);
    const found = await store.findNumber(number);
    const stored = await access.requireReadable(
      found,
      requestNumber(number),
      caller,
    );
    return await presenter.detail(stored, caller);
  }

  async deleteRequest(id: string, as: AsCaller): Promise<void> {
    const { access, drafts, store } = this.#options;
    const caller = await access.person(as, ospoRequestCreatePermission);
    const found = await store.find(id);
    await drafts.delete(
      await access.requireReadable(found, id, caller),
      caller,
    );
  }

  async commandRequest(
    id: string,
    given: { version: number; command: RequestCommand },
    as: AsCaller,
  ): Promise<RequestDetail> {
    const { access, changes, presenter, store } = this.#options;
    const permission = commandPermissions[given.command.kind];
    const caller = await access.person(as, permission);
    const found = await store.find(id);
    const stored = await access.requireReadable(found, id, caller);
    const changed = await changes.carryOut(stored, given, caller);
    return await presenter.detail(changed, caller);
  }

  async previewRequest(
    request: Pick<SaveRequest, 'typeId' | 'answers' | 'subject'> & {
      title?: string;
    },
    as: AsCaller,
  ): Promise<RequestPreview> {
    const { access, previews } = this.#options;
    const caller = await access.person(as, ospoRequestCreatePermission);
    return await previews.preview(request, caller);
  }

  async explainRouting(
    query: { requestId: string; workItemId: string },
    as: AsCaller,
  ): Promise<RoutingExplanation> {
    const { access, directory, now, routing, store } = this.#options;
    const caller = await access.requestReader(as);
    const found = await store.find(query.requestId);
    const { record, content } = await access.requireReadable(
      found,
      query.requestId,
      caller,
    );
    const item = record.items.find(({ id }) => id === query.workItemId);
    const { steers } = actorOf(caller, record, await directory.snapshot());
    if (!item || !(caller.isCoreTeam || steers.has(item.competencyRef))) {
      throw new NotFoundError(
        `No work item '${query.workItemId}' whose routing you may read was found; the core team and the owner of its competency may`,
      );
    }
    const explained = await routing.explain({
      record,
      content,
      item,
      now: now().toISOString(),
    });
    return caller.isCoreTeam
      ? explained
      : withoutLoads(
          explained,
          await caller.visibleRefs(explained.candidates.map(({ ref }) => ref)),
        );
  }

  async listGaps(
    query: { open?: boolean; limit?: number; cursor?: string },
    as: AsCaller,
  ): Promise<OspoPage<RoutingGap>> {
    const { access, directory, gaps } = this.#options;
    await access.coreTeam(as);
    const { competencies } = await directory.snapshot();
    const page = await gaps.list(query);
    return {
      ...page,
      items: page.items.map(gap => ({
        ...gap,
        competency: {
          ref: gap.competency.ref,
          title:
            competencies.get(gap.competency.ref)?.title ?? gap.competency.title,
        },
      })),
    };
  }

  async getFigures(
    query: { from: string; to: string; by: 'type' | 'competency' },
    as: AsCaller,
  ): Promise<RequestFigures> {
    const { access, directory, figures, types } = this.#options;
    await access.coreTeam(as);
    const { from, to, by } = query;
    if (by === 'type') {
      const rows = await figures.byType(query);
      return {
        from,
        to,
        rows: rows.map(row => {
          const titles = types.find(row.key)?.definition.title;
          return { ...row, title: titles?.en ?? row.key, titles };
        }),
      };
    }
    const { competencies } = await directory.snapshot();
    const rows = await figures.byCompetency(query);
    return {
      from,
      to,
      rows: rows.map(row => ({
        ...row,
        title: competencies.get(row.key)?.title ?? row.key,
      })),
    };
  }

  async listPrecedents(
    query: ListPrecedentsQuery,
    as: AsCaller,
  ): Promise<OspoPage<Precedent>> {
    const { access, directory, precedents } = this.#options;
    const caller = await access.reader(as);
    const snapshot = await directory.snapshot();
    return await precedents.list(query, found =>
      seePrecedents(found, caller, snapshot),
    );
  }

  async getPrecedent(id: string, as: AsCaller): Promise<Precedent> {
    const { access, directory, precedents } = this.#options;
    const caller = await access.reader(as);
    const found = await precedents.find(id);
    const [seen] = found
      ? await seePrecedents([found], caller, await directory.snapshot())
      : [];
    if (!seen) {
      throw new NotFoundError(
        `No precedent '${id}' that you may read was found`,
      );
    }
    return seen;
  }
}
