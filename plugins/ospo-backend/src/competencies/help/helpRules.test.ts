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

import { Competency } from '@ospo-suite/backstage-plugin-ospo-common';
import { FactsOfUse } from '../../usage';
import { defaultHelpRules, HelpFacts, suggestHelp } from './helpRules';

function aCompetency(name: string, overrides: Partial<Competency> = {}) {
  return {
    ref: `competency:default/${name}`,
    title: name,
    type: 'legal' as const,
    tags: [],
    ownerState: 'none' as const,
    minProviders: 2,
    requestTypes: [],
    externalIds: {},
    coverage: 'nobody' as const,
    providers: [],
    findings: [],
    ...overrides,
  };
}

const declared = [
  aCompetency('licence-compliance', { requestTypes: ['licence-question'] }),
  aCompetency('tools', { tags: ['sbom'] }),
  aCompetency('innersource-methodology'),
];

function use(licences: string[], more: Partial<FactsOfUse> = {}): FactsOfUse {
  return {
    hasSbom: true,
    findings: [],
    licences: licences.map(text => ({
      status: text === '?' ? 'noassertion' : 'known',
      text,
      packages: 2,
    })),
    ...more,
  };
}

it.each<[string, Partial<HelpFacts>, string[]]>([
  ['nothing known', {}, []],
  [
    'permissive and distributed',
    { distribution: 'distributed', use: use(['MIT']) },
    [],
  ],
  [
    'copyleft and distributed',
    { distribution: 'distributed', use: use(['MPL-2.0', 'MIT']) },
    ['licence-compliance: distribution distributed, licence MPL-2.0 × 2'],
  ],
  [
    'weak copyleft inside',
    { distribution: 'internal', use: use(['MPL-2.0']) },
    [],
  ],
  [
    'network copyleft in a service',
    { distribution: 'network-service', use: use(['EUPL-1.2']) },
    ['licence-compliance: distribution network-service, licence EUPL-1.2 × 2'],
  ],
  [
    'strong copyleft within an expression',
    { use: use(['(MIT AND GPL-2.0-or-later)']) },
    ['licence-compliance: licence (MIT AND GPL-2.0-or-later) × 2'],
  ],
  [
    'a licence whose name only holds another',
    { use: use(['LicenseRef-GPL-like']) },
    [],
  ],
  [
    'unknown licences',
    { use: use(['?', '?']) },
    ['licence-compliance: licence-unknown 4'],
  ],
  ['no SBOM', { use: use([], { hasSbom: false }) }, ['tools: no-sbom no-sbom']],
  [
    'findings',
    {
      use: use([], {
        findings: [
          { code: 'not-an-sbom', severity: 'error' },
          { code: 'not-an-sbom', severity: 'error' },
          { code: 'old', severity: 'info' },
        ],
      }),
    },
    ['tools: finding not-an-sbom'],
  ],
  [
    'inner source',
    { isInnerSource: true },
    ['innersource-methodology: inner-source true'],
  ],
])('%s', (_name, facts, expected) => {
  const found = suggestHelp(
    { isInnerSource: false, use: undefined, ...facts },
    defaultHelpRules,
    declared,
  );
  expect(
    found.map(
      ({ competency, reasons }) =>
        `${competency.title}: ${reasons
          .map(({ code, fact }) => `${code} ${fact}`)
          .join(', ')}`,
    ),
  ).toEqual(expected);
});

it('suggests nothing that nobody declared, and asks with a request type of the competency', () => {
  const facts = { isInnerSource: false, use: use(['GPL-3.0-only']) };
  expect(suggestHelp(facts, defaultHelpRules, [])).toEqual([]);
  expect(suggestHelp(facts, defaultHelpRules, declared)[0].requestType).toBe(
    'licence-question',
  );
});

it.each([
  ['licence-compliance', true],
  ['competency:default/licence-compliance', true],
  ['compliance', false],
  ['tag:sbom', false],
  ['iso5230:3.1.2', true],
  ['iso5230:3', false],
])('selects by %s: %s', (selector, expected) => {
  const competency = aCompetency('licence-compliance', {
    externalIds: { iso5230: ['3.1.2'] },
  });
  const found = suggestHelp(
    { isInnerSource: true, use: undefined },
    [{ when: 'inner-source', competencies: [selector] }],
    [competency],
  );
  expect(found.length === 1).toBe(expected);
});
