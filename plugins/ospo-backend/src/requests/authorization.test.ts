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

import { RequestDetail } from '@ospo-suite/backstage-plugin-ospo-common';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { routesOf } from '../shared/__testUtils__/routesOf';
import { anOffice, Office } from './__testUtils__/anOffice';
import {
  aDirectory,
  aRelease,
  CORE,
  DEV,
  itemOf,
  LAWYER,
  peopleOfTheOffice,
  STRANGER,
} from './__testUtils__/aRelease';

jest.setTimeout(120_000);

/** In every text of the confidential request. */
const MARK = 'krypta';
const STEWARD = 'user:default/steward';
const BLIND = 'user:default/blind';
/** Owns the competencies, and does not see every provider of them. */
const HALF_BLIND_STEWARD = 'user:default/half-blind-steward';
const DENIED = 'user:default/denied';

const callers = {
  anonymous: undefined,
  stranger: STRANGER,
  requester: DEV,
  assignee: LAWYER,
  steward: STEWARD,
  coreTeam: CORE,
  /** Sees nothing of the catalog. */
  blind: BLIND,
  /** Holds no permission of requests. */
  denied: DENIED,
  service: 'external:cron',
  listedService: 'external:reader',
};
type CallerName = keyof typeof callers;
const callerNames = Object.keys(callers) as CallerName[];

interface Entry {
  method: 'get' | 'post' | 'put' | 'delete';
  path: (of: RequestDetail) => string;
  body?: (of: RequestDetail) => object;
  /** Status for each caller about the open request; 200 where nothing is said. */
  open: Partial<Record<CallerName, number>>;
  /** The same about the confidential one. */
  confidential?: Partial<Record<CallerName, number>>;
}

const always = { anonymous: 401, denied: 403 } as const;
const noServices = { ...always, service: 403, listedService: 403 } as const;
const readers = { ...always, service: 403 } as const;
const core = {
  ...noServices,
  stranger: 403,
  requester: 403,
  assignee: 403,
  steward: 403,
  blind: 403,
} as const;
const hiddenFromOthers = {
  stranger: 404,
  steward: 404,
  blind: 404,
} as const;

/** Every route of the slice. A route that is not here fails the first test. */
const matrix: Record<string, Entry> = {
  'GET /request-types': {
    method: 'get',
    path: () => '/request-types',
    open: always,
  },
  'GET /requests': {
    method: 'get',
    path: () => '/requests?view=all',
    open: readers,
  },
  'GET /requests.csv': {
    method: 'get',
    path: () => '/requests.csv?view=all',
    open: readers,
  },
  'GET /requests/counts': {
    method: 'get',
    path: () => '/requests/counts',
    open: readers,
  },
  'GET /requests/gaps': {
    method: 'get',
    path: () => '/requests/gaps',
    open: core,
  },
  'GET /requests/figures': {
    method: 'get',
    path: () => '/requests/figures?from=2026-01-01&to=2026-12-31&by=type',
    open: core,
  },
  'POST /requests/preview': {
    method: 'post',
    path: () => '/requests/preview',
    body: () => ({ typeId: 'release-open-source', answers: {}, subject: {} }),
    open: noServices,
  },
  'POST /requests': {
    method: 'post',
    path: () => '/requests',
    body: () => aRelease(),
    open: {
      ...noServices,
      ...Object.fromEntries(
        (
          ['stranger', 'requester', 'assignee', 'steward', 'coreTeam'] as const
        ).map(name => [name, 201]),
      ),
      // Nobody asks about what they do not see.
      blind: 400,
    },
  },
  'GET /requests/:id': {
    method: 'get',
    path: ({ id }) => `/requests/${id}`,
    open: { ...readers, blind: 404 },
    confidential: { ...readers, ...hiddenFromOthers, listedService: 404 },
  },
  'PUT /requests/:id': {
    method: 'put',
    path: ({ id }) => `/requests/${id}`,
    body: ({ version }) => ({ ...aRelease(), version }),
    // It is no draft any more, and never was theirs.
    open: {
      ...noServices,
      stranger: 403,
      requester: 409,
      assignee: 403,
      steward: 403,
      coreTeam: 403,
      blind: 404,
    },
    confidential: {
      ...noServices,
      ...hiddenFromOthers,
      requester: 409,
      assignee: 403,
      coreTeam: 403,
    },
  },
  'DELETE /requests/:id': {
    method: 'delete',
    path: ({ id }) => `/requests/${id}`,
    open: {
      ...noServices,
      stranger: 403,
      requester: 409,
      assignee: 403,
      steward: 403,
      coreTeam: 403,
      blind: 404,
    },
    confidential: {
      ...noServices,
      ...hiddenFromOthers,
      requester: 409,
      assignee: 403,
      coreTeam: 403,
    },
  },
  'POST /requests/:id/commands': {
    method: 'post',
    path: ({ id }) => `/requests/${id}/commands`,
    body: ({ version }) => ({
      version: version + 1,
      command: { kind: 'comment', text: 'x' },
    }),
    // Of a stale version: whoever may know of the request is told so.
    open: {
      ...noServices,
      stranger: 409,
      requester: 409,
      assignee: 409,
      steward: 409,
      coreTeam: 409,
      blind: 404,
    },
    confidential: {
      ...noServices,
      ...hiddenFromOthers,
      requester: 409,
      assignee: 409,
      coreTeam: 409,
    },
  },
  'GET /requests/:id/routing': {
    method: 'get',
    path: ({ id, items }) =>
      `/requests/${id}/routing?workItemId=${items[0].id}`,
    open: {
      ...readers,
      listedService: 404,
      stranger: 404,
      requester: 404,
      assignee: 404,
      blind: 404,
    },
    confidential: {
      ...readers,
      ...hiddenFromOthers,
      listedService: 404,
      requester: 404,
      assignee: 404,
    },
  },
  'GET /precedents': { method: 'get', path: () => '/precedents', open: always },
  'GET /precedents/:id': {
    method: 'get',
    path: () => '/precedents/none',
    open: {
      ...always,
      ...Object.fromEntries(
        callerNames
          .filter(name => name !== 'anonymous' && name !== 'denied')
          .map(name => [name, 404]),
      ),
    },
  },
};

