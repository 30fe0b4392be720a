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

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readMs, readPositive, readSchedule } from '../shared/readConfig';
import { CompetenciesConfig } from './CompetenciesConfig';
import { defaultHelpRules, helpFacts, HelpRule } from './help/helpRules';

const ROOT = 'ospo.competencies';

/** Reads `ospo.competencies`. */
export function readCompetenciesConfig(config: Config): CompetenciesConfig {
  const days = (key: string, fallback: number) =>
    readPositive(config, `${ROOT}.retention.${key}`) ?? fallback;
  return {
    schedule: readSchedule(config, `${ROOT}.schedule`, {
      frequency: { minutes: 1 },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 15 },
    }),
    usersMaxAgeMs: readMs(config, `${ROOT}.usersMaxAge`, { minutes: 10 }),
    contractEndingDays:
      readPositive(config, `${ROOT}.contractEndingDays`) ?? 90,
    businessUnitTypes: config.getOptionalStringArray(
      `${ROOT}.businessUnitTypes`,
    ) ?? ['business-unit', 'department'],
    helpRules: readHelpRules(config),
    retention: {
      absences: days('absencesDays', 90),
      rota: days('rotaDays', 365),
      evidence: days('evidenceDays', 365),
      agreements: days('agreementsDays', 365),
      schedule: readSchedule(config, `${ROOT}.retention.schedule`, {
        frequency: { cron: '41 3 * * *' },
        timeout: { minutes: 30 },
      }),
    },
  };
}

function readHelpRules(config: Config): readonly HelpRule[] {
  const key = `${ROOT}.helpRules`;
  return (
    config.getOptionalConfigArray(key)?.map((rule, index): HelpRule => {
      const said = rule.getString('when');
      const when = helpFacts.find(fact => fact === said);
      if (!when) {
        throw new InputError(
          `'${said}' in '${key}[${index}].when' is no fact that rules can rest on; write one of ${helpFacts.join(
            ', ',
          )}`,
        );
      }
      return {
        when,
        values: rule.getOptionalStringArray('values'),
        licences: rule.getOptionalStringArray('licences'),
        competencies: rule.getStringArray('competencies'),
        requestType: rule.getOptionalString('requestType'),
      };
    }) ?? defaultHelpRules
  );
}
