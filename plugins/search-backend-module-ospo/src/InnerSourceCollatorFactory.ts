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
  GovernanceLevel,
  InnerSourceApi,
  InnerSourceProject,
  ProjectStanding,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { entranceDocument } from './entranceDocument';
import { fillTemplate } from './fillTemplate';
import { readAllPages } from './readAllPages';

/** What the portal's search knows of an inner-source project. */
export interface InnerSourceDocument extends IndexableDocument {
  entityRef: string;
  standing: ProjectStanding;
  governanceLevel?: GovernanceLevel;
  language?: string;
  skills: string[];
  contributions: string[];
}

const ENTRANCE = {
  title: 'Inner source projects',
  text: 'Code of the organisation that others may take part in.',
};

export interface InnerSourceCollatorOptions {
  createClient: () => Promise<Pick<InnerSourceApi, 'listProjects'>>;
  /** Path with `:namespace`, `:kind` and `:name`. */
  innerSourceLocation: string;
}

/** One document a project. Nobody is named in it, and no other entity: not everybody may read those. */
export class InnerSourceCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'ospo-inner-source';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #options: InnerSourceCollatorOptions;

  static create(
    options: InnerSourceCollatorOptions,
  ): InnerSourceCollatorFactory {
    return new InnerSourceCollatorFactory(options);
  }

  private constructor(options: InnerSourceCollatorOptions) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<IndexableDocument> {
    const client = await this.#options.createClient();
    yield entranceDocument(ENTRANCE, this.#options.innerSourceLocation);
    for await (const project of readAllPages(page =>
      client.listProjects({ ...page, sort: 'title' }),
    )) {
      yield this.#document(project);
    }
  }

  #document(project: InnerSourceProject): InnerSourceDocument {
    const { ref, title, standing, governanceLevel, language } = project;
    const { skills, contributions } = project;
    const { namespace, kind, name } = parseEntityRef(ref);
    return {
      title,
      text: [
        project.motivation,
        project.description,
        language,
        ...skills,
        ...contributions,
      ]
        .filter(part => part !== undefined && part !== '')
        .join('\n'),
      location: fillTemplate(this.#options.innerSourceLocation, {
        namespace,
        kind,
        name,
      }),
      entityRef: ref,
      standing,
      ...(governanceLevel ? { governanceLevel } : {}),
      ...(language ? { language } : {}),
      skills,
      contributions,
      authorization: { resourceRef: ref },
    };
  }
}
