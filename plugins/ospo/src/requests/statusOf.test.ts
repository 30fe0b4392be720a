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

import { aRequest } from '../__testUtils__/officeBuilders';
import { statusOf } from './statusOf';

describe('statusOf', () => {
  it.each([
    ['draft', { word: 'draft' }],
    ['submitted', { word: 'sent', at: '2026-11-21T08:00:00.000Z' }],
    ['triage', { word: 'sent', at: '2026-11-21T08:00:00.000Z' }],
    ['in-progress', { word: 'sent', at: '2026-11-21T08:00:00.000Z' }],
    ['waiting-for-requester', { word: 'waiting' }],
    ['withdrawn', { word: 'withdrawn' }],
  ] as const)('says of %s what happened', (state, happened) => {
    expect(statusOf(aRequest({ state })).happened).toEqual(happened);
  });

  it('tells the outcome of what was decided, also once it is closed', () => {
    for (const state of ['decided', 'closed'] as const) {
      expect(
        statusOf(
          aRequest({
            state,
            decidedAt: '2026-11-24T08:00:00.000Z',
            outcome: 'rejected',
          }),
        ).happened,
      ).toEqual({
        word: 'decided',
        at: '2026-11-24T08:00:00.000Z',
        outcome: 'rejected',
      });
    }
  });

  it('says who has it and by when', () => {
    expect(statusOf(aRequest())).toMatchObject({
      next: 'work',
      who: ['group:default/legal'],
      by: '2026-11-27T16:00:00.000Z',
      isLate: false,
    });
  });

  it('says that the clock stands still while the requester is asked', () => {
    expect(
      statusOf(aRequest({ state: 'waiting-for-requester' })),
    ).toMatchObject({ isPaused: true });
  });

  it('says nothing of what is next when nothing is', () => {
    expect(
      statusOf(aRequest({ state: 'closed', isOverdue: true })),
    ).toMatchObject({ next: undefined, who: [], by: undefined, isLate: false });
  });
});
