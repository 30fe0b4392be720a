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

import { RecordedEvent } from '../rules/RequestEventBody';
import { RequestRecord, WorkItemRecord } from '../rules/RequestRecord';
import { announcementsOf } from './announcementsOf';

const AT = '2026-11-23T09:00:00.000Z';
const LAWYER = 'user:default/lawyer';
const PRIVACY = 'user:default/privacy';

function anItem(overrides: Partial<WorkItemRecord>): WorkItemRecord {
  return {
    id: 'licence',
    competencyRef: 'competency:default/licence',
    authority: 'answer',
    blocking: true,
    reason: { en: 'why' },
    state: 'done',
    provider: {
      ref: 'group:default/legal',
      kind: 'group',
      authority: 'decide',
    },
    assigneeRef: LAWYER,
    conditions: [],
    tries: [],
    isGap: false,
    ...overrides,
  };
}

function aRequest(overrides: Partial<RequestRecord> = {}): RequestRecord {
  return {
    id: 'r',
    typeId: 't',
    requesterRef: 'user:default/dev',
    state: 'in-progress',
    confidentiality: 'internal',
    terms: {
      fourEyes: false,
      decidedBy: 'competency',
      routing: 'auto',
      ack: 'P1D',
      done: 'P5D',
      outcomes: ['approved'],
    },
    items: [
      anItem({}),
      anItem({
        id: 'privacy',
        provider: {
          ref: 'group:default/privacy',
          kind: 'group',
          authority: 'answer',
        },
        assigneeRef: PRIVACY,
      }),
    ],
    createdAt: AT,
    ...overrides,
  };
}

const finished = (workItemId: string, actorRef: string): RecordedEvent => ({
  id: 'e',
  at: AT,
  actorRef,
  body: {
    kind: 'finished',
    workItemId,
    text: 't',
    recommendation: 'approved',
    conditions: [],
  },
});

describe('that a request can be decided', () => {
  it('is told to whoever decides it by their competency', () => {
    expect(announcementsOf(aRequest(), [finished('privacy', PRIVACY)])).toEqual(
      [{ topic: 'request-ready', to: [LAWYER], except: PRIVACY }],
    );
  });

  it('is told to the core team when nobody of the kind is there', () => {
    const items = [anItem({ state: 'skipped', assigneeRef: undefined })];
    const skipped: RecordedEvent = {
      ...finished('licence', 'user:default/core'),
      body: { kind: 'skipped', workItemId: 'licence', text: 't' },
    };
    expect(announcementsOf(aRequest({ items }), [skipped])).toEqual([
      { topic: 'request-ready', to: ['core-team'] },
    ]);
  });

  it('is told to nobody while something that it waits for is open, or the requester was asked', () => {
    const [licence, privacy] = aRequest().items;
    const open = { ...licence, state: 'accepted' as const };
    const fresh = [finished('privacy', PRIVACY)];
    expect(
      announcementsOf(aRequest({ items: [open, privacy] }), fresh),
    ).toEqual([]);
    expect(
      announcementsOf(aRequest({ state: 'waiting-for-requester' }), fresh),
    ).toEqual([]);
  });

  it('is told once: what it never waited for says it no second time', () => {
    const [licence, privacy] = aRequest().items;
    const items = [licence, { ...privacy, blocking: false }];
    expect(
      announcementsOf(aRequest({ items }), [finished('privacy', PRIVACY)]),
    ).toEqual([]);
  });
});
