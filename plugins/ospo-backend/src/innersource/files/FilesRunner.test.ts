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
import { anEntityOf } from '../../competencies/__testUtils__/catalogEntities';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { DatabaseRequestBudgets } from '../../shared/budgets/DatabaseRequestBudgets';
import { RequestBudgets } from '../../shared/budgets/RequestBudgets';
import { readCatalogFacts } from '../discovery/readCatalogFacts';
import { KeptSignals } from '../SignalsReader';
import { ProjectStore } from '../store/ProjectStore';
import { placeOf, readFiles } from './FilesReading';
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
  /** A rule lists the project at the place. */
  async function list(): Promise<void> {
    const entity = anEntityOf('Component', 'pay', {
      annotations: {
        'backstage.io/source-location':
          'url:https://github.com/org/mono/tree/HEAD/packages/pay/',
      },
    });
    const facts = readCatalogFacts(entity, {
      prefixes: [],
      helpLabels: [],
      forgeOf: () => 'github',
    });
    const listedBy = { rule: 'tag' as const, detail: 'inner-source' };
    await ProjectStore.create({ knex }).write({
      changed: [{ facts: { ...facts, repository }, listedBy, hash: '' }],
      gone: [],
      at: clock.toISOString(),
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
    await list();
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
    delete forge['.github/CODEOWNERS'];
    forge.CODEOWNERS = '* @org/all';
    await run({ budgets });
    expect(asked).toEqual([
      'packages/pay/innersource.json',
      'packages/pay/publiccode.yml',
    ]);
    const title = { fields: { title: 'Pay' } };
    expect(await reading()).toMatchObject({
      files: { 'innersource.json': title },
    });
    clock = new Date('2026-11-25T10:00:00Z');
    limits.requestsPerHour = 1;
    await run({ budgets });
    clock = new Date('2026-11-25T12:00:00Z');
    await run({ budgets });
    expect(asked.slice(2)).toEqual(['.github/CODEOWNERS', 'CODEOWNERS']);
    expect(await reading()).toMatchObject({
      files: {
        'innersource.json': title,
        codeowners: { fields: { trustedCommitters: [{ handle: 'org/all' }] } },
      },
    });
    expect(await reading()).not.toHaveProperty('asked');
  });

  it('leaves a host alone for the rest of the run when its budget is spent, and reads the others', async () => {
    const many = Array.from({ length: 500 }, (_, at) =>
      placeOf({ ...repository, url: `https://a_b.example/org/r${at}` }),
    );
    const others = ['https://acb.example/org/r', 'http://a_b.example.org/o/r'];
    await store.keep(
      new Set([...many, ...others.map(url => placeOf({ ...repository, url }))]),
      clock.toISOString(),
    );
    const taken: string[] = [];
    const budgets: RequestBudgets = {
      take: async (key, nowMs) => {
        taken.push(key);
        // A minute goes by with each, so that those put off would be due again soon.
        clock = new Date(nowMs + 60_000);
        return key === 'signals a_b.example'
          ? { granted: false, atMs: nowMs + 90_000 }
          : { granted: true };
      },
      recordSuccess: async () => {},
      recordFailure: async () => 1,
      pause: async () => {},
    };
    const statements: string[] = [];
    const listen = ({ sql }: { sql: string }) => statements.push(sql);
    knex.on('query', listen);
    await run({ budgets });
    knex.off('query', listen);
    const ofHost = taken.filter(key => key === 'signals a_b.example');
    expect(ofHost.length).toBeGreaterThan(0);
    expect(ofHost.length).toBeLessThanOrEqual(2);
    expect(new Set(taken)).toContain('signals acb.example');
    expect(new Set(taken)).toContain('signals a_b.example.org');
    expect(statements.length).toBeLessThan(60);
    // They are due again when the budget allows more.
    const due = await store.listDue({ now: clock.toISOString(), limit: 1000 });
    expect(due).toHaveLength(many.length);
  });

  it('keeps what it had read when the forge fails in the middle', async () => {
    forge['packages/pay/publiccode.yml'] = new Error('500');
    await run();
    expect(await reading()).toMatchObject({
      files: { 'innersource.json': { fields: { title: 'Pay' } } },
      problem: expect.any(String),
    });
  });

  it('asks a repository that nothing lists for innersource.json alone, and for the rest when something does', async () => {
    await ProjectStore.create({ knex }).write({
      changed: [],
      gone: ['component:default/pay'],
      at: clock.toISOString(),
    });
    const stamp = () => ProjectStore.create({ knex }).stamp();
    delete forge['packages/pay/innersource.json'];
    const before = await stamp();
    await run();
    expect(asked).toEqual(['packages/pay/innersource.json']);
    // Nothing that anybody is told has changed.
    expect(await stamp()).toBe(before);
    await run();
    expect(asked).toHaveLength(1);
    await list();
    // Once is enough, though the budget is spent when it becomes a project.
    const spent: RequestBudgets = {
      take: jest.fn(async (_key, nowMs) => ({
        granted: false as const,
        atMs: nowMs + 3_600_000,
      })),
      recordSuccess: async () => {},
      recordFailure: async () => 1,
      pause: async () => {},
    };
    await run({ budgets: spent });
    await run({ budgets: spent });
    expect(spent.take).toHaveBeenCalledTimes(1);
    clock = new Date('2026-11-25T10:00:00Z');
    await run();
    expect(asked.slice(1)).toEqual([
      'packages/pay/innersource.json',
      'packages/pay/publiccode.yml',
      '.github/CODEOWNERS',
    ]);
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

  it.each([
    '<!DOCTYPE html>\n<html><script>\n/*\n * @license MIT\n */</script></html>',
    '{"message":"Bad credentials","documentation_url":"https://docs.example"}',
    '\u0000\u0001',
    'x'.repeat(4 * 1024 * 1024),
  ])(
    'keeps what was understood while another thing (%#) is answered',
    async text => {
      forge['packages/pay/publiccode.yml'] = 'name: Pay\nlegal: {license: MIT}';
      await run();
      const before = await reading();
      expect(before?.files['publiccode.yml']?.fields.licence).toBe('MIT');
      clock = new Date('2026-11-26T12:00:00Z');
      forge = Object.fromEntries(Object.keys(forge).map(path => [path, text]));
      await run();
      const after = await reading();
      for (const file of readFiles) {
        expect(after?.files[file]?.fields).toEqual(before?.files[file]?.fields);
      }
      expect(after?.files['innersource.json']?.findings).not.toEqual([]);
      expect(after?.files['innersource.json']).not.toHaveProperty('isForeign');
    },
  );

  it('knows what was never understood', async () => {
    forge['packages/pay/innersource.json'] = '<html>Sign in</html>';
    await run();
    expect((await reading())?.files['innersource.json']).toMatchObject({
      isForeign: true,
      fields: {},
    });
  });

  it('forgets places that nobody wants any more', async () => {
    await run();
    await store.keep(new Set(), clock.toISOString());
    expect((await store.readAll()).size).toBe(0);
  });
});
