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

import { competencyFieldRules } from './competencySpecSchema';
import { readCompetencyEntity } from './readCompetencyEntity';

function aCompetency(spec: object | undefined, namespace?: string) {
  return {
    apiVersion: 'ospo/v1alpha1',
    kind: 'Competency',
    metadata: { name: 'licence-compliance', namespace },
    spec: spec as never,
  };
}

const provider = { ref: 'group:default/legal', authority: 'answer' };

function aProvider(overrides: object) {
  return { type: 'legal', providers: [{ ...provider, ...overrides }] };
}

it('fills in full refs and defaults', () => {
  const { declaration, findings } = readCompetencyEntity(
    aCompetency(
      {
        type: 'legal',
        owner: 'OSPO',
        partOf: 'law',
        providers: [
          {
            ref: 'Legal',
            authority: 'decide',
            scope: { businessUnits: ['north'], countries: ['SE'] },
            hoursPerMonth: 40,
          },
          { ref: 'user:default/kim', authority: 'triage', priority: 1 },
          {
            ref: 'group:external/lawfirm',
            authority: 'answer',
            onDemand: true,
          },
        ],
        requestTypes: ['licence-question', 'licence-question'],
      },
      'office',
    ),
  );
  expect(findings).toEqual([]);
  expect(declaration).toEqual({
    type: 'legal',
    ownerRef: 'group:office/ospo',
    partOf: 'competency:office/law',
    minProviders: 2,
    requestTypes: ['licence-question'],
    externalIds: {},
    providers: [
      {
        ref: 'group:office/legal',
        authority: 'decide',
        scope: { businessUnits: ['group:office/north'], countries: ['SE'] },
        priority: 5,
        hoursPerMonth: 40,
        onDemand: false,
      },
      {
        ref: 'user:default/kim',
        authority: 'triage',
        scope: {},
        priority: 1,
        hoursPerMonth: undefined,
        onDemand: false,
      },
      {
        ref: 'group:external/lawfirm',
        authority: 'answer',
        scope: {},
        priority: 5,
        hoursPerMonth: undefined,
        onDemand: true,
      },
    ],
  });
});

it('needs a type, and nothing else', () => {
  expect(readCompetencyEntity(aCompetency({ type: 'legal' }))).toMatchObject({
    declaration: { type: 'legal', ownerRef: undefined, providers: [] },
    findings: [],
  });
});

const OBJECT = { mend: 'Write type, owner and providers below spec.' };

