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

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { NotModifiedError } from '@backstage/errors';
import { Knex } from 'knex';
import { everyDatabase } from '../../../shared/__testUtils__/testDatabases';
import { START, Targets } from '../__testUtils__/aStore';
import { ImportConfig } from '../SignalsConfig';
import { DatabaseSignalsStore } from '../store/DatabaseSignalsStore';
import { ImportedRepositories } from './ImportedRepositories';
import { ImportRunner } from './ImportRunner';
import { readReposJson } from './readReposJson';

jest.setTimeout(120_000);

const shared = path.resolve(
  __dirname,
  '../../../../../../../shared/data/innersource/sap-portal',
);
const portal = path.join(shared, 'repos.json');
const URL_OF_LIST = 'https://portal.example.org/repos.json';

describe('readReposJson', () => {
  it('reads the list of the portal, with what each row tells', () => {
    const { repositories, leftOut } = readReposJson(
      readFileSync(portal, 'utf8'),
      {
        now: '2026-11-25T12:00:00.000Z',
      },
    );
    expect([repositories.length, leftOut]).toEqual([42, 0]);
    const earth = repositories.find(({ slug }) => slug === 'sol/earth');
    expect(earth).toMatchObject({
      host: 'github.instance',
      fields: { title: 'earth' },
      parts: {
        facts: {
          value: { stars: 136, forks: 331, languages: ['JavaScript'] },
          source: 'import',
        },
        commits: { value: { bounded: false } },
      },
    });
    expect(earth?.parts.commits?.value.allWeeks).toHaveLength(52);
    // Crawlers count commits of bots as well, so nothing is said of people.
    expect(earth?.parts.commits?.value.humanWeeks).toBeUndefined();
  });

  it.each([
    ['[{}, 7, null, {"full_name": "a/b"}]', undefined, 0],
    ['[{"full_name": "a/b"}]', 'git.example.org', 1],
    ['[{"full_name": "a b@c"}]', 'git.example.org', 0],
    ['[{"full_name": "a/b", "html_url": "javascript:alert(1)"}]', undefined, 0],
    [
      '[{"full_name": "a/b", "html_url": "https://x.example.org/a/b.git", "stargazers_count": "many"}]',
      undefined,
      1,
    ],
  ])('leaves out rows that name no repository: %s', (json, host, count) => {
    expect(readReposJson(json, { host, now: '' }).repositories).toHaveLength(
      count,
    );
  });

  it.each(['{}', 'x', '['.repeat(1_000), `[${'{},'.repeat(20_000)}{}]`])(
    'refuses what is no list within bounds: %.20s',
    json => {
      expect(() => readReposJson(json, { now: '' })).toThrow(/^The list/);
    },
  );

  it('keeps no address', () => {
    const list = readReposJson(
      JSON.stringify([
        {
          full_name: 'a/b',
          html_url: 'https://x.example.org/a/b',
          description: 'ask anna@example.org',
          owner: { login: 'anna', email: 'anna@example.org' },
          _InnerSourceMetadata: {
            owner_id: 'anna@example.org',
            motivation: 'write to anna@example.org',
            skills: ['go'],
          },
        },
      ]),
      { now: '' },
    );
    expect(JSON.stringify(list)).not.toContain('anna@');
    expect(list.repositories[0].fields.skills).toEqual(['go']);
  });
});

describe.each(everyDatabase)('ImportRunner, %s', (_name, createDatabase) => {
  let knex: Knex;
  const targets = new Targets();
  targets.all = [
    {
      ref: 'component:default/earth',
      repository: {
        url: 'https://github.instance/Sol/earth',
        host: 'github.instance',
        slug: 'Sol/earth',
      },
      helpLabels: [],
    },
  ];

  beforeEach(async () => {
    knex = await createDatabase();
  });

  function setUp(
    imports: ImportConfig[],
    answer?: () => { body: string; etag: string },
  ) {
    const etags: (string | undefined)[] = [];
    const store = DatabaseSignalsStore.create({ knex });
    const repositories = ImportedRepositories.create({ knex });
    const runner = ImportRunner.create({
      imports,
      repositories,
      store,
      targets,
      urlReader: mockServices.urlReader.mock({
        readUrl: async (_url, options) => {
          etags.push(options?.etag);
          const answered = answer?.() ?? { body: '[]', etag: '' };
          if (options?.etag === answered.etag) {
            throw new NotModifiedError();
          }
          return {
            buffer: async () => Buffer.from(answered.body),
            etag: answered.etag,
          };
        },
      }),
      readTimeoutMs: 5_000,
      logger: mockServices.logger.mock(),
      now: () => new Date(START),
    });
    const run = () => runner.run(new AbortController().signal);
    return { run, store, repositories, etags };
  }

  it('reads a list from the disk, and hands its values to the projects that it matches', async () => {
    const { run, store, repositories } = setUp([{ target: portal }]);
    await run();
    expect(await repositories.list()).toHaveLength(42);
    const record = await store.read('component:default/earth');
    expect(record?.parts.facts).toMatchObject({
      value: { stars: 136 },
      source: 'import',
    });
    const stamp = await store.stamp();
    await run();
    expect(await store.stamp()).toBe(stamp);
  });

  it('gives way to what is known better', async () => {
    const { run, store } = setUp([{ target: portal }]);
    const [target] = targets.all;
    await store.putTargets(
      [{ target, budgetKey: '' }],
      new Date(START).toISOString(),
    );
    const commits = {
      value: { bounded: true },
      source: 'push',
      fetchedAt: '2020-01-01T00:00:00.000Z',
    };
    await store.change(target.ref, () => ({ parts: { commits } }));
    await run();
    const record = await store.read(target.ref);
    expect(record?.parts.commits).toEqual(commits);
    expect(record?.parts.facts?.source).toBe('import');
  });

  it('keeps the last list when the next cannot be read, and asks with its etag', async () => {
    let body = readFileSync(portal, 'utf8');
    let etag = '"1"';
    const { run, repositories, etags } = setUp(
      [{ target: URL_OF_LIST }],
      () => ({ body, etag }),
    );
    await run();
    await run();
    expect(etags).toEqual([undefined, '"1"']);
    body = '<html>';
    etag = '"2"';
    await run();
    expect(await repositories.list()).toHaveLength(42);
    expect(await knex('innersource_imports').first()).toMatchObject({
      error: 'The list is no JSON',
      imported_at: new Date(START).toISOString(),
    });
  });

  it('forgets the lists that are not named any more, and says what is wrong with a path', async () => {
    await setUp([{ target: portal }]).run();
    const folder = mkdtempSync(path.join(tmpdir(), 'repos-'));
    writeFileSync(path.join(folder, 'mine.json'), '[{"full_name": "a/b"}]');
    const { run, repositories } = setUp([
      { target: path.join(folder, 'none.json') },
      { target: path.join(folder, 'mine.json'), host: 'git.example.org' },
    ]);
    await run();
    expect(
      (await repositories.list()).map(({ host, slug }) => `${host}/${slug}`),
    ).toEqual(['git.example.org/a/b']);
    const [failed] = await knex('innersource_imports').whereNotNull('error');
    expect(failed.error).toContain('ospo.innerSource.signals.imports');
  });
});
