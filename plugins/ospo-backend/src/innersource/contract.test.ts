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
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import {
  innerSourceProjectDetailSchema,
  innerSourceProjectSchema,
  ospoPageSchema,
  overlapMatchSchema,
  projectFacetsSchema,
  projectSuggestionSchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import request from 'supertest';
import { z } from 'zod';
import { registerFindInnerSource } from '../actions/registerFindInnerSource';
import { anEntityOf } from '../competencies/__testUtils__/catalogEntities';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import {
  anInnerSource,
  InnerSourceOffice,
} from './__testUtils__/anInnerSource';
import { readReadme } from './signals/documents/readReadme';
import { placeOf } from './files/FilesReading';
import {
  MARK,
  membership,
  smallCatalog,
  smallSignals,
} from './__testUtils__/smallCatalog';

jest.setTimeout(120_000);

const PAY = 'component:default/pay';
const as = (name: string) => ({
  authorization: mockCredentials.user.header(`user:default/${name}`),
});

/** Every question: what the answer must be, and that it is not empty where it should not be. */
const answers: Record<string, { schema: z.ZodType; holds: string }> = {
  '/innersource/projects?limit=1': {
    schema: ospoPageSchema(innerSourceProjectSchema),
    holds: '"nextCursor"',
  },
  '/innersource/facets': {
    schema: projectFacetsSchema,
    holds: '"title":"Engineering"',
  },
  [`/innersource/projects/by-ref?ref=${PAY}`]: {
    schema: innerSourceProjectDetailSchema,
    holds: '"effort":"S"',
  },
  '/innersource/for-me': {
    schema: z.strictObject({
      optedIn: z.boolean(),
      items: z.array(projectSuggestionSchema),
    }),
    holds: '"skills":["Python"]',
  },
  '/innersource/overlap?q=a+library+that+takes+payments': {
    schema: z.strictObject({ items: z.array(overlapMatchSchema) }),
    holds: '"weight":1',
  },
  '/innersource/overlap?entityRef=component:default/shop': {
    schema: z.strictObject({ items: z.array(overlapMatchSchema) }),
    holds: '"packages":{"shared":3,"compared":4}',
  },
};

describe.each(everyDatabase)('contract, %s', (_name, createDatabase) => {
  let office: InnerSourceOffice;

  const get = async (path: string, name = 'owner') =>
    request(office.server).get(`/api/ospo${path}`).set(as(name));
  const refs = async (query: string): Promise<string[]> =>
    (await get(`/innersource/projects${query}`)).body.items.map(
      ({ ref }: { ref: string }) => ref.replace('component:default/', ''),
    );

  beforeAll(async () => {
    office = await anInnerSource({
      knex: await createDatabase(),
      entities: smallCatalog(),
      groups: membership,
      coreTeam: ['group:default/core'],
      kept: smallSignals(),
      skills: { 'user:default/owner': ['Python', 'Knitting'] },
      similar: {
        'component:default/shop': [
          {
            entityRef: PAY,
            title: 'Payments library',
            ownerRef: 'group:default/team',
            shared: 3,
            compared: 4,
            packages: ['till', 'receipt'],
          },
        ],
      },
      use: {
        [PAY]: {
          hasSbom: true,
          licences: [
            { status: 'known', text: 'MIT', packages: 3 },
            { status: 'absent', text: 'absent', packages: 2 },
          ],
          findings: [],
        },
      },
    });
  });
  afterAll(() => office.stop());

  it.each(Object.keys(answers))('answers %s as written', async path => {
    const { schema, holds } = answers[path];
    const { status, body, text } = await get(path);
    expect({ path, status, body }).toMatchObject({ path, status: 200 });
    schema.parse(body);
    expect(text).toContain(holds);
  });

  it('tells which rule listed each, and what is wrong with it', async () => {
    const { body } = await get('/innersource/projects?sort=title');
    const told = body.items.map(
      (item: z.infer<typeof innerSourceProjectSchema>) => [
        item.ref.replace('component:default/', ''),
        item.listedBy.rule,
        item.standing,
        ...item.marks,
      ],
    );
    expect(told).toEqual([
      ['pay', 'annotation', 'open'],
      [MARK, 'tag', 'open'],
      ['dangling', 'tag', 'needs-care', 'owner-missing'],
      ['unloved', 'annotation', 'needs-care', 'review-stale'],
      ['old', 'tag', 'retired', 'deprecated'],
    ]);
  });

  it('merges a project out of what its sources say', async () => {
    const { body } = await get(`/innersource/projects/by-ref?ref=${PAY}`);
    expect(body).toMatchObject({
      title: 'Payments library',
      governanceLevel: 'shared-write',
      language: 'TypeScript',
      skills: ['TypeScript', 'Payments'],
      contributions: ['Tests', 'Docs'],
      topics: ['billing'],
      systemRef: 'system:default/checkout',
      businessUnitRef: 'group:default/engineering',
      repository: {
        url: 'https://forge.example/org/mono',
        host: 'forge.example',
        slug: 'org/mono',
        path: 'packages/pay',
      },
      dependants: { value: 4, state: 'known' },
      wantedHelp: { value: 2, state: 'known' },
      sources: {
        title: 'catalog',
        skills: 'annotation',
        licence: 'annotation',
      },
      sameRepository: [
        { ref: `component:default/${MARK}`, path: `packages/${MARK}` },
      ],
      may: { refresh: true },
    });
    expect(body.trustedCommitters).toEqual([
      {
        ref: 'user:default/asa',
        state: 'present',
        source: 'annotation',
        distance: 0,
      },
      expect.objectContaining({ ref: 'group:default/shop-team', distance: 2 }),
      expect.objectContaining({ ref: `user:default/${MARK}-person` }),
      { ref: 'user:default/left', state: 'missing', source: 'annotation' },
    ]);
    expect(body.wantedHelpItems).toHaveLength(1);
    expect(body.release).toContainEqual({
      id: 'licences-known',
      state: 'not-met',
      fact: '2',
    });
  });

  it('lists and describes by files in the repository and by imported lists', async () => {
    const other = await anInnerSource({
      knex: await createDatabase(),
      entities: [
        ...smallCatalog(),
        ...['in-file', 'in-list', 'with-topic', 'in-none'].map(name =>
          anEntityOf('Component', name, {
            annotations: {
              'backstage.io/source-location': `url:https://forge.example/org/${name}/`,
            },
          }),
        ),
      ],
      config: {
        discovery: {
          rules: ['annotation', 'topic', 'innersource-json', 'imported'],
        },
      },
      imported: ['in-list', 'with-topic'].map(name => ({
        host: 'forge.example',
        slug: `org/${name}`,
        fields: {
          title: `Title of ${name}`,
          topics: name === 'with-topic' ? ['InnerSource'] : [],
        },
        parts: {},
      })),
    });
    const place = placeOf({
      url: 'https://forge.example/org/in-file',
      host: 'forge.example',
      slug: 'org/in-file',
    });
    await other.files.finish(
      { place, failures: 0 },
      {
        reading: {
          files: {
            'innersource.json': {
              path: 'innersource.json',
              fields: { title: 'From the file', motivation: 'Because' },
              findings: [],
            },
            codeowners: {
              path: 'CODEOWNERS',
              fields: {
                trustedCommitters: [{ handle: 'Asa-N' }, { handle: 'nobody' }],
              },
              findings: [],
            },
          },
        },
        failures: 0,
        checkedAt: '2026-11-25T08:00:00.000Z',
        nextCheckAt: '2026-11-26T08:00:00.000Z',
      },
    );
    await other.discovery.run();
    const { body } = await request(other.server)
      .get('/api/ospo/innersource/projects?sort=title')
      .set(as('owner'));
    expect(
      body.items
        .map((item: z.infer<typeof innerSourceProjectSchema>) => [
          item.title,
          item.listedBy.rule,
          item.listedBy.detail,
        ])
        .filter(([, rule]: string[]) => rule !== 'annotation'),
    ).toEqual([
      ['From the file', 'innersource-json', 'innersource.json'],
      ['Title of in-list', 'imported', 'org/in-list'],
      ['Title of with-topic', 'topic', 'InnerSource'],
    ]);
    const { body: detail } = await request(other.server)
      .get(
        '/api/ospo/innersource/projects/by-ref?ref=component:default/in-file',
      )
      .set(as('owner'));
    expect(detail).toMatchObject({
      sources: {
        title: 'innersource.json',
        motivation: 'innersource.json',
        trustedCommitters: 'codeowners',
      },
      trustedCommitters: [
        {
          ref: 'user:default/asa',
          state: 'present',
          source: 'codeowners',
          distance: 0,
        },
        { handle: 'nobody', state: 'missing', source: 'codeowners' },
      ],
    });
    await other.stop();
  });

  it('fills from the README what the catalog leaves open, and says so', async () => {
    const at = { source: 'files', fetchedAt: '2026-11-24T00:00:00.000Z' };
    const readme = readReadme(
      {
        path: 'README.md',
        text: `# Till\u0007\n\nCounts what is in the drawer.\n\n## Help\n\n## Maintainers\n\n@asa-n`,
      },
      {
        repository: {
          url: 'https://forge.example/org/till',
          host: 'forge.example',
          slug: 'org/till',
        },
        filesForge: 'github',
      },
    );
    const ref = 'component:default/till';
    const other = await anInnerSource({
      knex: await createDatabase(),
      entities: [
        ...smallCatalog(),
        anEntityOf('Component', 'till', {
          description: 'The till',
          annotations: {
            'ospo/inner-source': 'true',
            'backstage.io/source-location':
              'url:https://forge.example/org/till/',
          },
        }),
      ],
      kept: new Map([
        [
          ref,
          {
            parts: {
              files: {
                ...at,
                value: {
                  documents: [],
                  complete: true,
                  readmeRead: true,
                  readme,
                },
              },
            },
            states: [],
          },
        ],
      ]),
    });
    const { body } = await request(other.server)
      .get(`/api/ospo/innersource/projects/by-ref?ref=${ref}`)
      .set(as('owner'));
    innerSourceProjectDetailSchema.parse(body);
    expect(body).toMatchObject({
      title: 'Till\uFFFD',
      description: 'The till',
      sources: {
        title: 'readme',
        description: 'catalog',
        trustedCommitters: 'readme',
        channels: 'readme',
      },
      trustedCommitters: [{ ref: 'user:default/asa', source: 'readme' }],
      channels: [
        {
          type: 'support',
          url: 'https://forge.example/org/till/blob/HEAD/README.md#help',
          title: 'Help',
          source: 'readme',
        },
      ],
      findings: [{ code: 'readme-control-characters', where: 'README.md' }],
    });
    await other.stop();
  });

  it('says what is wrong with values that cannot be used', async () => {
    const { body } = await get(
      '/innersource/projects/by-ref?ref=component:default/old',
    );
    expect(body.findings.map(({ code }: { code: string }) => code)).toEqual([
      'annotation-inner-source',
      'annotation-governance-level',
    ]);
    expect(body.governanceLevel).toBeUndefined();
  });

  it.each([
    ['?q=paymnt', []],
    ['?q=payment', ['pay', 'dangling']],
    ['?q=payment+shop', ['pay']],
    ['?q=betalning', []],
    ['?skill=typescript&sort=title', ['pay', MARK]],
    ['?skill=Payments&language=typescript', ['pay']],
    ['?businessUnit=group:default/sales&sort=title', ['unloved', 'old']],
    ['?standing=retired', ['old']],
    ['?governanceLevel=shared-write&governanceLevel=open-source', ['pay']],
    ['?system=system:default/checkout', ['pay']],
    // By the title of its system.
    ['?q=checkout', ['pay']],
    ['?sort=wanted-help', ['pay', MARK, 'dangling', 'unloved', 'old']],
    ['?sort=activity', [MARK, 'pay', 'dangling', 'unloved', 'old']],
  ])('finds by %s', async (query, expected) => {
    expect(await refs(query)).toEqual(expected);
  });

  it('goes through all pages, each project once', async () => {
    for (const sort of ['title', 'activity', 'reach', 'last-push']) {
      const whole = await refs(`?sort=${sort}`);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await get(
          `/innersource/projects?limit=2&sort=${sort}${
            cursor ? `&cursor=${cursor}` : ''
          }`,
        );
        seen.push(
          ...body.items.map(({ ref }: { ref: string }) =>
            ref.replace('component:default/', ''),
          ),
        );
        cursor = body.nextCursor;
      } while (cursor);
      expect(seen).toEqual(whole);
    }
  });

  it('counts each facet under the other filters', async () => {
    const { body } = await get('/innersource/facets?skill=payments');
    expect(body.skill).toEqual(
      expect.arrayContaining([
        { value: 'TypeScript', count: 2 },
        { value: 'Payments', count: 1 },
      ]),
    );
    expect(body.businessUnit).toEqual([
      { value: 'group:default/engineering', title: 'Engineering', count: 1 },
    ]);
    expect(body.standing).toEqual([{ value: 'open', count: 1 }]);
  });

  it('says unknown, never zero, of what nobody told', async () => {
    const { body } = await get(
      '/innersource/projects/by-ref?ref=component:default/dangling',
    );
    expect(body.lastHumanPush).toMatchObject({ value: null, state: 'unknown' });
    expect(body.signals.activity.humanCommitsPerWeek13).toMatchObject({
      value: null,
      state: 'unknown',
      note: expect.stringContaining('source-location'),
    });
    expect(body.labels.activity).toEqual({ state: 'unknown', n: 2 });
  });

  it('reads a project again, and tells the audit log', async () => {
    const { status, body } = await request(office.server)
      .post('/api/ospo/innersource/projects/refresh')
      .set(as('owner'))
      .send({ ref: PAY });
    expect(status).toBe(200);
    innerSourceProjectDetailSchema.parse(body);
    expect(office.refreshed.at(-1)).toMatchObject({
      ref: PAY,
      ownerRef: 'group:default/team',
      repository: { slug: 'org/mono', path: 'packages/pay', ref: 'main' },
      helpLabels: expect.arrayContaining(['help wanted']),
    });
    expect(office.audit.at(-1)).toEqual({
      eventId: 'innersource-refresh',
      meta: { ref: PAY },
      outcome: 'success',
    });
    expect(body.dependants.value).toBe(4);
  });

  it('suggests what somebody has the skills for, but not their own', async () => {
    const { body } = await get('/innersource/for-me');
    expect(
      body.items.map((item: z.infer<typeof projectSuggestionSchema>) => [
        item.project.ref,
        item.skills,
      ]),
    ).toEqual([['component:default/dangling', ['Python']]]);
    const { body: other } = await get('/innersource/for-me', 'stranger');
    expect(other).toEqual({ optedIn: false, items: [] });
  });

  it('tells what may exist already, with why', async () => {
    const { body } = await get(
      '/innersource/overlap?q=a+library+that+takes+payments',
    );
    expect(body.items[0]).toMatchObject({
      kind: 'project',
      ref: PAY,
      reasons: [{ code: 'words', detail: expect.stringContaining('payments') }],
    });
    const { body: none } = await get('/innersource/overlap?q=zeppelin');
    expect(none).toEqual({ items: [] });
  });

  it('writes the list as a file that no spreadsheet takes for formulas', async () => {
    const { text, headers } = await get('/innersource/projects.csv?q=payment');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('component:default/pay,Payments library');
    expect(lines[1]).toContain(',2026-11-20T00:00:00.000Z,2,4,');
    // Unknown is an empty cell.
    expect(lines[2]).toMatch(/,,,0,,,middle$/);
  });

  it("feeds SAP's portal, unknown never as a number", async () => {
    const { body } = await get('/innersource/repos.json');
    const byTitle = new Map(
      body.map((row: { _InnerSourceMetadata: { title: string } }) => [
        row._InnerSourceMetadata.title,
        row,
      ]),
    );
    expect(byTitle.get('Payments library')).toMatchObject({
      id: expect.any(Number),
      name: 'pay',
      full_name: 'org/pay',
      html_url: 'https://forge.example/org/mono',
      stargazers_count: 3,
      forks_count: null,
      language: 'TypeScript',
      owner: { login: 'org' },
      topics: ['billing'],
      _InnerSourceMetadata: {
        motivation: 'Every shop needs it',
        skills: ['TypeScript', 'Payments'],
        participation: Array.from({ length: 52 }, () => 4),
        score: expect.any(Number),
      },
    });
    const unread = byTitle.get('Dangling');
    expect(unread).toMatchObject({
      html_url: 'https://portal.example/catalog/default/component/dangling',
      created_at: null,
      open_issues_count: null,
    });
    expect(unread).not.toHaveProperty('_InnerSourceMetadata.score');
    expect(unread).not.toHaveProperty('_InnerSourceMetadata.participation');
  });

  it('answers an assistant who names a component as it answers over HTTP', async () => {
    const actionsRegistry = actionsRegistryServiceMock();
    registerFindInnerSource(actionsRegistry, office);
    const asked = jest.spyOn(office.innerSource, 'findOverlap');
    const credentials = mockCredentials.user('user:default/owner');
    const entityRef = 'component:default/shop';
    const { output } = await actionsRegistry.invoke({
      id: 'test:find-inner-source',
      input: { entityRef },
      credentials,
    });
    expect(output).toMatchObject({
      projects: [],
      mayExist: [
        {
          kind: 'project',
          ref: PAY,
          why: ['packages: till, receipt, 3 of 4 compared'],
        },
      ],
    });
    expect(asked).toHaveBeenCalledWith(expect.objectContaining({ entityRef }), {
      credentials: expect.objectContaining({
        principal: credentials.principal,
      }),
    });
    await expect(
      actionsRegistry.invoke({
        id: 'test:find-inner-source',
        input: { entityRef: 'no ref' },
        credentials,
      }),
    ).rejects.toThrow('entityRef');
  });

  it('draws a badge where the owner asked for one', async () => {
    const { body, headers } = await get(
      `/innersource/projects/badge.svg?ref=${PAY}`,
    );
    expect(headers['content-type']).toContain('image/svg+xml');
    expect(headers['content-security-policy']).toBe("default-src 'none'");
    expect(String(body)).toContain('<title>inner source: shared write</title>');
    const other = await get(
      '/innersource/projects/badge.svg?ref=component:default/old',
    );
    expect(other.status).toBe(404);
  });

  it('writes no publiccode.yml while something is not known, and says what', async () => {
    const { body: project } = await get(
      `/innersource/projects/by-ref?ref=${PAY}`,
    );
    expect(project.publiccodeGaps).toEqual([
      'long-description',
      'features',
      'platforms',
      'languages',
    ]);
    const { status, body } = await get(
      `/innersource/projects/publiccode.yml?ref=${PAY}`,
    );
    expect(status).toBe(409);
    expect(body.error.message).toContain("set 'ospo/platforms'");
  });

  it.each([
    '/innersource/overlap',
    '/innersource/overlap?q=',
    '/innersource/overlap?entityRef=x',
    '/innersource/repos.json?x=1',
    '/innersource/projects.csv?limit=1',
    '/innersource/projects?sort=stars',
    '/innersource/projects?unknown=1',
    '/innersource/projects?limit=0',
    '/innersource/projects?cursor=abc',
    '/innersource/projects?businessUnit=sales',
    '/innersource/projects/by-ref',
    '/innersource/projects/by-ref?ref=nonsense',
    '/innersource/facets?standing=best',
  ])('refuses %s', async path => {
    expect((await get(path)).status).toBe(400);
  });
});
