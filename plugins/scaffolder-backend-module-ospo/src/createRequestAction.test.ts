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
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import {
  RequestDetail,
  RequestPreview,
  RequestState,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { parse } from 'yaml';
import { createRequestAction, RequestClient } from './createRequestAction';
import { examples } from './createRequestAction.examples';

function aRequest(state: RequestState, version: number): RequestDetail {
  // The action reads nothing else.
  return { id: '01R', number: 'R-7', state, version } as RequestDetail;
}

function createAction() {
  const requests = {
    createRequest: jest.fn(async () => aRequest('draft', 1)),
    commandRequest: jest.fn(async () => aRequest('triage', 2)),
    previewRequest: jest.fn(
      async (): Promise<RequestPreview> => ({
        prefill: [],
        precedents: [],
        problems: [{ field: '/licence', message: 'must be answered' }],
        competencies: [
          {
            competency: { ref: 'competency:default/privacy', title: 'Privacy' },
            declared: true,
            authority: 'decide',
            blocking: true,
            reason: { en: 'It sends data.' },
          },
        ],
      }),
    ),
  } satisfies RequestClient['requests'];
  const createClient = jest.fn(async () => ({ requests }));
  return {
    action: createRequestAction({ createClient }),
    requests,
    createClient,
  };
}

const credentials = mockCredentials.user('user:default/kotte');

type Context = Parameters<ReturnType<typeof createRequestAction>['handler']>[0];

/** A context whose checkpoints are as given before, for tasks that are taken up again. */
function aContext(
  input: Context['input'],
  options: { isDryRun?: boolean; done?: Map<string, unknown> } = {},
): Context {
  const done = options.done ?? new Map<string, unknown>();
  return {
    ...createMockActionContext(),
    input,
    isDryRun: options.isDryRun,
    getInitiatorCredentials: async () => credentials,
    checkpoint: async <T>({
      key,
      fn,
    }: {
      key: string;
      fn: () => Promise<T> | T;
    }) => {
      if (!done.has(key)) {
        done.set(key, await fn());
      }
      return done.get(key) as T;
    },
  };
}

describe.each(examples)('example "$description"', ({ example }) => {
  const [{ action: id, input }] = parse(example).steps;

  it('asks as whoever runs the template', async () => {
    const { action, requests, createClient } = createAction();
    expect(action.id).toBe(id);
    const context = aContext(input);

    await action.handler(context);

    expect(createClient).toHaveBeenCalledWith(credentials);
    expect(requests.createRequest).toHaveBeenCalledWith(
      expect.objectContaining({
        typeId: input.type,
        title: input.title,
        answers: input.answers ?? {},
      }),
    );
    expect(requests.commandRequest.mock.calls).toEqual(
      input.submit
        ? [['01R', { version: 1, command: { kind: 'submit' } }]]
        : [],
    );
    expect(context.output).toHaveBeenCalledWith('requestId', '01R');
    expect(context.output).toHaveBeenCalledWith('requestNumber', 'R-7');
    expect(context.output).toHaveBeenCalledWith(
      'state',
      input.submit ? 'triage' : 'draft',
    );
  });
});

it('says what the request is about, and keeps it confidential when asked to', async () => {
  const { action, requests } = createAction();
  await action.handler(
    aContext({
      type: 'general-help',
      title: 'Help',
      entityRef: 'component:default/shop',
      packageKey: 'pkg:npm/a',
      packageVersion: '1.0.0',
      licenceKey: 'known:MIT',
      confidential: true,
    }),
  );
  expect(requests.createRequest).toHaveBeenCalledWith({
    typeId: 'general-help',
    title: 'Help',
    answers: {},
    subject: {
      entityRef: 'component:default/shop',
      packageKey: 'pkg:npm/a',
      packageVersion: '1.0.0',
      licenceKey: 'known:MIT',
    },
    confidentiality: 'confidential',
  });
});

it('writes nothing in a dry run, and shows what would happen', async () => {
  const { action, requests } = createAction();
  const context = aContext(
    { type: 'general-help', title: 'Help', submit: true },
    { isDryRun: true },
  );
  const info = jest.spyOn(context.logger, 'info');
  const warn = jest.spyOn(context.logger, 'warn');

  await action.handler(context);

  expect(requests.createRequest).not.toHaveBeenCalled();
  expect(requests.commandRequest).not.toHaveBeenCalled();
  expect(info).toHaveBeenCalledWith('It would ask Privacy');
  expect(warn).toHaveBeenCalledWith('/licence: must be answered');
});

it('writes the request once when the task is taken up again, and says that a draft is left', async () => {
  const { action, requests } = createAction();
  const done = new Map<string, unknown>();
  const input = { type: 'general-help', title: 'Help', submit: true };
  requests.commandRequest.mockRejectedValueOnce(new Error('no answers'));

  await expect(action.handler(aContext(input, { done }))).rejects.toThrow(
    'Request R-7 was written and could not be submitted; it stays a draft',
  );
  await action.handler(aContext(input, { done }));

  expect(requests.createRequest).toHaveBeenCalledTimes(1);
  expect(requests.commandRequest).toHaveBeenCalledTimes(2);
});
