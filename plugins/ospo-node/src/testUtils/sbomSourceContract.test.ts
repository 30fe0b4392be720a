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

import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { SbomSource } from '../sbomSource';
import {
  sbomSourceContract,
  SbomSourceContractSubject,
} from './sbomSourceContract';

type Answer = Parameters<SbomSourceContractSubject['answer']>[0];

const SECRET = 'token-of-the-shelf';

function anEntity(shelf?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'shop',
      annotations: shelf === undefined ? {} : { 'shelf.example/id': shelf },
    },
  };
}

/** SBOMs on a shelf: the smallest source there can be. */
class ShelfSource implements SbomSource {
  readonly id: string = 'shelf';
  requests = 0;
  answer: Answer | undefined;

  constructor(readonly document: Uint8Array) {}

  locate(entity: Entity): ReturnType<SbomSource['locate']> {
    const shelf = entity.metadata.annotations?.['shelf.example/id'];
    if (shelf === undefined) {
      return { locations: [], problems: [] };
    }
    return /^\d+$/.test(shelf)
      ? { locations: [{ location: shelf }], problems: [] }
      : {
          locations: [],
          problems: [
            {
              code: 'shelf-unknown',
              where: "metadata.annotations['shelf.example/id']",
              message: 'It is not the number of a shelf',
              mend: 'Write a number.',
            },
          ],
        };
  }

  budgetKey(): string {
    return 'shelf.example';
  }

  async fetch(
    options: Parameters<SbomSource['fetch']>[0],
  ): ReturnType<SbomSource['fetch']> {
    const { etag, signal } = options;
    signal.throwIfAborted();
    this.requests += 1;
    switch (this.answer) {
      case 'absent':
        throw new NotFoundError('The shelf is empty. Put an SBOM there.');
      case 'refused':
        throw new NotAllowedError('The shelf is locked. Ask for the key.');
      case 'failing':
        throw new ServiceUnavailableError('The shelf fell. Try later.');
      case 'hanging':
        return await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
      default:
    }
    return etag === '1'
      ? { outcome: 'unchanged' }
      : { outcome: 'fetched', etag: '1', document: this.pieces() };
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    yield this.document.subarray(0, 1);
    yield this.document.subarray(1);
  }
}

function contractOf(create: (document: Uint8Array) => ShelfSource) {
  return sbomSourceContract({
    async create() {
      const document = Buffer.from('{"bomFormat":"CycloneDX"}');
      const source = create(document);
      return {
        source,
        credentials: mockCredentials.service(),
        entity: anEntity('7'),
        document,
        entityWithout: anEntity(),
        entityUnusable: anEntity('seven'),
        requests: () => source.requests,
        answer: kind => {
          source.answer = kind;
        },
        secrets: [SECRET],
      };
    },
  });
}

async function brokenRules(
  create: (document: Uint8Array) => ShelfSource,
): Promise<string[]> {
  const broken: string[] = [];
  for (const { title, run } of contractOf(create)) {
    await run().catch(() => broken.push(title));
  }
  return broken;
}

describe('a source that keeps the contract', () => {
  it.each(contractOf(document => new ShelfSource(document)))(
    '$title',
    async ({ run }) => {
      await expect(run()).resolves.toBeUndefined();
    },
  );
});

describe('a source that does not', () => {
  it.each<[string, new (document: Uint8Array) => ShelfSource, string]>([
    [
      'is not called in kebab-case',
      class extends ShelfSource {
        readonly id = 'My Shelf';
      },
      'has an id in kebab-case',
    ],
    [
      'asks while it locates',
      class extends ShelfSource {
        locate(entity: Entity) {
          this.requests += 1;
          return super.locate(entity);
        }
      },
      'without a request',
    ],
    [
      'finds a place where none is named',
      class extends ShelfSource {
        locate() {
          return { locations: [{ location: '7' }], problems: [] };
        }
      },
      'finds nothing, and nothing wrong',
    ],
    [
      'loses a piece',
      class extends ShelfSource {
        async *pieces() {
          yield this.document.subarray(1);
        }
      },
      'gives the document as it is',
    ],
    [
      'ignores its own etag',
      class extends ShelfSource {
        async fetch(options: Parameters<SbomSource['fetch']>[0]) {
          return await super.fetch({ ...options, etag: undefined });
        }
      },
      'or says that it is unchanged',
    ],
    [
      'tells its secret',
      class extends ShelfSource {
        async fetch(options: Parameters<SbomSource['fetch']>[0]) {
          return await super.fetch(options).catch(error => {
            error.message += ` ${SECRET}`;
            throw error;
          });
        }
      },
      'throws NotFoundError when nothing is there',
    ],
    [
      'calls every failure one of ours',
      class extends ShelfSource {
        async fetch(options: Parameters<SbomSource['fetch']>[0]) {
          return await super.fetch(options).catch(() => {
            throw new Error('it failed');
          });
        }
      },
      'throws ServiceUnavailableError',
    ],
    [
      'asks though it was stopped',
      class extends ShelfSource {
        async fetch(options: Parameters<SbomSource['fetch']>[0]) {
          const { signal } = new AbortController();
          return await super.fetch(
            this.answer === 'hanging' ? options : { ...options, signal },
          );
        }
      },
      'makes no request when it is stopped',
    ],
  ])('%s', async (_title, Broken, rule) => {
    expect(await brokenRules(document => new Broken(document))).toEqual(
      expect.arrayContaining([expect.stringContaining(rule)]),
    );
  });
});
