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
import { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  ReceiveSbomOptions,
  RetryLaterError,
  SbomRefusedError,
  SbomSource,
} from '@ospo-suite/backstage-plugin-ospo-node';
import { Knex } from 'knex';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { anEntity } from '../__testUtils__/anEntity';
import { DatabaseEntityStore } from '../entities/DatabaseEntityStore';
import { entityFacts, hashEntityFacts } from '../entities/entityFacts';
import { locateSboms } from './locateSboms';
import { UsageSourceRow } from '../tables';
import { Forge } from './__testUtils__/Forge';
import { AnnotationSbomSource } from './AnnotationSbomSource';
import { DatabaseRequestBudgets } from '../../shared/budgets/DatabaseRequestBudgets';
import { DatabaseSourceStore } from './DatabaseSourceStore';
import { LocalSbomReader } from './LocalSbomReader';
import { RequestBudgetLimits } from '../../shared/budgets/requestWindow';
import { SbomSourceRegistry } from './SbomSourceRegistry';
import { SourceFetcher } from './SourceFetcher';
import { SourceRunner } from './SourceRunner';

jest.setTimeout(120_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const START = Date.parse('2026-11-23T12:00:00Z');

/** A registry, a forge and a clock, with any number of replicas of the runner. */
class SourceHarness {
  readonly received: { entityRef: string; target?: string; text: string }[] =
    [];
  readonly logger = mockServices.logger.mock();
  readonly sources = SbomSourceRegistry.create();
  entities: Entity[] = [];
  catalogError: Error | undefined;
  nowMs = START;
  budget: RequestBudgetLimits = {
    requestsPerHour: 1000,
    requestsPerMinute: 1000,
  };
  fetchTimeoutMs = 30_000;
  maxBytes = 1_000_000;
  breakStore: ((store: DatabaseSourceStore) => void) | undefined;
  receive: ((options: ReceiveSbomOptions, text: string) => void) | undefined;

  constructor(readonly knex: Knex, readonly forge: Forge) {
    const integrations = ScmIntegrations.fromConfig(mockServices.rootConfig());
    this.sources.addSbomSource(
      AnnotationSbomSource.create({
        urlReader: forge.urlReader(),
        localReader: LocalSbomReader.create({ roots: [] }),
        prefixes: ['ospo/'],
        resolveUrl: options => integrations.resolveUrl(options),
      }),
    );
  }

  replica() {
    const catalog = catalogServiceMock({ entities: this.entities });
    if (this.catalogError) {
      jest
        .spyOn(catalog, 'getEntitiesByRefs')
        .mockRejectedValue(this.catalogError);
    }
    const store = DatabaseSourceStore.create({ knex: this.knex });
    this.breakStore?.(store);
    return SourceRunner.create({
      store,
      budgets: DatabaseRequestBudgets.create({
        knex: this.knex,
        limitsOf: () => this.budget,
      }),
      fetcher: SourceFetcher.create({
        auth: mockServices.auth(),
        inbox: {
          receive: async options => {
            const chunks: Uint8Array[] = [];
            for await (const chunk of options.document) {
              chunks.push(chunk);
            }
            const text = Buffer.concat(chunks).toString();
            this.receive?.(options, text);
            const { entityRef, target } = options;
            const known = this.received.some(
              one => one.entityRef === entityRef && one.text === text,
            );
            this.received.push({ entityRef, target, text });
            return {
              outcome: known ? 'unchanged' : 'stored',
              // The runner looks at nothing else of it.
              snapshot: {} as never,
              findings: [],
            };
          },
        },
        sourceOf: id => this.sources.get(id),
        fetchTimeoutMs: this.fetchTimeoutMs,
        maxBytes: this.maxBytes,
      }),
      catalog,
      auth: mockServices.auth(),
      checkEveryMs: 6 * HOUR,
      fetchTimeoutMs: this.fetchTimeoutMs,
      logger: this.logger,
      now: () => new Date(this.nowMs),
      random: () => 0.5,
    });
  }

  run(signal = new AbortController().signal) {
    return this.replica().run(signal);
  }

  /** Puts components into the store that name these places at the forge. */
  async name(paths: Record<string, string>) {
    this.entities = Object.entries(paths).map(([name, sbom]) =>
      anEntity({
        name,
        annotations: {
          'ospo/sbom': sbom
            .split(',')
            .map(path => `${this.forge.url}${path}`)
            .join(),
        },
      }),
    );
    await DatabaseEntityStore.create({ knex: this.knex }).write(
      this.entities.map(entity => {
        const facts = entityFacts(
          entity,
          locateSboms({
            entity,
            sources: this.sources.list(),
            logger: this.logger,
          }),
        );
        return {
          facts,
          factsHash: hashEntityFacts(facts),
          ownerState: 'none' as const,
        };
      }),
      new Date(this.nowMs).toISOString(),
    );
  }

  rows(): Promise<UsageSourceRow[]> {
    return this.knex('usage_sources').orderBy('id');
  }

  minutesUntil(row: UsageSourceRow): number {
    return (Date.parse(row.next_check_at) - this.nowMs) / MINUTE;
  }
}

describe.each(everyDatabase)('SourceRunner, %s', (_name, createDatabase) => {
  let forge: Forge;
  let harness: SourceHarness;

  beforeEach(async () => {
    forge = await Forge.start();
    harness = new SourceHarness(await createDatabase(), forge);
  });
  afterEach(() => forge.close());

  it('reads what is due, and again after the interval, with the etag', async () => {
    forge.file('/bom.json', 'one');
    await harness.name({ shop: '/bom.json' });

    expect(await harness.run()).toMatchObject({ fetched: 1, failed: 0 });
    expect(harness.received).toEqual([
      { entityRef: 'component:default/shop', target: 'shop', text: 'one' },
    ]);
    const [row] = await harness.rows();
    expect(row).toMatchObject({
      state: 'ok',
      etag: '"v1"',
      checked_at: '2026-11-23T12:00:00.000Z',
      last_good_at: '2026-11-23T12:00:00.000Z',
      claimed_until: null,
      failures: 0,
      message: null,
    });
    expect(harness.minutesUntil(row)).toBe(360);

    expect(await harness.run()).toMatchObject({ fetched: 0, unchanged: 0 });
    harness.nowMs += 6 * HOUR;
    expect(await harness.run()).toMatchObject({ unchanged: 1 });
    expect(await harness.rows()).toMatchObject([
      { state: 'unchanged', last_good_at: '2026-11-23T18:00:00.000Z' },
    ]);
    expect(harness.received).toHaveLength(1);

    forge.file('/bom.json', 'two', '"v2"');
    harness.nowMs += 6 * HOUR;
    expect(await harness.run()).toMatchObject({ fetched: 1 });
    expect(harness.received[1]).toMatchObject({ text: 'two' });
    expect(forge.requests).toHaveLength(3);
  });

  it('takes the same bytes under another etag for unchanged', async () => {
    forge.file('/bom.json', 'one', '"v1"');
    await harness.name({ shop: '/bom.json' });
    await harness.run();
    forge.file('/bom.json', 'one', '"v2"');
    harness.nowMs += 6 * HOUR;

    expect(await harness.run()).toMatchObject({ unchanged: 1 });
    expect(await harness.rows()).toMatchObject([
      { state: 'unchanged', etag: '"v2"' },
    ]);
  });

  it.each([
    [403, 'refuses access (403)'],
    [404, 'has no such file'],
    [500, 'an error of its own (500)'],
  ])(
    'keeps the last good state when the host answers %s, and waits longer each time',
    async (status, words) => {
      forge.file('/bom.json', 'one');
      await harness.name({ shop: '/bom.json' });
      await harness.run();

      const generation = async (): Promise<number> =>
        (await harness.knex('usage_totals').first('generation')).generation;
      const generationBefore = await generation();

      forge.status('/bom.json', status);
      const waits: number[] = [];
      for (const failures of [1, 2, 3, 4]) {
        harness.nowMs = Date.parse((await harness.rows())[0].next_check_at);
        expect(await harness.run()).toMatchObject({ failed: 1 });
        const [row] = await harness.rows();
        expect(row).toMatchObject({
          state: 'failed',
          failures,
          etag: '"v1"',
          last_good_at: '2026-11-23T12:00:00.000Z',
          message: expect.stringContaining(words),
        });
        waits.push(harness.minutesUntil(row));
      }
      expect(waits.slice(0, 2)).toEqual([3.75, 7.5]);
      expect(waits[3]).toBeGreaterThanOrEqual(30);

      forge.file('/bom.json', 'one');
      harness.nowMs += 24 * HOUR;
      expect(await generation()).toBe(generationBefore + 1);
      expect(await harness.run()).toMatchObject({ unchanged: 1 });
      // Once for having failed, once for being well again: lists show both.
      expect(await generation()).toBe(generationBefore + 2);
      expect(await harness.rows()).toMatchObject([
        { state: 'unchanged', failures: 0, message: null },
      ]);
    },
  );

  it('leaves the whole host alone when one answer says that it is asked too often', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `c${i}`);
    await harness.name(Object.fromEntries(names.map(n => [n, `/${n}`])));
    forge.status(undefined, 429, { 'retry-after': '600' });

    await harness.run();
    const asked = forge.requests.length;
    // Two are under way at once.
    expect(asked).toBeLessThanOrEqual(2);
    const rows = await harness.rows();
    expect(rows.every(row => row.claimed_until === null)).toBe(true);
    expect(
      Math.min(...rows.map(row => harness.minutesUntil(row))),
    ).toBeGreaterThanOrEqual(3);

    harness.nowMs += 59 * MINUTE;
    await harness.run();
    expect(forge.requests).toHaveLength(asked);

    await harness.name({
      ...Object.fromEntries(names.map(n => [n, `/${n}`])),
      late: '/late',
    });
    await harness.run();
    expect(forge.requests).toHaveLength(asked);
  });

  it('waits as long as a source says', async () => {
    harness.sources.addSbomSource(
      fixedSource('later', async () => {
        throw new RetryLaterError('later', { retryAfterMs: 5 * HOUR });
      }),
    );
    await harness.name({ shop: '/none' });
    await harness.run();

    const row = (await harness.rows()).find(one => one.source === 'later');
    harness.nowMs += 5 * HOUR - 1;
    await harness.run();
    expect(row).toMatchObject({ failures: 1 });
    expect(
      (await harness.rows()).find(one => one.source === 'later'),
    ).toMatchObject({ failures: 1 });
    harness.nowMs += 1;
    await harness.run();
    expect(
      (await harness.rows()).find(one => one.source === 'later'),
    ).toMatchObject({ failures: 2 });
  });

  it('gives up on a host that fails again and again, and keeps reading from others', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `c${i}`);
    await harness.name(Object.fromEntries(names.map(n => [n, `/${n}`])));
    forge.status(undefined, 502);
    let others = 0;
    harness.sources.addSbomSource(
      fixedSource('other', async () => {
        others += 1;
        return { outcome: 'unchanged' };
      }),
    );
    await harness.name(Object.fromEntries(names.map(n => [n, `/${n}`])));

    await harness.run();
    expect(forge.requests.length).toBeLessThanOrEqual(4);
    expect(others).toBe(30);
  });

  it('never exceeds the budget of a host, however many places and replicas there are', async () => {
    const names = Array.from({ length: 60 }, (_, i) => `c${i}`);
    for (const name of names) {
      forge.file(`/${name}`, name);
    }
    await harness.name(Object.fromEntries(names.map(n => [n, `/${n}`])));
    harness.budget = { requestsPerHour: 25, requestsPerMinute: 10 };

    const times: number[] = [];
    for (
      let minute = 0;
      minute < 200 && harness.received.length < 60;
      minute++
    ) {
      const before = forge.requests.length;
      await Promise.all([harness.run(), harness.run(), harness.run()]);
      times.push(...Array(forge.requests.length - before).fill(harness.nowMs));
      harness.nowMs += MINUTE;
    }

    expect(harness.received).toHaveLength(60);
    expect(forge.requests).toHaveLength(60);
    for (const start of times) {
      const within = (ms: number) =>
        times.filter(time => time >= start && time - start < ms).length;
      expect(within(HOUR)).toBeLessThanOrEqual(25);
      expect(within(MINUTE)).toBeLessThanOrEqual(10);
    }
  });

  it('reads each place once, though several replicas run at the same time', async () => {
    const names = Array.from({ length: 50 }, (_, i) => `c${i}`);
    for (const name of names) {
      forge.file(`/${name}`, name);
    }
    await harness.name(Object.fromEntries(names.map(n => [n, `/${n}`])));

    await Promise.all([1, 2, 3, 4].map(() => harness.run()));
    expect(forge.requests).toHaveLength(50);
    expect(harness.received).toHaveLength(50);
  });

  it('takes over what a replica that died had claimed, when its lease is over', async () => {
    forge.file('/bom.json', 'one');
    await harness.name({ shop: '/bom.json' });
    await DatabaseSourceStore.create({ knex: harness.knex }).claimDue({
      now: new Date(START).toISOString(),
      claimedUntil: new Date(START + 10 * MINUTE).toISOString(),
      limit: 10,
      limitPerBudget: 10,
    });

    expect(await harness.run()).toMatchObject({ fetched: 0 });
    harness.nowMs += 10 * MINUTE;
    expect(await harness.run()).toMatchObject({ fetched: 1 });
  });

  it('shows why a document was refused, and reads it in full next time', async () => {
    forge.file('/bom.json', '<html>Sign in</html>');
    await harness.name({ shop: '/bom.json' });
    const finding = {
      origin: 'document' as const,
      code: 'not-an-sbom',
      severity: 'error' as const,
      where: 'line 1',
      message: 'This is a web page',
      mend: 'Name the file itself.',
      count: 1,
    };
    harness.receive = () => {
      throw new SbomRefusedError({ statusCode: 415, findings: [finding] });
    };

    expect(await harness.run()).toMatchObject({ failed: 1 });
    const [row] = await harness.rows();
    expect(row).toMatchObject({
      state: 'failed',
      etag: null,
      last_good_at: null,
    });
    expect(JSON.parse(row.findings)).toEqual([finding]);
    expect(harness.minutesUntil(row)).toBe(360);

    harness.receive = undefined;
    forge.file('/bom.json', 'one');
    harness.nowMs += 6 * HOUR;
    await harness.run();
    expect(await harness.rows()).toMatchObject([
      { state: 'ok', findings: '[]', message: null, failures: 0 },
    ]);
  });

  it('breaks off a document that is larger than is read', async () => {
    let sent = 0;
    forge.answer('/bom.json', (_req, res) => {
      const chunk = Buffer.alloc(64 * 1024, 0x20);
      const send = () => {
        while (!res.destroyed) {
          sent += chunk.length;
          if (!res.write(chunk)) {
            res.once('drain', send);
            return;
          }
        }
      };
      send();
    });
    await harness.name({ shop: '/bom.json' });

    expect(await harness.run()).toMatchObject({ failed: 1 });
    expect(await harness.rows()).toMatchObject([
      {
        state: 'failed',
        message: expect.stringContaining('larger than the 1000000 bytes'),
      },
    ]);
    expect(sent).toBeLessThan(20_000_000);
  });

  it('breaks off a host that is too slow, before or within the document', async () => {
    forge.answer('/never', () => undefined);
    forge.answer('/half', (_req, res) => {
      res.writeHead(200).write('{');
    });
    await harness.name({ never: '/never', half: '/half' });
    harness.fetchTimeoutMs = 200;

    expect(await harness.run()).toMatchObject({ failed: 2 });
    expect(await harness.rows()).toMatchObject([
      { message: expect.stringContaining('did not give the file within') },
      { message: expect.stringContaining('did not give the file within') },
    ]);
  });

  it('gives everything back when it is told to stop', async () => {
    forge.answer('/a', () => undefined);
    await harness.name({ a: '/a', b: '/a', c: '/a', d: '/a' });
    const stop = new AbortController();
    const running = harness.run(stop.signal);
    await new Promise<void>(resolve => {
      forge.answer('/a', () => resolve());
    });
    stop.abort();

    expect(await running).toMatchObject({ failed: 0, released: 4 });
    const rows = await harness.rows();
    expect(rows).toHaveLength(4);
    for (const row of rows) {
      expect(row).toMatchObject({
        state: 'waiting',
        claimed_until: null,
        checked_at: null,
        next_check_at: '2026-11-23T12:00:00.000Z',
      });
    }
  });

  it('starts nothing when it is stopped already', async () => {
    await harness.name({ shop: '/bom.json' });
    await harness.run(AbortSignal.abort());
    expect(forge.requests).toEqual([]);
  });

  it('leaves entities alone that the catalog no longer has', async () => {
    await harness.name({ shop: '/bom.json' });
    await harness.knex('usage_entities').update({ gone_at: 'now' });
    await harness.run();
    expect(forge.requests).toEqual([]);
  });

  it('gives claims back when the catalog cannot be asked', async () => {
    await harness.name({ shop: '/bom.json' });
    harness.catalogError = new Error('the catalog is down');

    await expect(harness.run()).rejects.toThrow('the catalog is down');
    expect(await harness.rows()).toMatchObject([
      { state: 'waiting', claimed_until: null, failures: 0 },
    ]);
    expect(forge.requests).toEqual([]);
  });

  it('gives back what it can when the catalog and the database both fail', async () => {
    await harness.name({ a: '/bom.json', b: '/bom.json', c: '/bom.json' });
    harness.catalogError = new Error('the catalog is down');
    harness.breakStore = store =>
      jest.spyOn(store, 'release').mockRejectedValueOnce(new Error('lost'));

    await expect(harness.run()).rejects.toThrow('the catalog is down');
    const rows = await harness.rows();
    expect(rows.filter(row => row.claimed_until === null)).toHaveLength(2);
  });

  it('gives claims back when budgets cannot be asked', async () => {
    await harness.name({ a: '/bom.json', b: '/bom.json' });
    await harness.knex.schema.renameTable('usage_source_hosts', 'elsewhere');

    await expect(harness.run()).rejects.toThrow('usage_source_hosts');
    expect(await harness.rows()).toMatchObject([
      { state: 'waiting', claimed_until: null },
      { state: 'waiting', claimed_until: null },
    ]);
  });

  it.each(['finish', 'postpone'] as const)(
    'gives the claim back when the database fails at %s, and goes on with the others',
    async method => {
      await harness.name({ a: '/bom.json', b: '/bom.json' });
      harness.budget = { requestsPerHour: 1, requestsPerMinute: 1 };
      harness.breakStore = store => {
        // Once for what was read, and once for that this could not be told.
        jest
          .spyOn(store, method)
          .mockRejectedValueOnce(new Error('lost'))
          .mockRejectedValueOnce(new Error('lost'));
      };

      await expect(harness.run()).rejects.toThrow('lost');
      const rows = await harness.rows();
      expect(rows.map(row => row.claimed_until)).toEqual([null, null]);
    },
  );

  it('writes no secret and no forged line to the log or the row', async () => {
    const secret = 'glpat-do-not-log';
    harness.sources.addSbomSource(
      fixedSource('leaky', async () => {
        throw new Error(
          `GET https://bob:${secret}@a.example/x?token=${secret} failed\nINFO all is well`,
        );
      }),
    );
    forge.status('/bom.json', 500);
    await harness.name({ shop: `/bom.json?private_token=${secret}` });

    expect(await harness.run()).toMatchObject({ failed: 2 });
    const logged = JSON.stringify([
      harness.logger.warn.mock.calls,
      harness.logger.info.mock.calls,
      harness.logger.error.mock.calls,
    ]);
    expect(logged).toContain('a.example/x');
    expect(logged).not.toContain(secret);
    expect(logged).not.toContain('\\n');
    for (const row of await harness.rows()) {
      expect(row.message).not.toContain(secret);
      expect(row.message).not.toContain('a.example');
    }
  });

  it('says so when the module of a source is not there any more', async () => {
    const gone = fixedSource('gone', async () => ({ outcome: 'unchanged' }));
    harness.sources.addSbomSource(gone);
    await harness.name({ shop: '/none' });
    const without = new SourceHarness(harness.knex, forge);
    without.entities = harness.entities;

    await without.run();
    expect(
      (await harness.rows()).find(row => row.source === 'gone'),
    ).toMatchObject({
      state: 'failed',
      message: expect.stringContaining("'gone' is not installed"),
    });
  });
});

/** A source that has one place for every entity. */
function fixedSource(id: string, fetch: SbomSource['fetch']): SbomSource {
  return {
    id,
    locate: entity => ({
      locations: [{ location: `${id}:${entity.metadata.name}` }],
      problems: [],
    }),
    budgetKey: () => `${id}.example`,
    fetch,
  };
}
