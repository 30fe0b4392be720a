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

import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  CompetencyAuthority,
  ERASED_PERSON_REF,
  SaveProfile,
} from '@ospo-suite/backstage-plugin-ospo-common';
import {
  findInEveryColumn,
  listTextColumns,
} from '../database/__testUtils__/findInEveryColumn';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import { anOffice, Office } from './__testUtils__/anOffice';
import {
  membership,
  smallOrganisation,
} from './__testUtils__/smallOrganisation';
import { purgeRecords } from './purgeRecords';
import { competencyPersonColumns } from './records/competencyPersonColumns';

jest.setTimeout(120_000);

const LEGAL = 'competency:default/legal';
const as = (name: string) => ({
  credentials: mockCredentials.user(`user:default/${name}`),
});
const asa = as('asa');
const core = as('core');
const owner = as('owner');
const stranger = as('stranger');

function aProfile(authority: CompetencyAuthority): SaveProfile {
  return {
    entries: [{ competencyRef: LEGAL, authority, scope: {}, hoursPerMonth: 2 }],
    skills: ['reading'],
    languages: ['sv'],
  };
}

describe.each(everyDatabase)('people, %s', (_name, createDatabase) => {
  let office: Office;
  let knex: Awaited<ReturnType<typeof createDatabase>>;

  beforeEach(async () => {
    knex = await createDatabase();
    office = await anOffice({
      knex,
      entities: smallOrganisation(),
      coreTeam: ['group:default/core'],
      groups: membership,
    });
  });
  afterEach(() => office.stop());

  const asaAsProvider = async () =>
    (
      await office.competencies.getCompetency({ ref: LEGAL }, asa)
    ).providers.find(({ ref }) => ref === 'user:default/asa');

  it('makes a provider of whoever opts in, and of nobody who opts out', async () => {
    expect(await office.people.getMyProfile(asa)).toEqual({
      userRef: 'user:default/asa',
      entries: [],
      skills: [],
      languages: [],
      optedInAt: undefined,
      absences: [],
    });
    await office.people.saveMyProfile(aProfile('answer'), asa);
    await office.directory.refresh();
    expect(await asaAsProvider()).toMatchObject({
      kind: 'person',
      title: 'Åsa',
      state: 'present',
      authority: 'answer',
      source: 'profile',
      hoursPerMonth: 2,
    });
    await office.people.deleteMyProfile(asa);
    expect(await asaAsProvider()).toBeUndefined();
  });

  it('counts more than answer only once somebody who steers the competency confirms it, and as far', async () => {
    await office.people.saveMyProfile(aProfile('sign'), asa);
    expect((await asaAsProvider())?.state).toBe('unconfirmed');

    const entry = { userRef: 'user:default/asa', competencyRef: LEGAL };
    await expect(
      office.people.confirmProfileEntry({ ...entry, authority: 'sign' }, asa),
    ).rejects.toThrow('Only the owner');
    await office.people.confirmProfileEntry(
      { ...entry, authority: 'decide' },
      owner,
    );
    expect(await asaAsProvider()).toMatchObject({
      state: 'present',
      authority: 'decide',
    });

    const kept = await office.people.saveMyProfile(aProfile('decide'), asa);
    expect(kept.entries[0].confirmedBy).toBe('user:default/owner');
    const more = await office.people.saveMyProfile(aProfile('sign'), asa);
    expect(more.entries[0].confirmedBy).toBeUndefined();
    expect((await asaAsProvider())?.state).toBe('unconfirmed');
  });

  it('counts what somebody claims only as far as it is confirmed, everywhere that providers are told', async () => {
    const claim = aProfile('sign');
    claim.entries[0].scope = { countries: ['SE'], confidential: true };
    await office.people.saveMyProfile(claim, asa);
    const inDirectory = async () =>
      (await office.directory.snapshot()).competencies
        .get(LEGAL)
        ?.providers.find(({ ref }) => ref === 'user:default/asa');
    const unconfirmed = {
      state: 'unconfirmed',
      authority: 'answer',
      scope: { countries: ['SE'] },
      claimed: { authority: 'sign', confidential: true },
    };
    expect(await inDirectory()).toMatchObject(unconfirmed);
    expect(await asaAsProvider()).toMatchObject(unconfirmed);

    const confirmation = {
      userRef: 'user:default/asa',
      competencyRef: LEGAL,
      authority: 'decide' as const,
    };
    await office.people.confirmProfileEntry(confirmation, owner);
    expect(await inDirectory()).toMatchObject({
      state: 'present',
      authority: 'decide',
      scope: { countries: ['SE'] },
      claimed: { authority: 'decide', confidential: true },
    });
    await office.people.confirmProfileEntry(
      { ...confirmation, confidential: true },
      owner,
    );
    const confirmed = await inDirectory();
    expect(confirmed?.scope).toEqual({ countries: ['SE'], confidential: true });
    expect(confirmed?.claimed).toBeUndefined();
  });

  it('trusts nobody with confidential requests because they say so, however little they claim', async () => {
    const claim = aProfile('triage');
    claim.entries[0].scope = { confidential: true };
    await office.people.saveMyProfile(claim, asa);
    expect(await asaAsProvider()).toMatchObject({
      state: 'present',
      authority: 'triage',
      scope: {},
      claimed: { authority: 'triage', confidential: true },
    });
  });

  it.each<[string, Partial<SaveProfile['entries'][number]>, boolean]>([
    ['the same', {}, true],
    ['other hours', { hoursPerMonth: 9 }, true],
    ['less', { authority: 'answer', scope: { countries: ['SE'] } }, true],
    ['more authority', { authority: 'sign' }, false],
    ['another country', { scope: { countries: ['SE', 'NO', 'DK'] } }, false],
    ['all countries', { scope: {} }, false],
    [
      'confidential requests too',
      { scope: { countries: ['SE', 'NO'], confidential: true } },
      false,
    ],
  ])(
    'keeps a confirmation when somebody says %s: %j, %s',
    async (_what, change, isKept) => {
      const before = aProfile('decide');
      before.entries[0].scope = { countries: ['SE', 'NO'] };
      await office.people.saveMyProfile(before, asa);
      await office.people.confirmProfileEntry(
        {
          userRef: 'user:default/asa',
          competencyRef: LEGAL,
          authority: 'decide',
          confidential: true,
        },
        owner,
      );
      const after = { ...before.entries[0], ...change };
      await office.people.saveMyProfile({ ...before, entries: [after] }, asa);
      const [kept] = (await office.people.getMyProfile(asa)).entries;
      expect(kept.confirmedBy).toBe(isKept ? 'user:default/owner' : undefined);
      expect((await asaAsProvider())?.scope.confidential).toBeUndefined();
    },
  );

  it('shows who is on duty today', async () => {
    const turn = { competencyRef: LEGAL, providerRef: 'group:default/law' };
    await office.records.addRotaTurn(
      { ...turn, from: '2026-11-25', to: '2026-11-25' },
      owner,
    );
    const onDuty = async () =>
      (await office.competencies.getCompetency({ ref: LEGAL }, asa)).onDuty;
    expect(await onDuty()).toEqual(['group:default/law']);
    office.setNow('2026-11-26T00:00:00Z');
    expect(await onDuty()).toEqual([]);
  });

  it('lists to people what is theirs and their groups, to the core team everything', async () => {
    const days = { from: '2026-12-01', to: '2026-12-02' };
    for (const [providerRef, by] of [
      ['user:default/asa', asa],
      ['group:default/team', asa],
      ['user:default/stranger', stranger],
    ] as const) {
      await office.records.addAbsence({ providerRef, ...days }, by);
    }
    const seen = async (by: typeof asa) =>
      (await office.records.listAbsences({}, by)).items
        .map(absence => absence.providerRef)
        .sort();
    expect(await seen(asa)).toEqual(['group:default/team', 'user:default/asa']);
    expect(await seen(stranger)).toEqual(['user:default/stranger']);
    expect(await seen(core)).toHaveLength(3);
  });

  /** Puts a person into every column that can hold one. */
  async function putEverywhere(userRef: string): Promise<void> {
    const text = `as ${userRef}, and not ${userRef}sson, said`;
    await knex('competency_profiles').insert([
      { user_ref: userRef, skills: '[]', languages: '[]', opted_in_at: 'x' },
      {
        user_ref: 'user:default/owner',
        skills: '[]',
        languages: '[]',
        opted_in_at: 'x',
      },
    ]);
    const entry = { competency_ref: LEGAL, authority: 'decide', scope: '{}' };
    await knex('competency_profile_entries').insert([
      { ...entry, user_ref: userRef },
      { ...entry, user_ref: 'user:default/owner', confirmed_by: userRef },
    ]);
    const days = { from_day: '2026-01-01', to_day: '2026-01-02' };
    await knex('competency_absences').insert({
      id: 'a',
      provider_ref: userRef,
      ...days,
    });
    await knex('competency_rota').insert({
      id: 'r',
      competency_ref: LEGAL,
      provider_ref: userRef,
      ...days,
    });
    const agreement = {
      competency_ref: LEGAL,
      hours_per_month: 1,
      valid_from: '2026-01-01',
    };
    await knex('competency_agreements').insert([
      {
        ...agreement,
        id: 'own',
        provider_ref: userRef,
        agreed_by: 'user:default/core',
      },
      {
        ...agreement,
        id: 'other',
        provider_ref: 'group:default/law',
        agreed_by: userRef,
        note: text,
      },
    ]);
    const evidence = {
      competency_ref: LEGAL,
      kind: 'training',
      day: '2026-01-01',
    };
    await knex('competency_evidence').insert([
      { ...evidence, id: 'own', subject_ref: userRef, title: 'x' },
      {
        ...evidence,
        id: 'other',
        subject_ref: 'group:default/law',
        title: text,
        assessor_ref: userRef,
        link: `https://intra.example/?by=${userRef}`,
      },
    ]);
  }

  it('erases a person from every column of every table, and keeps what others rest on', async () => {
    await putEverywhere('user:default/asa');
    const before = await findInEveryColumn(knex, 'user:default/asa');
    expect(before).toEqual(
      competencyPersonColumns
        .map(({ table, column }) => `${table}.${column}`)
        .sort(),
    );

    const { rows } = await office.people.erasePerson(
      { userRef: 'user:default/asa' },
      asa,
    );

    expect(rows).toBeGreaterThan(8);
    // Somebody else whose name only begins alike is left alone.
    expect(await findInEveryColumn(knex, 'user:default/asa')).toEqual(
      await findInEveryColumn(knex, 'user:default/asasson'),
    );
    expect(
      await knex('competency_agreements').select('id', 'agreed_by', 'note'),
    ).toEqual([
      {
        id: 'other',
        agreed_by: ERASED_PERSON_REF,
        note: `as ${ERASED_PERSON_REF}, and not user:default/asasson, said`,
      },
    ]);
    expect(await knex('competency_evidence').pluck('id')).toEqual(['other']);
    expect(JSON.stringify(office.audit)).not.toContain('asa');
  });

  it('knows for every text column whether it may hold a person', async () => {
    const known = competencyPersonColumns.map(
      ({ table, column }) => `${table}.${column}`,
    );
    const others = (await listTextColumns(knex, ['competency_'])).filter(
      column => !known.includes(column),
    );
    expect(others).toEqual([
      'competency_absences.from_day',
      'competency_absences.id',
      'competency_absences.to_day',
      'competency_agreements.competency_ref',
      'competency_agreements.id',
      'competency_agreements.valid_from',
      'competency_agreements.valid_to',
      'competency_evidence.competency_ref',
      'competency_evidence.day',
      'competency_evidence.expires',
      'competency_evidence.id',
      'competency_evidence.kind',
      'competency_profile_entries.authority',
      'competency_profile_entries.competency_ref',
      'competency_profile_entries.confirmed_authority',
      // Groups, countries, languages and technologies of the person's own row, which goes with them.
      'competency_profile_entries.scope',
      'competency_profiles.languages',
      'competency_profiles.opted_in_at',
      'competency_profiles.skills',
      'competency_rota.competency_ref',
      'competency_rota.from_day',
      'competency_rota.id',
      'competency_rota.to_day',
    ]);
  });

  it('exports every row that names a person, and none of others', async () => {
    await putEverywhere('user:default/asa');
    const { tables, userRef } = await office.people.exportMyData(asa);
    expect(userRef).toBe('user:default/asa');
    expect(
      Object.fromEntries(
        Object.entries(tables).map(([table, rows]) => [table, rows.length]),
      ),
    ).toEqual({
      competency_profile_entries: 2,
      competency_profiles: 1,
      competency_absences: 1,
      competency_agreements: 2,
      competency_evidence: 2,
      competency_rota: 1,
    });
    const { tables: none } = await office.people.exportMyData(stranger);
    expect(Object.values(none).flat()).toEqual([]);
  });

  it('exports of what is about others only the text that mentions them', async () => {
    const agreement = {
      competency_ref: LEGAL,
      provider_ref: 'user:default/owner',
      hours_per_month: 7,
      valid_from: '2026-01-01',
      agreed_by: 'user:default/core',
    };
    await knex('competency_agreements').insert([
      { ...agreement, id: 'one', note: 'As long as\nuser:default/asa is away' },
      { ...agreement, id: 'two', note: 'For user:default/asasson' },
    ]);
    const { tables } = await office.people.exportMyData(asa);
    expect(Object.values(tables).flat()).toEqual([
      { id: 'one', note: 'As long as\nuser:default/asa is away' },
    ]);
  });

  it('removes what has been over for long enough, once or twice alike', async () => {
    const days = (to: string) => ({ from_day: '2020-01-01', to_day: to });
    await knex('competency_absences').insert([
      { id: 'old', provider_ref: 'x', ...days('2026-08-26') },
      { id: 'recent', provider_ref: 'x', ...days('2026-08-27') },
    ]);
    await knex('competency_rota').insert([
      {
        id: 'old',
        competency_ref: 'x',
        provider_ref: 'x',
        ...days('2025-11-24'),
      },
      {
        id: 'recent',
        competency_ref: 'x',
        provider_ref: 'x',
        ...days('2025-11-25'),
      },
    ]);
    const evidence = {
      subject_ref: 'x',
      competency_ref: 'x',
      kind: 'training',
      title: 'x',
      day: '2020-01-01',
    };
    await knex('competency_evidence').insert([
      { ...evidence, id: 'old', expires: '2025-11-24' },
      { ...evidence, id: 'recent', expires: '2025-11-25' },
      { ...evidence, id: 'lasting' },
    ]);
    const agreement = {
      provider_ref: 'x',
      competency_ref: 'x',
      hours_per_month: 1,
      agreed_by: 'x',
      valid_from: '2020-01-01',
    };
    await knex('competency_agreements').insert([
      { ...agreement, id: 'old', valid_to: '2025-11-24' },
      { ...agreement, id: 'lasting' },
    ]);
    for (let turn = 0; turn < 2; turn++) {
      await purgeRecords({
        stores: office.stores,
        retention: { absences: 90, rota: 365, evidence: 365, agreements: 365 },
        today: '2026-11-25',
        logger: mockServices.logger.mock(),
      });
    }
    const ids = async (table: string) =>
      (await knex(table).orderBy('id').pluck('id')).join(' ');
    expect(await ids('competency_absences')).toBe('recent');
    expect(await ids('competency_rota')).toBe('recent');
    expect(await ids('competency_evidence')).toBe('lasting recent');
    expect(await ids('competency_agreements')).toBe('lasting');
  });
});
