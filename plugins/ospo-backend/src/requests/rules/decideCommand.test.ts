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

import fc from 'fast-check';
import {
  ERASED_PERSON_REF,
  RejectionCode,
  RequestCommand,
  requestStates,
  WorkItemCommand,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { BusinessCalendar } from '../../shared/time/BusinessCalendar';
import { beginRequest, applyEvent } from './applyEvent';
import { AnyCommand, CommandContext } from './CommandContext';
import { workItemRules } from './commandRules';
import { decideCommand } from './decideCommand';
import { decidersOf } from './decidersOf';
import { mayOf, mayOfItem } from './mayOf';
import {
  dueOf,
  nextStep,
  participantsOf,
  triageReasons,
  waitingFor,
} from './nextStep';
import { RecordedEvent } from './RequestEventBody';
import { RequestActor, SYSTEM_ACTOR } from './RequestActor';
import { AskedProvider, RequestRecord } from './RequestRecord';
import { isOpen, isSettled, requestSteps } from './transitions';

const REQUESTER = 'user:default/requester';
const time = BusinessCalendar.create({
  timeZone: 'Europe/Stockholm',
  workDays: [1, 2, 3, 4, 5],
  hours: { start: '09:00', end: '17:00' },
  holidays: [],
});

function actor(
  ref: string,
  groups: string[] = [],
  more: Partial<RequestActor> = {},
): RequestActor {
  return {
    ref,
    claims: new Set([ref, ...groups]),
    isCoreTeam: false,
    steers: new Set(),
    ...more,
  };
}

const people: Record<string, RequestActor> = {
  requester: actor(REQUESTER, ['group:default/both']),
  mighty: actor(REQUESTER, ['group:default/both'], {
    isCoreTeam: true,
    steers: new Set(['competency:default/a']),
  }),
  core: actor('user:default/core', [], { isCoreTeam: true }),
  lawyer: actor('user:default/lawyer', ['group:default/legal']),
  both: actor('user:default/both', ['group:default/both']),
  steward: actor('user:default/steward', [], {
    steers: new Set(['competency:default/a']),
  }),
  stranger: actor('user:default/stranger'),
  system: SYSTEM_ACTOR,
};

const providers: Record<string, AskedProvider> = {
  legal: { ref: 'group:default/legal', kind: 'group', authority: 'decide' },
  both: { ref: 'group:default/both', kind: 'group', authority: 'sign' },
  firm: { ref: 'group:external/firm', kind: 'external', authority: 'answer' },
};

/** Counts up, so that whatever is made in a test is made the same again. */
function ids(): () => string {
  let last = 0;
  return () => `id${String(++last).padStart(6, '0')}`;
}

function draft(): { record: RequestRecord; events: RecordedEvent[] } {
  const event = {
    id: 'id0',
    at: '2026-11-23T09:00:00.000Z',
    actorRef: REQUESTER,
    body: {
      kind: 'created' as const,
      typeId: 'release',
      confidentiality: 'internal' as const,
    },
  };
  return {
    record: beginRequest({ id: 'r', requesterRef: REQUESTER, event }),
    events: [event],
  };
}

interface Step {
  who: keyof typeof people;
  command: (record: RequestRecord) => AnyCommand;
  minutes: number;
}

interface Settings {
  fourEyes: boolean;
  decidedBy: 'competency' | 'core-team';
  routing: 'confirm' | 'auto';
}

function contextOf(
  who: string,
  now: string,
  newId: () => string,
  settings: Settings,
): CommandContext {
  return {
    actor: people[who],
    now,
    newId,
    time,
    submission: {
      typeId: 'release',
      confidentiality: 'internal',
      terms: {
        ...settings,
        ack: 'P1D',
        done: 'P5D',
        outcomes: ['approved', 'approved-with-conditions', 'rejected'],
      },
      required: ['a', 'b'].map((name, index) => ({
        competencyRef: `competency:default/${name}`,
        authority: 'answer',
        blocking: index === 0,
        reason: { en: name },
      })),
    },
    findProvider: (_item, ref) => {
      const provider = Object.values(providers).find(
        known => known.ref === ref,
      );
      const rejections: RejectionCode[] = ['absent'];
      return provider && { provider, rejections };
    },
    isDeclared: ref => ref !== 'competency:default/unknown',
    facts: [],
    findPerson: text => (text.includes('requester') ? 'requester' : undefined),
  };
}

const anItem = fc.nat({ max: 2 });
const aProvider = fc.constantFrom(...Object.values(providers).map(p => p.ref));
const text = fc.constantFrom('text', 'other');

/** Commands of every kind, sensible ones and others; items are chosen by their place. */
const aCommand: fc.Arbitrary<(record: RequestRecord) => AnyCommand> = fc
  .record({
    item: anItem,
    provider: aProvider,
    text,
    flag: fc.boolean(),
    kind: fc.nat(),
  })
  .map(({ item, provider, text: words, flag, kind }) => record => {
    const workItemId =
      record.items[item % Math.max(record.items.length, 1)]?.id ?? 'none';
    const conditions = flag ? ['one'] : [];
    const outcome = flag ? 'approved-with-conditions' : 'approved';
    const all: AnyCommand[] = [
      { kind: 'submit' },
      { kind: 'withdraw' },
      { kind: 'reply', text: words },
      {
        kind: 'require',
        competencyRef: `competency:default/${flag ? 'c' : 'unknown'}`,
        authority: 'answer',
        blocking: flag,
        reason: words,
      },
      { kind: 'decide', outcome, summary: words, conditions },
      { kind: 'publish', title: words, summary: flag ? 'requester' : words },
      { kind: 'unpublish' },
      { kind: 'close' },
      { kind: 'reopen', reason: words },
      {
        kind: 'set-confidentiality',
        confidentiality: flag ? 'confidential' : 'internal',
      },
      { kind: 'comment', text: words },
      { kind: 'assign', workItemId, providerRef: provider },
      { kind: 'take', workItemId },
      { kind: 'decline', workItemId, reason: words },
      { kind: 'hand-over', workItemId, providerRef: provider, reason: words },
      { kind: 'ask-back', workItemId, text: words },
      {
        kind: 'finish',
        workItemId,
        finding: words,
        recommendation: outcome,
        conditions,
      },
      { kind: 'skip', workItemId, reason: words },
      { kind: 'reroute', workItemId },
      { kind: 'triage' },
      { kind: 'expire', workItemId },
      { kind: 'take-back', workItemId, rejections: ['absent'] },
      {
        kind: 'route',
        workItemId,
        provider: flag ? providers.both : undefined,
        candidates: 1,
        ackDue: words === 'text' ? '2026-12-01T09:00:00.000Z' : undefined,
      },
    ];
    return all[kind % all.length];
  });

const aStep: fc.Arbitrary<Step> = fc.record({
  who: fc.constantFrom(...Object.keys(people)),
  command: aCommand,
  minutes: fc.integer({ min: 0, max: 5_000 }),
});

/** Until somebody works on the first part; chance alone seldom gets there. */
const opening: Step[] = [
  { who: 'requester', command: () => ({ kind: 'submit' }), minutes: 0 },
  { who: 'system', command: () => ({ kind: 'triage' }), minutes: 0 },
  {
    who: 'core',
    command: ({ items }) => ({
      kind: 'assign',
      workItemId: items[0].id,
      providerRef: providers.legal.ref,
    }),
    minutes: 10,
  },
  {
    who: 'lawyer',
    command: ({ items }) => ({ kind: 'take', workItemId: items[0].id }),
    minutes: 10,
  },
];

/** Steps from the beginning, or after the usual ones. */
function someSteps(constraints: fc.ArrayConstraints): fc.Arbitrary<Step[]> {
  return fc
    .tuple(fc.constantFrom([], opening), fc.array(aStep, constraints))
    .map(([before, steps]) => [...before, ...steps]);
}

const someSettings: fc.Arbitrary<Settings> = fc.record({
  fourEyes: fc.boolean(),
  decidedBy: fc.constantFrom('competency', 'core-team'),
  routing: fc.constantFrom('confirm', 'auto'),
});

/** Gives the commands one after the other; what is refused changes nothing. */
function play(steps: readonly Step[], settings: Settings) {
  const newId = ids();
  let { record } = draft();
  const events = [...draft().events];
  let at = Date.parse('2026-11-23T09:00:00.000Z');
  let refused = 0;
  const missed = new Set<string>();
  for (const step of steps) {
    at += step.minutes * 60_000;
    const context = contextOf(
      step.who,
      new Date(at).toISOString(),
      newId,
      settings,
    );
    const command = step.command(record);
    const outcome = decideCommand(record, command, context);
    if ('refusal' in outcome) {
      refused++;
      expect(outcome.refusal.message).not.toBe('');
      expect(outcome.refusal.mend).not.toBe('');
    } else {
      record = outcome.record;
      events.push(...outcome.events);
      if (settings.fourEyes && people[step.who].ref === REQUESTER) {
        expect(Object.keys(workItemRules)).not.toContain(command.kind);
      }
    }
    checkSound(record, settings);
    checkAgainstHistory(record, events);
    const { doneDue } = dueOf(record);
    if (doneDue && doneDue <= context.now) {
      missed.add(doneDue);
    }
  }
  // Each promise is broken once at most, however often somebody asks back.
  expect(missed.size).toBeLessThanOrEqual(
    events.filter(({ body }) => ['submitted', 'reopened'].includes(body.kind))
      .length,
  );
  return { record, events, refused };
}

/** What holds between a request and all that happened to it. */
function checkAgainstHistory(
  record: RequestRecord,
  events: readonly RecordedEvent[],
): void {
  const gaps = new Set<string>();
  const mayKnow = new Set<string | undefined>([REQUESTER]);
  for (const { body, actorRef } of events) {
    switch (body.kind) {
      case 'gap-found':
        gaps.add(body.workItemId);
        break;
      case 'assigned':
        mayKnow.add(body.provider.ref);
        gaps.delete(body.workItemId);
        break;
      case 'proposed':
      case 'skipped':
        gaps.delete(body.workItemId);
        break;
      case 'taken':
      case 'decided':
        mayKnow.add(actorRef);
        break;
      case 'withdrawn':
        gaps.clear();
        break;
      default:
    }
    if (body.kind === 'decided') {
      gaps.clear();
    }
  }
  // Who was never asked does not read it.
  expect(participantsOf(record).filter(ref => !mayKnow.has(ref))).toEqual([]);
  if (isOpen(record.state)) {
    // The clock finds each gap again.
    expect(record.items.filter(({ isGap }) => isGap).map(i => i.id)).toEqual(
      record.items.filter(({ id }) => gaps.has(id)).map(({ id }) => id),
    );
  }
}

/** What holds for a request whatever was done to it. */
function checkSound(record: RequestRecord, settings: Settings): void {
  expect(requestStates).toContain(record.state);
  const waits = record.state === 'waiting-for-requester';
  expect(record.question !== undefined).toBe(waits);
  const over = record.state === 'decided' || record.state === 'closed';
  expect(record.decision !== undefined).toBe(over);
  for (const item of record.items) {
    const asked = ['proposed', 'assigned', 'accepted', 'done'].includes(
      item.state,
    );
    expect(
      item.state === 'skipped' || (item.provider !== undefined) === asked,
    ).toBe(true);
    if (item.state === 'accepted' || item.state === 'done') {
      expect(item.assigneeRef).toBeDefined();
    }
    if (item.state === 'assigned') {
      expect(item.ackDue).toBeDefined();
    }
    if (item.state === 'assigned' || item.state === 'accepted') {
      // Or whoever has it could not work on it.
      expect(['submitted', 'triage']).not.toContain(record.state);
    }
    if (settings.fourEyes) {
      expect(item.assigneeRef).not.toBe(REQUESTER);
    }
  }
  if (record.decision) {
    expect(
      record.items.every(item => !item.blocking || isSettled(item.state)),
    ).toBe(true);
    if (settings.fourEyes) {
      expect(record.decision.decidedBy).not.toBe(REQUESTER);
    }
  }
  // These are total: they answer for whatever there is.
  nextStep(record);
  triageReasons(record);
  waitingFor(record);
  expect(participantsOf(record)).toContain(REQUESTER);
}

describe('decideCommand', () => {
  it('never leads into a state that should not be, whatever the commands and their order', () => {
    fc.assert(
      fc.property(
        someSteps({ maxLength: 80 }),
        someSettings,
        (steps, settings) => {
          expect(play(steps, settings).refused).toBeLessThanOrEqual(
            steps.length,
          );
        },
      ),
      { numRuns: 500 },
    );
  });

  it('loses nothing: the events alone make the same request again', () => {
    fc.assert(
      fc.property(
        someSteps({ maxLength: 80 }),
        someSettings,
        (steps, settings) => {
          const { record, events } = play(steps, settings);
          const [, ...rest] = JSON.parse(JSON.stringify(events));
          expect(
            JSON.stringify(rest.reduce(applyEvent, draft().record)),
          ).toEqual(JSON.stringify(record));
          expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is reached by the random sequences above in every state', () => {
    const states = new Set<string>();
    fc.assert(
      fc.property(
        someSteps({ minLength: 60, maxLength: 200 }),
        someSettings,
        (steps, settings) => {
          for (const { body } of play(steps, settings).events) {
            const to = Object.values(requestSteps[body.kind] ?? {});
            to.forEach(state => states.add(state));
          }
        },
      ),
      { numRuns: 100, seed: 3 },
    );
    expect([...states].sort()).toEqual(
      requestStates.filter(state => state !== 'draft').sort(),
    );
  });

  it('says beforehand what can be done', () => {
    fc.assert(
      fc.property(
        someSteps({ maxLength: 60 }),
        someSettings,
        fc.constantFrom(
          'requester',
          'mighty',
          'core',
          'lawyer',
          'both',
          'steward',
          'stranger',
        ),
        (steps, settings, who) => {
          const { record } = play(steps, settings);
          const context = contextOf(
            who,
            '2027-01-01T09:00:00.000Z',
            ids(),
            settings,
          );
          const all = [
            ...mayOf(record, people[who]).map(
              kind => [kind, undefined] as const,
            ),
            ...record.items.flatMap(item =>
              mayOfItem(record, item, people[who]).map(
                kind => [kind, item.id] as const,
              ),
            ),
          ];
          const codes = all.flatMap(([kind, workItemId]) => {
            const outcome = decideCommand(
              record,
              sensible(kind, workItemId),
              context,
            );
            return 'refusal' in outcome ? [outcome.refusal.code] : [];
          });
          // Only an open question, or what is so already, may still speak against it.
          expect(codes.filter(code => code !== 'state')).toEqual([]);
        },
      ),
      { numRuns: 200 },
    );
  });

  function sensible(
    kind: RequestCommand['kind'],
    workItemId?: string,
  ): RequestCommand {
    const words = { text: 't', reason: 'r', title: 't', summary: 's' };
    const rest = {
      outcome: 'approved',
      conditions: [],
      finding: 'f',
      recommendation: 'approved',
      confidentiality: 'confidential',
      competencyRef: 'competency:default/new',
      authority: 'answer',
      blocking: true,
      providerRef: providers.legal.ref,
    };
    // Each command finds its own fields among all of them.
    const of = workItemId === undefined ? {} : { workItemId };
    return { kind, ...of, ...words, ...rest } as unknown as RequestCommand;
  }

  it.each<[string, string, RequestCommand, string]>([
    ['a stranger', 'stranger', { kind: 'withdraw' }, 'who'],
    ['somebody not asked', 'stranger', { kind: 'comment', text: 'x' }, 'who'],
    ['the requester', 'requester', { kind: 'reply', text: 'x' }, 'state'],
    ['the core team', 'core', { kind: 'close' }, 'state'],
    [
      'the core team',
      'core',
      { kind: 'decide', outcome: 'approved', summary: 's', conditions: [] },
      'state',
    ],
    ['a stranger', 'stranger', { kind: 'take', workItemId: 'none' }, 'input'],
    [
      'the core team',
      'core',
      {
        kind: 'require',
        competencyRef: 'competency:default/unknown',
        authority: 'answer',
        blocking: true,
        reason: 'r',
      },
      'input',
    ],
    [
      'the core team',
      'core',
      {
        kind: 'require',
        competencyRef: 'competency:default/a',
        authority: 'answer',
        blocking: true,
        reason: 'r',
      },
      'state',
    ],
  ])('refuses %s (%s) %j with %s', (_name, who, command, code) => {
    const settings: Settings = {
      fourEyes: true,
      decidedBy: 'core-team',
      routing: 'confirm',
    };
    const { record } = play(
      [
        { who: 'requester', command: () => ({ kind: 'submit' }), minutes: 0 },
        { who: 'system', command: () => ({ kind: 'triage' }), minutes: 0 },
      ],
      settings,
    );
    const outcome = decideCommand(
      record,
      command,
      contextOf(who, '2026-11-24T09:00:00.000Z', ids(), settings),
    );
    expect(outcome).toMatchObject({ refusal: { code } });
  });

  /** Submitted, and its blocking part asked of the group that who asks is in. */
  function askedOfTheirGroup(settings: Settings) {
    return play(
      [
        { who: 'requester', command: () => ({ kind: 'submit' }), minutes: 0 },
        { who: 'system', command: () => ({ kind: 'triage' }), minutes: 0 },
        {
          who: 'system',
          command: ({ items }) => ({
            kind: 'route',
            workItemId: items[0].id,
            provider: providers.both,
            candidates: 1,
            ackDue: '2026-11-24T09:00:00.000Z',
          }),
          minutes: 0,
        },
      ],
      settings,
    ).record;
  }

  it('keeps who asks from working on what needs four eyes', () => {
    const settings: Settings = {
      fourEyes: true,
      decidedBy: 'competency',
      routing: 'auto',
    };
    const record = askedOfTheirGroup(settings);
    const take = (who: string) =>
      decideCommand(
        record,
        { kind: 'take', workItemId: record.items[0].id },
        contextOf(who, '2026-11-23T10:00:00.000Z', ids(), settings),
      );
    expect(take('requester')).toMatchObject({ refusal: { code: 'who' } });
    expect(take('both')).toMatchObject({ record: { state: 'in-progress' } });
  });

  const reason = 'r';
  const providerRef = providers.legal.ref;
  const item = { workItemId: '' };
  it.each<WorkItemCommand>([
    { ...item, kind: 'assign', providerRef },
    { ...item, kind: 'take' },
    { ...item, kind: 'decline', reason },
    { ...item, kind: 'hand-over', providerRef, reason },
    { ...item, kind: 'skip', reason },
    { ...item, kind: 'reroute' },
  ])(
    'lets nobody give $kind to the review of what they ask for themselves, whatever else they are',
    command => {
      const settings: Settings = {
        fourEyes: true,
        decidedBy: 'core-team',
        routing: 'auto',
      };
      const give = (who: string, of: Settings) => {
        const record = askedOfTheirGroup(of);
        return decideCommand(
          record,
          { ...command, workItemId: record.items[0].id },
          contextOf(who, '2026-11-23T10:00:00.000Z', ids(), of),
        );
      };
      expect(give('mighty', settings)).toMatchObject({
        refusal: { code: 'who' },
      });
      const record = askedOfTheirGroup(settings);
      expect(mayOfItem(record, record.items[0], people.mighty)).toEqual([]);
      expect(
        give('mighty', { ...settings, fourEyes: false }),
      ).not.toHaveProperty('refusal');
      const other = ['take', 'decline'].includes(command.kind)
        ? 'both'
        : 'core';
      expect(give(other, settings)).not.toHaveProperty('refusal');
    },
  );

  it('has nobody decide by four eyes once who asked was erased: it may be they', () => {
    const settings: Settings = {
      fourEyes: true,
      decidedBy: 'core-team',
      routing: 'auto',
    };
    const asked = askedOfTheirGroup(settings);
    const skipped = asked.items.reduce((record, { id }) => {
      const outcome = decideCommand(
        record,
        { kind: 'skip', workItemId: id, reason },
        contextOf('core', '2026-11-23T10:00:00.000Z', ids(), settings),
      );
      return 'record' in outcome ? outcome.record : record;
    }, asked);
    const core = people.core;
    expect(mayOf(skipped, core)).toContain('decide');
    expect(mayOf(skipped, core)).not.toContain('withdraw');

    const erased = { ...skipped, requesterRef: ERASED_PERSON_REF };
    expect(mayOf(erased, core)).not.toContain('decide');
    // Not to be stuck with it for ever.
    expect(mayOf(erased, core)).toContain('withdraw');
    expect(mayOf(erased, people.lawyer)).not.toContain('withdraw');
    const decided = { ...skipped, state: 'decided' as const };
    expect(mayOf(decided, core)).toContain('reopen');
    expect(
      mayOf({ ...decided, requesterRef: ERASED_PERSON_REF }, core),
    ).not.toContain('reopen');
  });

  it('leaves the decision to the core team when who could decide it was erased', () => {
    const settings: Settings = {
      fourEyes: true,
      decidedBy: 'competency',
      routing: 'auto',
    };
    const record = askedOfTheirGroup(settings);
    const heldBy = (assigneeRef: string) =>
      decidersOf({
        ...record,
        items: record.items.map(held => ({
          ...held,
          state: 'done',
          assigneeRef,
        })),
      });
    expect(heldBy('user:default/both')).toEqual(['user:default/both']);
    expect(heldBy(ERASED_PERSON_REF)).toBe('core-team');
  });
});
