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
import request from 'supertest';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { routesOf } from '../shared/__testUtils__/routesOf';
import { PermissionMode } from '../shared/__testUtils__/portalDoubles';
import { anOffice, Office } from './__testUtils__/anOffice';
import {
  hidden,
  MARK,
  membership,
  smallOrganisation,
} from './__testUtils__/smallOrganisation';

jest.setTimeout(120_000);

const callers = {
  anonymous: undefined,
  stranger: mockCredentials.user.header('user:default/stranger'),
  owner: mockCredentials.user.header('user:default/owner'),
  subject: mockCredentials.user.header('user:default/asa'),
  coreTeam: mockCredentials.user.header('user:default/core'),
  service: mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('external:ci'),
    targetPluginId: 'ospo',
  }),
};
type CallerName = keyof typeof callers;
const callerNames = Object.keys(callers) as CallerName[];

const LEGAL = 'competency:default/legal';
const SUBJECT = 'user:default/asa';
const days = { from: '2026-12-01', to: '2026-12-02' };

interface Entry {
  path: string;
  body?: object;
  /** Who is answered when the policy allows: the others are refused, or told that there is no such thing. */
  may: CallerName[];
  ok: number;
  refused?: number;
}

const everybody: CallerName[] = [
  'stranger',
  'owner',
  'subject',
  'coreTeam',
  'service',
];
const people: CallerName[] = ['stranger', 'owner', 'subject', 'coreTeam'];
const core: CallerName[] = ['coreTeam'];

/** Every route of the slice. A route that is not here fails the first test. */
const matrix: Record<string, Entry> = {
  'GET /competencies': { path: '/competencies', may: everybody, ok: 200 },
  'GET /competencies/by-ref': {
    path: `/competencies/by-ref?ref=${LEGAL}`,
    may: everybody,
    ok: 200,
  },
  'GET /competencies/match': {
    path: '/competencies/match?q=licence',
    may: everybody,
    ok: 200,
  },
  'GET /competencies/help': {
    path: '/competencies/help?entityRef=component:default/shop',
    may: everybody,
    ok: 200,
  },
  'GET /competencies/coverage': {
    path: '/competencies/coverage?by=country',
    may: core,
    ok: 200,
  },
  'GET /competencies/evidence-pack': {
    path: '/competencies/evidence-pack',
    may: core,
    ok: 200,
  },
  'GET /competencies/evidence-pack.csv': {
    path: '/competencies/evidence-pack.csv',
    may: core,
    ok: 200,
  },
  'GET /me/profile': { path: '/me/profile', may: people, ok: 200 },
  'PUT /me/profile': {
    path: '/me/profile',
    body: { entries: [], skills: [], languages: [] },
    may: people,
    ok: 200,
  },
  'DELETE /me/profile': { path: '/me/profile', may: people, ok: 204 },
  'GET /me/export': { path: '/me/export', may: people, ok: 200 },
  'POST /people/erase': {
    path: '/people/erase',
    body: { userRef: 'user:default/nobody' },
    may: core,
    ok: 200,
  },
  'POST /competencies/confirmations': {
    path: '/competencies/confirmations',
    body: { userRef: SUBJECT, competencyRef: LEGAL, authority: 'decide' },
    may: ['owner', 'coreTeam'],
    ok: 204,
  },
  'GET /absences': {
    path: `/absences?providerRef=${SUBJECT}`,
    may: ['subject', 'coreTeam'],
    ok: 200,
  },
  'POST /absences': {
    path: '/absences',
    body: { providerRef: 'group:default/team', ...days },
    may: ['subject', 'coreTeam'],
    ok: 201,
  },
  'DELETE /absences/:id': {
    path: '/absences/of-subject',
    may: ['subject', 'coreTeam'],
    ok: 204,
    refused: 404,
  },
  'GET /agreements': { path: '/agreements', may: people, ok: 200 },
  'POST /agreements': {
    path: '/agreements',
    body: {
      providerRef: 'group:default/team',
      competencyRef: LEGAL,
      hoursPerMonth: 4,
      validFrom: '2026-11-01',
    },
    may: ['owner', 'coreTeam'],
    ok: 201,
  },
  'DELETE /agreements/:id': {
    path: '/agreements/of-law',
    may: ['owner', 'coreTeam'],
    ok: 204,
    refused: 404,
  },
  'GET /evidence': {
    path: `/evidence?subjectRef=${SUBJECT}`,
    may: ['subject', 'coreTeam'],
    ok: 200,
  },
  'POST /evidence': {
    path: '/evidence',
    body: {
      subjectRef: SUBJECT,
      competencyRef: LEGAL,
      kind: 'training',
      title: 'A course',
      date: '2026-01-01',
    },
    may: ['subject', 'coreTeam'],
    ok: 201,
  },
  'DELETE /evidence/:id': {
    path: '/evidence/of-subject',
    may: ['subject', 'coreTeam'],
    ok: 204,
    refused: 404,
  },
  'GET /rota': { path: `/rota?competencyRef=${LEGAL}`, may: people, ok: 200 },
  'POST /rota': {
    path: '/rota',
    body: {
      competencyRef: LEGAL,
      providerRef: 'group:default/law',
      ...days,
    },
    may: ['owner', 'coreTeam'],
    ok: 201,
  },
  'DELETE /rota/:id': {
    path: '/rota/of-law',
    may: ['owner', 'coreTeam'],
    ok: 204,
  },
};

/** The model: what a caller is answered. */
function expectedStatus(
  { may, ok, refused = 403 }: Entry,
  mode: PermissionMode,
  caller: CallerName,
): number {
  if (caller === 'anonymous') {
    return 401;
  }
  if (mode === 'deny' && caller !== 'service') {
    return 403;
  }
  if (may.includes(caller)) {
    return ok;
  }
  return caller === 'service' ? 403 : refused;
}

