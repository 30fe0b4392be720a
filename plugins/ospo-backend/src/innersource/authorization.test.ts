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
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { RepositorySignals } from '@ospo-suite/backstage-plugin-ospo-node';
import request from 'supertest';
import { registerOspoActions } from '../actions';
import { anEntityOf } from '../competencies/__testUtils__/catalogEntities';
import { PermissionMode } from '../shared/__testUtils__/portalDoubles';
import { routesOf } from '../shared/__testUtils__/routesOf';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import {
  anInnerSource,
  InnerSourceOffice,
} from './__testUtils__/anInnerSource';
import {
  hidden,
  MARK,
  membership,
  smallCatalog,
  smallSignals,
} from './__testUtils__/smallCatalog';
import { InnerSourceService } from './InnerSourceService';

jest.setTimeout(120_000);

const callers = {
  anonymous: undefined,
  stranger: mockCredentials.user.header('user:default/stranger'),
  owner: mockCredentials.user.header('user:default/owner'),
  otherUser: mockCredentials.user.header('user:default/asa'),
  coreTeam: mockCredentials.user.header('user:default/core'),
  service: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('external:ci'),
    targetPluginId: 'ospo',
  }),
};
type CallerName = keyof typeof callers;
const callerNames = Object.keys(callers) as CallerName[];

const PAY = 'component:default/pay';

interface Entry {
  path: string;
  body?: object;
  /** Who is answered when the policy allows; the others are refused. */
  may: CallerName[];
  /** What those are answered with, when it is not 200. */
  answer?: number;
}

const everybody: CallerName[] = [
  'stranger',
  'owner',
  'otherUser',
  'coreTeam',
  'service',
];

/** Every route of the slice. A route that is not here fails the first test. */
const matrix: Record<string, Entry> = {
  'GET /innersource/projects': {
    path: '/innersource/projects',
    may: everybody,
  },
  'GET /innersource/facets': { path: '/innersource/facets', may: everybody },
  'GET /innersource/projects/by-ref': {
    path: `/innersource/projects/by-ref?ref=${PAY}`,
    may: everybody,
  },
  'GET /innersource/projects.csv': {
    path: '/innersource/projects.csv',
    may: everybody,
  },
  'GET /innersource/projects/publiccode.yml': {
    path: `/innersource/projects/publiccode.yml?ref=${PAY}`,
    may: everybody,
    // What is missing for one is told to those who may know of the project.
    answer: 409,
  },
  'GET /innersource/projects/badge.svg': {
    path: `/innersource/projects/badge.svg?ref=${PAY}`,
    may: everybody,
  },
  'GET /innersource/for-me': { path: '/innersource/for-me', may: everybody },
  'GET /innersource/overlap': {
    path: '/innersource/overlap?q=payments',
    may: everybody,
  },
  'GET /innersource/repos.json': {
    path: '/innersource/repos.json',
    may: everybody,
  },
  'POST /innersource/projects/refresh': {
    path: '/innersource/projects/refresh',
    body: { ref: PAY },
    may: ['owner', 'coreTeam'],
  },
  'GET /innersource/signals': { path: '/innersource/signals', may: everybody },
  'POST /innersource/signals': {
    path: '/innersource/signals',
    body: { entityRef: PAY, releases_52w: 3, as_of: '2026-11-24T00:00:00Z' },
    may: ['coreTeam', 'service'],
  },
};

/** Whatever tells of several projects or of one, for somebody who sees a part. */
const QUESTIONS = [
  '/innersource/projects',
  '/innersource/projects?sort=reach',
  '/innersource/projects?sort=title',
  '/innersource/projects?q=payments',
  '/innersource/projects.csv',
  '/innersource/facets',
  '/innersource/facets?q=title',
  `/innersource/projects/by-ref?ref=${PAY}`,
  `/innersource/projects/publiccode.yml?ref=${PAY}`,
  `/innersource/projects/badge.svg?ref=${PAY}`,
  '/innersource/for-me',
  '/innersource/overlap?q=title+payments+of+the+shop',
  '/innersource/overlap?q=app',
  `/innersource/overlap?entityRef=${PAY}&q=payments`,
  '/innersource/repos.json',
  '/innersource/signals',
];

/** A forge that is never asked. */
const forge: RepositorySignals = {
  id: 'forge',
  parts: ['commits'],
  reads: ({ host }) => host === 'forge.example',
  budgetKey: ({ host }) => host,
  read: async () => ({ parts: {}, validators: {} }),
};

