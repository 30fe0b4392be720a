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

import { problemsOf, toCommand } from './commandRules';

describe('toCommand', () => {
  it.each([
    ['take', {}, { kind: 'take', workItemId: 'i' }],
    ['reroute', {}, { kind: 'reroute', workItemId: 'i' }],
    ['close', {}, { kind: 'close' }],
    ['withdraw', { reason: ' ' }, { kind: 'withdraw', reason: undefined }],
    [
      'decline',
      { reason: ' no time ' },
      { kind: 'decline', workItemId: 'i', reason: 'no time' },
    ],
    [
      'hand-over',
      { provider: 'group:default/x', reason: 'knows more' },
      {
        kind: 'hand-over',
        workItemId: 'i',
        providerRef: 'group:default/x',
        reason: 'knows more',
      },
    ],
    [
      'finish',
      {
        finding: 'fine',
        recommendation: 'approved-with-conditions',
        conditions: 'file the form\n\n  tell us ',
        hours: '1,5',
      },
      {
        kind: 'finish',
        workItemId: 'i',
        finding: 'fine',
        recommendation: 'approved-with-conditions',
        conditions: ['file the form', 'tell us'],
        hours: 1.5,
      },
    ],
    [
      'decide',
      { outcome: 'approved', summary: 'go', validUntil: '' },
      {
        kind: 'decide',
        outcome: 'approved',
        summary: 'go',
        conditions: [],
        validUntil: undefined,
      },
    ],
    [
      'require',
      {
        competency: 'competency:default/x',
        authority: 'sign',
        blocking: 'false',
        reason: 'because',
      },
      {
        kind: 'require',
        competencyRef: 'competency:default/x',
        authority: 'sign',
        blocking: false,
        reason: 'because',
      },
    ],
  ] as const)(
    'of %s is made of what was filled in',
    (kind, values, command) => {
      expect(toCommand(kind, values, 'i')).toEqual(command);
    },
  );

  it('is none while something is missing', () => {
    expect(toCommand('decline', { reason: '  ' }, 'i')).toBeUndefined();
  });
});

describe('problemsOf', () => {
  it.each([
    ['decline', {}, { reason: 'missing' }],
    ['withdraw', {}, {}],
    [
      'finish',
      { finding: 'x', recommendation: 'approved', hours: 'many' },
      { hours: 'hoursWrong' },
    ],
    [
      'decide',
      { outcome: 'approved-with-conditions', summary: 'x', conditions: ' \n ' },
      { conditions: 'conditionsMissing' },
    ],
    ['decide', {}, { outcome: 'missing', summary: 'missing' }],
  ] as const)('of %s with %j are %j', (kind, values, problems) => {
    expect(problemsOf(kind, values)).toEqual(problems);
  });
});
