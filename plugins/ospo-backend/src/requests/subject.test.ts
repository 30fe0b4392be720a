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

jest.setTimeout(60_000);

const HIDDEN = 'component:default/hidden';
const [[, createDatabase]] = everyDatabase;

describe('what a request is about', () => {
  let office: Office;
  const sees = ['nothing', 'meter', 'licence-compliance', 'legal', 'ospo'];

  beforeAll(async () => {
    office = await anOffice({
      knex: await createDatabase(),
      snapshot: aDirectory(),
      groups: peopleOfTheOffice,
      sees: { [DEV]: sees, [LAWYER]: sees },
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'hidden', description: 'Nyckelvalvet' },
          spec: { lifecycle: 'production' },
        },
      ],
    });
  });
  afterAll(() => office.stop());

  /** From now on the catalog shows the hidden one to all of them, or to nobody but the core team. */
  function show(isShown: boolean) {
    sees[0] = isShown ? 'hidden' : 'nothing';
    // What the catalog said is kept for a moment.
    office.clock.now = new Date(office.clock.now.getTime() + 1_000);
  }

  const about = (entityRef: string) => aRelease({ subject: { entityRef } });

  it('is nothing that the catalog hides from who asks, and is told like what is absent', async () => {
    const draft = await office.draft(DEV, about('component:default/meter'));
    const { id, version } = draft;
    for (const [method, path, more] of [
      ['post', '/requests', {}],
      ['put', `/requests/${id}`, { version }],
    ] as const) {
      const answers = [];
      for (const name of ['hidden', 'absent']) {
        const { status, body } = await office.send(DEV, method, path, {
          ...about(`component:default/${name}`),
          ...more,
        });
        answers.push({
          status,
          message: body.error.message.replace(name, 'it'),
        });
      }
      expect(answers[0]).toEqual(answers[1]);
      expect(answers[0]).toEqual({
        status: 400,
        message: expect.stringContaining('subject.entityRef: no entity'),
      });
    }
    expect((await office.read(DEV, id)).version).toBe(version);
  });

  it('is looked at again when it is submitted', async () => {
    show(true);
    const draft = await office.draft(DEV, about(HIDDEN));
    show(false);
    const { status, body } = await office.send(
      DEV,
      'post',
      `/requests/${draft.id}/commands`,
      { version: draft.version, command: { kind: 'submit' } },
    );
    expect(status).toBe(400);
    expect(body.error.message).toContain(`no entity '${HIDDEN}'`);
    expect((await office.read(DEV, draft.id)).state).toBe('draft');
  });

  it('is told of by the facts of a decision to those alone who see it', async () => {
    show(true);
    const draft = await office.draft(DEV, {
      ...about(HIDDEN),
      answers: {
        ...aRelease().answers,
        telemetry: false,
        cryptography: false,
      },
    });
    const decided = await decide(
      await office.command(DEV, draft, { kind: 'submit' }),
    );
    const described = expect.arrayContaining([
      expect.objectContaining({ value: 'Nyckelvalvet' }),
    ]);
    expect(decided.decision?.facts).toEqual(described);
    expect((await office.read(DEV, decided.id)).decision?.facts).toEqual(
      described,
    );
    // They take part in it still, and the catalog has stopped showing it to them.
    show(false);
    for (const user of [DEV, LAWYER]) {
      const seen = await office.read(user, decided.id);
      expect(seen.decision).toMatchObject({ summary: 'It may.', facts: [] });
      expect(JSON.stringify(seen)).not.toContain('Nyckelvalvet');
    }
  });

  async function decide(submitted: RequestDetail) {
    const { id: workItemId } = itemOf(submitted, 'licence-compliance');
    let detail = await office.command(CORE, submitted, {
      kind: 'assign',
      workItemId,
      providerRef: 'group:default/legal',
    });
    detail = await office.command(LAWYER, detail, { kind: 'take', workItemId });
    detail = await office.command(LAWYER, detail, {
      kind: 'finish',
      workItemId,
      finding: 'It fits',
      recommendation: 'approved',
      conditions: [],
    });
    return await office.command(CORE, detail, {
      kind: 'decide',
      outcome: 'approved',
      summary: 'It may.',
      conditions: [],
    });
  }
});
