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
import { anOffice, Office } from './__testUtils__/anOffice';
import {
  aDirectory,
  aRelease,
  CORE,
  DEV,
  itemOf,
  LAWYER,
  peopleOfTheOffice,
} from './__testUtils__/aRelease';

jest.setTimeout(120_000);

describe.each(everyDatabase)('bad input, %s', (_name, createDatabase) => {
  let office: Office;
  const lawyers = Array.from({ length: 100 }, (_, n) => `user:default/l${n}`);

  beforeAll(async () => {
    office = await anOffice({
      knex: await createDatabase(),
      snapshot: aDirectory(),
      groups: {
        ...peopleOfTheOffice,
        ...Object.fromEntries(
          lawyers.map(ref => [ref, ['group:default/legal']]),
        ),
      },
      config: { draftsPerDay: 8 },
    });
  });
  afterAll(() => office.stop());

  const release = aRelease();
  const withAnswers = (more: object) => ({
    ...release,
    answers: { ...release.answers, ...more },
  });

  it.each<[string, object | string, number, string]>([
    [
      'an answer outside its schema',
      withAnswers({ origin: 'mars' }),
      400,
      'answers/origin: must be one of own-team',
    ],
    [
      'an answer to no question',
      withAnswers({ colour: 'red' }),
      400,
      'answers/colour: is no question',
    ],
    [
      'a link with another scheme',
      withAnswers({ repository: 'vbscript:alert(1)' }),
      400,
      'answers/repository: must be a link that begins with https://',
    ],
    [
      'an unknown type',
      { ...release, typeId: 'unknown' },
      400,
      "typeId: no type of request 'unknown'",
    ],
    [
      'a subject of another kind',
      { ...release, subject: { licenceKey: 'known:MIT' } },
      400,
      'subject.licenceKey: a request of type',
    ],
    ['an empty title', { ...release, title: ' ' }, 400, 'title:'],
    [
      'a field that there is not',
      { ...release, state: 'decided' },
      400,
      'state',
    ],
    [
      'a character that no text has',
      { ...release, title: 'a\u0000b' },
      400,
      'title:',
    ],
    [
      '1 MB of text',
      withAnswers({ purpose: 'x'.repeat(1_000_000) }),
      413,
      'larger than 512 kB',
    ],
    [
      '300 kB of answers',
      withAnswers({ purpose: 'x'.repeat(300_000) }),
      400,
      'answers: are more than 200 kB',
    ],
    ['broken JSON', '{"typeId": ', 400, 'no JSON'],
  ])('refuses %s, and stores nothing', async (_case, body, status, message) => {
    const answer = await office.send(DEV, 'post', '/requests', body);
    expect([answer.status, answer.body?.error?.message]).toEqual([
      status,
      expect.stringContaining(message),
    ]);
    expect(await office.knex('requests').select('id')).toEqual([]);
    expect(await office.knex('request_events').select('id')).toEqual([]);
  });

  it('refuses a cursor of another list, and filters that there are not', async () => {
    for (const query of [
      'cursor=abc',
      'state=lost',
      'limit=1000',
      'colour=red',
      'entityRef=x',
    ]) {
      const { status } = await office.send(
        DEV,
        'get',
        `/requests?view=all&${query}`,
      );
      expect([query, status]).toEqual([query, 400]);
    }
  });

  it('refuses to submit what lacks an answer, and says which', async () => {
    const { purpose: _purpose, ...answers } = release.answers;
    const draft = await office.draft(DEV, { ...release, answers });
    await expect(
      office.command(DEV, draft, { kind: 'submit' }),
    ).rejects.toThrow('400: answers/purpose: is needed');
    expect(await office.read(DEV, draft.id)).toEqual(draft);
  });

  it('gives one of a hundred who take the same work item at once what they take', async () => {
    let detail: RequestDetail = await office.draft(DEV, release);
    detail = await office.command(DEV, detail, { kind: 'submit' });
    const workItemId = itemOf(detail, 'licence-compliance').id;
    detail = await office.command(CORE, detail, {
      kind: 'assign',
      workItemId,
      providerRef: 'group:default/legal',
    });

    const answers = await Promise.all(
      lawyers.map(lawyer =>
        office.send(lawyer, 'post', `/requests/${detail.id}/commands`, {
          version: detail.version,
          command: { kind: 'take', workItemId },
        }),
      ),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status === 409);
    expect(refused).toHaveLength(99);
    for (const { body } of refused) {
      expect(body.error.message).toMatch(/read (it|the request) again/);
    }
    const after = await office.read(CORE, detail.id);
    expect(after.version).toBe(detail.version + 1);
    expect(after.events.filter(({ kind }) => kind === 'taken')).toHaveLength(1);
    // Too late, and with the version of now: the state speaks against it.
    await expect(
      office.command(LAWYER, after, { kind: 'take', workItemId }),
    ).rejects.toThrow(
      "409: A work item that is 'accepted' cannot be given 'take'",
    );
  });

  it('gives numbers without gaps, also at once', async () => {
    const drafts = await Promise.all(
      Array.from({ length: 5 }, () => office.draft(LAWYER, release)),
    );
    const numbers = drafts.map(({ number }) => Number(number.slice(2)));
    expect(numbers.sort((a, b) => a - b)).toEqual([3, 4, 5, 6, 7]);
  });

  it('lets nobody begin more than anybody needs', async () => {
    await Promise.all(
      Array.from({ length: 3 }, () => office.draft(LAWYER, release)),
    );
    await expect(office.draft(LAWYER, release)).rejects.toThrow(
      '429: You began 8 requests within a day',
    );
  });

  it('deletes a draft with all that belongs to it', async () => {
    const draft = await office.draft(DEV, release);
    const gone = await office.send(DEV, 'delete', `/requests/${draft.id}`);
    expect(gone.status).toBe(204);
    for (const table of ['request_events', 'request_participants']) {
      expect(
        await office
          .knex(table)
          .where({ request_id: draft.id })
          .select('request_id'),
      ).toEqual([]);
    }
  });
});
