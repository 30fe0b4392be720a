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

import { DirectorySnapshot } from '../competencies';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { aCompetency, aProvider } from './__testUtils__/aDirectory';
import { anOffice, Office } from './__testUtils__/anOffice';
import {
  aDirectory,
  aRelease,
  CORE,
  DEV,
  itemOf,
  peopleOfTheOffice,
  STRANGER,
} from './__testUtils__/aRelease';

jest.setTimeout(120_000);

const FIRM = 'group:external/export-firm';
const STEWARD = 'user:default/steward';
const LEAD = 'group:default/export-lead';

/** A firm outside that may be given what is confidential, with or without an owner of its competency. */
function withFirm(ownerRef?: string): DirectorySnapshot {
  const snapshot = aDirectory();
  const competency = aCompetency(
    'export-control',
    [aProvider(FIRM, { scope: { confidential: true } })],
    ownerRef ? { ownerRef, ownerState: 'present' } : {},
  );
  return {
    ...snapshot,
    competencies: new Map([
      ...snapshot.competencies,
      [competency.ref, competency],
    ]),
  };
}

describe.each(everyDatabase)(
  'an organisation outside that is asked, %s',
  (_name, createDatabase) => {
    let office: Office;

    afterEach(async () => {
      await office.stop();
    });

    async function askFirm(ownerRef?: string) {
      office = await anOffice({
        knex: await createDatabase(),
        snapshot: withFirm(ownerRef),
        groups: { ...peopleOfTheOffice, [STEWARD]: [LEAD] },
      });
      let detail = await office.draft(
        DEV,
        aRelease({ confidentiality: 'confidential' }),
      );
      detail = await office.command(DEV, detail, { kind: 'submit' });
      return await office.command(CORE, detail, {
        kind: 'assign',
        workItemId: itemOf(detail, 'export-control').id,
        providerRef: FIRM,
      });
    }

    const waitingOf = async (user: string): Promise<string[]> => {
      const { body } = await office.send(user, 'get', '/requests?view=waiting');
      return body.items.map(({ id }: { id: string }) => id);
    };
    const asked = () =>
      office.told.filter(({ topic }) => topic === 'request-asked');

    it('is told where to look and nothing more, and so is the owner of the competency, who acts for it', async () => {
      const detail = await askFirm(LEAD);
      expect(asked()).toEqual([
        {
          to: [FIRM, LEAD],
          topic: 'request-asked',
          title: 'Your competency is asked for: R-1',
          description: undefined,
          link: `/ospo/requests/${detail.id}`,
        },
      ]);
      expect(await waitingOf(STEWARD)).toEqual([detail.id]);
      expect(await waitingOf(STRANGER)).toEqual([]);

      const { id: workItemId } = itemOf(detail, 'export-control');
      const taken = await office.command(STEWARD, detail, {
        kind: 'take',
        workItemId,
      });
      expect(itemOf(taken, 'export-control')).toMatchObject({
        state: 'accepted',
        assigneeRef: STEWARD,
      });
      expect(await waitingOf(CORE)).toEqual([]);
    });

    it('leaves it to the core team where nobody owns the competency', async () => {
      const detail = await askFirm();
      expect(asked()).toMatchObject([{ to: [FIRM, 'group:default/ospo'] }]);
      expect(await waitingOf(CORE)).toEqual([detail.id]);
      expect(await waitingOf(STEWARD)).toEqual([]);
    });
  },
);

it('is told no title of what is not confidential either', async () => {
  const [[, createDatabase]] = everyDatabase;
  const office = await anOffice({
    knex: await createDatabase(),
    snapshot: withFirm(),
    groups: peopleOfTheOffice,
  });
  let detail = await office.draft(DEV, aRelease());
  detail = await office.command(DEV, detail, { kind: 'submit' });
  await office.command(CORE, detail, {
    kind: 'assign',
    workItemId: itemOf(detail, 'export-control').id,
    providerRef: FIRM,
  });
  const asked = office.told.find(({ topic }) => topic === 'request-asked');
  expect(JSON.stringify(asked)).not.toContain('meter');
  await office.stop();
});