/** The catalog as if what the stranger does not see had never been in it. */
function withoutHidden(entities: Entity[]): Entity[] {
  const gone = new Set(hidden['user:default/stranger']);
  return entities
    .filter(entity => !gone.has(stringifyEntityRef(entity)))
    .map(entity => ({
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: Object.fromEntries(
          Object.entries(entity.metadata.annotations ?? {}).map(
            ([name, value]) => [
              name,
              value.replace(`, user:default/${MARK}-person`, ''),
            ],
          ),
        ),
      },
      relations: entity.relations?.filter(
        ({ targetRef }) => !gone.has(targetRef),
      ),
    }));
}

/** The model: what a caller is answered. */
function expectedStatus(
  { may, answer = 200 }: Entry,
  mode: PermissionMode,
  caller: CallerName,
): number {
  if (caller === 'anonymous') {
    return 401;
  }
  if (mode === 'deny' && caller !== 'service') {
    return 403;
  }
  return may.includes(caller) ? answer : 403;
}

describe.each(everyDatabase)('authorization, %s', (_name, createDatabase) => {
  const offices = new Map<string, InnerSourceOffice>();

  async function office(
    mode: PermissionMode,
    coreTeam = ['group:default/core'],
  ): Promise<InnerSourceOffice> {
    const key = `${mode} ${coreTeam}`;
    const found =
      offices.get(key) ??
      (await anInnerSource({
        knex: await createDatabase(),
        entities: smallCatalog(),
        mode,
        coreTeam,
        groups: membership,
        hidden,
        kept: smallSignals(),
        senders: ['external:ci'],
        skills: Object.fromEntries(
          ['stranger', 'core'].map(name => [
            `user:default/${name}`,
            ['TypeScript', `${MARK}-skill`],
          ]),
        ),
      }));
    offices.set(key, found);
    return found;
  }

  async function ask(at: InnerSourceOffice, route: string, caller: CallerName) {
    const [method] = route.split(' ');
    const { path, body } = matrix[route];
    const header = callers[caller];
    const call = request(at.server)
      [method.toLowerCase() as 'get'](`/api/ospo${path}`)
      .set(header ? { authorization: header } : {});
    return body ? await call.send(body) : await call;
  }

  afterAll(async () => {
    for (const each of offices.values()) {
      await each.stop();
    }
  });

  it('covers every route of the slice', async () => {
    const { router, signalsRouter } = await office('allow');
    expect([...routesOf(router), ...routesOf(signalsRouter)].sort()).toEqual(
      Object.keys(matrix).sort(),
    );
  });

  describe.each<PermissionMode>(['off', 'allow', 'conditional', 'deny'])(
    'with permissions %s',
    mode => {
      it.each(Object.keys(matrix))('%s', async route => {
        const at = await office(mode);
        for (const caller of callerNames) {
          const { status } = await ask(at, route, caller);
          const expected = expectedStatus(matrix[route], mode, caller);
          expect({ caller, status }).toEqual({ caller, status: expected });
        }
      });
    },
  );

  it('has no core team while none is configured', async () => {
    const at = await office('off', []);
    const route = 'POST /innersource/projects/refresh';
    expect((await ask(at, route, 'coreTeam')).status).toBe(403);
    expect((await ask(at, route, 'owner')).status).toBe(200);
  });

  it('names to nobody what the catalog would not show them', async () => {
    const at = await office('conditional');
    const get = async (path: string, caller: CallerName) =>
      request(at.server)
        .get(`/api/ospo${path}`)
        .set({ authorization: callers[caller] ?? '' });
    for (const path of [
      '/innersource/projects',
      '/innersource/projects?sort=reach',
      `/innersource/projects?q=${MARK}`,
      `/innersource/projects?skill=${MARK}-skill`,
      `/innersource/projects?system=system:default/${MARK}-system`,
      '/innersource/facets',
      `/innersource/facets?q=${MARK}`,
      `/innersource/projects/by-ref?ref=${PAY}`,
      '/innersource/projects.csv',
      '/innersource/overlap?q=title+payments',
      '/innersource/repos.json',
    ]) {
      const shown = await get(path, 'coreTeam');
      expect({ path, text: shown.text }).toEqual({
        path,
        text: expect.stringContaining(MARK),
      });
      const { status, text } = await get(path, 'stranger');
      expect({ path, status }).toEqual({ path, status: 200 });
      expect({ path, text }).toEqual({
        path,
        text: expect.not.stringContaining(MARK),
      });
    }
    const forMe = async (caller: CallerName): Promise<string[]> =>
      (await get('/innersource/for-me', caller)).body.items.map(
        ({ project }: { project: { ref: string } }) => project.ref,
      );
    expect(await forMe('coreTeam')).toEqual([`component:default/${MARK}`, PAY]);
    expect(await forMe('stranger')).toEqual([PAY]);
  });

  it('answers about what is hidden as about what is not there', async () => {
    // Somebody of the core team from whom a part is hidden, so that nothing else stands in the way.
    const at = await office('conditional', ['group:default/shop-team']);
    const told = async (route: string, name: string, caller: CallerName) => {
      const ref = `component:default/${name}`;
      const [method, path] = route.split(' ');
      const call = request(at.server)
        [method.toLowerCase() as 'get'](`/api/ospo${path}`)
        .set({ authorization: callers[caller] ?? '' });
      const { status, body } = await (method === 'GET'
        ? call.query({ ref })
        : call.send({ ...matrix[route].body, ref, entityRef: ref }));
      return { status, message: body.error?.message?.replaceAll(name, '…') };
    };
    for (const route of [
      'GET /innersource/projects/by-ref',
      'GET /innersource/projects/publiccode.yml',
      'GET /innersource/projects/badge.svg',
    ]) {
      // There is one; a file that is not complete is refused.
      expect((await told(route, MARK, 'coreTeam')).status).not.toBe(404);
      const found = await told(route, MARK, 'stranger');
      expect({ route, ...found }).toEqual({
        route,
        ...(await told(route, 'absent', 'stranger')),
      });
      expect(found.status).toBe(404);
    }
  });

  it('takes nothing in for what the sender may not read', async () => {
    const at = await office('conditional', [
      'group:default/shop-team',
      'group:default/core',
    ]);
    const push = async (name: string, caller: CallerName) => {
      const { status, body } = await request(at.server)
        .post('/api/ospo/innersource/signals')
        .set({ authorization: callers[caller] ?? '' })
        .send({
          entityRef: `component:default/${name}`,
          releases_52w: 3,
          as_of: '2026-11-24T00:00:00Z',
        });
      return { status, message: body.error?.message?.replaceAll(name, '…') };
    };
    const found = await push(MARK, 'stranger');
    expect(found.status).toBe(404);
    expect(found).toEqual(await push('absent', 'stranger'));
    expect((await push(MARK, 'coreTeam')).status).toBe(200);
    const refresh = async (name: string, caller: CallerName) => {
      const { status, body } = await request(at.server)
        .post('/api/ospo/innersource/projects/refresh')
        .set({ authorization: callers[caller] ?? '' })
        .send({ ref: `component:default/${name}` });
      return { status, message: body.error?.message?.replaceAll(name, '…') };
    };
    const unread = await refresh(MARK, 'stranger');
    expect(unread.status).toBe(404);
    expect(unread).toEqual(await refresh('absent', 'stranger'));
    expect((await refresh(MARK, 'coreTeam')).status).toBe(200);
  });

  describe('for somebody who sees a part', () => {
    const lent = [
      anEntityOf('Component', 'lent', {
        title: 'Lent',
        tags: ['inner-source'],
        annotations: { 'ospo/badges': 'true' },
        relations: [
          ['ownedBy', 'group:default/shop-team'],
          ['partOf', `system:default/${MARK}-system`],
        ],
      }),
    ];
    const setUp = async (entities: Entity[]) => {
      const kept = smallSignals();
      const refs = new Set(entities.map(entity => stringifyEntityRef(entity)));
      return await anInnerSource({
        knex: await createDatabase(),
        entities,
        mode: 'conditional',
        // The hosts are told to the core team, with what each of it sees.
        coreTeam: ['group:default/shop-team', 'group:default/core'],
        groups: membership,
        hidden,
        kept: new Map([...kept].filter(([ref]) => refs.has(ref))),
        signalSources: [forge],
        skills: { 'user:default/stranger': ['TypeScript'] },
      });
    };
    let whole: InnerSourceOffice;
    let part: InnerSourceOffice;

    beforeAll(async () => {
      whole = await setUp([...smallCatalog(), ...lent]);
      part = await setUp(withoutHidden([...smallCatalog(), ...lent]));
    });
    afterAll(async () => {
      await whole.stop();
      await part.stop();
    });

    const get = async (
      at: InnerSourceOffice,
      path: string,
      caller: CallerName,
    ) => {
      const { status, text, body } = await request(at.server)
        .get(`/api/ospo${path}`)
        .set({ authorization: callers[caller] ?? '' });
      return { path, status, told: text ?? String(body) };
    };

    it.each(QUESTIONS)(
      '%s answers as if the rest had never been in the catalog',
      async path => {
        const seen = await get(whole, path, 'stranger');
        const answer = path.includes('publiccode') ? 409 : 200;
        expect(seen.status).toBe(answer);
        expect(seen).toEqual(await get(part, path, 'stranger'));
        expect(seen.told).not.toContain(MARK);
      },
    );

    it('is not so because everybody is answered alike', async () => {
      const differing: string[] = [];
      for (const path of QUESTIONS) {
        const seen = await get(whole, path, 'stranger');
        const all = await get(whole, path, 'coreTeam');
        if (seen.told !== all.told) {
          differing.push(path);
        }
      }
      expect(QUESTIONS.filter(path => !differing.includes(path))).toEqual([
        // About one project, and about nothing of it that is hidden.
        `/innersource/projects/publiccode.yml?ref=${PAY}`,
        `/innersource/projects/badge.svg?ref=${PAY}`,
      ]);
    });

    it.each([
      [`/innersource/projects?q=${MARK}`, '"items":[]'],
      [
        `/innersource/projects?system=system:default/${MARK}-system`,
        '"items":[]',
      ],
      [
        `/innersource/projects?businessUnit=group:default/${MARK}-unit`,
        '"items":[]',
      ],
      [`/innersource/overlap?q=${MARK}`, '{"items":[]}'],
      [`/innersource/facets?q=${MARK}`, '"standing":[]'],
    ])('%s finds nothing by the name of what is hidden', async (path, none) => {
      expect((await get(whole, path, 'coreTeam')).told).not.toContain(none);
      expect((await get(whole, path, 'stranger')).told).toContain(none);
    });

    it('tells an assistant nothing of it either', async () => {
      const actionsRegistry = actionsRegistryServiceMock();
      const notAsked = async () => {
        throw new Error('Nothing of this is asked');
      };
      registerOspoActions({
        actionsRegistry,
        innerSource: whole.innerSource,
        competencies: { matchCompetencies: notAsked },
        requests: {
          createRequest: notAsked,
          getRequest: notAsked,
          getRequestByNumber: notAsked,
          listPrecedents: notAsked,
          listRequests: notAsked,
          listRequestTypes: notAsked,
          previewRequest: notAsked,
        },
      });
      const askAs = async (name: string, input: object) =>
        JSON.stringify(
          await actionsRegistry.invoke({
            id: 'test:find-inner-source',
            input,
            credentials: mockCredentials.user(`user:default/${name}`),
          }),
        );
      for (const input of [
        {},
        { words: MARK },
        { skill: `${MARK}-skill` },
        { about: `${MARK} title` },
      ]) {
        expect(await askAs('core', input)).toContain(MARK);
        expect(await askAs('stranger', input)).not.toContain(MARK);
      }
    });
  });

  it('says of what may exist already who owns it, as far as may be known', async () => {
    const zeppelin = (name: string, owner?: string) =>
      anEntityOf('Component', name, {
        title: 'Zeppelin',
        relations: owner ? [['ownedBy', owner]] : [],
      });
    const at = await anInnerSource({
      knex: await createDatabase(),
      entities: [
        ...smallCatalog(),
        // No project names this owner.
        zeppelin('a', 'group:default/core'),
        zeppelin('b', 'group:default/team-TEAM-NAME'.toLowerCase()),
        zeppelin('c', `group:default/${MARK}-team`),
        zeppelin('d', 'user:default/asa'),
        zeppelin('e'),
      ],
      mode: 'conditional',
      hidden,
    });
    offices.set('owners', at);
    const owners = async (caller: CallerName) => {
      const { body } = await request(at.server)
        .get('/api/ospo/innersource/overlap?q=zeppelin')
        .set({ authorization: callers[caller] ?? '' });
      return body.items.map(
        ({ ref, ownerState, ownerRef }: Record<string, string>) => [
          ref.slice(-1),
          ownerState,
          ownerRef,
        ],
      );
    };
    expect(await owners('stranger')).toEqual([
      ['a', 'present', 'group:default/core'],
      ['b', 'missing', 'group:default/team-team-name'],
      ['c', 'present', undefined],
      ['d', 'present', 'user:default/asa'],
      ['e', 'none', undefined],
    ]);
    expect((await owners('coreTeam'))[2]).toEqual([
      'c',
      'present',
      `group:default/${MARK}-team`,
    ]);
    expect((await owners('service'))[3]).toEqual(['d', 'present', undefined]);
  });

  it('does not name an owner who may not be known', async () => {
    const at = await anInnerSource({
      knex: await createDatabase(),
      entities: [
        ...smallCatalog(),
        anEntityOf('Component', 'lent', {
          tags: ['inner-source'],
          annotations: { 'ospo/badges': 'true' },
          relations: [['ownedBy', `group:default/${MARK}-team`]],
        }),
      ],
      mode: 'conditional',
      hidden,
    });
    offices.set('lent', at);
    const ref = 'component:default/lent';
    for (const path of [
      `/innersource/projects/by-ref?ref=${ref}`,
      `/innersource/projects/badge.svg?ref=${ref}`,
      '/innersource/projects?q=lent',
      '/innersource/overlap?q=lent',
      '/innersource/facets',
    ]) {
      const { status, text, body } = await request(at.server)
        .get(`/api/ospo${path}`)
        .set({ authorization: callers.stranger });
      expect({ path, status }).toEqual({ path, status: 200 });
      expect(text ?? String(body)).not.toContain(MARK);
    }
  });

  it('counts what a caller does not see nowhere', async () => {
    const at = await office('conditional');
    const get = async (path: string, caller: CallerName) =>
      (
        await request(at.server)
          .get(`/api/ospo${path}`)
          .set({ authorization: callers[caller] ?? '' })
      ).body;
    const all = await get(
      `/innersource/projects/by-ref?ref=${PAY}`,
      'coreTeam',
    );
    const part = await get(
      `/innersource/projects/by-ref?ref=${PAY}`,
      'stranger',
    );
    expect(all.dependants.value).toBe(4);
    expect(part.dependants.value).toBe(2);
    expect(part.signals.reach.dependants.inputs).toEqual({ dependants: 2 });
    expect(all.labels.reach.n).toBe(4);
    expect(part.labels.reach.n).toBe(3);
    expect(all.labels.activity.n).toBe(2);
    expect(part.labels.activity.n).toBe(1);
    expect(part.sameRepository).toEqual([]);
    const { total } = await get('/innersource/projects', 'stranger');
    expect(total).toEqual({ value: 4, bounded: false });
    const facets = await get('/innersource/facets', 'stranger');
    expect(facets.skill).toContainEqual({ value: 'TypeScript', count: 1 });
  });

  it('names no person to a service', async () => {
    const at = await anInnerSource({
      knex: await createDatabase(),
      entities: [
        ...smallCatalog(),
        ...['asa', 'left'].map(name =>
          anEntityOf('Component', `of-${name}`, {
            tags: ['inner-source'],
            relations: [['ownedBy', `user:default/${name}`]],
          }),
        ),
      ],
    });
    offices.set('persons', at);
    for (const path of [
      '/innersource/projects',
      '/innersource/projects.csv',
      '/innersource/overlap?q=payments+library',
      `/innersource/projects/by-ref?ref=${PAY}`,
    ]) {
      const { text } = await request(at.server)
        .get(`/api/ospo${path}`)
        .set({ authorization: callers.service });
      expect(text).toContain('Payments library');
      expect(text).not.toContain('user:');
      const { text: toPeople } = await request(at.server)
        .get(`/api/ospo${path}`)
        .set({ authorization: callers.owner });
      expect(toPeople).toContain('Payments library');
    }
    for (const name of ['asa', 'left']) {
      const { text } = await request(at.server)
        .get(
          `/api/ospo/innersource/projects/by-ref?ref=component:default/of-${name}`,
        )
        .set({ authorization: callers.service });
      expect(text).not.toContain('user:');
    }
  });

  const as = { credentials: mockCredentials.user('user:default/stranger') };
  const everyMethod: Record<
    keyof InnerSourceService,
    (service: InnerSourceService) => Promise<unknown>
  > = {
    listProjects: service => service.listProjects({}, as),
    getProjectFacets: service => service.getProjectFacets({}, as),
    getSuggestions: service => service.getSuggestions(as),
    findOverlap: service => service.findOverlap({ q: 'payments' }, as),
    listReposJson: service => service.listReposJson(as),
    getBadge: service => service.getBadge({ ref: PAY }, as),
    getPubliccode: service => service.getPubliccode({ ref: PAY }, as),
    getProject: service => service.getProject({ ref: PAY }, as),
    refreshProject: service => service.refreshProject({ ref: PAY }, as),
  };
  it.each(Object.entries(everyMethod))(
    '%s is closed to those without permission',
    async (_method, call) => {
      const { innerSource } = await office('deny');
      await expect(call(innerSource)).rejects.toThrow('Missing permission');
    },
  );
});
