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

import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Knex } from 'knex';
import { everyDatabase } from '../../shared/__testUtils__/testDatabases';
import {
  aCompetency,
  aGroupOf,
  aUserOf,
} from '../__testUtils__/catalogEntities';
import { RecordsGeneration } from '../records/RecordsGeneration';
import { CatalogReader } from './CatalogReader';
import { DefaultCompetencyDirectory } from './DefaultCompetencyDirectory';

jest.setTimeout(60_000);

function aDirectory(options: {
  knex: Knex;
  entities: Entity[];
  requestTypes?: string[];
}) {
  let clock = new Date('2026-11-25T08:00:00Z');
  const now = () => clock;
  let entities = options.entities;
  let isDown = false;
  const catalog = catalogServiceMock.mock({
    async *streamEntities(request, asked) {
      if (isDown) {
        throw new Error('down');
      }
      yield* catalogServiceMock({ entities }).streamEntities(request, asked);
    },
  });
  const records = RecordsGeneration.create({
    knex: options.knex,
    now: () => clock.getTime(),
  });
  const { requestTypes } = options;
  const logger = mockServices.logger.mock();
  const directory = DefaultCompetencyDirectory.create({
    knex: options.knex,
    records,
    reader: CatalogReader.create({
      catalog,
      auth: mockServices.auth(),
      annotationPrefixes: ['ospo/'],
      pageSize: 100,
      usersMaxAgeMs: 600_000,
      now,
    }),
    logger,
    listRequestTypes:
      requestTypes && (() => requestTypes.map(id => ({ id, texts: [] }))),
    contractEndingDays: 90,
    now,
  });
  return {
    directory,
    records,
    catalog,
    logger,
    set entities(next: Entity[]) {
      entities = next;
    },
    set isDown(next: boolean) {
      isDown = next;
    },
    set now(next: string) {
      clock = new Date(next);
    },
  };
}

const ospo = aGroupOf('ospo', { title: 'Open source office' });
const LEGAL = 'competency:default/legal';

