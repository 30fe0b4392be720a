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

import { ConfigReader } from '@backstage/config';
import { defaultHelpRules } from './help/helpRules';
import { readCompetenciesConfig } from './readCompetenciesConfig';

const read = (competencies: object) =>
  readCompetenciesConfig(
    new ConfigReader({ ospo: { competencies: { ...competencies } } }),
  );

it('works without any configuration', () => {
  expect(readCompetenciesConfig(new ConfigReader({}))).toMatchObject({
    usersMaxAgeMs: 600_000,
    contractEndingDays: 90,
    businessUnitTypes: ['business-unit', 'department'],
    helpRules: defaultHelpRules,
    retention: { absences: 90, rota: 365, evidence: 365, agreements: 365 },
  });
});

it('takes rules instead of the shipped ones', () => {
  const rule = {
    when: 'licence',
    values: ['GPL-*'],
    competencies: ['tag:copyleft'],
    requestType: 'licence-question',
  };
  expect(read({ helpRules: [rule] }).helpRules).toEqual([rule]);
});

it.each([
  [{ helpRules: [{ when: 'moon', competencies: [] }] }, "'moon'"],
  [{ helpRules: [{ when: 'licence' }] }, 'competencies'],
  [{ contractEndingDays: -1 }, 'contractEndingDays'],
  [{ retention: { absencesDays: 0 } }, 'absencesDays'],
])('refuses %j, and names the key', (config, says) => {
  expect(() => read(config)).toThrow(says);
});
