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
import { mockCredentials } from '@backstage/backend-test-utils';
import { everyDatabase } from '../shared/__testUtils__/testDatabases';
import {
  GuardedCall,
  PermissionTable,
  refusalsOf,
  usersOf,
} from '../shared/__testUtils__/permissionTable';
import { anOffice, Office } from './__testUtils__/anOffice';
import { smallOrganisation } from './__testUtils__/smallOrganisation';
import { CompetenciesService } from './CompetenciesService';
import { PeopleService } from './PeopleService';
import { RecordsService } from './RecordsService';

jest.setTimeout(60_000);

const READ = 'ospo.competency.read';
const MANAGE = 'ospo.competency.manage';
const EVIDENCE = 'ospo.evidence.read';

const LEGAL = 'competency:default/legal';
const TEAM = 'group:default/core';
const ASA = 'user:default/asa';
const days = { from: '2026-12-01', to: '2026-12-02' };
const agreement = {
  providerRef: TEAM,
  competencyRef: LEGAL,
  hoursPerMonth: 8,
  validFrom: '2026-12-01',
};
const turn = {
  competencyRef: LEGAL,
  providerRef: 'group:default/law',
  ...days,
};
const evidence = {
  subjectRef: TEAM,
  competencyRef: LEGAL,
  kind: 'training',
  title: 'A course',
  date: '2026-01-01',
} as const;

/** Every method of each service; one that is not here does not compile. */
const competencies: PermissionTable<CompetenciesService> = {
  listCompetencies: {
    needs: [READ],
    call: (service, as) => service.listCompetencies({}, as),
  },
  getCompetency: {
    needs: [READ],
    call: (service, as) => service.getCompetency({ ref: LEGAL }, as),
  },
  matchCompetencies: {
    needs: [READ],
    call: (service, as) => service.matchCompetencies({ q: 'law' }, as),
  },
  whoCanHelp: {
    needs: [READ],
    call: (service, as) =>
      service.whoCanHelp({ entityRef: 'component:default/shop' }, as),
  },
  getCoverageMap: {
    needs: [READ, MANAGE],
    call: (service, as) => service.getCoverageMap({ by: 'country' }, as),
  },
  lookAtCoverage: {
    needs: [READ, MANAGE],
    call: (service, as) => service.lookAtCoverage({ by: 'country' }, as),
  },
  getEvidencePack: {
    needs: [READ, EVIDENCE],
    call: (service, as) => service.getEvidencePack(as),
  },
};
const people: PermissionTable<PeopleService> = {
  getMyProfile: {
    needs: [READ],
    call: (service, as) => service.getMyProfile(as),
  },
  saveMyProfile: {
    needs: [READ],
    call: (service, as) =>
      service.saveMyProfile({ entries: [], skills: [], languages: [] }, as),
  },
  deleteMyProfile: {
    needs: [READ],
    call: (service, as) => service.deleteMyProfile(as),
  },
  exportMyData: {
    needs: [READ],
    call: (service, as) => service.exportMyData(as),
  },
  erasePerson: {
    needs: [READ, MANAGE],
    call: (service, as) =>
      service.erasePerson({ userRef: 'user:default/gone' }, as),
  },
  confirmProfileEntry: {
    needs: [READ, MANAGE],
    call: (service, as) =>
      service.confirmProfileEntry(
        { userRef: ASA, competencyRef: LEGAL, authority: 'decide' },
        as,
      ),
  },
};

