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
import {
  absenceSchema,
  capacityAgreementSchema,
  competencyDetailSchema,
  competencyMatchSchema,
  competencyProfileSchema,
  competencySchema,
  coverageMapSchema,
  evidencePackSchema,
  evidenceSchema,
  ospoPageSchema,
  rotaTurnSchema,
  whoCanHelpSchema,
} from '@ospo-suite/backstage-plugin-ospo-common';
import request from 'supertest';
import { z } from 'zod';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { anOffice, Office } from './__testUtils__/anOffice';
import {
  membership,
  smallOrganisation,
} from './__testUtils__/smallOrganisation';

jest.setTimeout(120_000);

const LEGAL = 'competency:default/legal';
const core = {
  authorization: mockCredentials.user.header('user:default/core'),
};
const items = <T>(item: z.ZodType<T>) =>
  z.strictObject({ items: z.array(item) });

/** Every question: what the answer must be, and that it is not empty where it should not be. */
const answers: Record<string, { schema: z.ZodType; holds: string }> = {
  '/competencies?limit=1': {
    schema: ospoPageSchema(competencySchema),
    holds: '"nextCursor"',
  },
  [`/competencies/by-ref?ref=${LEGAL}`]: {
    schema: competencyDetailSchema,
    holds: '"onDuty":["group:default/law"]',
  },
  '/competencies/match?q=licences': {
    schema: items(competencyMatchSchema),
    holds: '"field":"title"',
  },
  '/competencies/help?entityRef=component:default/shop': {
    schema: whoCanHelpSchema,
    holds: '"code":"distribution"',
  },
  '/competencies/help?purl=pkg:npm/x': {
    schema: whoCanHelpSchema,
    holds: '"code":"licence-unknown"',
  },
  '/competencies/help?licence=known:GPL-3.0-only': {
    schema: whoCanHelpSchema,
    holds: 'GPL-3.0-only × 7',
  },
  '/competencies/coverage?by=business-unit': {
    schema: coverageMapSchema,
    holds: '"title":"Sales"',
  },
  '/competencies/coverage?by=country': {
    schema: coverageMapSchema,
    holds: '"key":"SE"',
  },
  '/competencies/coverage?by=system': {
    schema: coverageMapSchema,
    holds: '"key":"system:default/shop"',
  },
  '/competencies/evidence-pack': {
    schema: evidencePackSchema,
    holds: '"assessorRef":"user:default/core"',
  },
  '/me/profile': { schema: competencyProfileSchema, holds: '"skills":["law"]' },
  '/absences': { schema: items(absenceSchema), holds: 'user:default/core' },
  '/agreements': {
    schema: items(capacityAgreementSchema),
    holds: '"agreedBy"',
  },
  '/evidence': { schema: items(evidenceSchema), holds: '"expires"' },
  [`/rota?competencyRef=${LEGAL}`]: {
    schema: items(rotaTurnSchema),
    holds: 'group:default/law',
  },
};

