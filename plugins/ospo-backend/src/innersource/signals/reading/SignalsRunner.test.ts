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

import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  ReadRepositoryOptions,
  RepositoryReading,
  RepositorySignals,
  RetryLaterError,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { Knex } from 'knex';
import { findInEveryColumn } from '../../../database/__testUtils__/findInEveryColumn';
import { DatabaseRequestBudgets } from '../../../shared/budgets/DatabaseRequestBudgets';
import { RequestBudgetLimits } from '../../../shared/budgets/requestWindow';
import { everyDatabase } from '../../../shared/__testUtils__/testDatabases';
import { aTarget, HOUR, MINUTE, START, Targets } from '../__testUtils__/aStore';
import { loginKey, Organisation } from '../org/Organisation';
import { DatabaseSignalsStore } from '../store/DatabaseSignalsStore';
import { ProjectReader } from './ProjectReader';
import { RepositorySignalsRegistry } from './RepositorySignalsRegistry';
import { SignalsRunner } from './SignalsRunner';

jest.setTimeout(120_000);

/** A forge in this process that counts, by the clock of the test, when it was asked. */
class CountingForge {
  readonly asked: { path: string; atMs: number }[] = [];
  status = 200;
  nowMs = START;
  readonly #server: Server;

  static async start(): Promise<CountingForge> {
    const forge = new CountingForge();
    await new Promise<void>(resolve => {
      forge.#server.listen(0, '127.0.0.1', resolve);
    });
    return forge;
  }