const [[, createDatabase]] = everyDatabase;

describe('authorization', () => {
  const offices = new Map<string, Office>();

  async function office(
    mode: PermissionMode,
    coreTeam = ['group:default/core'],
  ): Promise<Office> {
    const key = `${mode} ${coreTeam}`;
    const found =
      offices.get(key) ??
      (await anOffice({
        knex: await createDatabase(),
        entities: smallOrganisation(),
        mode,
        coreTeam,
        groups: membership,
        hidden,
      }));
    offices.set(key, found);
    return found;
  }

  async function seed({ stores, generation }: Office): Promise<void> {
    await generation.change(async tx => {
      for (const table of [
        'competency_profile_entries',
        'competency_profiles',
        'competency_absences',
        'competency_agreements',
        'competency_evidence',
        'competency_rota',
      ]) {
        await tx(table).delete();
      }
      await tx('competency_profiles').insert({
        user_ref: SUBJECT,
        skills: '[]',
        languages: '[]',
        opted_in_at: '2026-01-01T00:00:00.000Z',
      });
      await tx('competency_profile_entries').insert({
        user_ref: SUBJECT,
        competency_ref: LEGAL,
        authority: 'decide',
        scope: '{}',
      });
    });
    await stores.absences.add({
      id: 'of-subject',
      providerRef: SUBJECT,
      ...days,
    });
    await stores.agreements.add({
      id: 'of-law',
      providerRef: 'group:default/law',
      competencyRef: LEGAL,
      hoursPerMonth: 3,
      validFrom: '2026-01-01',
      agreedBy: 'user:default/core',
    });
    await stores.evidence.add({
      id: 'of-subject',
      subjectRef: SUBJECT,
      competencyRef: LEGAL,
      kind: 'training',
      title: 'secret course',
      date: '2026-01-01',
    });
    await stores.rota.add({
      id: 'of-law',
      competencyRef: LEGAL,
      providerRef: 'group:default/law',
      ...days,
    });
  }

  async function ask(at: Office, route: string, caller: CallerName) {
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
    const { routers } = await office('allow');
    expect(routers.flatMap(routesOf).sort()).toEqual(
      Object.keys(matrix).sort(),
    );
  });

  describe.each<PermissionMode>(['off', 'allow', 'conditional', 'deny'])(
    'with permissions %s',
    mode => {
      it.each(Object.keys(matrix))('%s', async route => {
        const at = await office(mode);
        for (const caller of callerNames) {
          await seed(at);
          const { status } = await ask(at, route, caller);
          const expected = expectedStatus(matrix[route], mode, caller);
          expect({ caller, status }).toEqual({ caller, status: expected });
        }
      });
    },
  );

  it.each(Object.keys(matrix))(
    'has no core team while none is configured: %s',
    async route => {
      const at = await office('off', []);
      await seed(at);
      const { status } = await ask(at, route, 'coreTeam');
      const anyone = matrix[route].may.includes('stranger');
      expect(status < 300).toBe(anyone);
    },
  );

  it('names to nobody what the catalog would not show them', async () => {
    const at = await office('conditional');
    await seed(at);
    const header = { authorization: callers.stranger };
    for (const path of [
      '/competencies',
      `/competencies?q=${MARK}`,
      `/competencies?provider=group:default/${MARK}-team`,
      `/competencies/by-ref?ref=${LEGAL}`,
      `/competencies/match?q=${MARK}+analysis`,
      '/competencies/help?entityRef=component:default/shop',
      '/me/profile',
      '/me/export',
    ]) {
      const { status, text } = await request(at.server)
        .get(`/api/ospo${path}`)
        .set(header);
      expect({ path, status }).toEqual({ path, status: 200 });
      expect({ path, text }).toEqual({
        path,
        text: expect.not.stringContaining(`${MARK} `),
      });
      expect(text).not.toContain(`/${MARK}`);
    }
    const ask2 = async (path: string) => {
      const { status, body } = await request(at.server)
        .get(`/api/ospo${path}`)
        .set(header);
      return { status, message: body.error?.message };
    };
    for (const path of [
      '/competencies/by-ref?ref=competency:default/NAME',
      '/competencies/help?entityRef=component:default/NAME-app',
      '/rota?competencyRef=competency:default/NAME',
    ]) {
      const found = await ask2(path.replace('NAME', MARK));
      const absent = await ask2(path.replace('NAME', 'absent'));
      expect(found.status).toBe(404);
      expect(found.message?.replace(MARK, 'absent')).toBe(absent.message);
    }
  });

  it('counts what a caller does not see in no coverage', async () => {
    const at = await office('conditional');
    const coverageFor = async (caller: CallerName) =>
      (
        await request(at.server)
          .get(`/api/ospo/competencies/by-ref?ref=${LEGAL}`)
          .set({ authorization: callers[caller] })
      ).body;
    await seed(at);
    const all = await coverageFor('coreTeam');
    const part = await coverageFor('stranger');
    expect(all.providers).toHaveLength(5);
    expect(part.providers).toHaveLength(4);
    expect(all.coverage).toBe('enough');
    // Without the team that they do not see, one of two has a contract that ends.
    expect(part.coverage).toBe('contract-ending');
    expect(all.children).toHaveLength(1);
    expect(part.children).toEqual([]);
  });

  it('names no person to a service', async () => {
    const at = await office('allow');
    await seed(at);
    for (const path of ['/competencies', `/competencies/by-ref?ref=${LEGAL}`]) {
      const { text } = await request(at.server)
        .get(`/api/ospo${path}`)
        .set({ authorization: callers.service });
      expect(text).toContain('Licence compliance');
      expect(text).not.toContain('user:');
    }
  });
});
