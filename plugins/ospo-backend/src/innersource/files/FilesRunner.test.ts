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

import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { Knex } from 'knex';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { DatabaseRequestBudgets } from '../../shared/budgets/DatabaseRequestBudgets';
import { KeptSignals } from '../SignalsReader';
import { ProjectStore } from '../store/ProjectStore';
import { placeOf } from './FilesReading';
import { FilesRunner, FilesRunnerOptions } from './FilesRunner';
import { FilesStore } from './FilesStore';

jest.setTimeout(60_000);

const repository = {
  url: 'https://github.com/org/mono',
  host: 'github.com',
  slug: 'org/mono',
  path: 'packages/pay',
};
const place = placeOf(repository);
const BASE = 'https://github.com/org/mono/blob/HEAD/';

describe.each(everyDatabase)('FilesRunner, %s', (_name, createDatabase) => {
  let knex: Knex;
  let store: FilesStore;
  let clock: Date;
  /** The forge: text of a file, or what it answers instead. */
  let forge: Record<string, string | Error>;
  let asked: string[];

  function aRunner(overrides: Partial<FilesRunnerOptions> = {}) {
    const readUrl = async (url: string, options?: { etag?: string }) => {
      asked.push(url.replace(BASE, ''));
      const answer = forge[url.replace(BASE, '')] ?? new NotFoundError('404');
      if (answer instanceof Error) {
        throw answer;
      }
      const etag = `"${answer.length}"`;
      if (options?.etag === etag) {
        throw new NotModifiedError('unchanged');
      }
      return { buffer: async () => Buffer.from(answer), etag };
    };
    return FilesRunner.create({
      store,
      projects: ProjectStore.create({ knex }),
      signals: { readAll: async () => new Map<string, KeptSignals>() },
      budgets: DatabaseRequestBudgets.create({
        knex,
        limitsOf: () => ({ requestsPerHour: 1000, requestsPerMinute: 1000 }),
      }),
      budgetKey: host => `signals ${host}`,
      urlReader: mockServices.urlReader.mock({ readUrl }),
      forgeOf: () => 'github',
      hostsKey: 'ospo.innerSource.signals.hosts',
      checkEveryMs: 86_400_000,
      readTimeoutMs: 10_000,
      logger: mockServices.logger.mock(),
      now: () => clock,
      random: () => 0.5,
      ...overrides,
    });
  }
  const run = (overrides?: Partial<FilesRunnerOptions>) =>
    aRunner(overrides).run(new AbortController().signal);
  const reading = async () => (await store.readAll()).get(place);

  beforeEach(async () => {
    knex = await createDatabase();
    store = FilesStore.create({ knex });
    clock = new Date('2026-11-25T08:00:00Z');
    forge = {
      'packages/pay/innersource.json': '{"title":"Pay","skills":["Math"]}',
      '.github/CODEOWNERS': '/packages/pay/ @org/pay',
    };
    asked = [];
    await store.keep(new Set([place]), clock.toISOString());
  });

  it('reads what lies in the folder of the project, and asks no more than it must', async () => {
    await run();
    expect(asked).toEqual([
      'packages/pay/innersource.json',
      'packages/pay/publiccode.yml',
      '.github/CODEOWNERS',
    ]);
    expect(await reading()).toMatchObject({
      files: {
        'innersource.json': {
          path: 'packages/pay/innersource.json',
          fields: { title: 'Pay', skills: ['Math'] },
        },
        codeowners: { fields: { trustedCommitters: [{ handle: 'org/pay' }] } },
      },
    });
    await run();
    expect(asked).toHaveLength(3);
    const before = await reading();
    clock = new Date('2026-11-26T12:00:00Z');
    await run();
    expect(asked).toHaveLength(6);
    expect(await reading()).toEqual(before);
  });

  it('keeps what it read when the forge fails, and says why', async () => {
    await run();
    clock = new Date('2026-11-26T12:00:00Z');
    forge = {
      'packages/pay/innersource.json': new Error(
        'https://github.com/x could not be read, 500 Internal Server Error',
      ),
    };
    await run();
    expect(await reading()).toMatchObject({
      files: { 'innersource.json': { fields: { title: 'Pay' } } },
      problem: expect.stringContaining('github.com'),
    });
    clock = new Date('2026-11-27T12:00:00Z');
    forge = {};
    await run();
    expect(await reading()).toEqual({ files: {} });
  });

  it('never asks more than the budget, and goes on where it was', async () => {
    const limits = { requestsPerHour: 2, requestsPerMinute: 2 };
    const budgets = DatabaseRequestBudgets.create({
      knex,
      limitsOf: () => limits,
    });
    await run({ budgets });
    expect(asked).toHaveLength(2);
    expect(await reading()).toBeUndefined();
    limits.requestsPerHour = 100;
    limits.requestsPerMinute = 100;
    clock = new Date('2026-11-25T12:00:00Z');
    await run({ budgets });
    expect(await reading()).toMatchObject({
      files: { 'innersource.json': { fields: { title: 'Pay' } } },
    });
  });

  it.each([
    ['<html>Sign in</html>', 'innersource-json-not-json'],
    ['[]', 'innersource-json-not-an-object'],
    ['x'.repeat(4 * 1024 * 1024), 'file-too-large'],
  ])('takes what a forge answers for a finding', async (text, code) => {
    forge['packages/pay/innersource.json'] = text;
    await run();
    expect((await reading())?.files['innersource.json']?.findings).toEqual([
      expect.objectContaining({ code }),
    ]);
  });

  it('forgets places that nobody wants any more', async () => {
    await run();
    await store.keep(new Set(), clock.toISOString());
    expect((await store.readAll()).size).toBe(0);
  });
});