  private constructor() {
    this.#server = createServer((req, res) => {
      this.asked.push({ path: req.url ?? '', atMs: this.nowMs });
      res.writeHead(this.status).end('{}');
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  paths(): string[] {
    return this.asked.map(({ path }) => path);
  }

  /** The most requests in any stretch of that length. */
  most(lengthMs: number): number {
    const times = this.asked.map(({ atMs }) => atMs);
    return Math.max(
      0,
      ...times.map(
        from => times.filter(at => at >= from && at < from + lengthMs).length,
      ),
    );
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}

const GITHUB = 'git.example.org/user-login';

/** Three people in the owning group and three elsewhere. */
const organisation: Organisation = {
  parents: new Map([
    ['group:default/acme', undefined],
    ['group:default/pay', 'group:default/acme'],
    ['group:default/bank', 'group:default/acme'],
  ]),
  byLogin: new Map(
    ['ann', 'bea', 'cia', 'dan', 'eva', 'fay'].map(name => [
      loginKey(GITHUB, `${name}-login`),
      `user:default/${name}`,
    ]),
  ),
  byEmail: new Map(),
  groupsOf: new Map<string, string[]>([
    ...['ann', 'bea', 'cia'].map(
      name =>
        [`user:default/${name}`, ['group:default/pay']] as [string, string[]],
    ),
    ...['dan', 'eva', 'fay'].map(
      name =>
        [`user:default/${name}`, ['group:default/bank']] as [string, string[]],
    ),
  ]),
};

const AUTHORS = [
  ...['ann', 'bea', 'cia'].map(name => ({
    handle: `${name}-login`,
    email: `${name}@secret.example`,
    commits: 10,
  })),
  ...['dan', 'eva', 'fay'].map(name => ({
    handle: `${name}-login`,
    commits: 2,
  })),
  { email: 'stranger@secret.example', commits: 4 },
  { handle: 'renovate', commits: 500 },
];

/** One request a part, to the counting forge. */
class AskingSource implements RepositorySignals {
  answer:
    | ((
        options: ReadRepositoryOptions,
      ) => RepositoryReading | Promise<RepositoryReading>)
    | undefined;
  readonly wanted: string[][] = [];
  budget = 'git.example.org';

  constructor(
    readonly forge: CountingForge,
    readonly id = 'forge',
    readonly parts: RepositorySignals['parts'] = ['facts', 'commits'],
  ) {}

  reads(): boolean {
    return true;
  }

  budgetKey(): string {
    return this.budget;
  }

  async read(options: ReadRepositoryOptions): Promise<RepositoryReading> {
    this.wanted.push(options.parts);
    for (const part of options.parts) {
      await options.spend();
      const { status } = await fetch(
        `${this.forge.url}/${options.repository.slug}/${part}`,
      );
      if (status === 429) {
        throw new RetryLaterError('Asked too often.', {
          retryAfterMs: 30 * MINUTE,
        });
      }
      if (status === 404) {
        throw new NotFoundError('No such repository.');
      }
      if (status >= 500) {
        throw new ServiceUnavailableError('The forge is down.');
      }
    }
    return (
      (await this.answer?.(options)) ?? {
        parts: {
          facts: { state: 'read', value: { stars: 3 } },
          commits: {
            state: 'read',
            value: {
              bounded: true,
              humanWeeks: Array(52).fill(1),
              authors: AUTHORS,
            },
          },
        },
        validators: { etag: '"1"' },
      }
    );
  }
}

class Harness {
  readonly logger = mockServices.logger.mock();
  readonly sources: RepositorySignals[];
  targets = new Targets('a', 'b', 'c');
  budget: RequestBudgetLimits = {
    requestsPerHour: 10_000,
    requestsPerMinute: 10_000,
  };
  readTimeoutMs = 30_000;

  constructor(
    readonly knex: Knex,
    readonly forge: CountingForge,
    readonly source = new AskingSource(forge),
  ) {
    this.sources = [source];
  }

  replica() {
    const { logger } = this;
    const now = () => new Date(this.forge.nowMs);
    const sources = RepositorySignalsRegistry.create();
    this.sources.forEach(source => sources.addRepositorySignals(source));
    const store = DatabaseSignalsStore.create({ knex: this.knex });
    const budgetOf = (source: RepositorySignals) =>
      (source as AskingSource).budget;
    const reader = ProjectReader.create({
      sources,
      budgets: DatabaseRequestBudgets.create({
        knex: this.knex,
        limitsOf: () => this.budget,
      }),
      budgetOf,
      loginAnnotations: () => [GITHUB],
      filesForgeOf: () => 'github',
      isBot: login => login === 'renovate',
      businessMs: (start, end) => Date.parse(end) - Date.parse(start),
      businessHours: () => undefined,
      checkEveryMs: 6 * HOUR,
      readTimeoutMs: this.readTimeoutMs,
      logger,
      now,
      random: () => 0.5,
    });
    return {
      store,
      runner: SignalsRunner.create({
        store,
        sources,
        reader,
        targets: this.targets,
        organisation: async () => organisation,
        budgetOf,
        readTimeoutMs: this.readTimeoutMs,
        logger,
        now,
      }),
    };
  }

  run(signal = new AbortController().signal) {
    return this.replica().runner.run(signal);
  }

  async record(name: string) {
    const record = await this.replica().store.read(`component:default/${name}`);
    if (!record) {
      throw new Error(`There is no '${name}'`);
    }
    return record;
  }

  pass(ms: number) {
    this.forge.nowMs += ms;
  }
}

describe.each(everyDatabase)('SignalsRunner, %s', (_name, createDatabase) => {
  let forge: CountingForge;
  let harness: Harness;

  beforeEach(async () => {
    forge = await CountingForge.start();
    harness = new Harness(await createDatabase(), forge);
  });
  afterEach(() => forge.close());

  it('reads each project, and again after the interval with what the last reading gave', async () => {
    const validators: unknown[] = [];
    expect(await harness.run()).toEqual({ read: 3, failed: 0, released: 0 });
    harness.source.answer = options => {
      validators.push(options.validators);
      return {
        parts: {
          facts: { state: 'unchanged' },
          commits: { state: 'unchanged' },
        },
        validators: options.validators,
      };
    };
    expect(await harness.run()).toEqual({ read: 0, failed: 0, released: 0 });
    harness.pass(7 * HOUR);
    expect(await harness.run()).toMatchObject({ read: 3 });
    expect(validators).toEqual(Array(3).fill({ etag: '"1"' }));
    const { parts } = await harness.record('a');
    expect(parts.facts).toEqual({
      value: { stars: 3 },
      source: 'forge',
      fetchedAt: new Date(START + 7 * HOUR).toISOString(),
    });
  });

  it('keeps what the README says of the project, and not the README', async () => {
    harness.sources[0] = new AskingSource(forge, 'forge', ['files']);
    (harness.sources[0] as AskingSource).answer = () => ({
      parts: {
        files: {
          state: 'read',
          value: {
            paths: ['README.md'],
            truncated: false,
            readme: {
              path: 'README.md',
              text: '# Pay\n\nSecret of nobody: ann@secret.example.\n\n## Contributing\n\nNot kept.',
            },
          },
        },
      },
      validators: {},
    });
    await harness.run();
    const { parts } = await harness.record('a');
    expect(parts.files?.value).toMatchObject({
      documents: [
        { document: 'readme', as: 'file' },
        { document: 'contributing', as: 'section' },
      ],
      readme: {
        fields: {
          title: 'Pay',
          channels: [
            {
              type: 'contributing',
              url: expect.stringMatching(
                /\/blob\/HEAD\/README\.md#contributing$/,
              ),
            },
          ],
        },
      },
    });
    expect(JSON.stringify(parts)).not.toMatch(/secret\.example|Not kept/);
  });

  it('counts authors by where they are, and keeps and logs none of them', async () => {
    await harness.run();
    const { parts } = await harness.record('a');
    expect(parts.commits?.value).toEqual({
      bounded: true,
      humanWeeks: Array(52).fill(1),
      humanAuthors: 7,
      origins: {
        inside: 30,
        outside: 6,
        unmapped: 'few',
        distance: 1,
        withoutGroup: 0,
      },
    });
    harness.source.answer = async () => {
      throw new Error('failed for ann-login <ann@secret.example>');
    };
    harness.pass(7 * HOUR);
    await harness.run();
    for (const text of ['secret.example', '-login', 'renovate']) {
      expect(await findInEveryColumn(harness.knex, text)).toEqual([]);
    }
    const logged = JSON.stringify([
      ...harness.logger.info.mock.calls,
      ...harness.logger.warn.mock.calls,
      ...harness.logger.debug.mock.calls,
      ...harness.logger.error.mock.calls,
    ]);
    expect(logged).not.toContain('secret.example');
  });

  it('never asks more than the budget allows, and gets to the end all the same', async () => {
    harness.targets = new Targets(
      ...Array.from({ length: 12 }, (_, i) => `p${10 + i}`),
    );
    harness.budget = { requestsPerHour: 18, requestsPerMinute: 5 };
    for (let minute = 0; minute < 120; minute++) {
      await Promise.all([harness.run(), harness.run()]);
      harness.pass(MINUTE);
    }
    expect(forge.most(MINUTE)).toBeLessThanOrEqual(5);
    expect(forge.most(HOUR)).toBeLessThanOrEqual(18);
    const records = await harness.replica().store.readAll();
    expect(
      [...records.values()].filter(({ parts }) => parts.commits),
    ).toHaveLength(12);
    // A source that stops half-way loses what it had, so a little is asked twice.
    expect(forge.asked.length).toBeLessThanOrEqual(36);
  });

  it('asks nothing of a host that wants to be left alone, until it may', async () => {
    forge.status = 429;
    await harness.run();
    const before = forge.asked.length;
    expect(before).toBeLessThanOrEqual(2);
    forge.status = 200;
    harness.pass(29 * MINUTE);
    await harness.run();
    expect(forge.asked).toHaveLength(before);
    harness.pass(2 * MINUTE);
    await harness.run();
    expect((await harness.record('c')).parts.commits).toBeDefined();
  });

  it('leaves a host alone that wanted it on the way, though a part was read', async () => {
    harness.targets = new Targets('a', 'b', 'c', 'd', 'e', 'f');
    harness.source.answer = () => ({
      parts: {
        facts: { state: 'read', value: { stars: 1 } },
        commits: { state: 'later', retryAfterMs: HOUR },
      },
      validators: {},
      stoppedBy: new RetryLaterError('Asked too often.', {
        retryAfterMs: HOUR,
      }),
    });
    await harness.run();
    const before = forge.asked.length;
    // Two are read at a time.
    expect(before).toBeLessThanOrEqual(4);
    expect((await harness.record('a')).parts.facts?.value).toEqual({
      stars: 1,
    });
    harness.source.answer = undefined;
    harness.pass(59 * MINUTE);
    await harness.run();
    expect(forge.asked).toHaveLength(before);
    harness.pass(2 * MINUTE);
    await harness.run();
    expect((await harness.record('f')).parts.commits).toBeDefined();
  });

  it('leaves a host alone that failed on the way three times in a row', async () => {
    harness.targets = new Targets('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    harness.source.answer = () => ({
      parts: {
        facts: { state: 'read', value: { stars: 1 } },
        commits: { state: 'later', retryAfterMs: 15 * MINUTE },
      },
      validators: {},
      stoppedBy: new ServiceUnavailableError('The forge is down.'),
    });
    await harness.run();
    expect(forge.asked.length).toBeLessThanOrEqual(8);
  });

  it('asks again for what the forge was still computing, and for nothing else', async () => {
    harness.targets = new Targets('a');
    harness.source.answer = ({ parts }) => ({
      parts: {
        ...(parts.includes('facts') && {
          facts: { state: 'read', value: { stars: 1 } },
        }),
        commits: { state: 'later', retryAfterMs: 2 * MINUTE },
      },
      validators: { etag: '"1"' },
    });
    await harness.run();
    const waiting = await harness.record('a');
    expect(waiting.parts.commits).toBeUndefined();
    expect(waiting.states).toMatchObject([
      { state: 'partial', pending: ['commits'] },
    ]);
    harness.source.answer = undefined;
    harness.pass(MINUTE);
    await harness.run();
    expect(harness.source.wanted).toHaveLength(1);
    harness.pass(MINUTE);
    await harness.run();
    expect(harness.source.wanted).toEqual([['facts', 'commits'], ['commits']]);
    const { parts, states } = await harness.record('a');
    expect(parts.commits).toBeDefined();
    expect(parts.facts?.value).toEqual({ stars: 1 });
    expect(states).toMatchObject([
      { state: 'ok', validators: { etag: '"1"' } },
    ]);
    expect(states[0]).not.toHaveProperty('pending');
  });

  it('changes ages and not values when the forge goes down, and recovers', async () => {
    await harness.run();
    const before = await harness.record('a');
    forge.status = 503;
    harness.pass(7 * HOUR);
    await harness.run();
    const down = await harness.record('a');
    expect(down.parts.commits).toEqual({
      ...before.parts.commits,
      error: 'The forge is down.',
    });
    expect(down.states).toMatchObject([
      {
        state: 'failed',
        note: 'The forge is down.',
        failures: 1,
        fetchedAt: new Date(START).toISOString(),
      },
    ]);
    forge.status = 200;
    harness.pass(25 * HOUR);
    await harness.run();
    const up = await harness.record('a');
    expect(up.parts.commits).toEqual({
      ...before.parts.commits,
      fetchedAt: new Date(START + 32 * HOUR).toISOString(),
    });
    expect(up.states).toMatchObject([{ state: 'ok', failures: 0 }]);
  });

  it('leaves a host alone that failed three times in a row', async () => {
    harness.targets = new Targets('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    forge.status = 500;
    await harness.run();
    expect(forge.asked.length).toBeLessThanOrEqual(4);
    const asked = forge.asked.length;
    harness.pass(MINUTE);
    await harness.run();
    expect(forge.asked).toHaveLength(asked);
  });

  it('does not take a missing repository for a host that is down', async () => {
    forge.status = 404;
    await harness.run();
    expect(forge.asked).toHaveLength(3);
    expect((await harness.record('b')).states).toMatchObject([
      { state: 'failed', note: 'No such repository.' },
    ]);
  });

  it('is done once by two replicas at a time', async () => {
    harness.targets = new Targets(
      ...Array.from({ length: 20 }, (_, i) => `p${i}`),
    );
    const reports = await Promise.all([harness.run(), harness.run()]);
    expect(reports[0].read + reports[1].read).toBe(20);
    expect(new Set(forge.paths()).size).toBe(40);
    expect(forge.paths()).toHaveLength(40);
  });

  it('goes on where it was cut off', async () => {
    harness.targets = new Targets('a', 'b', 'c', 'd', 'e', 'f');
    const stop = new AbortController();
    let reads = 0;
    const answer = harness.source.answer;
    harness.source.answer = async () => {
      reads += 1;
      if (reads === 3) {
        stop.abort();
      }
      return {
        parts: { facts: { state: 'read', value: { stars: reads } } },
        validators: {},
      };
    };
    await harness.run(stop.signal);
    const read = [...(await harness.replica().store.readAll()).values()].filter(
      ({ checkedAt }) => checkedAt,
    );
    expect(read.length).toBeGreaterThanOrEqual(2);
    expect(read.length).toBeLessThan(6);
    harness.source.answer = answer;
    const before = forge.paths().length;
    await harness.run();
    // Nothing of those that were read already; a request that was cut off may come in late.
    const again = read.filter(({ target }) =>
      forge
        .paths()
        .slice(before)
        .some(asked => asked.startsWith(`/${target.repository?.slug}/`)),
    );
    expect(again).toEqual([]);
    const all = [...(await harness.replica().store.readAll()).values()];
    expect(all.every(({ checkedAt }) => checkedAt)).toBe(true);
  });

  it('asks a later source only for what none before it tells', async () => {
    harness.targets = new Targets('a');
    const second = new AskingSource(forge, 'git', ['commits', 'releases']);
    second.answer = () => ({
      parts: { releases: { state: 'read', value: { count: 4 } } },
      validators: {},
    });
    harness.sources.push(second);
    await harness.run();
    expect(second.wanted).toEqual([['releases']]);
    const { parts } = await harness.record('a');
    expect([parts.commits?.source, parts.releases?.source]).toEqual([
      'forge',
      'git',
    ]);
  });

  it('stores nothing of a repository that the project left while it was read', async () => {
    harness.targets = new Targets('a');
    const { answer } = harness.source;
    harness.source.answer = async () => {
      harness.source.answer = answer;
      const { store } = harness.replica();
      harness.targets.all = [aTarget('a', { path: 'libs/a' })];
      await store.putTargets(
        [{ target: harness.targets.all[0], budgetKey: 'git.example.org' }],
        new Date(forge.nowMs).toISOString(),
      );
      return {
        parts: { facts: { state: 'read', value: { stars: 99 } } },
        validators: { etag: '"of the old one"' },
      };
    };
    await harness.run();
    const { parts, states } = await harness.record('a');
    expect(parts.facts?.value).toEqual({ stars: 3 });
    expect(states).toMatchObject([{ validators: { etag: '"1"' } }]);
    expect(harness.source.wanted).toHaveLength(2);
  });

  it('bounds the time that a source may take', async () => {
    harness.targets = new Targets('a');
    harness.readTimeoutMs = 50;
    harness.source.answer = () => new Promise(() => undefined);
    expect(await harness.run()).toMatchObject({ failed: 1 });
    expect((await harness.record('a')).states).toMatchObject([
      { state: 'failed', note: expect.stringContaining('did not answer') },
    ]);
  });

  it('takes up what discovery finds, and drops what it lost once it has looked everywhere', async () => {
    harness.targets = new Targets('a', 'b');
    await harness.run();
    const { store } = harness.replica();
    harness.targets = new Targets('b');
    harness.targets.discovered = undefined;
    await harness.run();
    expect((await store.readAll()).size).toBe(2);
    harness.targets.discovered = new Date(START).toISOString();
    await harness.run();
    expect([...(await store.readAll()).keys()]).toEqual([
      'component:default/b',
    ]);
  });

  it('reads one project at once when somebody asks, and not again within a minute', async () => {
    const { runner } = harness.replica();
    const target = aTarget('a');
    await runner.refresh(target);
    await runner.refresh(target);
    expect(forge.paths()).toEqual(['/acme/a/facts', '/acme/a/commits']);
    harness.pass(2 * MINUTE);
    await runner.refresh(target);
    expect(forge.asked).toHaveLength(4);
  });
});