describe.each(everyDatabase)('contract, %s', (_name, createDatabase) => {
  let office: Office;

  beforeAll(async () => {
    office = await anOffice({
      knex: await createDatabase(),
      entities: smallOrganisation(),
      coreTeam: ['group:default/core'],
      groups: membership,
      requestTypes: [{ id: 'licence-question', texts: ['Licensfråga'] }],
      history: {
        speedOf: async () => new Map(),
        precedentsOf: async () => new Map([[LEGAL, 3]]),
        openWork: async () =>
          new Map([
            [
              'group:default/law',
              {
                openWorkItems: 2,
                openHours: 1.5,
                doneHours: 1,
                doneEstimated: 1,
              },
            ],
          ]),
      },
      use: {
        'component:default/shop': {
          hasSbom: true,
          licences: [{ status: 'known', text: 'GPL-2.0-only', packages: 2 }],
          findings: [],
        },
        'pkg:npm/x': {
          licences: [{ status: 'absent', text: 'absent', packages: 1 }],
          findings: [],
        },
        'known:GPL-3.0-only': {
          licences: [{ status: 'known', text: 'GPL-3.0-only', packages: 7 }],
          findings: [],
        },
      },
    });
    const send = async (method: 'put' | 'post', path: string, body: object) => {
      const answer = await request(office.server)
        [method](`/api/ospo${path}`)
        .set(core)
        .send(body);
      if (answer.status >= 300) {
        throw new Error(`${path}: ${answer.status} ${answer.text}`);
      }
      return answer.body;
    };
    const of = { competencyRef: LEGAL };
    await send('put', '/me/profile', {
      entries: [
        {
          ...of,
          authority: 'answer',
          scope: { countries: ['SE'] },
          hoursPerMonth: 2,
        },
      ],
      skills: ['law'],
      languages: ['sv'],
    });
    const days = { from: '2026-11-20', to: '2026-11-30' };
    absenceSchema.parse(
      await send('post', '/absences', {
        providerRef: 'user:default/core',
        ...days,
      }),
    );
    capacityAgreementSchema.parse(
      await send('post', '/agreements', {
        ...of,
        providerRef: 'group:default/law',
        hoursPerMonth: 12.5,
        validFrom: '2026-01-01',
        validTo: '2027-01-01',
        note: 'Line first',
      }),
    );
    evidenceSchema.parse(
      await send('post', '/evidence', {
        ...of,
        subjectRef: 'group:default/law',
        kind: 'assessment',
        title: '=cmd()',
        date: '2026-01-01',
        expires: '2027-01-01',
        assessorRef: 'user:default/core',
        link: 'https://intra.example/assessment',
      }),
    );
    rotaTurnSchema.parse(
      await send('post', '/rota', {
        ...of,
        providerRef: 'group:default/law',
        ...days,
      }),
    );
  });

  afterAll(() => office.stop());

  it.each(Object.keys(answers))('%s', async path => {
    const { status, body, text } = await request(office.server)
      .get(`/api/ospo${path}`)
      .set(core);
    expect(status).toBe(200);
    answers[path].schema.parse(body);
    expect(text).toContain(answers[path].holds);
  });

  it('shows the load against the agreement, of teams only', async () => {
    const { body } = await request(office.server)
      .get('/api/ospo/competencies/coverage?by=country')
      .set(core);
    expect(body.load).toEqual([
      expect.objectContaining({
        ref: 'group:default/krypta-team',
        state: 'unknown',
      }),
      {
        ref: 'group:default/law',
        title: 'Law',
        kind: 'group',
        agreedHoursPerMonth: 12.5,
        openWorkItems: 2,
        openHours: 1.5,
        doneHours: 1,
        doneEstimated: 1,
        state: 'idle',
      },
      expect.objectContaining({ ref: 'group:external/firm', state: 'unknown' }),
    ]);
  });

  it('writes the evidence pack as CSV that no spreadsheet runs', async () => {
    const { status, text, headers } = await request(office.server)
      .get('/api/ospo/competencies/evidence-pack.csv')
      .set(core);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/csv');
    expect(text).toContain('ISO/IEC 5230:2020,3.2.2');
    expect(text).toContain(`"'=cmd()"`);
    expect(text).not.toMatch(/(^|,)=/m);
  });

  it('audits each look at evidence, and each change', async () => {
    office.audit.length = 0;
    await request(office.server).get('/api/ospo/evidence').set(core);
    await request(office.server)
      .get('/api/ospo/competencies/evidence-pack')
      .set(core);
    await request(office.server).post('/api/ospo/rota').set(core).send({
      competencyRef: LEGAL,
      providerRef: 'group:default/nobody',
      from: '2026-01-01',
      to: '2026-01-01',
    });
    expect(office.audit.map(e => `${e.eventId} ${e.outcome}`)).toEqual([
      'evidence-read success',
      'evidence-read success',
      'rota-add fail',
    ]);
  });

  it.each<[string, string, object, number, string]>([
    [
      'put',
      '/me/profile',
      { entries: [], skills: [], languages: [], more: 1 },
      400,
      'more',
    ],
    [
      'put',
      '/me/profile',
      {
        entries: [
          {
            competencyRef: 'competency:default/none',
            authority: 'answer',
            scope: {},
          },
        ],
        skills: [],
        languages: [],
      },
      400,
      'entries.0.competencyRef',
    ],
    [
      'put',
      '/me/profile',
      { entries: [], skills: ['x'.repeat(400_000)], languages: [] },
      413,
      'too large',
    ],
    [
      'post',
      '/absences',
      {
        providerRef: 'user:default/core',
        from: '2026-12-02',
        to: '2026-12-01',
      },
      400,
      'to: is before',
    ],
    [
      'post',
      '/absences',
      { providerRef: 'user:default/core', from: 'soon', to: '2026-12-01' },
      400,
      'from',
    ],
    [
      'post',
      '/absences',
      {
        providerRef: 'user:default/core',
        from: '2026-12-01',
        to: '2026-12-01',
        reason: 'flu',
      },
      400,
      'reason',
    ],
    [
      'post',
      '/absences',
      {
        providerRef: 'user:default/nobody',
        from: '2026-12-01',
        to: '2026-12-01',
      },
      400,
      'providerRef',
    ],
    [
      'post',
      '/evidence',
      {
        subjectRef: 'user:default/core',
        competencyRef: LEGAL,
        kind: 'training',
        title: 'x',
        date: '2026-01-01',
        link: 'ftp://files.example/x',
      },
      400,
      'link',
    ],
    [
      'post',
      '/evidence',
      {
        subjectRef: 'user:default/core',
        competencyRef: LEGAL,
        kind: 'gossip',
        title: 'x',
        date: '2026-01-01',
      },
      400,
      'kind',
    ],
    [
      'post',
      '/agreements',
      {
        providerRef: 'group:default/law',
        competencyRef: LEGAL,
        hoursPerMonth: -1,
        validFrom: '2026-01-01',
      },
      400,
      'hoursPerMonth',
    ],
    [
      'post',
      '/competencies/confirmations',
      { userRef: 'user:default/core', competencyRef: LEGAL, authority: 'sign' },
      403,
      'own authority',
    ],
    [
      'post',
      '/competencies/confirmations',
      { userRef: 'user:default/asa', competencyRef: LEGAL, authority: 'sign' },
      404,
      'says nothing',
    ],
    ['get', '/competencies?sort=owner', {}, 400, 'sort'],
    ['get', '/competencies?cursor=abc', {}, 400, 'cursor'],
    ['get', '/competencies/help', {}, 400, 'exactly one'],
    [
      'get',
      '/competencies/help?purl=pkg:npm/unused',
      {},
      404,
      'pkg:npm/unused',
    ],
    ['get', '/competencies/coverage?by=moon', {}, 400, 'by'],
    ['delete', '/absences/none', {}, 404, 'none'],
  ])('refuses %s %s %j', async (method, path, body, status, says) => {
    const before = await office.knexCounts();
    const call = request(office.server)
      [method as 'post'](`/api/ospo${path}`)
      .set(core);
    const answer = await (method === 'get' ? call : call.send(body));
    expect({
      status: answer.status,
      message: answer.body.error?.message,
    }).toEqual({
      status,
      message: expect.stringContaining(says),
    });
    expect(await office.knexCounts()).toEqual(before);
  });

  it('pages through the directory by key', async () => {
    const found: string[] = [];
    let cursor = '';
    do {
      const { body } = await request(office.server)
        .get(`/api/ospo/competencies?limit=1&sort=coverage${cursor}`)
        .set(core);
      found.push(...body.items.map((item: { title: string }) => item.title));
      expect(body.total).toEqual({ value: 2, bounded: false });
      cursor = body.nextCursor && `&cursor=${body.nextCursor}`;
    } while (cursor);
    expect(found).toEqual(['krypta analysis', 'Licence compliance']);
  });

  it('asks for a caller in one round trip, and the catalog only once in a while', async () => {
    const { permissions } = office.asked;
    await request(office.server).get('/api/ospo/competencies').set(core);
    expect(office.asked.permissions).toBe(permissions + 1);
    const { catalogRefs } = office.asked;
    await request(office.server).get('/api/ospo/competencies').set(core);
    expect(office.asked.catalogRefs).toBe(catalogRefs);
  });
});
