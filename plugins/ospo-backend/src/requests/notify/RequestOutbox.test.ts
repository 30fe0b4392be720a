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
  peopleOfTheOffice,
} from '../__testUtils__/aRelease';

jest.setTimeout(120_000);

const LEGAL = 'group:default/legal';
const HOUR = 3_600_000;

describe.each(everyDatabase)('the outbox, %s', (_name, createDatabase) => {
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

  async function pass(from: number, to: number): Promise<void> {
    for (let time = from; time <= to; time += HOUR) {
      turnTo(time);
      await Promise.all(offices.map(office => office.run()));
    }
  }

  function away(): void {
    for (const office of offices) {
      office.post.before = () => Promise.reject(new Error('away'));
    }
  }

  function back(): void {
    for (const office of offices) {
      office.post.before = async () => {};
    }
  }

  const toldOf = (topic: string) =>
    offices
      .flatMap(({ told }) => told)
      .filter(told => told.topic === topic)
      .map(({ to }) => to.join(' '));
  const waiting = async () =>
    Number(
      (await offices[0].knex('request_outbox').count({ n: '*' }).first())?.n,
    );

  async function askLegal() {
    const [office] = offices;
    let detail = await office.draft(DEV, aRelease());
    detail = await office.command(DEV, detail, { kind: 'submit' });
    return await office.command(CORE, detail, {
      kind: 'assign',
      workItemId: itemOf(detail, 'licence-compliance').id,
      providerRef: LEGAL,
    });
  }

  it('tells once what could not be told while notifications were away', async () => {
    away();
    await askLegal();
    expect(await waiting()).toBeGreaterThan(0);
    await pass(MONDAY.getTime(), MONDAY.getTime() + 3 * HOUR);
    expect(toldOf('request-asked')).toEqual([]);

    back();
    await pass(MONDAY.getTime() + 4 * HOUR, MONDAY.getTime() + 12 * HOUR);
    expect(toldOf('request-asked')).toEqual([LEGAL]);
    expect(await waiting()).toBe(0);
    const asked = offices
      .flatMap(({ published }) => published)
      .filter(event => JSON.stringify(event).includes('request-asked'));
    expect(asked).toHaveLength(1);
  });

  it('tells once what a process that ended had taken upon itself', async () => {
    const [first, second] = offices;
    const { ackDue = '' } = itemOf(await askLegal(), 'licence-compliance');
    turnTo(Date.parse(ackDue) + 1);
    const taken = new Promise<void>(resolve => {
      first.post.before = () => {
        resolve();
        return new Promise(() => {});
      };
    });
    // It never gets any further.
    first.run().catch(() => {});
    await taken;

    await second.run();
    expect(toldOf('request-reminder')).toEqual([]);
    turnTo(Date.parse(ackDue) + HOUR);
    await second.run();
    await second.run();
    expect(toldOf('request-reminder')).toEqual([LEGAL]);
    expect(await waiting()).toBe(0);
  });

  it('tells nobody what is so no longer', async () => {
    away();
    const detail = await askLegal();
    await offices[0].command(DEV, detail, { kind: 'withdraw' });
    back();
    await pass(MONDAY.getTime() + HOUR, MONDAY.getTime() + 12 * HOUR);
    expect(toldOf('request-asked')).toEqual([]);
    expect(toldOf('request-proposed')).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  it('gives up after a day, and says once that nobody was told', async () => {
    const [office] = offices;
    away();
    await askLegal();
    const sent = await waiting();
    await pass(MONDAY.getTime(), MONDAY.getTime() + 20 * HOUR);
    // What was proposed is asked for by now, and no longer told.
    expect(await waiting()).toBe(sent - 1);
    await pass(MONDAY.getTime() + 21 * HOUR, MONDAY.getTime() + 40 * HOUR);
    expect(await waiting()).toBe(0);
    const warnings = office.logger.warn.mock.calls.filter(([text]) =>
      /notified/.test(text),
    );
    expect(warnings).toHaveLength(1);
  });
});
