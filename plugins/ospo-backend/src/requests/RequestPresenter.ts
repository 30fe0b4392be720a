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
  OspoRequest,
  RequestDetail,
  RequestType,
  WorkItem,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeCaller } from '../access';
import { CompetencyDirectory, DirectorySnapshot } from '../competencies';
import { commandPermissions } from './commandPermissions';
import { goneType } from './presentation/goneType';
import { toEvents } from './presentation/toEvents';
import { toRequest, toWorkItem } from './presentation/toRequest';
import {
  isParty,
  withoutHidden,
  withoutHiddenRefs,
} from './presentation/withoutHidden';
import { actorOf, takesPart } from './RequestAccess';
import { mayOf, mayOfItem } from './rules/mayOf';
import { CORE_TEAM } from './rules/nextStep';
import { RequestRecord } from './rules/RequestRecord';
import { seesSubject } from './seesSubject';
import { StoredRequest } from './store/StoredRequest';
import { RequestTypes, toRequestType } from './types/RequestTypes';

export interface RequestPresenterOptions {
  directory: CompetencyDirectory;
  types: RequestTypes;
  coreTeam: readonly string[];
  now: () => Date;
}

/** Puts what is stored into the words of the contract, and leaves out what a reader may not know of. */
export class RequestPresenter {
  readonly #options: RequestPresenterOptions;

  private constructor(options: RequestPresenterOptions) {
    this.#options = options;
  }

  static create(options: RequestPresenterOptions): RequestPresenter {
    return new RequestPresenter(options);
  }

  /**
   * Requests of a list as this caller sees them. Those who take part see all of one; others see no request about an
   * entity, and no competency and provider, that the catalog would not show them.
   */
  async see(
    requests: readonly OspoRequest[],
    caller: OfficeCaller,
  ): Promise<OspoRequest[]> {
    const snapshot = await this.#options.directory.snapshot();
    const others = requests.filter(request => !isParty(request, caller));
    const refs = others.flatMap(({ subject, workItems }) => [
      ...(subject.entityRef ? [subject.entityRef] : []),
      ...workItems.flatMap(item => [
        item.competency.ref,
        ...(item.providerRef ? [item.providerRef] : []),
        ...(item.assigneeRef ? [item.assigneeRef] : []),
      ]),
    ]);
    const visible =
      refs.length > 0 ? await caller.visibleRefs(refs) : new Set<string>();
    return requests.flatMap(request => {
      const titled = this.#titled(request, snapshot);
      if (isParty(request, caller)) {
        return [titled];
      }
      const { entityRef } = request.subject;
      return entityRef === undefined || visible.has(entityRef)
        ? [withoutHidden(titled, visible)]
        : [];
    });
  }

  /** One request in full, for somebody who may read it. */
  async detail(
    stored: StoredRequest,
    caller: OfficeCaller,
  ): Promise<RequestDetail> {
    const { record, content } = stored;
    const snapshot = await this.#options.directory.snapshot();
    const actor = actorOf(caller, record, snapshot);
    const now = this.#options.now().toISOString();
    const request = this.#titled(toRequest(stored, now), snapshot);
    const detail: RequestDetail = {
      ...request,
      answers: content.answers,
      type: this.#typeOf(record),
      items: record.items.map(item =>
        toWorkItem(record, item, {
          title: titleOf(snapshot, item.competencyRef),
          may: mayOfItem(record, item, actor).filter(kind =>
            caller.holds(commandPermissions[kind]),
          ),
        }),
      ),
      events: toEvents(stored),
      decision: await this.#decision(stored, caller),
      question: record.question,
      may: mayOf(record, actor).filter(kind =>
        caller.holds(commandPermissions[kind]),
      ),
    };
    return takesPart(record, caller)
      ? detail
      : withoutHiddenParts(detail, await caller.visibleRefs(refsOf(detail)));
  }

  /** What is wrong with a type's rules, for the core team. */
  problemsOf(typeId: string, snapshot: DirectorySnapshot): string[] {
    return this.#options.types
      .competenciesOf(typeId)
      .filter(ref => !snapshot.competencies.has(ref))
      .map(
        ref =>
          `Its rules require '${ref}', which nobody declares; declare it in the catalog, or change the type in 'ospo.requests.types'. Until then such a request comes to the core team as a gap`,
      );
  }

  /** What it rests on is told to those alone whom the catalog shows what it is about, whatever else they may read. */
  async #decision(
    { record, content }: StoredRequest,
    caller: OfficeCaller,
  ): Promise<RequestDetail['decision']> {
    const { decision, id, precedentId } = record;
    return (
      decision && {
        ...decision,
        facts:
          decision.facts.length === 0 ||
          (await seesSubject(content.subject, caller))
            ? decision.facts
            : [],
        requestId: id,
        precedentId,
      }
    );
  }

  #typeOf(record: RequestRecord): RequestType {
    const known = this.#options.types.find(record.typeId);
    return known ? toRequestType(known.definition) : goneType(record);
  }

  #titled(request: OspoRequest, snapshot: DirectorySnapshot): OspoRequest {
    return {
      ...request,
      next: {
        ...request.next,
        who: request.next.who.flatMap(ref =>
          ref === CORE_TEAM ? this.#options.coreTeam : [ref],
        ),
      },
      workItems: request.workItems.map(item => ({
        ...item,
        competency: {
          ref: item.competency.ref,
          title: titleOf(snapshot, item.competency.ref),
        },
      })),
    };
  }
}

function titleOf(snapshot: DirectorySnapshot, ref: string): string {
  return snapshot.competencies.get(ref)?.title ?? ref.replace(/^.*\//, '');
}

/** Everything of the catalog that the work of a request names. */
function refsOf({ items, events }: RequestDetail): string[] {
  return [
    ...items.flatMap(item => [
      item.competency.ref,
      ...[item.providerRef, item.assigneeRef].filter(ref => ref !== undefined),
      ...item.tries.map(({ providerRef }) => providerRef),
    ]),
    ...events.flatMap(({ providerRef }) => (providerRef ? [providerRef] : [])),
  ];
}

function withoutHiddenParts(
  detail: RequestDetail,
  visible: ReadonlySet<string>,
): RequestDetail {
  const items = detail.items
    .filter(item => visible.has(item.competency.ref))
    .map(
      (item): WorkItem => ({
        ...withoutHiddenRefs(item, visible),
        tries: item.tries.filter(({ providerRef }) => visible.has(providerRef)),
      }),
    );
  const ids = new Set(items.map(({ id }) => id));
  return {
    ...detail,
    ...withoutHidden(detail, visible),
    items,
    events: detail.events
      .filter(
        ({ workItemId }) => workItemId === undefined || ids.has(workItemId),
      )
      .map(event =>
        event.providerRef && !visible.has(event.providerRef)
          ? { ...event, providerRef: undefined }
          : event,
      ),
  };
}
