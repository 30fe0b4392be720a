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

import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import request from 'supertest';
import ospoPlugin from '.';
import {
  aCompetency,
  aGroupOf,
} from './competencies/__testUtils__/catalogEntities';
import { everyEmptyDatabase } from './shared/__testUtils__/testDatabases';

const [[, createDatabase]] = everyEmptyDatabase;

const DEVELOPER = 'user:default/developer';
const OTHER = 'user:default/other';

/** The plugin, and a call of its actions as an assistant makes it. */
async function startOffice(
  options: { result?: AuthorizeResult.ALLOW | AuthorizeResult.DENY } = {},
) {
  const { server } = await startTestBackend({
    features: [
      ospoPlugin,
      mockServices.database.factory({ knex: await createDatabase() }),
      mockServices.rootConfig.factory({
        data: {
          ospo: {
            access: { coreTeam: ['group:default/ospo'] },
            requests: { draftsPerDay: 300 },
          },
        },
      }),
      mockServices.permissions.factory({
        result: options.result ?? AuthorizeResult.ALLOW,
      }),
      catalogServiceMock.factory({
        entities: [
          aGroupOf('legal', { title: 'Legal unit' }),
          aCompetency(
            'licence-compliance',
            {
              providers: [
                { ref: 'group:default/legal', authority: 'decide' },
                { ref: 'group:default/gone', authority: 'answer' },
              ],
              requestTypes: ['general-help'],
            },
            {
              title: 'Licence compliance',
              description: 'På svenska: licens, upphovsrätt.',
            },
          ),
        ],
      }),
    ],
  });
  return {
    list: async (userRef: string): Promise<string[]> => {
      const { body } = await request(server)
        .get('/api/ospo/.backstage/actions/v1/actions')
        .set('authorization', mockCredentials.user.header(userRef));
      return body.actions.map(({ id }: { id: string }) => id);
    },
    invoke: async (userRef: string, action: string, input: object) => {
      const { status, body } = await request(server)
        .post(`/api/ospo/.backstage/actions/v1/actions/ospo:${action}/invoke`)
        .set('authorization', mockCredentials.user.header(userRef))
        .send(input);
      return { status, output: body.output, message: body.error?.message };
    },
  };
}

it('offers its actions, and nothing to those who hold no permission', async () => {
  const { list } = await startOffice();
  expect(await list(DEVELOPER)).toEqual([
    'ospo:find-competency',
    'ospo:find-precedent',
    'ospo:find-inner-source',
    'ospo:draft-request',
    'ospo:request-status',
  ]);

  const denied = await startOffice({ result: AuthorizeResult.DENY });
  expect(await denied.list(DEVELOPER)).toEqual([]);
  const { status } = await denied.invoke(DEVELOPER, 'draft-request', {
    type: 'general-help',
    title: 'Help',
  });
  expect(status).toBeGreaterThanOrEqual(400);
});

it('finds who can help, and says who cannot be asked', async () => {
  const { invoke } = await startOffice();
  const { output } = await invoke(DEVELOPER, 'find-competency', {
    question: 'Jag undrar över en licens',
  });
  expect(output.competencies).toEqual([
    expect.objectContaining({
      ref: 'competency:default/licence-compliance',
      title: 'Licence compliance',
      coverage: 'one',
      matchedWords: expect.arrayContaining(['licens']),
      requestTypes: ['general-help'],
      providers: expect.arrayContaining([
        expect.objectContaining({
          ref: 'group:default/legal',
          state: 'present',
          authority: 'decide',
        }),
        expect.objectContaining({
          ref: 'group:default/gone',
          state: 'missing',
        }),
      ]),
    }),
  ]);
});

it('drafts a request that its writer alone can see', async () => {
  const { invoke } = await startOffice();
  const drafted = await invoke(DEVELOPER, 'draft-request', {
    type: 'general-help',
    title: 'A question about licences',
  });
  expect(drafted.output).toMatchObject({
    number: 'R-1',
    path: `/ospo/requests/${drafted.output?.id}`,
    wouldAsk: [],
    answeredBefore: [],
  });
  expect(drafted.output.missing.length).toBeGreaterThan(0);

  const status = { state: 'draft', nextStep: 'submit', number: 'R-1' };
  const { id } = drafted.output;
  for (const input of [{}, { request: 'r-1' }, { request: id }]) {
    const { output } = await invoke(DEVELOPER, 'request-status', input);
    expect(output.requests).toEqual([expect.objectContaining(status)]);
  }

  expect((await invoke(OTHER, 'request-status', {})).output).toEqual({
    requests: [],
  });
  for (const name of ['R-1', id]) {
    const { status: code, message } = await invoke(OTHER, 'request-status', {
      request: name,
    });
    expect(code).toBe(404);
    expect(message).toBe(`No request '${name}' that you may read was found`);
  }
});

it('finds a request by its number, however many others name it', async () => {
  const { invoke } = await startOffice();
  for (let n = 1; n <= 202; n++) {
    await invoke(DEVELOPER, 'draft-request', {
      type: 'general-help',
      title: `About R-1, number ${n}`,
    });
  }
  const statusOf = async (name: string) =>
    await invoke(DEVELOPER, 'request-status', { request: name });
  expect((await statusOf('R-1')).output.requests).toEqual([
    expect.objectContaining({ number: 'R-1' }),
  ]);
  // More than a database counts to.
  expect((await statusOf('R-99999999999')).status).toBe(404);
});

it('names the types that there are when it knows none of that name', async () => {
  const { invoke } = await startOffice();
  const { status, message } = await invoke(DEVELOPER, 'draft-request', {
    type: 'licence',
    title: 'A question',
  });
  expect(status).toBe(400);
  expect(message).toMatch(
    /There is no request type 'licence'; the types are .*general-help \(/,
  );
  expect((await invoke(DEVELOPER, 'request-status', {})).output).toEqual({
    requests: [],
  });
});

it('finds no precedents where there are none, and refuses words that are none', async () => {
  const { invoke } = await startOffice();
  expect(
    (await invoke(DEVELOPER, 'find-precedent', { words: 'licens' })).output,
  ).toEqual({ precedents: [] });
  const { status } = await invoke(DEVELOPER, 'find-precedent', {
    entityRef: 'not a ref',
  });
  expect(status).toBe(400);
});