describe.each(everyDatabase)('directory, %s', (_name, createDatabase) => {
  it('puts together what Git and people say, and says what is wrong', async () => {
    const knex = await createDatabase();
    await knex('competency_profiles').insert([
      {
        user_ref: 'user:default/asa',
        skills: '[]',
        languages: '[]',
        opted_in_at: 'x',
      },
      {
        user_ref: 'user:default/gone',
        skills: '[]',
        languages: '[]',
        opted_in_at: 'x',
      },
    ]);
    const entry = { competency_ref: LEGAL, scope: '{}' };
    await knex('competency_profile_entries').insert([
      { ...entry, user_ref: 'user:default/asa', authority: 'decide' },
      { ...entry, user_ref: 'user:default/gone', authority: 'answer' },
    ]);
    const { directory, logger } = aDirectory({
      knex,
      requestTypes: ['licence-question'],
      entities: [
        ospo,
        aUserOf('asa', { title: 'Åsa' }),
        aUserOf('bo', {
          title: 'Bo',
          annotations: { 'ospo/competencies': 'legal:triage, nothing:answer' },
        }),
        aUserOf('cim', { annotations: { 'ospo/competencies': 'legal:boss' } }),
        aGroupOf('external/firm', {
          title: 'Firm',
          email: 'law@firm.example',
          annotations: { 'ospo/contract-ends': '2026-11-24' },
        }),
        aCompetency('legal', {
          owner: 'nobody',
          partOf: 'other',
          providers: [
            {
              ref: 'ospo',
              authority: 'decide',
              scope: { countries: ['SE'] },
              priority: 1,
              hoursPerMonth: 4,
            },
            { ref: 'group:external/firm', authority: 'answer', onDemand: true },
            { ref: 'group:default/typo', authority: 'sign' },
          ],
          requestTypes: ['licence-question', 'licence-qestion'],
          externalIds: { iso5230: ['3.1.2'], ecf: ['E.9'] },
        }),
        aCompetency('other', { partOf: 'legal' }),
        aCompetency('odd', { type: 'magic' }),
      ],
    });

    const snapshot = await directory.snapshot();
    const legal = snapshot.competencies.get(LEGAL);

    expect(legal?.providers).toMatchObject([
      {
        ref: 'group:default/ospo',
        kind: 'group',
        state: 'present',
        title: 'Open source office',
        authority: 'decide',
        scope: { countries: ['SE'] },
        hoursPerMonth: 4,
        source: 'competency',
      },
      { ref: 'group:default/typo', kind: 'group', state: 'missing' },
      {
        ref: 'group:external/firm',
        kind: 'external',
        state: 'contract-ended',
        contractEnds: '2026-11-24',
        mailbox: 'law@firm.example',
        onDemand: true,
      },
      {
        ref: 'user:default/asa',
        kind: 'person',
        state: 'unconfirmed',
        title: 'Åsa',
        source: 'profile',
      },
      {
        ref: 'user:default/bo',
        state: 'present',
        title: 'Bo',
        authority: 'triage',
        source: 'annotation',
      },
      { ref: 'user:default/gone', state: 'missing' },
    ]);
    expect(legal).toMatchObject({
      ownerRef: 'group:default/nobody',
      ownerState: 'missing',
      minProviders: 2,
      coverage: 'enough',
      externalIds: { iso5230: ['3.1.2'], ecf: ['E.9'] },
    });
    expect(
      legal?.findings.map(({ code, where }) => `${code} ${where}`),
    ).toEqual([
      "owner-missing spec.owner: 'group:default/nobody'",
      "provider-missing provider 'group:default/typo'",
      "contract-ended provider 'group:external/firm'",
      "provider-missing provider 'user:default/gone'",
      "annotation-authority user:default/cim ospo/competencies: 'legal:boss'",
      "part-of-circle spec.partOf: 'competency:default/other'",
      "request-type-unknown spec.requestTypes: 'licence-qestion'",
    ]);
    expect(legal?.findings.every(finding => finding.mend !== '')).toBe(true);
    expect(logger.warn.mock.calls.map(([message]) => message)).toEqual([
      expect.stringContaining('left out: competency:default/odd: '),
      expect.stringContaining(
        "user:default/bo ospo/competencies: 'nothing:answer'",
      ),
    ]);
    expect(snapshot.optedIn).toEqual(
      new Set(['user:default/asa', 'user:default/gone']),
    );
    expect(snapshot.children.get(LEGAL)).toEqual(['competency:default/other']);
  });

  it('stays the same snapshot until the catalog, our tables or the day change', async () => {
    const knex = await createDatabase();
    const it = aDirectory({ knex, entities: [ospo, aCompetency('legal')] });
    const first = await it.directory.snapshot();

    await it.directory.refresh();
    expect(await it.directory.snapshot()).toBe(first);

    it.entities = [ospo, aCompetency('legal', {}, { title: 'Law' })];
    await it.directory.refresh();
    const second = await it.directory.snapshot();
    expect(second.generation).toBeGreaterThan(first.generation);
    expect(second.competencies.get(LEGAL)?.title).toBe('Law');

    await it.records.change(tx =>
      tx('competency_absences').insert({
        id: 'a1',
        provider_ref: 'group:default/ospo',
        from_day: '2026-11-20',
        to_day: '2026-11-25',
      }),
    );
    const third = await it.directory.snapshot();
    expect(third.absences).toEqual([
      {
        id: 'a1',
        providerRef: 'group:default/ospo',
        from: '2026-11-20',
        to: '2026-11-25',
      },
    ]);

    it.now = '2026-11-26T08:00:00Z';
    const fourth = await it.directory.snapshot();
    expect(fourth.generation).toBeGreaterThan(third.generation);
    expect(fourth.absences).toEqual([]);
  });

  it('keeps what it knows while the catalog is down, and says so before it knows anything', async () => {
    const knex = await createDatabase();
    const it = aDirectory({ knex, entities: [ospo, aCompetency('legal')] });
    it.isDown = true;
    await expect(it.directory.snapshot()).rejects.toThrow(
      ServiceUnavailableError,
    );

    it.isDown = false;
    expect((await it.directory.snapshot()).competencies.size).toBe(1);
    it.isDown = true;
    await expect(it.directory.refresh()).rejects.toThrow('down');
    expect((await it.directory.snapshot()).competencies.size).toBe(1);
  });

  it('reads users seldom', async () => {
    const knex = await createDatabase();
    const it = aDirectory({ knex, entities: [ospo, aUserOf('bo')] });
    const asked = () =>
      it.catalog.streamEntities.mock.calls.filter(([request]) =>
        JSON.stringify(request).includes('"user"'),
      ).length;
    await it.directory.snapshot();
    await it.directory.refresh();
    expect(asked()).toBe(1);
    it.now = '2026-11-25T08:10:00Z';
    await it.directory.refresh();
    expect(asked()).toBe(2);
  });

  it('takes hours from an agreement before those from Git', async () => {
    const knex = await createDatabase();
    await knex('competency_agreements').insert({
      id: 'g1',
      provider_ref: 'group:default/ospo',
      competency_ref: LEGAL,
      hours_per_month: 12.5,
      valid_from: '2026-11-25',
      agreed_by: 'user:default/bo',
    });
    const it = aDirectory({
      knex,
      entities: [
        ospo,
        aCompetency('legal', {
          providers: [{ ref: 'ospo', authority: 'answer', hoursPerMonth: 1 }],
        }),
      ],
    });
    const [provider] =
      (await it.directory.snapshot()).competencies.get(LEGAL)?.providers ?? [];
    expect(provider.hoursPerMonth).toBe(12.5);
  });
});
