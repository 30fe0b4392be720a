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

import { ConflictError, InputError, NotAllowedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { SaveRequest } from '@ospo-suite/backstage-plugin-ospo-common';
import { Person } from './RequestAccess';
import { TooManyDraftsError } from './TooManyDraftsError';
import { beginRequest } from './rules/applyEvent';
import { RequestRecord } from './rules/RequestRecord';
import { requireVisibleSubject } from './seesSubject';
import { RequestsStore, staleVersion } from './store/RequestsStore';
import { RequestContent, StoredRequest } from './store/StoredRequest';
import { requireAnswers } from './types/requireAnswers';
import { RequestTypes } from './types/RequestTypes';

const DAY_MS = 86_400_000;

export interface RequestDraftsOptions {
  store: RequestsStore;
  types: RequestTypes;
  /** Drafts that a person may begin in a day. */
  draftsPerDay: number;
  newId: () => string;
  now: () => Date;
}

/** Requests that nobody was told of yet. */
export class RequestDrafts {
  readonly #options: RequestDraftsOptions;

  private constructor(options: RequestDraftsOptions) {
    this.#options = options;
  }

  static create(options: RequestDraftsOptions): RequestDrafts {
    return new RequestDrafts(options);
  }

  async create(request: SaveRequest, caller: Person): Promise<StoredRequest> {
    const { draftsPerDay, newId, now, store, types } = this.#options;
    const content = await this.#read(request, caller);
    const since = new Date(now().getTime() - DAY_MS).toISOString();
    if ((await store.countBegun(caller.userRef, since)) >= draftsPerDay) {
      throw new TooManyDraftsError(
        `You began ${draftsPerDay} requests within a day; continue one of them, or begin another tomorrow`,
      );
    }
    const { typeId } = request;
    const at = now().toISOString();
    const event = {
      id: newId(),
      at,
      actorRef: caller.userRef,
      body: {
        kind: 'created' as const,
        typeId,
        confidentiality:
          request.confidentiality ??
          types.get(typeId).definition.defaultConfidentiality,
      },
    };
    const record = beginRequest({
      id: newId(),
      requesterRef: caller.userRef,
      event,
    });
    return await store.create({ events: [event], record, content, at });
  }

  async save(
    stored: StoredRequest,
    request: SaveRequest & { version: number },
    caller: Person,
  ): Promise<StoredRequest> {
    this.#requireOwnDraft(stored, caller);
    if (request.version !== stored.version) {
      throw staleVersion();
    }
    const content = await this.#read(request, caller);
    const record: RequestRecord = {
      ...stored.record,
      typeId: request.typeId,
      confidentiality: request.confidentiality ?? stored.record.confidentiality,
    };
    const at = this.#options.now().toISOString();
    return await this.#options.store.append(stored, {
      events: [],
      record,
      content,
      at,
    });
  }

  async delete(stored: StoredRequest, caller: Person): Promise<void> {
    this.#requireOwnDraft(stored, caller);
    if (!(await this.#options.store.deleteDraft(stored))) {
      throw staleVersion();
    }
  }

  #requireOwnDraft({ record }: StoredRequest, caller: Person): void {
    if (record.requesterRef !== caller.userRef) {
      throw new NotAllowedError(
        'Only the requester writes a request; write a comment instead',
      );
    }
    if (record.state !== 'draft') {
      throw new ConflictError(
        `A request that is '${record.state}' is not rewritten; write a comment, or withdraw it and ask anew`,
      );
    }
  }

  /** What was written, as far as it can be kept: a draft may lack answers, but holds none that its type does not take. */
  async #read(request: SaveRequest, caller: Person): Promise<RequestContent> {
    const { definition, checker } = this.#options.types.get(request.typeId);
    const answers: JsonObject = checker.dropSwitchedOff(request.answers);
    requireAnswers(
      checker.check(answers).filter(({ isMissing }) => !isMissing),
    );
    const { subject } = request;
    for (const [field, kind] of [
      ['entityRef', 'entity'],
      ['packageKey', 'package'],
      ['licenceKey', 'licence'],
    ] as const) {
      if (subject[field] !== undefined && !definition.subjects.includes(kind)) {
        throw new InputError(
          `subject.${field}: a request of type '${definition.id}' is not about one; leave it out, or choose another type`,
        );
      }
    }
    await requireVisibleSubject(subject, caller);
    return { title: request.title, answers, subject };
  }
}