it.each<[object | undefined, string, string]>([
  [undefined, 'spec', 'spec is missing'],
  [{}, 'spec.type', 'spec.type is missing'],
  [{ type: 'law' }, "spec.type: 'law'", "'law' is no type of competency"],
  [
    { type: 'legal', owner: 'a b' },
    "spec.owner: 'a b'",
    "'a b' is no group or user",
  ],
  [
    { type: 'legal', owner: 'system:x' },
    "spec.owner: 'system:x'",
    "'system:x' is no group or user",
  ],
  [
    { type: 'legal', partOf: ['a'] },
    `spec.partOf: '["a"]'`,
    `'["a"]' is no competency`,
  ],
  [
    { type: 'legal', minProviders: 0 },
    "spec.minProviders: '0'",
    "'0' is no whole number from 1 to 99",
  ],
  [
    { type: 'legal', minProviders: '2' },
    "spec.minProviders: '2'",
    "'2' is no whole number from 1 to 99",
  ],
  [
    { type: 'legal', providers: 'me' },
    "spec.providers: 'me'",
    "'me' is no list of at most 500 providers",
  ],
  [
    { type: 'legal', providers: ['me'] },
    "spec.providers[0]: 'me'",
    "'me' is no provider",
  ],
  [
    { type: 'legal', providers: [{ authority: 'answer' }] },
    'spec.providers[0].ref',
    'spec.providers[0].ref is missing',
  ],
  [
    aProvider({ ref: 'user:external/kim' }),
    "spec.providers[0].ref: 'user:external/kim'",
    "'user:external/kim' is no group or user of this organisation, and no organisation outside",
  ],
  [
    aProvider({ authority: 'boss' }),
    "spec.providers[0].authority: 'boss'",
    "'boss' is no authority",
  ],
  [
    aProvider({ scope: 'SE' }),
    "spec.providers[0].scope: 'SE'",
    "'SE' is no scope",
  ],
  [
    aProvider({ scope: { businessUnits: 'x' } }),
    "spec.providers[0].scope.businessUnits: 'x'",
    "'x' is no list of at most 100 groups",
  ],
  [
    aProvider({ scope: { businessUnits: ['user:x'] } }),
    "spec.providers[0].scope.businessUnits[0]: 'user:x'",
    "'user:x' is no group",
  ],
  [
    aProvider({ scope: { countries: 'SE' } }),
    "spec.providers[0].scope.countries: 'SE'",
    "'SE' is no list of at most 100 countries",
  ],
  [
    aProvider({ scope: { countries: ['SE', false] } }),
    "spec.providers[0].scope.countries[1]: 'false'",
    "'false' is no country code",
  ],
  [
    aProvider({ scope: { languages: 'sv' } }),
    "spec.providers[0].scope.languages: 'sv'",
    "'sv' is no list of at most 100 languages",
  ],
  [
    aProvider({ scope: { languages: ['Swedish'] } }),
    "spec.providers[0].scope.languages[0]: 'Swedish'",
    "'Swedish' is no language code",
  ],
  [
    aProvider({ scope: { technologies: 'java' } }),
    "spec.providers[0].scope.technologies: 'java'",
    "'java' is no list of at most 100 words",
  ],
  [
    aProvider({ scope: { technologies: [1] } }),
    "spec.providers[0].scope.technologies[0]: '1'",
    "'1' is no text of 1 to 100 characters",
  ],
  [
    aProvider({ scope: { confidential: 'yes' } }),
    "spec.providers[0].scope.confidential: 'yes'",
    "'yes' is neither true nor false",
  ],
  [
    aProvider({ priority: 1.5 }),
    "spec.providers[0].priority: '1.5'",
    "'1.5' is no whole number from 1 to 99",
  ],
  [
    aProvider({ hoursPerMonth: 0 }),
    "spec.providers[0].hoursPerMonth: '0'",
    "'0' is no number above 0 and up to 744",
  ],
  [
    aProvider({ onDemand: 1 }),
    "spec.providers[0].onDemand: '1'",
    "'1' is neither true nor false",
  ],
  [
    { type: 'legal', requestTypes: 'x' },
    "spec.requestTypes: 'x'",
    "'x' is no list of at most 100 ids",
  ],
  [
    { type: 'legal', requestTypes: [' '] },
    "spec.requestTypes[0]: ' '",
    "' ' is no text of 1 to 100 characters",
  ],
  [
    { type: 'legal', externalIds: [] },
    "spec.externalIds: '[]'",
    "'[]' is no object of lists",
  ],
  [
    { type: 'legal', externalIds: { iso5230: '3.1' } },
    "spec.externalIds.iso5230: '3.1'",
    "'3.1' is no list of at most 100 clauses or codes below a name of letters, digits and hyphens",
  ],
  [
    { type: 'legal', externalIds: { iso5230: [3.1] } },
    "spec.externalIds.iso5230[0]: '3.1'",
    "'3.1' is no text of 1 to 100 characters",
  ],
  [
    { type: 'legal', partOf: 'licence-compliance' },
    "spec.partOf: 'competency:default/licence-compliance'",
    'A competency is no part of itself',
  ],
  [
    {
      type: 'legal',
      providers: [provider, { ref: 'legal', authority: 'sign' }],
    },
    "spec.providers[1].ref: 'group:default/legal'",
    "'group:default/legal' is spec.providers[0] already",
  ],
])('refuses %j by its field and value', (spec, where, message) => {
  const { declaration, findings } = readCompetencyEntity(aCompetency(spec));
  expect(declaration).toBeUndefined();
  expect(findings).toEqual([
    expect.objectContaining({ severity: 'error', where, message }),
  ]);
  expect(findings[0].mend).toMatch(/^[A-Z].*\.$/);
});

it('names the fields that there are when one is unknown', () => {
  const { findings } = readCompetencyEntity(
    aCompetency({
      type: 'legal',
      owners: 'x',
      providers: [{ ...provider, hours: 4 }],
    }),
  );
  expect(findings).toEqual([
    expect.objectContaining({
      where: "spec.providers[0].'hours'",
      mend: 'Correct its name or remove it; the fields are ref, authority, scope, priority, hoursPerMonth, onDemand.',
    }),
    expect.objectContaining({
      where: "spec.'owners'",
      mend: 'Correct its name or remove it; the fields are type, owner, partOf, minProviders, providers, requestTypes, externalIds.',
    }),
  ]);
});

it('shows no control characters and no more than the beginning of a long value', () => {
  const { findings } = readCompetencyEntity(
    aCompetency({ type: `\u202e\u0007${'x'.repeat(100_000)}` }),
  );
  expect(findings[0].where).toHaveLength("spec.type: ''".length + 121);
  expect(findings[0].where).toContain('\uFFFD\uFFFDxxx');
});

it('tells of twenty mistakes at most', () => {
  const { findings } = readCompetencyEntity(
    aCompetency({ type: 'legal', providers: Array(400).fill({ ref: 1 }) }),
  );
  expect(findings).toHaveLength(20);
});

it('has a mend for the whole of spec', () => {
  expect(competencyFieldRules.spec).toMatchObject(OBJECT);
});
