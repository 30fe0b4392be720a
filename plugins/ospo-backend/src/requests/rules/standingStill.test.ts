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
import { BusinessCalendar } from '../../shared/time/BusinessCalendar';
import { applyEvent, beginRequest } from './applyEvent';
import { AnyCommand, CommandContext } from './CommandContext';
import { decideCommand } from './decideCommand';
import { remindersOf } from './remindersOf';
import { RequestActor } from './RequestActor';
import { RequestEventBody } from './RequestEventBody';
import { AskedProvider, RequestRecord } from './RequestRecord';

const time = BusinessCalendar.create({
  timeZone: 'UTC',
  workDays: [1, 2, 3, 4, 5],
  hours: { start: '09:00', end: '17:00' },
  holidays: [],
});
const rules = {
  acknowledge: ['P1D'],
  expireAfter: 'P2D',
  reply: ['P2D'],
  done: ['P1D', 'P3D'],
};
const MONDAY = '2026-11-23T09:00:00.000Z';
const legal: AskedProvider = {
  ref: 'group:default/legal',
  kind: 'group',
  authority: 'decide',
};

const everybody: RequestActor = {
  ref: 'user:default/all',
  claims: new Set(['user:default/all', legal.ref]),
  isCoreTeam: true,
  steers: new Set(),
};

let ids = 0;
const event = (at: string, body: RequestEventBody) => ({
  id: `e${++ids}`,
  at,
  actorRef: everybody.ref,
  body,
});

/** A request of two parts, acknowledged within a day and done within five, with what happened to it since. */
function aRequest(
  ...happened: [at: string, body: RequestEventBody][]
): RequestRecord {
  const work = { authority: 'answer' as const, reason: { en: 'why' } };
  const begun = event(MONDAY, {
    kind: 'created',
    typeId: 'release',
    confidentiality: 'internal',
  });
  return (
    [
      [
        MONDAY,
        {
          kind: 'submitted',
          typeId: 'release',
          confidentiality: 'internal',
          terms: {
            fourEyes: false,
            decidedBy: 'core-team',
            routing: 'confirm',
            ack: 'P1D',
            done: 'P5D',
            outcomes: ['approved'],
          },
          ackDue: '2026-11-24T09:00:00.000Z',
          doneDue: '2026-11-30T09:00:00.000Z',
        },
      ],
      ...['first', 'second'].map((id): [string, RequestEventBody] => [
        MONDAY,
        {
          ...work,
          kind: 'required',
          workItemId: id,
          competencyRef: `competency:default/${id}`,
          blocking: id === 'first',
        },
      ]),
      [MONDAY, { kind: 'triaged' }],
      ...happened,
    ] as [string, RequestEventBody][]
  ).reduce(
    (record, [at, body]) => applyEvent(record, event(at, body)),
    beginRequest({
      id: 'r',
      requesterRef: everybody.ref,
      event: { ...begun, body: { ...begun.body, kind: 'created' } as never },
    }),
  );
}

function after(
  record: RequestRecord,
  now: string,
  command: AnyCommand,
): RequestRecord {
  const context: CommandContext = {
    actor: everybody,
    now,
    newId: () => `n${++ids}`,
    time,
  };
  const outcome = decideCommand(record, command, context);
  if ('refusal' in outcome) {
    throw new Error(outcome.refusal.message);
  }
  return outcome.record;
}

const itemOf = (record: RequestRecord, id: string) =>
  Object.fromEntries(record.items.map(item => [item.id, item]))[id];
const dueAt = (record: RequestRecord, now: string) =>
  remindersOf(record, { time, rules })
    .filter(({ at }) => at <= now)
    .map(({ reason }) => reason)
    .sort();

const asked = (workItemId: string, ackDue: string): RequestEventBody => ({
  kind: 'assigned',
  workItemId,
  provider: legal,
  ackDue,
});
const firstTaken: [string, RequestEventBody][] = [
  [MONDAY, { kind: 'started' }],
  [MONDAY, asked('first', '2026-11-24T09:00:00.000Z')],
  [MONDAY, { kind: 'taken', workItemId: 'first' }],
];

