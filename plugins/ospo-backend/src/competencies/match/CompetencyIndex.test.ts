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
import { CompetencyIndex } from './CompetencyIndex';

function aCompetency(
  name: string,
  overrides: Partial<Competency> = {},
): Competency {
  return {
    ref: `competency:default/${name}`,
    title: name,
    type: 'legal',
    tags: [],
    ownerState: 'none',
    minProviders: 2,
    requestTypes: [],
    externalIds: {},
    coverage: 'nobody',
    providers: [],
    findings: [],
    ...overrides,
  };
}

const competencies = new Map(
  [
    aCompetency('licence-compliance', {
      title: 'Licence compliance',
      description: 'What a licence asks of us when we distribute software.',
      tags: ['legal', 'copyleft'],
      requestTypes: ['licence-question', 'release-open-source'],
    }),
    aCompetency('export-control', {
      title: 'Export control',
      description: 'Cryptography and trade rules.',
      tags: ['cryptography'],
    }),
    aCompetency('training', {
      title: 'Training',
      description: 'Courses and talks about open source licences.',
      tags: ['kurs', 'föreläsning'],
    }),
    aCompetency('vulnerability-disclosure', {
      title: 'Vulnerability disclosure',
      requestTypes: ['security-help'],
    }),
  ].map(competency => [competency.ref, competency]),
);
const index = CompetencyIndex.create(competencies.values(), [
  { id: 'licence-question', texts: ['Licence question', 'Licensfråga'] },
  {
    id: 'release-open-source',
    texts: ['Release as open source', 'Släppa som öppen källkod'],
  },
  { id: 'security-help', texts: ['Security help', 'Hjälp med säkerhet'] },
]);

const found = (question: string, seen = competencies) =>
  index
    .match(question, seen)
    .map(({ competency }) => competency.ref.replace('competency:default/', ''));

it.each([
  ['I need help with a licence', 'licence-compliance'],
  ['LICENCES?', 'licence-compliance'],
  ['Jag behöver hjälp med en licens', 'licence-compliance'],
  ['vi har frågor om licenser', 'licence-compliance'],
  ['släppt vår källkod öppet', 'licence-compliance'],
  ['vi vill slappa kallkod', 'licence-compliance'],
  ['is this cryptographic code allowed to be exported', 'export-control'],
  ['föreläsningar', 'training'],
  ['vi vill ha en forelasning', 'training'],
  ['vulnerabilities were found', 'vulnerability-disclosure'],
  ['sårbarhet? säkerheten!', 'vulnerability-disclosure'],
])('finds for %j first %s', (question, name) => {
  expect(found(question)[0]).toBe(name);
});

it('says which words were recognised, and where, best first', () => {
  const [match] = index.match(
    'Copyleft licences when we distribute',
    competencies,
  );
  expect(match.matched).toEqual([
    { field: 'tags', words: ['copyleft'] },
    { field: 'title', words: ['licences'] },
    { field: 'request-type', words: ['licences'] },
    { field: 'description', words: ['licences', 'distribute'] },
  ]);
});

it.each(['', 'I need help with', 'kan någon hjälpa mig med', '???', 'zebra'])(
  'finds nothing for %j',
  question => {
    expect(found(question)).toEqual([]);
  },
);

it('finds nothing that whoever asks may not see', () => {
  expect(found('licence', new Map())).toEqual([]);
});

it('needs less than a millisecond among 200 competencies', () => {
  const many = new Map(
    Array.from({ length: 200 }, (_, n) =>
      aCompetency(`competency-${n}`, {
        title: `Licence ${n} compliance and other things`,
        description:
          'What a licence asks of us when we distribute software. '.repeat(5),
        tags: ['legal', `tag-${n}`],
      }),
    ).map(competency => [competency.ref, competency]),
  );
  const large = CompetencyIndex.create(many.values(), []);
  const question = 'I need help with a licence when we distribute software';
  const times = Array.from({ length: 200 }, () => {
    const start = process.hrtime.bigint();
    large.match(question, many);
    return Number(process.hrtime.bigint() - start) / 1e6;
  }).sort((a, b) => a - b);
  // The fastest tenth, because other programs share the machine.
  expect(times[20]).toBeLessThan(1);
});