describe.each(everyDatabase)(
  'permissions of competencies, %s',
  (_name, createDatabase) => {
    let office: Office;
    const kept: Record<'agreement' | 'turn', string> = {
      agreement: '',
      turn: '',
    };
    const records: PermissionTable<RecordsService> = {
      listAbsences: {
        needs: [READ],
        call: (service, as) => service.listAbsences({}, as),
      },
      addAbsence: {
        needs: [READ],
        call: (service, as) =>
          service.addAbsence({ providerRef: TEAM, ...days }, as),
      },
      removeAbsence: {
        needs: [READ],
        call: (service, as) => service.removeAbsence('none', as),
      },
      listAgreements: {
        needs: [READ],
        call: (service, as) => service.listAgreements({}, as),
      },
      addAgreement: {
        needs: [READ, MANAGE],
        call: (service, as) => service.addAgreement(agreement, as),
      },
      removeAgreement: {
        needs: [READ, MANAGE],
        call: (service, as) => service.removeAgreement(kept.agreement, as),
      },
      listEvidence: {
        needs: [EVIDENCE],
        call: (service, as) => service.listEvidence({}, as),
      },
      addEvidence: {
        needs: [EVIDENCE],
        call: (service, as) => service.addEvidence(evidence, as),
      },
      removeEvidence: {
        needs: [EVIDENCE],
        call: (service, as) => service.removeEvidence('none', as),
      },
      listRota: {
        needs: [READ],
        call: (service, as) => service.listRota({ competencyRef: LEGAL }, as),
      },
      addRotaTurn: {
        needs: [READ, MANAGE],
        call: (service, as) => service.addRotaTurn(turn, as),
      },
      removeRotaTurn: {
        needs: [READ, MANAGE],
        call: (service, as) => service.removeRotaTurn(kept.turn, as),
      },
    };

    beforeAll(async () => {
      const denied = usersOf(
        [competencies, people, records].flatMap(table => Object.values(table)),
      );
      office = await anOffice({
        knex: await createDatabase(),
        entities: smallOrganisation(),
        coreTeam: [TEAM],
        // Of the core team, so that it is the permission that decides.
        groups: Object.fromEntries(
          [...Object.keys(denied), 'user:default/core'].map(user => [
            user,
            [TEAM],
          ]),
        ),
        denied: { ...denied, 'user:default/denied': [READ, MANAGE, EVIDENCE] },
      });
      const as = { credentials: mockCredentials.user('user:default/core') };
      kept.agreement = (await office.records.addAgreement(agreement, as)).id;
      kept.turn = (await office.records.addRotaTurn(turn, as)).id;
    });
    afterAll(() => office.stop());

    /** What the table says, and what is answered. */
    async function guardOf<Service>(
      service: Service,
      call: GuardedCall<Service>,
    ) {
      const { lackingOne, withTheseOnly } = await refusalsOf(service, call);
      return {
        needs: call.needs.map(name => `Missing permission '${name}'`),
        lackingOne,
        isEnough: !/permission|core team/.test(withTheseOnly),
      };
    }

    it('asks for permission before it looks anything up', async () => {
      const as = { credentials: mockCredentials.user('user:default/denied') };
      const calls = [
        ...Object.values(competencies).map(({ call }) =>
          call(office.competencies, as),
        ),
        ...Object.values(people).map(({ call }) => call(office.people, as)),
        ...Object.values(records).map(({ call }) => call(office.records, as)),
      ];
      const before = office.asked.catalogRefs;
      for (const outcome of await Promise.allSettled(calls)) {
        expect(outcome).toMatchObject({
          status: 'rejected',
          reason: { message: expect.stringContaining('Missing permission') },
        });
      }
      expect(office.asked.catalogRefs).toBe(before);
    });

    it.each(Object.entries(competencies))(
      'CompetenciesService.%s asks for what it needs, and no more',
      async (_, call) => {
        const { needs, ...guard } = await guardOf(office.competencies, call);
        expect(guard).toEqual({ lackingOne: needs, isEnough: true });
      },
    );
    it.each(Object.entries(people))(
      'PeopleService.%s asks for what it needs, and no more',
      async (_, call) => {
        const { needs, ...guard } = await guardOf(office.people, call);
        expect(guard).toEqual({ lackingOne: needs, isEnough: true });
      },
    );
    it.each(Object.entries(records))(
      'RecordsService.%s asks for what it needs, and no more',
      async (_, call) => {
        const { needs, ...guard } = await guardOf(office.records, call);
        expect(guard).toEqual({ lackingOne: needs, isEnough: true });
      },
    );
  },
);
