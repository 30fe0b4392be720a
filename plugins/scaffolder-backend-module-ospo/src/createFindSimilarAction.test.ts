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
import { OverlapMatch } from '@ospo-suite/backstage-plugin-ospo-common';
import { parse } from 'yaml';
import { createFindSimilarAction } from './createFindSimilarAction';
import { examples } from './createFindSimilarAction.examples';

const credentials = mockCredentials.user('user:default/kotte');

type Context = Parameters<
  ReturnType<typeof createFindSimilarAction>['handler']
>[0];

function createAction(items: OverlapMatch[] = []) {
  const findOverlap = jest.fn(async () => ({ items }));
  const createClient = jest.fn(async () => ({ innersource: { findOverlap } }));
  return {
    action: createFindSimilarAction({ createClient }),
    findOverlap,
    createClient,
  };
}

function aContext(input: Context['input']): Context {
  return {
    ...createMockActionContext(),
    input,
    getInitiatorCredentials: async () => credentials,
  };
}

describe.each(examples)('example "$description"', ({ example }) => {
  const [{ action: id, input }] = parse(example).steps;

  it('asks as whoever runs the template, in a dry run too', async () => {
    const { action, findOverlap, createClient } = createAction();
    expect(action.id).toBe(id);
    const context = { ...aContext(input), isDryRun: true };

    await action.handler(context);

    expect(createClient).toHaveBeenCalledWith(credentials);
    const { about, entityRef, limit = 5 } = input;
    expect(findOverlap).toHaveBeenCalledWith({
      ...(about ? { q: about } : {}),
      ...(entityRef ? { entityRef } : {}),
      limit,
    });
    expect(context.output).toHaveBeenCalledWith('count', 0);
    expect(context.output).toHaveBeenCalledWith('similar', []);
    expect(context.output).toHaveBeenCalledWith('summary', '');
  });
});

it('tells what it found, and why, to people and to later steps', async () => {
  const { action } = createAction([
    {
      kind: 'project',
      ref: 'component:default/post',
      title: 'Post [x](javascript:alert) <b>',
      ownerRef: 'group:default/team',
      ownerState: 'present',
      reasons: [
        { code: 'words', detail: 'citizens, messages' },
        {
          code: 'packages',
          detail: 'smtp',
          packages: { shared: 2, compared: 3 },
        },
      ],
      weight: 1,
    },
    {
      kind: 'package',
      ref: 'pkg:npm/mailer',
      title: 'mailer',
      reasons: [{ code: 'used-package', detail: 'mailer', components: 4 }],
      weight: 0.5,
    },
  ]);
  const context = aContext({ about: ' messages ' });
  const info = jest.spyOn(context.logger, 'info');
  await action.handler(context);

  const output = jest.mocked(context.output);
  expect(output).toHaveBeenCalledWith('count', 2);
  expect(output).toHaveBeenCalledWith('similar', [
    {
      kind: 'project',
      ref: 'component:default/post',
      title: 'Post [x](javascript:alert) <b>',
      ownerRef: 'group:default/team',
      reasons: [
        'has the words: citizens, messages',
        'has 2 of 3 packages that few use: smtp',
      ],
    },
    {
      kind: 'package',
      ref: 'pkg:npm/mailer',
      title: 'mailer',
      reasons: ['is a package in use by 4 components, by the word: mailer'],
    },
  ]);
  const summary = String(
    output.mock.calls.find(([name]) => name === 'summary')?.[1],
  );
  expect(summary.split('\n')).toHaveLength(2);
  // Nothing that somebody wrote is a link or a tag in it.
  expect(summary).toContain('Post \\[x\\]\\(javascript\\:alert\\) \\<b\\>');
  expect(info).toHaveBeenCalledWith(
    expect.stringContaining('mailer (pkg:npm/mailer)'),
  );
});

it('asks nothing when there is nothing to ask for', async () => {
  const { action, createClient } = createAction();
  await expect(action.handler(aContext({ about: ' ' }))).rejects.toThrow(
    "needs 'about', 'entityRef' or both",
  );
  expect(createClient).not.toHaveBeenCalled();
});
