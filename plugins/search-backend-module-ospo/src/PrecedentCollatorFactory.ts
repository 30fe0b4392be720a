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

import { Readable } from 'node:stream';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  ospoRequestReadPermission,
  Precedent,
  RequestOutcome,
  RequestsApi,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { entranceDocument } from './entranceDocument';
import { fillTemplate } from './fillTemplate';
import { readAllPages } from './readAllPages';

/** What the portal's search knows of a precedent. */
export interface PrecedentDocument extends IndexableDocument {
  precedentId: string;
  requestType: string;
  outcome: RequestOutcome;
  /** ISO 8601 date. */
  validUntil?: string;
}

const ENTRANCE = {
  title: 'Open source precedents',
  text: 'What the open source program office has decided before, and others may reuse.',
};

export interface PrecedentCollatorOptions {
  createClient: () => Promise<Pick<RequestsApi, 'listPrecedents'>>;
  /** Path with `:id`. */
  precedentLocation: string;
}

/**
 * One document a precedent that still holds. Those about an entity are left out: a type of document has one permission,
 * and it cannot ask for reading precedents and for reading that entity both.
 */
export class PrecedentCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'ospo-precedent';
  readonly visibilityPermission = ospoRequestReadPermission;
  readonly #options: PrecedentCollatorOptions;

  static create(options: PrecedentCollatorOptions): PrecedentCollatorFactory {
    return new PrecedentCollatorFactory(options);
  }

  private constructor(options: PrecedentCollatorOptions) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<IndexableDocument> {
    const client = await this.#options.createClient();
    yield entranceDocument(ENTRANCE, this.#options.precedentLocation);
    for await (const precedent of readAllPages(page =>
      client.listPrecedents({ ...page, state: ['valid', 'expiring'] }),
    )) {
      if (precedent.subject.entityRef === undefined) {
        yield this.#document(precedent);
      }
    }
  }

  #document(precedent: Precedent): PrecedentDocument {
    const { id, title, summary, conditions, outcome, subject } = precedent;
    return {
      title,
      text: [summary, ...conditions, subject.packageKey, subject.licenceKey]
        .filter(part => part !== undefined && part !== '')
        .join('\n'),
      location: fillTemplate(this.#options.precedentLocation, { id }),
      precedentId: id,
      requestType: precedent.typeId,
      outcome,
      validUntil: precedent.validUntil,
    };
  }
}
