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
  PRIVACY,
  SECOND_DEV,
  SOUTH,
} from './__testUtils__/aRelease';

jest.setTimeout(120_000);

describe.each(everyDatabase)('a request, %s', (_name, createDatabase) => {
  let office: Office;

  beforeEach(async () => {
    office = await anOffice({
      knex: await createDatabase(),
      snapshot: aDirectory(),
      groups: peopleOfTheOffice,
    });
  });
  afterEach(() => office.stop());

  it('goes from a draft to a published decision through the people who know', async () => {
    let detail = await office.draft(DEV, aRelease());
    expect(detail).toMatchObject({
      number: 'R-1',
      state: 'draft',
      may: ['submit'],
    });

    detail = await office.command(DEV, detail, { kind: 'submit' });
    expect(detail).toMatchObject({
      state: 'triage',
      triage: ['proposal'],
      next: { step: 'confirm', who: ['group:default/ospo'] },
      doneDue: '2026-12-07T09:00:00.000Z',
    });
    expect(
      detail.items.map(item => [
        item.competency.title,
        item.state,
        item.providerRef,
        item.reason.sv,
      ]),
    ).toEqual([
      [
        'licence-compliance',
        'proposed',
        'group:default/legal',
        'Det som publiceras behöver en licens som passar det som ingår.',
      ],
      [
        'privacy',
        'proposed',
        'group:default/privacy-south',
        'Det skickar uppgifter om användarna.',
      ],
      [
        'export-control',
        'proposed',
        'group:external/export-firm',
        'Det innehåller kryptering, som vissa länder kontrollerar exporten av.',
      ],
    ]);

    for (const { id, providerRef = '' } of detail.items) {
      detail = await office.command(CORE, detail, {
        kind: 'assign',
        workItemId: id,
        providerRef,
      });
    }
    expect(detail.state).toBe('in-progress');
    expect(office.told.map(({ topic, to }) => [topic, ...to])).toEqual([
      ['request-proposed', 'group:default/ospo'],
      ['request-proposed', 'group:default/ospo'],
      ['request-proposed', 'group:default/ospo'],
      ['request-asked', 'group:default/legal'],
      ['request-asked', 'group:default/privacy-south'],
      // Nobody owns the competency, so that the core team acts for the firm.
      ['request-asked', 'group:external/export-firm', 'group:default/ospo'],
    ]);

    // One declines, and the next one is proposed.
    const privacy = itemOf(detail, 'privacy').id;
    detail = await office.command(SOUTH, detail, {
      kind: 'decline',
      workItemId: privacy,
      reason: 'Not for the north',
    });
    expect(itemOf(detail, 'privacy')).toMatchObject({
      state: 'proposed',
      providerRef: 'group:default/privacy-north',
      tries: [
        {
          providerRef: 'group:default/privacy-south',
          ended: 'declined',
          reason: 'Not for the north',
        },
      ],
    });
    detail = await office.command(CORE, detail, {
      kind: 'assign',
      workItemId: privacy,
      providerRef: 'group:default/privacy-north',
    });

    // One asks back, and the clock stands still.
    const licence = itemOf(detail, 'licence-compliance').id;
    detail = await office.command(LAWYER, detail, {
      kind: 'take',
      workItemId: licence,
    });
    detail = await office.command(LAWYER, detail, {
      kind: 'ask-back',
      workItemId: licence,
      text: 'Which parsers are in it?',
    });
    expect(detail).toMatchObject({
      state: 'waiting-for-requester',
      question: { text: 'Which parsers are in it?', by: LAWYER },
      next: { step: 'reply', who: [DEV] },
    });
    expect(detail.doneDue).toBeUndefined();
    office.clock.now = new Date('2026-11-25T09:00:00.000Z');
    detail = await office.command(DEV, detail, {
      kind: 'reply',
      text: 'Two of our own',
    });
    // Two business days later than before.
    expect(detail).toMatchObject({
      state: 'in-progress',
      doneDue: '2026-12-08T17:00:00.000Z',
    });
    expect(itemOf(detail, 'privacy').ackDue).toBe('2026-11-26T17:00:00.000Z');

    detail = await office.command(LAWYER, detail, {
      kind: 'finish',
      workItemId: licence,
      finding: 'Apache-2.0 fits',
      recommendation: 'approved-with-conditions',
      conditions: ['Add a NOTICE file'],
      hours: 3,
    });
    detail = await office.command(PRIVACY, detail, {
      kind: 'take',
      workItemId: privacy,
    });
    detail = await office.command(PRIVACY, detail, {
      kind: 'finish',
      workItemId: privacy,
      finding: 'Counts name nobody',
      recommendation: 'approved',
      conditions: [],
    });
    // Whoever steers the competency writes down what the firm outside found.
    const exporting = itemOf(detail, 'export-control').id;
    detail = await office.command(CORE, detail, {
      kind: 'take',
      workItemId: exporting,
    });
    detail = await office.command(CORE, detail, {
      kind: 'finish',
      workItemId: exporting,
      finding: 'Published source is free of it',
      recommendation: 'approved',
      conditions: [],
    });
    expect(detail).toMatchObject({
      triage: ['ready-to-decide'],
      next: { step: 'decide', who: ['group:default/ospo'] },
    });

    detail = await office.command(CORE, detail, {
      kind: 'decide',
      outcome: 'approved-with-conditions',
      summary: 'It may be published.',
      conditions: ['Add a NOTICE file'],
    });
    expect(detail.decision).toMatchObject({
      outcome: 'approved-with-conditions',
      decidedBy: CORE,
      validUntil: '2027-11-25',
    });
    await expect(
      office.command(CORE, detail, {
        kind: 'publish',
        title: 'Meter readers',
        summary: 'Asked by dev: published with a NOTICE file.',
      }),
    ).rejects.toThrow("400: summary: names somebody: 'dev'");
    detail = await office.command(CORE, detail, {
      kind: 'publish',
      title: 'Tools with telemetry',
      summary: 'Tools that count starts may be published with a NOTICE file.',
    });
    detail = await office.command(DEV, detail, { kind: 'close' });
    expect(detail).toMatchObject({ state: 'closed', next: { step: 'none' } });

    // A second developer who writes something like it is shown the decision before sending.
    const preview = await office.send(SECOND_DEV, 'post', '/requests/preview', {
      ...aRelease({ title: 'Publish our telemetry tool' }),
      subject: {},
    });
    expect(preview.body).toMatchObject({
      problems: [],
      precedents: [
        {
          id: detail.decision?.precedentId,
          title: 'Tools with telemetry',
          state: 'valid',
          conditions: ['Add a NOTICE file'],
        },
      ],
    });
    expect(
      detail.events
        .filter(
          ({ workItemId }) =>
            workItemId === undefined || workItemId === privacy,
        )
        .map(({ kind, from, to }) =>
          [kind, from, to].filter(Boolean).join(' '),
        ),
    ).toEqual([
      'created',
      'submitted draft submitted',
      'required required',
      'triaged submitted triage',
      'proposed required proposed',
      'started triage in-progress',
      'assigned proposed assigned',
      'declined assigned required',
      'proposed required proposed',
      'assigned proposed assigned',
      'taken assigned accepted',
      'finished accepted done',
      'decided in-progress decided',
      'published',
      'closed decided closed',
    ]);
  });
});