describe('while the requester has the word', () => {
  it('moves what was not due yet by the time that the clock stood still', () => {
    const paused = aRequest(...firstTaken, [
      '2026-11-23T12:00:00.000Z',
      { kind: 'asked-back', workItemId: 'first', text: 'Which?' },
    ]);
    const going = after(paused, '2026-11-25T12:00:00.000Z', {
      kind: 'reply',
      text: 'This',
    });
    // Two business days later, at the end of the last one rather than at the beginning of the next.
    expect(going.doneDue).toBe('2026-12-01T17:00:00.000Z');
  });

  it('leaves what was late as late as it is, and repeats no reminder', () => {
    const paused = aRequest(...firstTaken, [
      '2026-12-01T09:00:00.000Z',
      { kind: 'asked-back', workItemId: 'first', text: 'Which?' },
    ]);
    const before = dueAt(
      { ...paused, question: undefined, state: 'in-progress' },
      '2026-12-01T09:00:00.000Z',
    );
    const going = after(paused, '2026-12-01T10:00:00.000Z', {
      kind: 'reply',
      text: 'This',
    });
    expect(going.doneDue).toBe('2026-11-30T09:00:00.000Z');
    expect(dueAt(going, '2026-12-01T10:00:00.000Z')).toEqual(before);
    expect(before).toHaveLength(2);
  });

  it('gives whoever is asked meanwhile their whole time after the reply', () => {
    const paused = aRequest(
      ...firstTaken,
      [
        '2026-11-23T10:00:00.000Z',
        { kind: 'asked-back', workItemId: 'first', text: 'Which?' },
      ],
      ['2026-11-24T09:00:00.000Z', asked('second', '2026-11-25T09:00:00.000Z')],
    );
    const replied = '2026-12-14T09:00:00.000Z';
    const going = after(paused, replied, { kind: 'reply', text: 'This' });
    expect(itemOf(going, 'second').ackDue).toBe('2026-12-14T17:00:00.000Z');
    expect(dueAt(going, replied).filter(r => r.includes('second'))).toEqual([]);
  });

  it('expires nobody for the time in which the clock stood still', () => {
    const paused = aRequest(
      ...firstTaken,
      [MONDAY, asked('second', '2026-11-24T09:00:00.000Z')],
      // A business day late, of two after which it expires.
      [
        '2026-11-25T09:00:00.000Z',
        { kind: 'asked-back', workItemId: 'first', text: 'Which?' },
      ],
    );
    const replied = '2026-12-14T09:00:00.000Z';
    const going = after(paused, replied, { kind: 'reply', text: 'This' });
    const expiry = remindersOf(going, { time, rules }).find(
      ({ kind }) => kind === 'expire',
    );
    expect(expiry?.at).toBe('2026-12-15T09:00:00.000Z');
  });
});

describe('opened again with parts that were open when it was decided', () => {
  const decided: [string, RequestEventBody][] = [
    [MONDAY, { kind: 'skipped', workItemId: 'first', text: 'not needed' }],
    [
      '2026-11-24T12:00:00.000Z',
      {
        kind: 'decided',
        decision: {
          outcome: 'approved',
          summary: 's',
          conditions: [],
          decidedBy: everybody.ref,
          decidedAt: '2026-11-24T12:00:00.000Z',
          facts: [],
        },
      },
    ],
  ];
  const WEEKS_LATER = '2026-12-14T09:00:00.000Z';
  const reopen = (record: RequestRecord) =>
    after(record, WEEKS_LATER, { kind: 'reopen', reason: 'more' });

  it('lets whoever has one go on', () => {
    const record = reopen(
      aRequest(
        [MONDAY, { kind: 'started' }],
        [MONDAY, asked('second', '2026-11-24T09:00:00.000Z')],
        [MONDAY, { kind: 'taken', workItemId: 'second' }],
        ...decided,
      ),
    );
    expect(record.state).toBe('in-progress');
    const finished = after(record, WEEKS_LATER, {
      kind: 'finish',
      workItemId: 'second',
      finding: 'fine',
      recommendation: 'approved',
      conditions: [],
    });
    expect(itemOf(finished, 'second').state).toBe('done');
  });

  it('gives whoever was asked for one new time, and reminds them anew', () => {
    const before = aRequest(
      [MONDAY, { kind: 'started' }],
      [MONDAY, asked('second', '2026-11-24T09:00:00.000Z')],
    );
    const record = reopen(
      decided.reduce(
        (of, [at, body]) => applyEvent(of, event(at, body)),
        before,
      ),
    );
    expect(record.state).toBe('in-progress');
    expect(itemOf(record, 'second').ackDue).toBe('2026-12-15T09:00:00.000Z');
    expect(dueAt(record, WEEKS_LATER)).toEqual([]);
    const much = '2027-12-01T09:00:00.000Z';
    const reasons = (of: RequestRecord) =>
      dueAt(of, much).filter(reason => reason.includes('second'));
    expect(reasons(record)).toHaveLength(3);
    expect(
      reasons(record).filter(reason => reasons(before).includes(reason)),
    ).toEqual([]);
  });

  it('has one that nobody was found for be a gap again', () => {
    const gap: RequestEventBody = {
      kind: 'gap-found',
      workItemId: 'second',
      candidates: 0,
    };
    const record = reopen(aRequest([MONDAY, gap], ...decided));
    expect(record.state).toBe('triage');
    const routed = decideCommand(
      record,
      { kind: 'route', workItemId: 'second', candidates: 0 },
      { actor: everybody, now: WEEKS_LATER, newId: () => 'n', time },
    );
    expect(routed).toMatchObject({ events: [{ body: gap }] });
  });
});

it('keeps it from whoever a part was proposed to, when that part is skipped', () => {
  const proposed: RequestEventBody = {
    kind: 'proposed',
    workItemId: 'second',
    provider: legal,
  };
  const skip = { kind: 'skip', workItemId: 'second', reason: 'no' } as const;
  const record = after(aRequest([MONDAY, proposed]), MONDAY, skip);
  expect(itemOf(record, 'second')).toMatchObject({ state: 'skipped' });
  expect(itemOf(record, 'second').provider).toBeUndefined();

  const wasAsked = aRequest(
    [MONDAY, { kind: 'started' }],
    [MONDAY, asked('second', '2026-11-24T09:00:00.000Z')],
  );
  expect(itemOf(after(wasAsked, MONDAY, skip), 'second').provider).toEqual(
    legal,
  );
});
