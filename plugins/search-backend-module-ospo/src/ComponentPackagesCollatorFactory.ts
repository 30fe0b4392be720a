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
import { LoggerService } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  ComponentPackage,
  UsageApi,
  UsageComponent,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { entranceDocument } from './entranceDocument';
import { fillTemplate } from './fillTemplate';
import { PackageText } from './PackageText';
import { readAllPages } from './readAllPages';

/** What the collator asks the OSPO backend. */
export type PackagesApi = Pick<
  UsageApi,
  'listComponents' | 'listComponentPackages'
>;

/** What is indexed for one component. @public */
export interface ComponentPackagesDocument extends IndexableDocument {
  entityRef: string;
  /** Package versions in the component. */
  packages: number;
  /** Of these, how many the text does not name. */
  leftOut: number;
}

const ENTRANCE = {
  title: 'Open source packages',
  text: 'What open source is in use here, under which licences, and in which components.',
};

interface ComponentPackagesCollatorFactoryOptions {
  /** Called at the start of each indexing. */
  createClient: () => Promise<PackagesApi>;
  locationTemplate: string;
  /** Where all packages are listed. */
  packagesLocation: string;
  maxTextLength: number;
  logger: LoggerService;
}

/**
 * One document a component, guarded by the permission to read that component in the catalog: search shows it to
 * whom the catalog shows the component, and to nobody else.
 */
export class ComponentPackagesCollatorFactory
  implements DocumentCollatorFactory
{
  readonly type = 'ospo-component-packages';
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #options: ComponentPackagesCollatorFactoryOptions;

  static create(
    options: ComponentPackagesCollatorFactoryOptions,
  ): ComponentPackagesCollatorFactory {
    return new ComponentPackagesCollatorFactory(options);
  }

  private constructor(options: ComponentPackagesCollatorFactoryOptions) {
    this.#options = options;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<IndexableDocument> {
    const client = await this.#options.createClient();
    yield entranceDocument(ENTRANCE, this.#options.packagesLocation);
    for await (const component of readAllPages(page =>
      client.listComponents({
        sbomState: ['current', 'stale'],
        sort: 'name',
        ...page,
      }),
    )) {
      const document = await this.#document(client, component);
      if (document) {
        yield document;
      }
    }
  }

  async #document(
    client: PackagesApi,
    component: UsageComponent,
  ): Promise<ComponentPackagesDocument | undefined> {
    const { entityRef, title } = component;
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const text = PackageText.create({
      maxLength: this.#options.maxTextLength,
    });
    try {
      for await (const item of readAllPages<ComponentPackage>(page =>
        client.listComponentPackages(entityRef, page),
      )) {
        if (!text.add(item)) {
          break;
        }
      }
    } catch (error) {
      if (isError(error) && isNotFound(error)) {
        // It left the catalog since the page was read.
        this.#options.logger.debug(`Left '${entityRef}' out of the index`);
        return undefined;
      }
      throw error;
    }
    const packages = Math.max(component.counts?.packages ?? 0, text.count);
    return {
      title: `Open source in ${title ?? name}`,
      ...text.finish({ packages }),
      location: fillTemplate(this.#options.locationTemplate, {
        kind,
        namespace,
        name,
      }),
      entityRef,
      packages,
      authorization: { resourceRef: entityRef },
    };
  }
}

function isNotFound(error: Error & { statusCode?: unknown }): boolean {
  return error.name === 'NotFoundError' || error.statusCode === 404;
}
