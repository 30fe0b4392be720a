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
import { parseEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  CompetenciesApi,
  Competency,
  CompetencyType,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { entranceDocument } from './entranceDocument';
import { fillTemplate } from './fillTemplate';
import { readAllPages } from './readAllPages';

/** What the portal's search knows of a competency. */
export interface CompetencyDocument extends IndexableDocument {
  competencyRef: string;
  competencyType: CompetencyType;
  tags: string[];
}

const ENTRANCE = {
  title: 'Open source competencies',
  text: 'Whom to ask about open source, and what they may decide.',
};

export interface CompetencyCollatorOptions {
  createClient: () => Promise<Pick<CompetenciesApi, 'listCompetencies'>>;
  /** Path with `:namespace` and `:name`. */
  competencyLocation: string;
}

/**
 * One document a competency. Who provides it is not in there: not everybody who may read the competency may read
 * every provider.
 */
export class CompetencyCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'ospo-competency';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #options: CompetencyCollatorOptions;

  static create(options: CompetencyCollatorOptions): CompetencyCollatorFactory {
    return new CompetencyCollatorFactory(options);
  }

  private constructor(options: CompetencyCollatorOptions) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<IndexableDocument> {
    const client = await this.#options.createClient();
    yield entranceDocument(ENTRANCE, this.#options.competencyLocation);
    for await (const competency of readAllPages(page =>
      client.listCompetencies({ ...page, sort: 'title' }),
    )) {
      yield this.#document(competency);
    }
  }

  #document(competency: Competency): CompetencyDocument {
    const { ref, title, description, type, tags, requestTypes } = competency;
    const { namespace, name } = parseEntityRef(ref);
    return {
      title,
      text: [description, type, ...tags, ...requestTypes]
        .filter(part => part !== undefined && part !== '')
        .join('\n'),
      location: fillTemplate(this.#options.competencyLocation, {
        namespace,
        name,
      }),
      competencyRef: ref,
      competencyType: type,
      tags,
      authorization: { resourceRef: ref },
    };
  }
}