const [[, createDatabase]] = everyDatabase;

describe('authorization', () => {
  let office: Office;
  let open: RequestDetail;
  let hidden: RequestDetail;
  const absent = {
    id: '01ABSENT',
    version: 1,
    items: [{ id: 'none' }],
  } as unknown as RequestDetail;

  beforeAll(async () => {
    const snapshot = aDirectory();
    const competencies = new Map(snapshot.competencies);
    for (const [ref, competency] of competencies) {
      competencies.set(ref, {
        ...competency,
        ownerRef: 'group:default/stewards',
        providers: competency.providers.map(provider => ({
          ...provider,
          scope: { confidential: true },
        })),
      });
    }
    office = await anOffice({
      knex: await createDatabase(),
      snapshot: { ...snapshot, competencies },
      groups: {
        ...peopleOfTheOffice,
        [STEWARD]: ['group:default/stewards'],
        [HALF_BLIND_STEWARD]: ['group:default/stewards'],
      },
      config: { readServices: ['external:reader'] },
      sees: {
        [BLIND]: [],
        [HALF_BLIND_STEWARD]: ['meter', 'privacy', 'privacy-north'],
      },
      denied: {
        [DENIED]: [
          'ospo.request.read',
          'ospo.request.create',
          'ospo.request.update',
          'ospo.request.decide',
        ],
      },
    });
    open = await submitted(aRelease({ title: 'Open to all' }));
    hidden = await submitted(
      aRelease({
        title: `The ${MARK} of the house`,
        confidentiality: 'confidential',
        answers: { ...aRelease().answers, purpose: `A ${MARK}` },
        subject: { entityRef: `component:default/${MARK}` },
      }),
    );
  });
  afterAll(() => office.stop());

  async function submitted(of: ReturnType<typeof aRelease>) {
    const draft = await office.draft(DEV, of);
    const detail = await office.command(DEV, draft, { kind: 'submit' });
    const { id: workItemId } = itemOf(detail, 'licence-compliance');
    return await office.command(CORE, detail, {
      kind: 'assign',
      workItemId,
      providerRef: 'group:default/legal',
    });
  }

  async function ask(caller: CallerName, entry: Entry, of: RequestDetail) {
    const { method, path, body } = entry;
    const answer = await office.send(
      callers[caller],
      method,
      path(of),
      body?.(of),
    );
    return { status: answer.status, text: answer.text.replaceAll(of.id, '*') };
  }

  /** The model: who may know that there is such a request. */
  function mayKnow(caller: CallerName, of: RequestDetail): boolean {
    return of === hidden
      ? !['stranger', 'steward', 'blind', 'listedService'].includes(caller)
      : caller !== 'blind';
  }

  it('knows every route of the live router', () => {
    expect(routesOf(office.router).sort()).toEqual(Object.keys(matrix).sort());
  });

  it.each(callerNames)('gives %s what is theirs and no more', async caller => {
    const surprises: string[] = [];
    for (const [route, entry] of Object.entries(matrix)) {
      for (const [of, expected] of [
        [open, entry.open],
        [hidden, entry.confidential ?? entry.open],
      ] as const) {
        const { status, text } = await ask(caller, entry, of);
        const wanted = expected[caller] ?? 200;
        if (status !== wanted) {
          surprises.push(`${route}: ${status}, not ${wanted}: ${text}`);
        }
        if (!mayKnow(caller, of) && route.includes('/requests/:id')) {
          const other = await ask(caller, entry, absent);
          if (
            other.status !== status ||
            other.text !== text.replaceAll(of.items[0].id, 'none')
          ) {
            surprises.push(
              `${route}: not like an absent one: ${text} ${other.text}`,
            );
          }
        }
      }
    }
    expect(surprises).toEqual([]);
  });

  it.each(['stranger', 'steward', 'blind', 'listedService'] as const)(
    'tells %s nothing of what is confidential, in no list, count, search and file',
    async caller => {
      const user = callers[caller];
      for (const path of [
        '/requests?view=all',
        `/requests?view=all&q=${MARK}`,
        `/requests?view=all&entityRef=component:default/${MARK}`,
        '/requests?view=all&sort=doneDue',
        '/requests?view=all&limit=1',
        '/requests?view=waiting',
        '/requests?view=mine',
        `/requests.csv?view=all&q=${MARK}`,
        '/requests.csv?view=all',
        '/precedents',
        `/precedents?q=${MARK}`,
      ]) {
        const { status, text } = await office.send(user, 'get', path);
        expect([path, status, text.includes(MARK)]).toEqual([path, 200, false]);
        expect(text).not.toContain(hidden.id);
        expect(text).not.toContain(hidden.number);
      }
      const counts = await office.send(user, 'get', '/requests/counts');
      const mine = await office.send(user, 'get', '/requests?view=mine');
      expect(counts.body).toEqual({ mine: mine.body.items.length, waiting: 0 });
    },
  );

  it('tells the owner of a competency nothing of confidential work in a routing', async () => {
    const { id: workItemId } = itemOf(open, 'licence-compliance');
    const path = `/requests/${open.id}/routing?workItemId=${workItemId}`;
    const full = await office.send(CORE, 'get', path);
    expect(full.text).toMatch(/2 open/);
    const { body, text } = await office.send(STEWARD, 'get', path);
    expect(body.candidates.map((of: { ref: string }) => of.ref)).toEqual([
      'group:default/legal',
    ]);
    expect(text).not.toMatch(/\d+ open/);
    expect(text).not.toMatch(/"2026-11-23T09[^"]*","decisive/);
  });

  it('names no provider in a routing whom the catalog hides from its reader', async () => {
    const { id: workItemId } = itemOf(open, 'privacy');
    const path = `/requests/${open.id}/routing?workItemId=${workItemId}`;
    const refsFor = async (user: string) => {
      const { body } = await office.send(user, 'get', path);
      return {
        proposed: body.proposedRef,
        refs: body.candidates.map((of: { ref: string }) => of.ref),
      };
    };
    expect(await refsFor(STEWARD)).toEqual({
      proposed: 'group:default/privacy-south',
      refs: ['group:default/privacy-south', 'group:default/privacy-north'],
    });
    expect(await refsFor(HALF_BLIND_STEWARD)).toEqual({
      proposed: undefined,
      refs: ['group:default/privacy-north'],
    });
  });

  it('counts nothing confidential in how fast a competency answers', async () => {
    const ref = 'competency:default/licence-compliance';
    const speed = async () => (await office.history.speedOf([ref])).get(ref);
    async function finished(confidentiality: 'confidential' | 'internal') {
      let detail = await submitted(aRelease({ confidentiality }));
      const { id: workItemId } = itemOf(detail, 'licence-compliance');
      detail = await office.command(LAWYER, detail, {
        kind: 'take',
        workItemId,
      });
      await office.command(LAWYER, detail, {
        kind: 'finish',
        workItemId,
        finding: 'It fits',
        recommendation: 'approved',
        conditions: [],
      });
    }
    const before = await speed();
    await finished('confidential');
    expect(await speed()).toEqual(before);
    await finished('internal');
    expect(await speed()).toMatchObject({ n: 1, medianDoneHours: 0 });
  });

  it('shows it to those who work on it', async () => {
    for (const user of [DEV, LAWYER, CORE]) {
      const list = await office.send(
        user,
        'get',
        `/requests?view=all&q=${MARK}`,
      );
      expect(list.body.items).toMatchObject([{ id: hidden.id }]);
    }
  });

  it('names it in no notification and no event but by its number', () => {
    expect(office.told.length).toBeGreaterThan(4);
    expect(JSON.stringify(office.told)).toContain(hidden.number);
    expect(JSON.stringify(office.told)).not.toContain(MARK);
    expect(office.published.length).toBeGreaterThan(4);
    expect(JSON.stringify(office.published)).not.toContain(MARK);
    expect(JSON.stringify(office.published)).not.toContain('Open to all');
  });

  it('hides from others what the catalog hides from them', async () => {
    const list = await office.send(BLIND, 'get', '/requests?view=all');
    const requesters = list.body.items.map(
      ({ requesterRef }: RequestDetail) => requesterRef,
    );
    expect(requesters.filter((ref: string) => ref !== BLIND)).toEqual([]);
  });

  it('keeps a draft to who writes it', async () => {
    const draft = await office.draft(
      DEV,
      aRelease({ title: 'Half a thought' }),
    );
    for (const user of [CORE, LAWYER, STRANGER]) {
      expect(
        (await office.send(user, 'get', `/requests/${draft.id}`)).status,
      ).toBe(404);
      const list = await office.send(
        user,
        'get',
        '/requests?view=all&q=thought',
      );
      expect(list.body.items).toEqual([]);
    }
    expect((await office.read(DEV, draft.id)).state).toBe('draft');
  });
});
