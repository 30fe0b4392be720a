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

import {
  Competency,
  CompetencyProvider,
  Evidence,
} from '@ospo-suite/backstage-plugin-ospo-common';
import { OfficeSnapshot } from '../directory/OfficeSnapshot';
import { buildEvidencePack } from './buildEvidencePack';

const now = new Date('2026-11-25T08:00:00Z');

function aProvider(
  overrides: Partial<CompetencyProvider> = {},
): CompetencyProvider {
  return {
    ref: 'group:default/law',
    title: 'Law',
    kind: 'group',
    state: 'present',
    authority: 'decide',
    scope: {},
    priority: 5,
    onDemand: false,
    source: 'competency',
    hoursPerMonth: 4,
    mailbox: 'law@org.example',
    ...overrides,
  };
}

function aCompetency(overrides: Partial<Competency> = {}): Competency {
  return {
    ref: 'competency:default/legal',
    title: 'Legal',
    description: 'What licences ask of us',
    type: 'legal',
    tags: [],
    ownerRef: 'group:default/ospo',
    ownerState: 'present',
    minProviders: 2,
    requestTypes: ['external-compliance-inquiry'],
    externalIds: {},
    coverage: 'one',
    providers: [aProvider()],
    findings: [],
    ...overrides,
  };
}

function anEvidence(overrides: Partial<Evidence> = {}): Evidence {
  return {
    id: 'e',
    subjectRef: 'group:default/law',
    competencyRef: 'competency:default/legal',
    kind: 'assessment',
    title: 'x',
    date: '2026-01-01',
    link: 'https://org.example/open-source',
    ...overrides,
  };
}

function pack(competencies: Competency[], evidence: Evidence[] = []) {
  return buildEvidencePack(
    {
      // The pack reads the day of it alone.
      snapshot: { today: '2026-11-25' } as OfficeSnapshot,
      competencies: new Map(competencies.map(c => [c.ref, c])),
      sees: () => true,
    },
    evidence,
    now,
  );
}

const states = (of: ReturnType<typeof pack>) =>
  of.clauses.map(({ clause, state }) => `${clause} ${state}`);
const security = aCompetency({
  ref: 'competency:default/security',
  title: 'Security',
  type: 'security',
});

it('meets every clause when all is there', () => {
  const evidence = [
    anEvidence(),
    anEvidence({ competencyRef: 'competency:default/security' }),
  ];
  const found = pack([aCompetency(), security], evidence);
  expect(states(found)).toEqual([
    '3.1.2 met',
    '3.2.1 met',
    '3.2.2 met',
    '4.1.2 met',
  ]);
  expect(found.clauses.flatMap(({ missing }) => missing)).toEqual([]);
  expect(found.legalExpertise).toEqual([
    { ref: 'group:default/law', title: 'Law', kind: 'group' },
  ]);
});

it('meets none when nothing is there, and says what to do', () => {
  const found = pack([]);
  expect(states(found)).toEqual([
    '3.1.2 not-met',
    '3.2.1 not-met',
    '3.2.2 not-met',
    '4.1.2 not-met',
  ]);
  for (const { missing } of found.clauses) {
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.every(({ text, mend }) => text && mend)).toBe(true);
  }
});

it.each<
  [string, Partial<Competency>, Partial<Evidence> | undefined, string, string]
>([
  [
    'no evidence',
    {},
    undefined,
    '3.1.2',
    'Holders have no valid evidence of their competence: Legal',
  ],
  [
    'evidence that expired',
    {},
    { expires: '2026-11-24' },
    '3.1.2',
    'Holders have no valid evidence of their competence: Legal',
  ],
  [
    'no description',
    { description: undefined },
    {},
    '3.1.2',
    'Roles do not say what they are responsible for: Legal',
  ],
  [
    'a missing provider',
    { providers: [aProvider({ state: 'missing' })] },
    {},
    '3.2.2',
    'Roles name no person, group or function: Legal',
  ],
  [
    'no mailbox',
    { providers: [aProvider({ mailbox: undefined })] },
    {},
    '3.2.1',
    'There is no address that people outside can write to',
  ],
  [
    'no public page',
    {},
    { link: undefined },
    '3.2.1',
    'Whether the address is published outside is not recorded',
  ],
  [
    'no hours',
    { providers: [aProvider({ hoursPerMonth: undefined })] },
    {},
    '3.2.2',
    'No time is agreed for roles: Legal',
  ],
  [
    'nobody who decides',
    { providers: [aProvider({ authority: 'answer' })] },
    {},
    '3.2.2',
    'Nobody may decide what happens to a case of non-compliance',
  ],
  [
    'an owner who is gone',
    { ownerState: 'missing' },
    {},
    '3.2.2',
    'Nobody is responsible for roles: Legal',
  ],
  [
    'no legal expertise',
    { type: 'tooling' },
    {},
    '3.2.2',
    'Nobody with legal expertise can be asked',
  ],
])('names what is missing: %s', (_name, competency, evidence, clause, text) => {
  const found = pack(
    [aCompetency(competency)],
    evidence ? [anEvidence(evidence)] : [],
  );
  const of = found.clauses.find(each => each.clause === clause);
  expect(of?.state).not.toBe('met');
  expect(of?.missing.map(missing => missing.text)).toContain(text);
});

it('shows expertise outside as such, and nobody whose contract ended', () => {
  const firm = aProvider({
    ref: 'group:external/firm',
    title: 'Firm',
    kind: 'external',
  });
  const gone = aProvider({
    ref: 'group:external/gone',
    kind: 'external',
    state: 'contract-ended',
  });
  expect(
    pack([aCompetency({ providers: [firm, gone] })]).legalExpertise,
  ).toEqual([{ ref: 'group:external/firm', title: 'Firm', kind: 'external' }]);
});
