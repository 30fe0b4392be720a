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
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
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

/** What precedents are about: each type of document has one permission. */
interface Kind {
  type: string;
  permission: NonNullable<DocumentCollatorFactory['visibilityPermission']>;
  entrance: { title: string; text: string };
}

const KINDS = {
  entity: {
    type: 'ospo-entity-precedent',
    permission: catalogEntityReadPermission,
    entrance: {
      title: 'Open source precedents about components',
      text: 'What the open source program office has decided before about components and other entities of the catalog.',
    },
  },
  other: {
    type: 'ospo-precedent',
    permission: ospoRequestReadPermission,
    entrance: {
      title: 'Open source precedents',
      text: 'What the open source program office has decided before, and others may reuse.',
    },
  },
} satisfies Record<string, Kind>;

export interface PrecedentCollatorOptions {
  createClient: () => Promise<Pick<RequestsApi, 'listPrecedents'>>;
  /** Path with `:id`. */
  precedentLocation: string;
  /** Which precedents: those about an entity, or all others. */
  about: keyof typeof KINDS;
}

/**
 * One document a precedent that still holds. Those about an entity are found by whom the catalog shows it, and are a type
 * of their own, because a type of document has one permission.
 */
export class PrecedentCollatorFactory implements DocumentCollatorFactory {
  readonly type: string;
  readonly visibilityPermission: Kind['permission'];
  readonly #options: PrecedentCollatorOptions;

  static create(options: PrecedentCollatorOptions): PrecedentCollatorFactory {
    return new PrecedentCollatorFactory(options);
  }

  private constructor(options: PrecedentCollatorOptions) {
    const { type, permission } = KINDS[options.about];
    this.type = type;
    this.visibilityPermission = permission;
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<IndexableDocument> {
    const client = await this.#options.createClient();
    const { about, precedentLocation } = this.#options;
    yield entranceDocument(KINDS[about].entrance, precedentLocation);
    for await (const precedent of readAllPages(page =>
      client.listPrecedents({ ...page, state: ['valid', 'expiring'] }),
    )) {
      const isAboutEntity = precedent.subject.entityRef !== undefined;
      if (isAboutEntity === (about === 'entity')) {
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
      ...(subject.entityRef && {
        authorization: { resourceRef: subject.entityRef },
      }),
    };
  }
}
