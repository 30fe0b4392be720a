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
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  ReadRepositoryOptions,
  RepositoryLocation,
  RepositoryReading,
  RepositorySignals,
} from '../repositorySignals';
import { RetryLaterError } from '../sbomSource';
import {
  repositorySignalsContract,
  RepositorySignalsContractSubject,
} from './repositorySignalsContract';

type Answer = Parameters<RepositorySignalsContractSubject['answer']>[0];

const SECRET = 'key-of-the-archive';
const now = new Date('2026-11-25T12:00:00Z');
const repository: RepositoryLocation = {
  url: 'https://archive.example/harbour/tide-tables',
  host: 'archive.example',
  slug: 'harbour/tide-tables',
};

/** A card of each repository in a drawer: the smallest source there can be. */
class ArchiveSource implements RepositorySignals {
  readonly id: string = 'archive';
  readonly parts: RepositorySignals['parts'] = ['facts', 'releases'];
  requests = 0;
  mood: Answer | undefined;

  reads({ host }: RepositoryLocation): boolean {
    return host === 'archive.example';
  }

  budgetKey(): string {
    return 'archive.example';
  }

  async read(options: ReadRepositoryOptions): Promise<RepositoryReading> {
    await this.ask(options);
    if (options.validators.card === '7') {
      return {
        parts: Object.fromEntries(
          options.parts.map(part => [part, { state: 'unchanged' }]),
        ),
        validators: { card: '7' },
      };
    }
    const parts: RepositoryReading['parts'] = {};
    if (options.parts.includes('facts')) {
      parts.facts = { state: 'read', value: { stars: 12 } };
    }
    if (options.parts.includes('releases')) {
      parts.releases = { state: 'read', value: { count: 2 } };
    }
    return { parts, validators: { card: '7' } };
  }

  async ask({ signal, spend }: ReadRepositoryOptions): Promise<void> {
    signal.throwIfAborted();
    await spend();
    this.requests += 1;
    switch (this.mood) {
      case 'absent':
        throw new NotFoundError('There is no card. Write one.');
      case 'refused':
        throw new NotAllowedError('The drawer is locked. Ask for the key.');
      case 'failing':
        throw new ServiceUnavailableError('The drawer is stuck.');
      case 'busy':
        throw new RetryLaterError('The archive is full.', {
          retryAfterMs: 60_000,
        });
      case 'nonsense':
        throw new InputError('The card cannot be read. Write it anew.');
      case 'hanging':
        await new Promise((_, reject) => {
          signal.addEventListener('abort', () => reject(signal.reason));
        });
        break;
      default:
    }
  }
}

function contractOf(create: () => ArchiveSource) {
  return repositorySignalsContract({
    async create() {
      const source = create();
      return {
        source,
        repository,
        otherRepositories: [{ ...repository, host: 'other.example' }],
        now,
        requests: () => source.requests,
        answer: kind => {
          source.mood = kind;
          return true;
        },
        secrets: [SECRET],
      };
    },
  });
}

async function brokenRules(create: () => ArchiveSource): Promise<string[]> {
  const broken: string[] = [];
  for (const { title, run } of contractOf(create)) {
    await run().catch(() => broken.push(title));
  }
  return broken;
}

describe('a source that keeps the contract', () => {
  it.each(contractOf(() => new ArchiveSource()))('$title', async ({ run }) => {
    await expect(run()).resolves.toBeUndefined();
  });
});

describe('a source that does not', () => {
  it.each<[string, new () => ArchiveSource, string]>([
    [
      'is not called in kebab-case',
      class extends ArchiveSource {
        readonly id = 'The Archive';
      },
      'has an id in kebab-case',
    ],
    [
      'reads whatever there is',
      class extends ArchiveSource {
        reads() {
          return true;
        }
      },
      'knows by the address alone',
    ],
    [
      'tells what nobody asked for',
      class extends ArchiveSource {
        async read(options: ReadRepositoryOptions) {
          return await super.read({ ...options, parts: [...this.parts] });
        }
      },
      'reads no more than is wanted',
    ],
    [
      'forgets its validator when nothing changed',
      class extends ArchiveSource {
        async read(options: ReadRepositoryOptions) {
          const reading = await super.read(options);
          return options.validators.card
            ? { ...reading, validators: {} }
            : reading;
        }
      },
      'keeps saying that it is unchanged',
    ],
    [
      'calls unchanged what was never read',
      class extends ArchiveSource {
        async read(options: ReadRepositoryOptions) {
          return await super.read({
            ...options,
            validators:
              Object.keys(options.validators).length > 0 ? { card: '7' } : {},
          });
        }
      },
      'does not fail of validators that are not its own',
    ],
    [
      'has too long a memory',
      class extends ArchiveSource {
        async read(options: ReadRepositoryOptions) {
          const reading = await super.read(options);
          return { ...reading, validators: { card: 'x'.repeat(201) } };
        }
      },
      'reads what is wanted, within bounds',
    ],
    [
      'asks more often than it has leave for',
      class extends ArchiveSource {
        async read(options: ReadRepositoryOptions) {
          this.requests += 1;
          return await super.read(options);
        }
      },
      'asks for leave before each request',
    ],
    [
      'asks first, and for leave afterwards',
      class extends ArchiveSource {
        async read(options: ReadRepositoryOptions) {
          const reading = super.read({ ...options, spend: async () => {} });
          await options.spend();
          return await reading;
        }
      },
      'makes no request without leave',
    ],
    [
      'hides that the budget is spent',
      class extends ArchiveSource {
        async read(options: ReadRepositoryOptions) {
          return await super.read(options).catch(error => {
            throw new ServiceUnavailableError(error.message);
          });
        }
      },
      'makes no request without leave',
    ],
    [
      'forgets that it did not get to the end',
      class extends ArchiveSource {
        async read(options: ReadRepositoryOptions) {
          const reading = await super.read(options);
          const isWhole = await this.ask(options).then(
            () => true,
            () => false,
          );
          return isWhole
            ? reading
            : {
                parts: { facts: reading.parts.facts },
                validators: { card: '7' },
              };
        }
      },
      'calls nothing unchanged that it could not read',
    ],
    [
      'says nothing of a failure on the way',
      class extends ArchiveSource {
        async read(options: ReadRepositoryOptions) {
          const reading = await super.read(options);
          await this.ask(options).catch(() => {});
          return reading;
        }
      },
      'or tells it, when all is busy',
    ],
    [
      'does not hear that it is to stop',
      class extends ArchiveSource {
        async read(options: ReadRepositoryOptions) {
          const { signal } = new AbortController();
          return await super.read(
            this.mood === 'hanging' ? options : { ...options, signal },
          );
        }
      },
      'makes no request when it is stopped',
    ],
    [
      'tells its secret',
      class extends ArchiveSource {
        async read(options: ReadRepositoryOptions) {
          return await super.read(options).catch(error => {
            error.message += ` ${SECRET}`;
            throw error;
          });
        }
      },
      'throws NotAllowedError when everything is refused',
    ],
    [
      'calls every failure one of ours',
      class extends ArchiveSource {
        async read(options: ReadRepositoryOptions) {
          return await super.read(options).catch(() => {
            throw new Error('it failed');
          });
        }
      },
      'throws NotFoundError when everything is absent',
    ],
  ])('%s', async (_title, Broken, rule) => {
    expect(await brokenRules(() => new Broken())).toEqual(
      expect.arrayContaining([expect.stringContaining(rule)]),
    );
  });
});
