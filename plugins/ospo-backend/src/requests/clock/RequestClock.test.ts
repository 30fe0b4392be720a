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

import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import { anOffice, MONDAY, Office } from '../__testUtils__/anOffice';
import {
  aDirectory,
  aRelease,
  CORE,
  DEV,
  itemOf,
  LAWYER,
  peopleOfTheOffice,
} from '../__testUtils__/aRelease';

jest.setTimeout(240_000);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe.each(everyDatabase)('the clock, %s', (_name, createDatabase) => {
  let offices: Office[];

  beforeEach(async () => {
    const knex = await createDatabase();
    const start = () =>
      anOffice({ knex, snapshot: aDirectory(), groups: peopleOfTheOffice });
    offices = [await start(), await start()];
  });
  afterEach(async () => {
    for (const office of offices) {
      await office.stop();
    }
  });

  function turnTo(time: number): void {
    for (const office of offices) {
      office.clock.now = new Date(time);
    }
  }

  /** Both replicas look at the same moments. */
  async function pass(from: number, to: number): Promise<void> {
    for (let time = from; time <= to; time += 3 * HOUR) {
      turnTo(time);
      await Promise.all(offices.map(office => office.run()));
    }
  }

  /** Whom either replica told, in the order of names: which of them it was is chance. */
  const remindersOf = (topic: string) =>
    offices
      .flatMap(({ told }) => told)
      .filter(told => told.topic === topic)
      .map(({ to }) => to.join(' '))
      .sort();

  it('reminds each once for each reason through weeks, whoever of two replicas looks', async () => {
    const [office] = offices;
    let detail = await office.draft(DEV, aRelease());
    detail = await office.command(DEV, detail, { kind: 'submit' });
    detail = await office.command(CORE, detail, {
      kind: 'assign',
      workItemId: itemOf(detail, 'licence-compliance').id,
      providerRef: 'group:default/legal',
    });

    await pass(MONDAY.getTime(), MONDAY.getTime() + 28 * DAY);

    // When it was due, a business day later, and at last it expired.
    expect(remindersOf('request-reminder')).toEqual([
      'group:default/legal',
      'group:default/legal',
      'group:default/ospo',
    ]);
    // The request itself: when it was due, one and three business days later.
    expect(remindersOf('request-overdue')).toEqual([
      'group:default/ospo',
      'group:default/ospo',
      'group:default/ospo',
    ]);
    detail = await office.read(CORE, detail.id);
    expect(itemOf(detail, 'licence-compliance')).toMatchObject({
      state: 'required',
      tries: [{ providerRef: 'group:default/legal', ended: 'expired' }],
    });
    expect(detail.triage).toEqual(['gap', 'proposal', 'overdue']);
    expect(office.logger.error).not.toHaveBeenCalled();
  });

  it('stands still while the requester has the word, and reminds them', async () => {
    const [office] = offices;
    let detail = await office.draft(DEV, aRelease());
    detail = await office.command(DEV, detail, { kind: 'submit' });
    const workItemId = itemOf(detail, 'licence-compliance').id;
    detail = await office.command(CORE, detail, {
      kind: 'assign',
      workItemId,
      providerRef: 'group:default/legal',
    });
    detail = await office.command(LAWYER, detail, { kind: 'take', workItemId });
    await office.command(LAWYER, detail, {
      kind: 'ask-back',
      workItemId,
      text: 'Which?',
    });

    await pass(MONDAY.getTime(), MONDAY.getTime() + 42 * DAY);

    expect(remindersOf('request-overdue')).toEqual([]);
    expect(remindersOf('request-reminder')).toEqual([DEV, DEV]);
  });

  it('fills a gap when somebody is there', async () => {
    const [office] = offices;
    const full = office.directory.snapshot;
    const without = new Map(full.competencies);
    without.delete('competency:default/privacy');
    office.directory.snapshot = { ...full, competencies: without };
    const draft = await office.draft(DEV, aRelease());
    let detail = await office.command(DEV, draft, { kind: 'submit' });
    expect(itemOf(detail, 'privacy').state).toBe('required');
    const open = await office.send(CORE, 'get', '/requests/gaps?open=true');
    expect(open.body.items).toMatchObject([
      {
        competency: { ref: 'competency:default/privacy' },
        requestNumber: 'R-1',
        candidates: 0,
      },
    ]);

    await office.run();
    expect((await office.read(CORE, detail.id)).version).toBe(detail.version);
    office.directory.snapshot = full;
    await office.run();

    detail = await office.read(CORE, detail.id);
    expect(itemOf(detail, 'privacy').state).toBe('proposed');
    const closed = await office.send(CORE, 'get', '/requests/gaps?open=true');
    expect(closed.body.items).toEqual([]);
  });

  it('proposes somebody else when who was proposed cannot be asked any more', async () => {
    const [office] = offices;
    const draft = await office.draft(DEV, aRelease());
    let detail = await office.command(DEV, draft, { kind: 'submit' });
    const providerOf = () => itemOf(detail, 'privacy').providerRef;
    expect(providerOf()).toBe('group:default/privacy-south');
    await office.run();
    expect((await office.read(CORE, detail.id)).version).toBe(detail.version);

    for (const { directory } of offices) {
      directory.snapshot = {
        ...directory.snapshot,
        absences: [
          {
            id: 'a',
            providerRef: 'group:default/privacy-south',
            from: '2026-11-20',
            to: '2026-12-20',
          },
        ],
      };
    }
    await Promise.all(offices.map(({ run }) => run()));
    detail = await office.read(CORE, detail.id);
    expect(itemOf(detail, 'privacy').state).toBe('proposed');
    expect(providerOf()).toBe('group:default/privacy-north');
    expect(
      detail.events.filter(({ kind }) => kind === 'released'),
    ).toHaveLength(1);
    // When somebody is away is for those who may see the routing.
    expect(JSON.stringify(detail.events)).not.toContain('2026-12-20');
    expect(itemOf(detail, 'export-control').state).toBe('proposed');
  });

  it('deletes what is kept no longer, and reminds of precedents that end', async () => {
    const [office] = offices;
    const draft = await office.draft(DEV, aRelease());
    await office.knex('request_precedents').insert({
      id: 'P1',
      type_id: 'release-open-source',
      title: 'Old',
      summary: 'Old',
      outcome: 'approved',
      conditions: '[]',
      competencies: ',',
      published_at: MONDAY.toISOString(),
      valid_until: '2026-12-01',
      recertify_ref: CORE,
      search_text: 'old',
    });

    await pass(MONDAY.getTime(), MONDAY.getTime() + DAY);
    expect(remindersOf('precedent-expiring')).toEqual([
      `${CORE} group:default/ospo`,
    ]);
    expect(
      (await office.send(DEV, 'get', `/requests/${draft.id}`)).status,
    ).toBe(200);
    turnTo(MONDAY.getTime() + 181 * DAY);
    await office.run();
    expect(
      (await office.send(DEV, 'get', `/requests/${draft.id}`)).status,
    ).toBe(404);
  });
});
